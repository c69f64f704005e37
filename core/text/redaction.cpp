#include "core/text/redaction.h"

#include <algorithm>

#include "core/text/card_codes.h"
#include "core/text/card_numbers.h"

namespace foreword {

Redacted redactCardData(std::string text)
{
    Redacted out;
    const CardNumbers cards = findCardNumbers(text);
    for (const Span& card : cards.spans)
        out.redactions.push_back({card, "card_number"});
    for (const Span& code : findCardCodes(text, cards)) {
        const auto after = std::ranges::lower_bound(cards.spans, code.start, {}, &Span::end);
        if (after == cards.spans.end() || !after->overlaps(code))
            out.redactions.push_back({code, "card_code"});
    }
    std::ranges::sort(out.redactions, {}, &Redaction::span);
    out.text = std::move(text);
    for (const Redaction& redaction : out.redactions)
        std::fill(out.text.begin() + redaction.span.start, out.text.begin() + redaction.span.end, '*');
    return out;
}

} // namespace foreword
