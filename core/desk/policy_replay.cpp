#include "core/desk/policy_replay.h"

#include <algorithm>
#include <optional>

#include "core/desk/decision_input.h"
#include "core/desk/promise_times.h"
#include "core/store/reading.h"

namespace foreword {
namespace {

std::string ruleOf(const std::optional<RuleMatch>& reason)
{
    return reason ? reason->rule : std::string();
}

using Matches = std::map<std::string, const RuleMatch*>;

VerdictEnd endOf(const OfferDecision& offer)
{
    return {offer.until, offer.untilEvent, offer.untilPlusDays};
}

// What stops the offer: rules that were overridden for it do not.
Matches stopping(const OfferDecision& offer)
{
    Matches rules;
    const auto add = [&](const RuleMatch& match) {
        const bool lifted = std::ranges::find(offer.overrides, match.rule, &Override::rule) != offer.overrides.end();
        if (match.verdict > Verdict::allow && !lifted)
            rules.emplace(match.rule, &match);
    };
    if (offer.reason)
        add(*offer.reason);
    std::ranges::for_each(offer.alsoMatched, add);
    return rules;
}

Matches raising(const Decision& decision)
{
    Matches rules;
    for (const RuleMatch& match : decision.matched) {
        if (match.posture > Posture::normal)
            rules.emplace(match.rule, &match);
    }
    return rules;
}

// `same` says whether a rule that matched both times does the same.
template <class Same>
std::vector<RuleChange> changesBetween(const Matches& before, const Matches& after, Same same)
{
    std::vector<RuleChange> changes;
    for (const auto& [rule, match] : before) {
        const auto now = after.find(rule);
        if (now == after.end())
            changes.push_back({rule, RuleChange::Kind::removed});
        else if (!same(*match, *now->second))
            changes.push_back({rule, RuleChange::Kind::changed});
    }
    for (const auto& [rule, match] : after) {
        if (!before.contains(rule))
            changes.push_back({rule, RuleChange::Kind::added});
    }
    std::ranges::sort(changes, {}, &RuleChange::rule);
    return changes;
}

bool stopsAlike(const RuleMatch& a, const RuleMatch& b)
{
    return a.verdict == b.verdict && a.until == b.until && a.untilEvent == b.untilEvent && a.untilPlusDays == b.untilPlusDays;
}

bool raisesAlike(const RuleMatch& a, const RuleMatch& b)
{
    return a.posture == b.posture;
}

void compareOffers(const Decision& before, const Decision& after, ChangedCustomer& changed)
{
    std::map<RecordKey, const OfferDecision*> earlier;
    for (const auto& offer : before.offers)
        earlier.emplace(offer.offer, &offer);
    for (const auto& offer : after.offers) {
        const auto found = earlier.find(offer.offer);
        if (found == earlier.end())
            continue;
        const OfferDecision& then = *found->second;
        if (then.verdict == offer.verdict && endOf(then) == endOf(offer))
            continue;
        changed.offers.push_back({offer.offer, then.verdict, offer.verdict, endOf(then), endOf(offer), ruleOf(then.reason),
                                  ruleOf(offer.reason), changesBetween(stopping(then), stopping(offer), stopsAlike)});
    }
    std::ranges::sort(changed.offers, {}, &ChangedOffer::offer);
}

std::optional<ChangedCustomer> compare(const Decision& before, const Decision& after)
{
    ChangedCustomer changed;
    changed.postureBefore = before.posture;
    changed.postureAfter = after.posture;
    changed.ruleBefore = ruleOf(before.postureReason);
    changed.ruleAfter = ruleOf(after.postureReason);
    if (before.posture != after.posture)
        changed.postureRules = changesBetween(raising(before), raising(after), raisesAlike);
    compareOffers(before, after, changed);
    if (changed.offers.empty() && before.posture == after.posture)
        return std::nullopt;
    return changed;
}

void count(PolicyDifference& difference, const ChangedCustomer& changed)
{
    for (const RuleChange& change : changed.postureRules)
        ++difference.byRule[change.rule];
    for (const ChangedOffer& offer : changed.offers) {
        for (const RuleChange& change : offer.rules)
            ++difference.byRule[change.rule];
        ++difference.byOffer[offer.offer.source + ":" + offer.offer.id];
    }
}

// The same facts under another charter: signals are made again only where its settings differ, or
// its calendar, by which promises are due in `history`.
DecisionInput inputUnder(const Dictionary& dictionary, const Charter& before, const Charter& after, const History& history,
                         DecisionInput input)
{
    if (before.settings() == after.settings() && before.calendar() == after.calendar())
        return input;
    return makeDecisionInput(dictionary, after, history, std::move(input.offers), input.asOf, input.channel);
}

} // namespace

std::string_view nameOf(RuleChange::Kind kind)
{
    switch (kind) {
    case RuleChange::Kind::added: return "added";
    case RuleChange::Kind::removed: return "removed";
    case RuleChange::Kind::changed: break;
    }
    return "changed";
}

Result<PolicyDifference> replayUnder(Connection& connection, const Dictionary& dictionary, const Charter& before, const Charter& after,
                                     Timestamp asOf, ConsentChannel channel, const std::function<void(int)>& progress,
                                     const CancelToken& cancel)
{
    PolicyDifference difference;
    FOREWORD_TRY(const auto offers, RecordTable(connection).offers());
    FOREWORD_TRY(const auto persons, PersonTable(connection).all());
    for (const auto person : persons) {
        FOREWORD_TRY(auto found, readHistoryIfThere(connection, person, cancel));
        if (!found)
            continue;
        History& history = *found;
        std::optional<History> byTheOther;
        if (before.calendar() != after.calendar()) {
            byTheOther = history;
            readPromisesAtHome(*byTheOther, after.calendar());
        }
        readPromisesAtHome(history, before.calendar());
        const auto input = makeDecisionInput(dictionary, before, history, offers, asOf, channel);
        const auto then = decide(before, dictionary, input);
        const auto now = decide(after, dictionary, inputUnder(dictionary, before, after, byTheOther ? *byTheOther : history, input));
        if (auto changed = compare(then, now)) {
            changed->customer = history.records.front().key;
            count(difference, *changed);
            difference.changed.push_back(*std::move(changed));
        }
        progress(++difference.customers);
    }
    return difference;
}

} // namespace foreword
