// Texts as the words they are searched by. Pure, any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace foreword {

// Runs of letters and digits, lower case, without diacritics: "Dr. Zoë O'Neil" gives dr, zoe,
// o, neil. At most `most` of them.
std::vector<std::string> foldedTokens(std::string_view text, std::size_t most);
// The same runs as they were written, for an index that folds by itself.
std::vector<std::string> wordsOf(std::string_view text, std::size_t most);
std::string joinedTokens(const std::vector<std::string>& tokens);

} // namespace foreword
