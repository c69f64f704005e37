// People's sentences as a brief quotes them: without handles, greetings, links and initials,
// white space levelled, long ones cut at a clause. Only leaves out, never adds words. Pure.
#pragma once

#include <string>
#include <string_view>

namespace foreword {

std::string polished(std::string_view sentence);

} // namespace foreword
