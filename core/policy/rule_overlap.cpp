#include "core/policy/rule_overlap.h"

#include <algorithm>
#include <set>

namespace foreword {
namespace {

struct Condition {
    std::set<std::string> all, any;
    SignalState minState = SignalState::suspected;
    SignalState maxState = SignalState::confirmed;
    int minCount = 0, afterWorkingDays = 0;
    bool onlyCredit = false, onlyComplex = false;
    bool operator==(const Condition&) const = default;
};

// One alternative is no alternative.
Condition conditionOf(const Rule& rule)
{
    Condition condition{{rule.all.begin(), rule.all.end()},
                        {rule.any.begin(), rule.any.end()},
                        rule.minState,
                        rule.maxState,
                        rule.minCount,
                        rule.afterWorkingDays,
                        rule.onlyCredit,
                        rule.onlyComplex};
    if (condition.any.size() == 1)
        condition.all.merge(condition.any);
    return condition;
}

// Whenever `narrow` holds, `wide` holds.
bool implies(const Condition& narrow, const Condition& wide)
{
    if (wide.minState > narrow.minState || wide.maxState < narrow.maxState || !std::ranges::includes(narrow.all, wide.all))
        return false;
    if (wide.minCount > narrow.minCount || wide.afterWorkingDays > narrow.afterWorkingDays)
        return false;
    if ((wide.onlyCredit && !narrow.onlyCredit) || (wide.onlyComplex && !narrow.onlyComplex))
        return false;
    if (wide.any.empty())
        return true;
    const bool certain = std::ranges::any_of(wide.any, [&](const auto& id) { return narrow.all.contains(id); });
    return certain || (!narrow.any.empty() && std::ranges::includes(wide.any, narrow.any));
}

bool share(const std::vector<OfferKind>& a, const std::vector<OfferKind>& b)
{
    return std::ranges::any_of(a, [&](OfferKind kind) { return std::ranges::find(b, kind) != b.end(); });
}

// Ends of one kind are compared by their days; when it is looked at again is no end.
bool endsNoEarlier(const RuleEnd& a, const RuleEnd& b)
{
    if (a.empty())
        return true;
    const bool oneKind = a.event == b.event && (a.days == 0) == (b.days == 0) && (a.workingDays == 0) == (b.workingDays == 0);
    return oneKind && a.plusDays >= b.plusDays && a.days >= b.days && a.workingDays >= b.workingDays;
}

} // namespace

std::vector<OfferKind> kindsReached(const Rule& rule)
{
    if (rule.offer == Verdict::allow)
        return {};
    if (!rule.kinds.empty())
        return rule.kinds;
    return {OfferKind::marketing, OfferKind::upsell, OfferKind::retention};
}

bool conflictingOutcomes(const Rule& a, const Rule& b)
{
    if (conditionOf(a) != conditionOf(b))
        return false;
    if (a.conversation != Posture::normal && b.conversation != Posture::normal && a.conversation != b.conversation)
        return true;
    return share(kindsReached(a), kindsReached(b)) && (a.offer != b.offer || a.until != b.until);
}

std::string loosening(const Rule& base, const Rule& rule)
{
    if (!implies(conditionOf(base), conditionOf(rule)))
        return "its condition is narrower";
    if (rule.rank > base.rank)
        return "its rank is lower";
    if (rule.offer < base.offer)
        return "its verdict is milder";
    if (rule.conversation < base.conversation)
        return "its posture is milder";
    if (!std::ranges::includes(kindsReached(rule), kindsReached(base)))
        return "it reaches fewer kinds of offer";
    if (!endsNoEarlier(rule.until, base.until))
        return "it may end earlier";
    if (rule.overrideMaxHours > base.overrideMaxHours)
        return base.overrideRole.empty() ? "it can be overridden" : "it can be overridden for longer";
    return {};
}

bool shadows(const Rule& rule, const Rule& other)
{
    if (!implies(conditionOf(other), conditionOf(rule)))
        return false;
    if (rule.rank > other.rank || rule.offer < other.offer || rule.conversation < other.conversation)
        return false;
    return endsNoEarlier(rule.until, other.until) && std::ranges::includes(kindsReached(rule), kindsReached(other));
}

} // namespace foreword
