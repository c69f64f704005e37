#include <algorithm>

#include "core/annotate/consent_reading.h"
#include "core/annotate/history_view.h"
#include "core/model/names.h"

namespace foreword {
namespace {

std::vector<const ConsentRecord*> marketingConsents(const HistoryView& view)
{
    std::vector<const ConsentRecord*> found;
    for (const ConsentRecord& consent : view.history().consents) {
        if (consent.purpose == "marketing" && view.exists(consent.at))
            found.push_back(&consent);
    }
    return found;
}

std::string describe(const ConsentRecord& consent)
{
    std::string text = "consent " + consent.source;
    if (!consent.id.empty())
        text += ":" + consent.id;
    text += " channel=";
    text += nameOf(consent.channel);
    text += " status=";
    text += nameOf(consent.status);
    text += " basis=";
    text += nameOf(consent.basis);
    return text;
}

// How old the copy is, where that is what speaks against a grant.
std::string copyNote(const ConsentReading& reading, const ConsentEntry& entry)
{
    const bool old = reading.ground == ConsentGround::copyTooOld && entry.record.status == ConsentStatus::granted && entry.copiedAt;
    return old ? " copied=" + entry.copiedAt->toString() : std::string();
}

// The channels an objection still covers after the opt-ins that followed it; nothing when it
// has ended, an empty list when it covers all.
std::optional<std::vector<std::string>> remainingScope(std::vector<std::string> scope, Timestamp objected,
                                                       const std::vector<const ConsentRecord*>& consents)
{
    for (const ConsentRecord* consent : consents) {
        if (!answers(*consent, objected))
            continue;
        if (consent->channel == ConsentChannel::any)
            return std::nullopt;
        if (scope.empty()) {
            for (const ConsentChannel channel : consentChannels)
                scope.emplace_back(nameOf(channel));
        }
        std::erase(scope, nameOf(consent->channel));
        if (scope.empty())
            return std::nullopt;
    }
    return scope;
}

// The value of an objection's cue: channels it names, separated by commas.
std::vector<std::string> namedScope(std::string_view value)
{
    std::vector<std::string> scope;
    while (!value.empty()) {
        const std::size_t comma = std::min(value.find(','), value.size());
        scope.emplace_back(value.substr(0, comma));
        value.remove_prefix(std::min(comma + 1, value.size()));
    }
    return scope;
}

} // namespace

std::optional<Signal> marketingObjection(const HistoryView& view, const DictionaryEntry& entry)
{
    const auto consents = marketingConsents(view);
    std::vector<StandingEvidence> standing;
    const auto add = [&](Evidence evidence, std::vector<std::string> scope, std::optional<std::uint32_t> interaction, bool confirmed) {
        const Timestamp at = evidence.at.value_or(Timestamp());
        if (auto left = remainingScope(std::move(scope), at, consents))
            standing.push_back({std::move(evidence), std::nullopt, interaction, confirmed, *std::move(left)});
    };
    for (const ConsentRecord* consent : consents) {
        if (consent->status != ConsentStatus::objected)
            continue;
        std::vector<std::string> scope;
        if (consent->channel != ConsentChannel::any)
            scope.emplace_back(nameOf(consent->channel));
        add(HistoryView::field(describe(*consent), std::string(nameOf(consent->status)), consent->at), std::move(scope), std::nullopt,
            true);
    }
    for (const EventFacts& event : view.events()) {
        if (event.name() != entry.id || !view.stands(view.recordedEnd(entry, event.at())))
            continue;
        const auto channel = fromName<ConsentChannel>(event.value("channel"));
        std::vector<std::string> scope;
        if (channel && *channel != ConsentChannel::any)
            scope.emplace_back(nameOf(*channel));
        add(HistoryView::field(describe(event), event.name(), event.at()), std::move(scope), std::nullopt, true);
    }
    for (const HistoryView::Mark& cue : view.cuesOf(entry.id)) {
        if (Evidence evidence = view.quote(cue.message, *cue.annotation); evidence.citation)
            add(std::move(evidence), namedScope(cue.annotation->value), view.history().messages[cue.message].interaction, false);
    }
    return signalOf(view, entry, std::move(standing));
}

bool optedInAfter(const HistoryView& view, Timestamp at)
{
    return !remainingScope({}, at, marketingConsents(view));
}

std::optional<Signal> consentNotShown(const HistoryView& view, const DictionaryEntry& entry, const SignalSettings& settings,
                                      ConsentChannel channel)
{
    const auto reading = readConsent(view.history(), "marketing", channel, view.asOf(), settings);
    if (reading.state == ConsentState::granted)
        return std::nullopt;
    std::vector<StandingEvidence> against;
    for (const ConsentEntry& found : reading.entries) {
        if (found.counts)
            against.push_back({HistoryView::field(describe(found.record) + copyNote(reading, found),
                                                  std::string(nameOf(found.record.status)), found.record.at),
                               std::nullopt,
                               std::nullopt,
                               true,
                               {}});
    }
    if (against.empty()) {
        Evidence none;
        none.field = "consent purpose=marketing channel=" + std::string(nameOf(channel));
        none.quote = "none";
        against.push_back({std::move(none), std::nullopt, std::nullopt, true, {}});
    }
    for (StandingEvidence& piece : against)
        piece.scope = {std::string(nameOf(channel))};
    return signalOf(view, entry, std::move(against));
}

} // namespace foreword
