// Signals out of offers: how they were chosen, shown and answered.
#include <algorithm>
#include <array>
#include <set>

#include "core/annotate/history_view.h"
#include "core/model/names.h"

namespace foreword {
namespace {

constexpr std::array<std::string_view, 7> specialCategories = {"health", "religion",  "ethnicity", "politics",
                                                               "union",  "sexuality", "biometrics"};

bool isSpecialCategory(std::string_view chosenBy)
{
    constexpr std::string_view inferred = "inferred_";
    if (chosenBy.starts_with(inferred))
        chosenBy.remove_prefix(inferred.size());
    return std::ranges::find(specialCategories, chosenBy) != specialCategories.end();
}

// Refused, or shown and left without an answer for so long that it counts as ignored.
bool isDeclined(const HistoryView& view, const EventFacts& event, int ignoredAfterDays)
{
    if (event.name() == "offer_declined")
        return true;
    if (event.name() != "offer_shown")
        return false;
    const Timestamp ignored = event.at().plusDays(ignoredAfterDays);
    if (view.asOf() < ignored)
        return false;
    return std::ranges::none_of(view.events(), [&](const EventFacts& answer) {
        const bool answers = answer.name() == "offer_accepted" || answer.name() == "offer_declined";
        return answers && answer.value("offer") == event.value("offer") && answer.at() >= event.at() && answer.at() < ignored;
    });
}

// Whoever takes an offer has not refused it before.
Timestamp lastAccepted(const HistoryView& view, std::string_view offer)
{
    Timestamp last;
    for (const EventFacts& event : view.events()) {
        if (event.name() == "offer_accepted" && event.value("offer") == offer)
            last = std::max(last, event.at());
    }
    return last;
}

} // namespace

// Offers shown in the window; below the cap again when as many as it allows have left it.
std::vector<StandingEvidence> usedUpContacts(const HistoryView& view, const SignalSettings& settings, ConsentChannel channel)
{
    std::vector<StandingEvidence> found;
    for (const auto& [name, cap] : settings.contactCaps) {
        if (cap <= 0 || (channel != ConsentChannel::any && name != nameOf(channel)))
            continue;
        std::vector<const EventFacts*> shown;
        for (const EventFacts& event : view.events()) {
            const bool recent = view.asOf() < event.at().plusDays(settings.contactDays);
            if (event.name() == "offer_shown" && event.value("channel") == name && recent)
                shown.push_back(&event);
        }
        if (shown.size() < static_cast<std::size_t>(cap))
            continue;
        const Timestamp end = shown[shown.size() - static_cast<std::size_t>(cap)]->at().plusDays(settings.contactDays);
        for (const EventFacts* event : shown)
            found.push_back({HistoryView::field(describe(*event), event->name(), event->at()), end, std::nullopt, true, {name}});
    }
    return found;
}

// The days slide and end now, so that the second newest is the one that leaves them.
std::vector<Signal> declinedOffers(const HistoryView& view, const DictionaryEntry& entry, const SignalSettings& settings)
{
    // Events name an offer by its id; whose it is only its record says.
    std::set<std::string, std::less<>> offers;
    for (const EventFacts& event : view.events()) {
        if (event.name().starts_with("offer_") && !event.value("offer").empty())
            offers.emplace(event.value("offer"));
    }
    std::vector<Signal> signals;
    for (const std::string& offer : offers) {
        const Timestamp accepted = lastAccepted(view, offer);
        std::vector<const EventFacts*> declined;
        for (const EventFacts& event : view.events()) {
            const bool recent = view.asOf() <= event.at().plusDays(settings.declinedDays);
            if (event.value("offer") == offer && recent && event.at() > accepted && isDeclined(view, event, settings.ignoredAfterDays))
                declined.push_back(&event);
        }
        const auto times = static_cast<std::size_t>(settings.declinedTimes);
        if (declined.size() < times)
            continue;
        const Timestamp end = earlierEnd(declined[declined.size() - times]->at().plusDays(settings.declinedDays),
                                         declined.back()->at().plusDays(entry.endsAfterDays))
                                  .value();
        std::vector<StandingEvidence> evidence;
        for (const EventFacts* event : declined)
            evidence.push_back({HistoryView::field(describe(*event), event->name(), event->at()),
                                end,
                                std::nullopt,
                                true,
                                {},
                                static_cast<int>(declined.size())});
        if (auto signal = signalOf(view, entry, std::move(evidence))) {
            signal->offers = {{declined.back()->record->source, offer}};
            signals.push_back(*std::move(signal));
        }
    }
    return signals;
}

std::vector<Signal> sensitiveAudiences(const HistoryView& view, const DictionaryEntry& entry, std::span<const OfferRecord> offers)
{
    std::vector<Signal> signals;
    for (const OfferRecord& offer : offers) {
        std::vector<StandingEvidence> evidence;
        for (const std::string& chosenBy : offer.selectedBy) {
            if (isSpecialCategory(chosenBy))
                evidence.push_back({HistoryView::field("offer " + offer.key.source + ":" + offer.key.id + " selected_by=" + chosenBy,
                                                       chosenBy, std::nullopt),
                                    std::nullopt,
                                    std::nullopt,
                                    true,
                                    {}});
        }
        if (auto signal = signalOf(view, entry, std::move(evidence))) {
            signal->offers = {offer.key};
            signals.push_back(*std::move(signal));
        }
    }
    return signals;
}

} // namespace foreword
