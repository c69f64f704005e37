// Finds card numbers in a text: 13 to 19 digits that pass the Luhn check (ISO/IEC 7812-1), in
// one piece or in groups, in figures of any script, in words, or mixed. Pure, any thread.
//
// What looks like a card's number counts as one, even after "order" or "tracking". Numbers
// that no issuer gives out count only where they stand alone and nothing says what else they
// are; IBANs and telephone numbers do not count.
#pragma once

#include <string_view>
#include <vector>

#include "core/model/citation.h"

namespace foreword {

struct CardNumbers {
    std::vector<Span> spans; // in order, without overlaps
    // Whether there are digits besides that may be a card code: three or four in a row, in
    // figures or words.
    bool otherDigits = false;
};

CardNumbers findCardNumbers(std::string_view text);

} // namespace foreword
