#include "core/annotate/history_view.h"

#include <algorithm>
#include <type_traits>

#include "core/text/folded_text.h"

namespace foreword {

// A history that grows moves its messages; what marks point to must stay where it is.
static_assert(std::is_nothrow_move_constructible_v<HistoryMessage>);

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

} // namespace

HistoryView::HistoryView(const History& history, Timestamp asOf)
    : m_history(history), m_asOf(asOf), m_closed(history.interactions.size()), m_ofInteraction(history.interactions.size())
{
    for (std::size_t i = 0; i < history.messages.size(); ++i)
        index(i);
    for (std::uint32_t i = 0; i < history.interactions.size(); ++i)
        settle(i);
    readEvents();
}

void HistoryView::messageAdded()
{
    index(m_history.messages.size() - 1);
    if (const auto interaction = m_history.messages.back().interaction; interaction < m_closed.size())
        m_closed[interaction] = closing(interaction);
}

void HistoryView::interactionChanged(std::uint32_t index)
{
    m_closed.resize(m_history.interactions.size());
    m_ofInteraction.resize(m_history.interactions.size());
    settle(index);
    ++m_changes;
}

void HistoryView::eventsChanged()
{
    m_events.clear();
    readEvents();
    ++m_changes;
}

bool HistoryView::comesLater(Timestamp at)
{
    if (exists(at))
        return false;
    m_next = std::min(m_next.value_or(at), at);
    return true;
}

// So that no signal has to look through the history for itself.
void HistoryView::index(std::size_t i)
{
    const HistoryMessage& message = m_history.messages[i];
    if (comesLater(message.at))
        return;
    const bool known = message.interaction < m_ofInteraction.size();
    if (known)
        m_ofInteraction[message.interaction].push_back(i);
    if (!message.redactions.empty())
        m_masked.push_back(i);
    if (message.visibility != Visibility::visible)
        return;
    const bool customer = message.sender == Sender::customer;
    for (const Annotation& annotation : message.annotations) {
        if (customer && annotation.kind == AnnotationKind::cue)
            m_cues[annotation.label].push_back({i, &annotation});
        else if (!customer && annotation.kind == AnnotationKind::promise)
            m_promises.push_back({i, &annotation});
        else if (!customer && annotation.kind == AnnotationKind::moved)
            m_moves.push_back({i, &annotation});
        else if (customer && annotation.kind == AnnotationKind::fulfilment)
            m_toldDone.push_back({i, &annotation});
    }
    if (!customer)
        return;
    if (unreadable(i))
        m_unreadable.push_back(i);
    // A short one is excused by others of its interaction that could be read.
    if (known && wasRead(message))
        std::erase_if(m_unreadable, [&](std::size_t other) {
            return m_history.messages[other].interaction == message.interaction && m_history.messages[other].language.empty();
        });
}

void HistoryView::settle(std::uint32_t i)
{
    const InteractionRecord& record = m_history.interactions[i];
    comesLater(record.openedAt);
    comesLater(record.closedAt.value_or(m_asOf));
    comesLater(record.updatedAt.value_or(m_asOf));
    m_closed[i] = closing(i);
}

void HistoryView::readEvents()
{
    for (const EventRecord& event : m_history.events) {
        if (!comesLater(event.at))
            m_events.push_back(factsOf(event));
    }
}

std::span<const HistoryView::Mark> HistoryView::cuesOf(std::string_view signal) const
{
    const auto found = m_cues.find(signal);
    return found == m_cues.end() ? std::span<const Mark>() : std::span<const Mark>(found->second);
}

// A closed interaction without a time of closing was closed when it was last heard of.
std::optional<Timestamp> HistoryView::closing(std::uint32_t index) const
{
    const InteractionRecord& record = m_history.interactions[index];
    if (record.closedAt)
        return exists(*record.closedAt) ? record.closedAt : std::nullopt;
    if (isUnderway(record.status))
        return std::nullopt;
    Timestamp last = record.openedAt;
    if (record.updatedAt && exists(*record.updatedAt))
        last = std::max(last, *record.updatedAt);
    for (const std::size_t i : m_ofInteraction[index])
        last = std::max(last, m_history.messages[i].at);
    return exists(last) ? std::optional(last) : std::nullopt;
}

bool HistoryView::unreadable(std::size_t index) const
{
    const HistoryMessage& message = m_history.messages[index];
    if (wasRead(message))
        return false;
    const std::size_t words = wordCount(message.text);
    if (!message.language.empty())
        return words > 0;
    if (words < fewestWords || message.interaction >= m_ofInteraction.size())
        return words >= fewestWords;
    return std::ranges::none_of(m_ofInteraction[message.interaction], [&](std::size_t other) {
        const HistoryMessage& said = m_history.messages[other];
        return said.sender == Sender::customer && said.visibility == Visibility::visible && wasRead(said);
    });
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

} // namespace foreword
