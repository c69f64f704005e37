#include "core/policy/explanation.h"

#include <algorithm>

namespace foreword {
namespace {

bool isOverridden(const OfferDecision& offer, const RuleMatch& match)
{
    return std::ranges::find(offer.overrides, match.rule, &Override::rule) != offer.overrides.end();
}

// What is left of an offer's verdict when one rule does not count.
Verdict without(const OfferDecision& offer, const std::string& rule)
{
    Verdict verdict = Verdict::allow;
    if (offer.reason && offer.reason->rule != rule)
        verdict = offer.reason->verdict;
    for (const auto& match : offer.alsoMatched) {
        if (match.rule != rule && !isOverridden(offer, match))
            verdict = std::max(verdict, match.verdict);
    }
    return verdict;
}

} // namespace

Explanation explain(const Decision& decision, const OfferDecision& offer)
{
    Explanation explanation;
    explanation.offer = &offer;
    if (!offer.reason)
        return explanation;
    for (const auto& match : offer.alsoMatched) {
        if (match.verdict != Verdict::allow && !isOverridden(offer, match))
            explanation.alsoHold.push_back(&match);
    }
    explanation.withoutFirst = without(offer, offer.reason->rule);
    for (const auto& other : decision.offers) {
        if (other.verdict != Verdict::allow && without(other, offer.reason->rule) == Verdict::allow)
            explanation.freed.push_back(&other);
    }
    return explanation;
}

} // namespace foreword
