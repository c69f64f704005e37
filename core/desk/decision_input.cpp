#include "core/desk/decision_input.h"

#include <algorithm>
#include <set>

#include "core/annotate/signal_evaluation.h"
#include "core/identity/normalize.h"

namespace foreword {
namespace {

// Others do not count.
std::vector<InteractionRecord> namedInteractions(const std::vector<Signal>& signals, const History& history)
{
    using Key = std::pair<std::string_view, std::string_view>;
    std::set<Key> named;
    for (const Signal& signal : signals) {
        for (const RecordKey& key : signal.interactions)
            named.emplace(key.source, key.id);
    }
    std::vector<InteractionRecord> found;
    std::ranges::copy_if(history.interactions, std::back_inserter(found),
                         [&](const InteractionRecord& record) { return named.contains(Key(record.key.source, record.key.id)); });
    return found;
}

} // namespace

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
    return makeDecisionInput(dictionary, charter, HistoryView(history, asOf), std::move(offers), channel);
}

DecisionInput makeDecisionInput(const Dictionary& dictionary, const Charter& charter, const HistoryView& view,
                                std::vector<OfferRecord> offers, ConsentChannel channel)
{
    const History& history = view.history();
    const Timestamp asOf = view.asOf();
    std::erase_if(offers, [&](const OfferRecord& offer) { return !isCandidate(offer, asOf, channel); });
    DecisionInput input;
    input.signals = evaluateSignals(dictionary, view, {asOf, channel, offers, charter.settings()});
    input.offers = std::move(offers);
    input.interactions = namedInteractions(input.signals, history);
    input.asOf = asOf;
    input.channel = channel;
    input.overrides = overridesOf(history, asOf);
    input.country = countryOf(history);
    return input;
}

} // namespace foreword
