// Finds signatures at the end of a writer's own words: "-- " and what follows, closing formulas
// with name, title, telephone and address lines below, disclaimers, "Sent from my iPhone", in
// English, German, Spanish and French. Lines that give a reference ("Kundennummer: 4711") stay
// body: they are told to us. When in doubt a line is body. Pure, any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/text/lines.h"
#include "core/text/zones.h"

namespace foreword {

// Looks at the lines [first, last), which are body, and sets signature where there is one.
void markSignature(std::string_view text, const std::vector<TextLine>& lines, std::size_t first, std::size_t last,
                   std::vector<Zone>& zones);

} // namespace foreword
