// Finds quoted mail in a message's lines: ">" lines, attributions ("On … wrote:", "Am … schrieb
// …:", "Le … a écrit :", "El … escribió:"), separators ("-----Original Message-----") and header
// blocks ("Von: … Gesendet: … Betreff: …"), with everything below the last three. When in doubt
// a line is the writer's own. Pure, any thread.
#pragma once

#include <string_view>
#include <vector>

#include "core/text/lines.h"
#include "core/text/zones.h"

namespace foreword {

// Sets the zone of quoted lines; `zones` has one entry a line.
void markQuotedLines(std::string_view text, const std::vector<TextLine>& lines, std::vector<Zone>& zones);

} // namespace foreword
