// What a customer tells us in their own words and should not be asked again: references,
// accounts and devices, products, places, times, amounts, error texts, contact details. Reads
// one sentence that the matcher has just scanned. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/cue_matcher.h"
#include "core/base/timestamp.h"
#include "core/model/brief.h"

namespace foreword {

struct FoundFact {
    Span span;
    FactKind kind = FactKind::otherFact;
    std::string value; // comparable: references without marks, absolute dates where known
};

struct FactContext {
    std::string_view text; // the whole message
    const FoldedText& tokens;
    const CuePack& pack;
    const CueMatcher& matcher;
    Timestamp said;
};

// Facts in the tokens [first, last), in order, not overlapping.
std::vector<FoundFact> findFacts(const FactContext& context, std::size_t first, std::size_t last);

} // namespace foreword
