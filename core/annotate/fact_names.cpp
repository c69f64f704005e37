#include "core/annotate/fact_reader.h"

#include <algorithm>

namespace foreword {
namespace {

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
        const bool make = isMake(i) && i + 1 < m_last && isModel(i + 1);
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
    return kind(token) == TokenKind::word && capitalised(raw(token)) && raw(token).size() > 1 && !taken(token)
        && !is(token, m_context.pack.factWords.notPlace) && !is(token, m_context.pack.factWords.route)
        && !is(token, m_context.pack.factWords.reference);
}

bool FactReader::isModel(std::size_t token) const
{
    if (taken(token) || m_context.tokens.token(token).before != TokenBreak::none || isTimeLike(token))
        return false;
    return (hasDigit(raw(token)) && raw(token).size() <= 7) || (allUpper(raw(token)) && raw(token).size() > 1);
}

void FactReader::places()
{
    const FactWords& words = m_context.pack.factWords;
    for (std::size_t i = m_first; i < m_last; ++i) {
        if (isPair(i))
            add(FactKind::placeOrRoute, i, i + 1, std::string(m_context.tokens.word(i)));
        const std::size_t last = nameEnd(i);
        if (last == i)
            continue;
        if (last < m_last && is(last, words.routeTo) && m_context.tokens.token(last).before == TokenBreak::none) {
            const std::size_t end = nameEnd(last + 1);
            // A verb opens many a sentence with a capital: "Flying to Boston".
            const bool verb = i == m_begin && !allUpper(raw(i));
            const std::size_t first = verb ? last + 1 : i;
            if (end > last + 1) {
                add(FactKind::placeOrRoute, first, end, folded(first, end));
                i = end - 1;
                continue;
            }
        }
        const bool led = i > m_first && is(i - 1, words.placeLead) && m_context.tokens.token(i).before == TokenBreak::none;
        if (led && !is(i, words.notPlace))
            add(FactKind::placeOrRoute, i, last, folded(i, last));
        i = last - 1;
    }
}

bool FactReader::isPair(std::size_t token) const
{
    const std::string_view word = raw(token);
    return word.size() == 7 && word[3] == '-' && allUpper(word.substr(0, 3)) && allUpper(word.substr(4)) && !taken(token);
}

std::size_t FactReader::nameEnd(std::size_t at) const
{
    std::size_t last = at;
    while (last < m_last && last < at + 3 && kind(last) == TokenKind::word && capitalised(raw(last)) && raw(last).size() > 1 && !taken(last)
           && !is(last, m_context.pack.factWords.notPlace) && (last == at || m_context.tokens.token(last).before == TokenBreak::none))
        ++last;
    return last;
}

} // namespace foreword
