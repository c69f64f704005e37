// People's sentences as a brief quotes them: without handles, greetings, links and initials,
// numbers of list items, white space levelled, long ones cut at a clause. Only leaves out, never
// adds words. Pure.
#pragma once

#include <string>
#include <string_view>

#include "core/model/citation.h"

namespace foreword {

std::string polished(std::string_view sentence);
// The sentence of a message; "2." before it goes where it counts the items of a list in there.
std::string polished(std::string_view message, Span sentence);

} // namespace foreword
