// Names to search by: kept for customer records and persons, in a form that ignores case,
// diacritics and punctuation. Same thread as the connection, inside the caller's transaction.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/store/connection.h"

namespace foreword {

// Runs of letters and digits, lower case, without diacritics: "Dr. Zoë O'Neil" gives dr, zoe,
// o, neil. At most `most` of them.
std::vector<std::string> foldedTokens(std::string_view text, std::size_t most);
// The same runs as they were written, for an index that folds by itself.
std::vector<std::string> wordsOf(std::string_view text, std::size_t most);
std::string joinedTokens(const std::vector<std::string>& tokens);

enum class NameOwner { record, person };

// Replaces the names of one owner; equal ones stay untouched.
Result<> indexNames(Connection& connection, NameOwner owner, std::int64_t row, const std::vector<std::string>& names);

// How alike two folded tokens are, 0 to 1000: the better of shared trigrams (Jaccard, with the
// word's ends marked) and edits (optimal string alignment: swapped neighbours are one).
int tokenSimilarity(std::string_view a, std::string_view b);

} // namespace foreword
