#include "core/desk/decision_input.h"

#include <algorithm>

#include "core/annotate/event_facts.h"
#include "core/annotate/signal_evaluation.h"
#include "core/identity/normalize.h"

namespace foreword {

std::vector<Override> overridesOf(const History& history)
{
    std::vector<Override> overrides;
    for (const auto& event : history.events) {
        // Nobody else's word opens an offer.
        if (event.name != "rule_overridden" || event.source != "foreword")
            continue;
        const EventFacts facts = factsOf(event);
        const auto until = Timestamp::parse(facts.value("until"));
        if (!until)
            continue;
        Override given;
        given.offer = {std::string(facts.value("offer_source")), std::string(facts.value("offer"))};
        given.rule = facts.value("rule");
        given.role = facts.value("role");
        given.by = facts.value("by");
        given.reason = facts.value("reason");
        given.text = facts.value("text");
        given.at = event.at;
        given.until = *until;
        overrides.push_back(std::move(given));
    }
    return overrides;
}

std::string countryOf(const History& history)
{
    for (const auto& record : history.records) {
        if (record.addresses.empty())
            continue;
        if (auto region = regionOf(record); !region.empty())
            return region;
    }
    return {};
}

DecisionInput makeDecisionInput(const Dictionary& dictionary, const Charter& charter, const History& history,
                                std::vector<OfferRecord> offers, Timestamp asOf, ConsentChannel channel)
{
    std::erase_if(offers, [&](const OfferRecord& offer) { return !isCandidate(offer, asOf, channel); });
    DecisionInput input;
    input.signals = evaluateSignals(dictionary, history, {asOf, channel, offers, charter.settings()});
    input.offers = std::move(offers);
    input.interactions = history.interactions;
    input.asOf = asOf;
    input.channel = channel;
    input.overrides = overridesOf(history);
    input.country = countryOf(history);
    return input;
}

} // namespace foreword
