#include "core/annotate/fact_reader.h"

#include <algorithm>

namespace foreword {
namespace {

constexpr std::size_t fewestModelDigits = 3;

bool capitalised(std::string_view word)
{
    return !word.empty() && isUpper(word.front());
}

} // namespace

void FactReader::products()
{
    for (std::size_t i = m_first; i < m_last; ++i) {
        const std::size_t strong = m_context.matcher.atomLength(i, m_context.pack.factWords.product);
        const std::size_t weak = m_context.matcher.atomLength(i, m_context.pack.factWords.productNoun);
        const bool make = strong + weak == 0 && isMake(i) && isModelNumber(i + 1);
        if (taken(i) || (strong == 0 && weak == 0 && !make))
            continue;
        const std::size_t noun = std::max<std::size_t>({strong, weak, 1});
        std::size_t last = i + noun;
        while (last < m_last && last < i + noun + 2 && isModel(last))
            ++last;
        std::size_t first = i;
        if (strong + weak > 0 && i > m_first + 1 && isMake(i - 1) && m_context.tokens.token(i).before == TokenBreak::none)
            --first;
        if (strong > 0 || first < i || last > i + noun || make)
            add(FactKind::deviceOrProduct, first, last, folded(first, last));
    }
}

bool FactReader::isMake(std::size_t token) const
{
    const FactWords& words = m_context.pack.factWords;
    return kind(token) == TokenKind::word && capitalised(raw(token)) && raw(token).size() > 1 && !taken(token) && !m_shouted
        && !is(token, words.notPlace) && !is(token, words.route) && !is(token, words.reference) && !is(token, words.numberedPlace)
        && !is(token, words.postcode) && !isAddressed(token);
}

bool FactReader::isModel(std::size_t token) const
{
    const std::string_view word = raw(token);
    const bool written = kind(token) == TokenKind::word || kind(token) == TokenKind::number;
    if (token == m_first || !written || taken(token) || isTimeLike(token) || !follows(token))
        return false;
    return (hasDigit(word) && word.size() <= 7) || (allUpper(word) && word.size() > 1 && !m_shouted);
}

bool FactReader::isModelNumber(std::size_t token) const
{
    if (token >= m_last || !isModel(token) || !hasDigit(raw(token)))
        return false;
    const std::string_view word = raw(token);
    if (word.find_first_of(".,:/") != std::string_view::npos || m_context.pack.capitalNouns)
        return false;
    if (!std::ranges::all_of(word, isDigit))
        return true;
    const bool year = word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
    if (word.size() < fewestModelDigits)
        return false; // "Using 55 inches", "Alta 21"
    const bool counts = word.size() < 4 && token + 1 < m_last && follows(token + 1) && !capitalised(raw(token + 1));
    return !year && !counts;
}

bool FactReader::follows(std::size_t token) const
{
    const std::uint32_t gap = m_context.tokens.token(token).span.start - m_context.tokens.token(token - 1).span.end;
    return gap == 1 && m_context.tokens.token(token).before == TokenBreak::none;
}

} // namespace foreword
