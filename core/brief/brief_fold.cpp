#include "core/brief/brief_fold.h"

#include <algorithm>
#include <tuple>

#include "core/brief/polish.h"

namespace foreword {

BriefFold::BriefFold(const History& history, Timestamp asOf) : m_view(history, asOf), m_byInteraction(history.interactions.size())
{
    for (std::size_t i = 0; i < history.messages.size(); ++i) {
        const HistoryMessage& entry = history.messages[i];
        if (!m_view.exists(entry.at) || entry.interaction >= m_byInteraction.size())
            continue;
        m_messages.push_back(i);
        m_byInteraction[entry.interaction].push_back(i);
    }
    chooseCurrent();
}

bool BriefFold::pressing(std::uint32_t interaction) const
{
    if (m_view.interaction(interaction).kind == InteractionKind::complaint)
        return true;
    return std::ranges::any_of(m_byInteraction[interaction], [&](std::size_t index) {
        return fromCustomer(message(index))
            && std::ranges::any_of(message(index).annotations, [](const Annotation& a) { return a.kind == AnnotationKind::cue; });
    });
}

void BriefFold::chooseCurrent()
{
    const auto lastHeard = [&](std::uint32_t i) {
        return m_byInteraction[i].empty() ? m_view.interaction(i).openedAt : message(m_byInteraction[i].back()).at;
    };
    std::vector<std::uint32_t> existing;
    for (std::uint32_t i = 0; i < m_byInteraction.size(); ++i) {
        if (m_view.interactionExists(i) || !m_byInteraction[i].empty())
            existing.push_back(i);
    }
    for (const std::uint32_t i : existing) {
        if (!m_view.closedAt(i))
            m_current.push_back(i);
    }
    std::ranges::stable_sort(m_current, [&](std::uint32_t a, std::uint32_t b) {
        return std::make_tuple(!pressing(a), -lastHeard(a).micros()) < std::make_tuple(!pressing(b), -lastHeard(b).micros());
    });
    if (m_current.empty() && !existing.empty())
        m_current.push_back(*std::ranges::max_element(existing, {}, lastHeard));
}

bool BriefFold::isCurrent(std::uint32_t interaction) const
{
    return std::ranges::find(m_current, interaction) != m_current.end();
}

std::vector<std::uint32_t> BriefFold::past() const
{
    std::vector<std::uint32_t> closed;
    for (std::uint32_t i = 0; i < m_byInteraction.size(); ++i) {
        if (m_view.closedAt(i) && !isCurrent(i))
            closed.push_back(i);
    }
    std::ranges::stable_sort(closed, [&](std::uint32_t a, std::uint32_t b) { return *m_view.closedAt(a) > *m_view.closedAt(b); });
    return closed;
}

std::optional<Citation> BriefFold::cite(std::size_t index, Span span) const
{
    return Citation::of(message(index).messageKey(), message(index).text, span);
}

std::optional<Statement> BriefFold::statement(std::size_t index, Span span) const
{
    auto citation = cite(index, span);
    if (!citation)
        return std::nullopt;
    std::string text = polished(message(index).text, span);
    if (text.empty())
        return std::nullopt;
    return Statement(std::move(text), *std::move(citation));
}

std::vector<Found> weighedSentences(const BriefFold& fold, std::span<const std::size_t> messages, bool customerOnly)
{
    std::vector<Found> found;
    for (const std::size_t index : messages) {
        const HistoryMessage& message = fold.message(index);
        if (message.visibility != Visibility::visible || (customerOnly && message.sender != Sender::customer))
            continue;
        for (const Annotation& annotation : message.annotations) {
            if (annotation.kind == AnnotationKind::sentence && annotation.label == "body")
                found.push_back({index, &annotation});
        }
    }
    std::ranges::stable_sort(found, std::greater(), [](const Found& f) { return f.annotation->weight; });
    return found;
}

} // namespace foreword
