#include "core/annotate/history_view.h"

#include <algorithm>
#include <tuple>

#include "core/model/names.h"
#include "core/text/folded_text.h"

namespace foreword {
namespace {

// Fewer words than this may well be a name or a number, in whatever language.
constexpr std::size_t fewestWords = 3;

bool wasRead(const HistoryMessage& message)
{
    return std::ranges::any_of(message.annotations,
                               [](const Annotation& found) { return found.kind == AnnotationKind::sentence && !found.value.empty(); });
}

std::size_t wordCount(std::string_view text)
{
    std::size_t count = 0;
    const FoldedText folded(text);
    for (const FoldedToken& token : folded.tokens())
        count += token.kind == TokenKind::word && token.length > 1 ? 1 : 0;
    return count;
}

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

auto evidenceOrder(const StandingEvidence& piece)
{
    const Evidence& e = piece.evidence;
    return std::make_tuple(e.at ? e.at->micros() : 0, e.citation.has_value(), e.citation ? e.citation->message() : MessageKey(),
                           e.citation ? e.citation->span() : Span(), e.field, e.quote);
}

} // namespace

HistoryView::HistoryView(const History& history, Timestamp asOf)
    : m_history(history), m_asOf(asOf), m_ofInteraction(history.interactions.size())
{
    indexMessages();
    m_closed.reserve(history.interactions.size());
    for (std::uint32_t i = 0; i < history.interactions.size(); ++i)
        m_closed.push_back(closing(i));
    for (const EventRecord& event : history.events) {
        if (exists(event.at))
            m_events.push_back(factsOf(event));
    }
}

// One pass, so that no signal has to look through the history for itself.
void HistoryView::indexMessages()
{
    for (std::size_t i = 0; i < m_history.messages.size(); ++i) {
        const HistoryMessage& message = m_history.messages[i];
        if (message.interaction < m_ofInteraction.size())
            m_ofInteraction[message.interaction].push_back(i);
        if (!exists(message.at) || message.sender != Sender::customer || message.visibility != Visibility::visible)
            continue;
        m_customerMessages.push_back(i);
        for (const Annotation& annotation : message.annotations) {
            if (annotation.kind == AnnotationKind::cue)
                m_cues[annotation.label].push_back({i, &annotation});
        }
    }
    // A short one may be excused by others of its interaction, so all must be known.
    std::ranges::copy_if(m_customerMessages, std::back_inserter(m_unreadable), [this](std::size_t i) { return unreadable(i); });
}

std::span<const HistoryView::Cue> HistoryView::cuesOf(std::string_view signal) const
{
    const auto found = m_cues.find(signal);
    return found == m_cues.end() ? std::span<const Cue>() : std::span<const Cue>(found->second);
}

// A closed interaction without a time of closing was closed when it was last heard of.
std::optional<Timestamp> HistoryView::closing(std::uint32_t index) const
{
    const InteractionRecord& record = m_history.interactions[index];
    if (record.closedAt)
        return exists(*record.closedAt) ? record.closedAt : std::nullopt;
    if (record.status != InteractionStatus::closed && record.status != InteractionStatus::resolved)
        return std::nullopt;
    Timestamp last = record.openedAt;
    if (record.updatedAt && exists(*record.updatedAt))
        last = std::max(last, *record.updatedAt);
    for (const std::size_t i : m_ofInteraction[index]) {
        if (exists(m_history.messages[i].at))
            last = std::max(last, m_history.messages[i].at);
    }
    return exists(last) ? std::optional(last) : std::nullopt;
}

bool HistoryView::readElsewhere(std::uint32_t interaction) const
{
    return interaction < m_ofInteraction.size()
        && std::ranges::any_of(
               m_ofInteraction[interaction],
               [&](std::size_t other) {
                   const HistoryMessage& message = m_history.messages[other];
                   return exists(message.at) && message.sender == Sender::customer && message.visibility == Visibility::visible
                       && wasRead(message);
               });
}

bool HistoryView::unreadable(std::size_t index) const
{
    const HistoryMessage& message = m_history.messages[index];
    if (wasRead(message))
        return false;
    const std::size_t words = wordCount(message.text);
    if (!message.language.empty())
        return words > 0;
    return words >= fewestWords && !readElsewhere(message.interaction);
}

std::optional<std::uint32_t> HistoryView::interactionOf(const EventFacts& event) const
{
    const auto id = event.value("interaction");
    std::optional<std::uint32_t> found;
    for (std::uint32_t i = 0; i < m_history.interactions.size() && !id.empty(); ++i) {
        const RecordKey& key = interaction(i).key;
        // Another system may refer to it; its own one is meant where there are two.
        if (key.id == id && (!found || key.source == event.record->source))
            found = i;
    }
    return found;
}

std::optional<std::uint32_t> HistoryView::openAt(Timestamp at) const
{
    for (auto i = static_cast<std::uint32_t>(m_history.interactions.size()); i-- > 0;) {
        if (interaction(i).openedAt <= at && (!m_closed[i] || at < *m_closed[i]))
            return i;
    }
    return std::nullopt;
}

std::optional<Timestamp> HistoryView::endOf(const DictionaryEntry& entry, Timestamp at, std::optional<std::uint32_t> interaction) const
{
    const auto recorded = recordedEnd(entry, at, interaction);
    if (entry.endsBy == "interaction.closed" || entry.endsBy == "conversation") {
        const auto closed = interaction ? closedAt(*interaction) : std::nullopt;
        return earlierEnd(recorded, closed ? std::optional(closed->plusDays(entry.endsByPlusDays)) : std::nullopt);
    }
    if (entry.endsAfterDays > 0)
        return earlierEnd(recorded, at.plusDays(entry.endsAfterDays));
    return recorded;
}

std::optional<Timestamp> HistoryView::recordedEnd(const DictionaryEntry& entry, Timestamp at,
                                                  std::optional<std::uint32_t> interaction) const
{
    std::optional<Timestamp> end;
    for (const EventFacts& event : m_events) {
        if (event.at() < at)
            continue;
        const std::string_view name = event.name();
        const bool closed = name == "signal_closed" && event.value("signal") == entry.id;
        const bool ended = (name.size() == entry.id.size() + 6 && name.starts_with(entry.id) && name.ends_with("_ended"))
            || std::ranges::find(entry.endedBy, name) != entry.endedBy.end();
        if (!closed && !ended)
            continue;
        // One that names a conversation ends what was said in that one.
        const auto about = interaction ? interactionOf(event) : std::nullopt;
        if (about && about != interaction)
            continue;
        if (ended && entry.rank != Rank::p0)
            end = earlierEnd(end, event.at().plusDays(entry.endsByPlusDays));
        else if (closed)
            end = earlierEnd(end, event.at());
    }
    return end;
}

std::string HistoryView::describe(std::uint32_t index) const
{
    const RecordKey& key = interaction(index).key;
    return "interaction " + key.source + ":" + key.id;
}

Evidence HistoryView::quote(std::size_t index, const Annotation& cue) const
{
    const HistoryMessage& message = m_history.messages[index];
    Evidence evidence;
    evidence.citation = Citation::of(message.messageKey(), message.text, cue.span);
    if (evidence.citation)
        evidence.quote = std::string(cue.span.in(message.text));
    evidence.sender = message.sender;
    evidence.senderName = message.senderName;
    evidence.at = message.at;
    return evidence;
}

Evidence HistoryView::field(std::string name, std::string value, std::optional<Timestamp> at)
{
    Evidence evidence;
    evidence.field = std::move(name);
    evidence.quote = std::move(value);
    evidence.at = at;
    return evidence;
}

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
    std::ranges::stable_sort(evidence, {}, evidenceOrder);
    Signal signal;
    signal.id = entry.id;
    signal.rank = entry.rank;
    signal.state = SignalState::suspected;
    signal.until = latestEnd(evidence);
    signal.endsBy = signal.until && entry.endsBy != "window" ? std::string() : entry.endsBy;
    bool everywhere = false;
    for (StandingEvidence& piece : evidence) {
        signal.count = std::max(signal.count, piece.count);
        if (piece.confirmed)
            signal.state = SignalState::confirmed;
        if (piece.evidence.at && (!signal.since || *piece.evidence.at < *signal.since))
            signal.since = piece.evidence.at;
        if (piece.interaction) {
            const RecordKey& key = view.interaction(*piece.interaction).key;
            if (std::ranges::find(signal.interactions, key) == signal.interactions.end())
                signal.interactions.push_back(key);
        }
        everywhere = everywhere || piece.scope.empty();
        signal.scope.insert(signal.scope.end(), piece.scope.begin(), piece.scope.end());
        signal.evidence.push_back(std::move(piece.evidence));
    }
    std::ranges::sort(signal.interactions);
    std::ranges::sort(signal.scope);
    signal.scope.erase(std::ranges::unique(signal.scope).begin(), signal.scope.end());
    if (everywhere)
        signal.scope.clear();
    return signal;
}

std::vector<StandingEvidence> textEvidence(const HistoryView& view, const DictionaryEntry& entry)
{
    std::vector<StandingEvidence> found;
    for (const HistoryView::Cue& cue : view.cuesOf(entry.id)) {
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
