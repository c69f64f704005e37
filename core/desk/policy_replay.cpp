#include "core/desk/policy_replay.h"

#include <algorithm>
#include <optional>

#include "core/annotate/signal_evaluation.h"
#include "core/desk/decision_input.h"
#include "core/store/reading.h"

namespace foreword {
namespace {

std::string ruleOf(const std::optional<RuleMatch>& reason)
{
    return reason ? reason->rule : std::string();
}

void count(PolicyDifference& difference, const std::string& ruleBefore, const std::string& ruleAfter)
{
    // The rule that now decides, or the one that no longer does.
    const std::string& rule = ruleAfter.empty() || ruleAfter == ruleBefore ? ruleBefore : ruleAfter;
    ++difference.byRule[rule];
}

std::optional<ChangedCustomer> compare(const Decision& before, const Decision& after)
{
    ChangedCustomer changed;
    changed.postureBefore = before.posture;
    changed.postureAfter = after.posture;
    changed.ruleBefore = ruleOf(before.postureReason);
    changed.ruleAfter = ruleOf(after.postureReason);
    std::map<RecordKey, const OfferDecision*> then;
    for (const auto& offer : before.offers)
        then.emplace(offer.offer, &offer);
    for (const auto& offer : after.offers) {
        const auto found = then.find(offer.offer);
        if (found != then.end() && found->second->verdict != offer.verdict)
            changed.offers.push_back(
                {offer.offer, found->second->verdict, offer.verdict, ruleOf(found->second->reason), ruleOf(offer.reason)});
    }
    std::ranges::sort(changed.offers, {}, &ChangedOffer::offer);
    if (changed.offers.empty() && changed.postureBefore == changed.postureAfter)
        return std::nullopt;
    return changed;
}

// The same facts under another charter: signals are made again only where its settings differ.
DecisionInput inputUnder(const Dictionary& dictionary, const Charter& before, const Charter& after, const History& history,
                         DecisionInput input)
{
    if (before.settings() == after.settings())
        return input;
    input.signals = evaluateSignals(dictionary, history, {input.asOf, input.channel, input.offers, after.settings()});
    return input;
}

} // namespace

Result<PolicyDifference> replayUnder(Connection& connection, const Dictionary& dictionary, const Charter& before, const Charter& after,
                                     Timestamp asOf, ConsentChannel channel, const std::function<void(int)>& progress,
                                     const CancelToken& cancel)
{
    PolicyDifference difference;
    FOREWORD_TRY(const auto offers, RecordTable(connection).offers());
    FOREWORD_TRY(const auto persons, PersonTable(connection).all());
    for (const auto person : persons) {
        FOREWORD_TRY(const auto history, readHistory(connection, person, cancel));
        const auto input = makeDecisionInput(dictionary, before, history, offers, asOf, channel);
        const auto then = decide(before, dictionary, input);
        const auto now = decide(after, dictionary, inputUnder(dictionary, before, after, history, input));
        if (auto changed = compare(then, now)) {
            changed->customer = history.records.front().key;
            if (changed->postureBefore != changed->postureAfter)
                count(difference, changed->ruleBefore, changed->ruleAfter);
            for (const auto& offer : changed->offers) {
                count(difference, offer.ruleBefore, offer.ruleAfter);
                ++difference.byOffer[offer.offer.source + ":" + offer.offer.id];
            }
            difference.changed.push_back(*std::move(changed));
        }
        progress(++difference.customers);
    }
    return difference;
}

} // namespace foreword
