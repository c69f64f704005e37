// The part of a message that shows why a search found it. Pure, any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace foreword {

// Some words of `text` as they stand there, chosen so that most of `words` (folded, the last one as a
// beginning) are among them; "…" where something is left out. The beginning of the text if none is.
std::string excerptOf(std::string_view text, const std::vector<std::string>& words);

} // namespace foreword
