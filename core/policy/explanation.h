// Why an offer has its verdict and what would change it, out of the decision alone. Pure.
#pragma once

#include <string>
#include <vector>

#include "core/model/decision.h"

namespace foreword {

struct Explanation {
    const OfferDecision* offer = nullptr;
    std::vector<const RuleMatch*> alsoHold; // other rules that hold or suppress it as well
    Verdict withoutFirst = Verdict::allow;  // what it would be without the first reason
    // Offers of this decision that would be allowed if the first reason's rule did not match.
    std::vector<const OfferDecision*> freed;
};

// Refers to the decision.
Explanation explain(const Decision& decision, const OfferDecision& offer);

} // namespace foreword
