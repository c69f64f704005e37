// Finds card codes (CVV, CVC, CID): three or four digits that are named as one, in English,
// German, Spanish or French, before or after the name; and digits that follow a card number,
// as "code 123" or after its expiry date. Pure, any thread.
#pragma once

#include <string_view>
#include <vector>

#include "core/model/citation.h"
#include "core/text/card_numbers.h"

namespace foreword {

// In order, without overlaps. `cards` are the card numbers of the same text.
std::vector<Span> findCardCodes(std::string_view text, const CardNumbers& cards);

} // namespace foreword
