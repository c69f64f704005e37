#include "core/model/citation.h"

#include <algorithm>

namespace foreword {
namespace {

bool isBoundary(std::string_view text, std::size_t at)
{
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

} // namespace

std::optional<Citation> Citation::of(const MessageKey& message, std::string_view text, Span span)
{
    if (span.start >= span.end || span.end > text.size() || !isBoundary(text, span.start) || !isBoundary(text, span.end))
        return std::nullopt;
    return Citation(message, span);
}

Statement::Statement(std::string text, Citation first, std::vector<Citation> further)
    : m_text(std::move(text)), m_citations{std::move(first)}
{
    for (auto& citation : further)
        cite(std::move(citation));
}

void Statement::cite(Citation citation)
{
    if (std::ranges::find(m_citations, citation) == m_citations.end())
        m_citations.push_back(std::move(citation));
}

} // namespace foreword
