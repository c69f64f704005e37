#include "ui/models/citation_index.h"

#include <algorithm>

namespace foreword {
namespace {

std::vector<Span> merged(std::vector<Span> spans)
{
    std::ranges::sort(spans);
    std::vector<Span> out;
    for (const Span& span : spans) {
        if (!out.empty() && span.start <= out.back().end)
            out.back().end = std::max(out.back().end, span.end);
        else
            out.push_back(span);
    }
    return out;
}

} // namespace

CitationIndex::CitationIndex(const CustomerView& view)
{
    collect(view);
    // One pass over the messages, which may be many, with the citations, which are few.
    MessageKey key;
    for (std::size_t i = 0; i < view.history.messages.size(); ++i) {
        const auto& message = view.history.messages[i];
        key.source.assign(message.key.source);
        key.id.assign(message.key.id);
        const auto cited = m_cited.find(key);
        if (cited == m_cited.end())
            continue;
        m_messages.emplace(key, static_cast<std::uint32_t>(i));
        m_spans.emplace(static_cast<std::uint32_t>(i), merged(std::move(cited->second)));
        m_cited.erase(cited);
    }
    m_cited.clear();
}

void CitationIndex::collect(const CustomerView& view)
{
    const Brief& brief = view.brief;
    for (const auto* section : {&brief.situation, &brief.history, &brief.tried, &brief.askedAgain, &brief.openQuestions})
        addAll(*section);
    for (const auto& promise : brief.promised)
        addAll({promise.statement});
    for (const auto& fact : brief.told)
        addAll({fact.statement});
    if (view.opening)
        addAll({*view.opening});
    if (view.since) {
        for (const News& news : view.since->news)
            std::ranges::for_each(news.citations, [this](const Citation& citation) { add(citation); });
    }
    addEvidence(view.decision.postureEvidence);
    for (const auto& signal : view.decision.signals)
        addEvidence(signal.evidence);
    for (const auto& offer : view.decision.offers)
        addEvidence(offer.evidence);
}

void CitationIndex::add(const Citation& citation)
{
    m_cited[citation.message()].push_back(citation.span());
}

void CitationIndex::addAll(const std::vector<Statement>& statements)
{
    for (const auto& statement : statements) {
        for (const auto& citation : statement.citations())
            add(citation);
    }
}

void CitationIndex::addEvidence(const std::vector<Evidence>& evidence)
{
    for (const auto& item : evidence) {
        if (item.citation)
            add(*item.citation);
    }
}

std::optional<std::uint32_t> CitationIndex::messageOf(const Citation& citation) const
{
    const auto found = m_messages.find(citation.message());
    return found == m_messages.end() ? std::nullopt : std::optional(found->second);
}

std::optional<int> CitationIndex::numberOf(const Citation& citation) const
{
    const auto message = messageOf(citation);
    return message ? std::optional(static_cast<int>(*message) + 1) : std::nullopt;
}

const std::vector<Span>& CitationIndex::spansOf(std::uint32_t message) const
{
    static const std::vector<Span> none;
    const auto found = m_spans.find(message);
    return found == m_spans.end() ? none : found->second;
}

} // namespace foreword
