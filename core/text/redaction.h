// Masks card data before anything is stored, indexed, quoted or logged: card numbers (13 to
// 19 digits that pass the Luhn check, with separators, or spelled out in en, de, es, fr) and
// card codes named as such. Source: PCI DSS 3.3.1, 3.4.1. Pure, any thread.
//
// What is found and what is not is said in card_numbers.h and card_codes.h. Masking twice
// changes nothing.
#pragma once

#include <string>
#include <vector>

#include "core/model/annotation.h"

namespace foreword {

struct Redacted {
    std::string text; // the same length in bytes: one '*' a masked byte
    std::vector<Redaction> redactions; // in order, without overlaps
};

Redacted redactCardData(std::string text);

} // namespace foreword
