#include "core/desk/decision_input.h"

#include <algorithm>

#include "core/annotate/signal_evaluation.h"
#include "core/identity/normalize.h"

namespace foreword {

std::vector<Override> overridesOf(const History& history, Timestamp asOf)
{
    std::vector<Override> overrides;
    for (const auto& kept : history.overrides) {
        if (auto given = standing(kept, asOf))
            overrides.push_back(*std::move(given));
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
    input.overrides = overridesOf(history, asOf);
    input.country = countryOf(history);
    return input;
}

} // namespace foreword
