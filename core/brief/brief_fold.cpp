#include "core/brief/brief_fold.h"

#include "core/brief/polish.h"

namespace foreword {

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

} // namespace foreword
