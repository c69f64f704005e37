// Words in a message that are written to a program and not to a person: role tags of language
// models, code that is called, orders to ignore the rules. They are nobody's complaint or loss,
// whatever they say, and hide nothing that stands beside them: only the words themselves are cut
// out, never the rest of the message. Pure, any thread.
#pragma once

#include <string_view>
#include <vector>

#include "core/model/citation.h"

namespace foreword {

// In order, without overlaps.
std::vector<Span> machineWordsIn(std::string_view text);

} // namespace foreword
