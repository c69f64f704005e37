// What makes a signal of standing evidence.
#include <algorithm>
#include <set>
#include <tuple>

#include "core/annotate/history_view.h"
#include "core/model/names.h"

namespace foreword {
namespace {

std::optional<Timestamp> latestEnd(const std::vector<StandingEvidence>& evidence)
{
    std::optional<Timestamp> latest;
    for (const StandingEvidence& piece : evidence) {
        if (!piece.end)
            return std::nullopt;
        if (!latest || *latest < *piece.end)
            latest = piece.end;
    }
    return latest;
}

bool comesBefore(const StandingEvidence& a, const StandingEvidence& b)
{
    const auto at = [](const Evidence& evidence) { return evidence.at ? evidence.at->micros() : 0; };
    const Evidence &x = a.evidence, &y = b.evidence;
    if (at(x) != at(y))
        return at(x) < at(y);
    if (x.citation != y.citation)
        return x.citation < y.citation;
    return std::tie(x.field, x.quote) < std::tie(y.field, y.quote);
}

} // namespace

std::optional<Timestamp> earlierEnd(std::optional<Timestamp> a, std::optional<Timestamp> b)
{
    if (!a || !b)
        return a ? a : b;
    return std::min(*a, *b);
}

std::optional<Signal> signalOf(const HistoryView& view, const DictionaryEntry& entry, std::vector<StandingEvidence> evidence)
{
    if (evidence.empty())
        return std::nullopt;
    std::ranges::stable_sort(evidence, comesBefore);
    Signal signal;
    signal.id = entry.id;
    signal.rank = entry.rank;
    signal.state = SignalState::suspected;
    signal.until = latestEnd(evidence);
    signal.endsBy = signal.until && entry.endsBy != "window" ? std::string() : entry.endsBy;
    bool everywhere = false;
    std::set<std::uint32_t> about;
    for (StandingEvidence& piece : evidence) {
        signal.count = std::max(signal.count, piece.count);
        if (piece.confirmed)
            signal.state = SignalState::confirmed;
        if (piece.evidence.at && (!signal.since || *piece.evidence.at < *signal.since))
            signal.since = piece.evidence.at;
        if (piece.interaction)
            about.insert(*piece.interaction);
        everywhere = everywhere || piece.scope.empty();
        signal.scope.insert(signal.scope.end(), piece.scope.begin(), piece.scope.end());
        signal.evidence.push_back(std::move(piece.evidence));
    }
    for (const std::uint32_t interaction : about)
        signal.interactions.push_back(view.interaction(interaction).key);
    std::ranges::sort(signal.interactions);
    signal.interactions.erase(std::ranges::unique(signal.interactions).begin(), signal.interactions.end());
    std::ranges::sort(signal.scope);
    signal.scope.erase(std::ranges::unique(signal.scope).begin(), signal.scope.end());
    if (everywhere)
        signal.scope.clear();
    return signal;
}

std::vector<StandingEvidence> textEvidence(const HistoryView& view, const DictionaryEntry& entry)
{
    std::vector<StandingEvidence> found;
    for (const HistoryView::Mark& cue : view.cuesOf(entry.id)) {
        const HistoryMessage& message = view.history().messages[cue.message];
        const auto end = view.endOf(entry, message.at, message.interaction);
        if (!view.stands(end))
            continue;
        Evidence evidence = view.quote(cue.message, *cue.annotation);
        if (evidence.citation)
            found.push_back({std::move(evidence), end, message.interaction, false, {}});
    }
    return found;
}

std::vector<StandingEvidence> kindEvidence(const HistoryView& view, const DictionaryEntry& entry)
{
    std::vector<StandingEvidence> found;
    for (std::uint32_t i = 0; i < view.history().interactions.size(); ++i) {
        const InteractionRecord& interaction = view.interaction(i);
        if (!view.interactionExists(i) || std::ranges::find(entry.kinds, interaction.kind) == entry.kinds.end())
            continue;
        const auto end = view.endOf(entry, interaction.openedAt, i);
        const std::string kind(nameOf(interaction.kind));
        if (view.stands(end))
            found.push_back({HistoryView::field(view.describe(i) + " kind=" + kind, kind, interaction.openedAt), end, i, true, {}});
    }
    return found;
}

} // namespace foreword
