// Where something is or goes: names that a preposition or a place word stands by, routes, gates
// and seats, postcodes.
#include "core/annotate/fact_reader.h"

#include <algorithm>

namespace foreword {
namespace {

constexpr std::size_t longestName = 3;
constexpr std::size_t longestLead = 2;       // words of "out of"
constexpr std::size_t postcodeLead = 3;      // words between "postcode" and the code
constexpr std::size_t shortestAddressed = 3; // letters of a firm's name in its handle
constexpr std::size_t mostSeatSigns = 4;     // "12A", "40", "A101"

bool capitalised(std::string_view word)
{
    return !word.empty() && isUpper(word.front());
}

// "SW1A", "M1": the first half of a British postcode.
bool isOutwardCode(std::string_view word)
{
    if (word.size() < 2 || word.size() > 4 || !isUpper(word[0]))
        return false;
    const std::string_view rest = word.substr(isUpper(word[1]) ? 2 : 1);
    return !rest.empty() && isDigit(rest[0]) && (rest.size() == 1 || (rest.size() == 2 && (isDigit(rest[1]) || isUpper(rest[1]))));
}

bool isInwardCode(std::string_view word)
{
    return word.size() == 3 && isDigit(word[0]) && isUpper(word[1]) && isUpper(word[2]);
}

bool isFiveDigits(std::string_view word)
{
    return word.size() == 5 && std::ranges::all_of(word, isDigit);
}

char lower(char c)
{
    return isUpper(c) ? static_cast<char>(c + 32) : c;
}

} // namespace

void FactReader::places()
{
    numberedPlaces();
    const FactWords& words = m_context.pack.factWords;
    for (std::size_t i = m_first; i < m_last; ++i) {
        if (isPair(i))
            add(FactKind::placeOrRoute, i, i + 1, std::string(m_context.tokens.word(i)));
        const std::size_t last = nameEnd(i);
        if (last == i) {
            // "at thessaloniki airport"
            const bool small = i > m_first && i + 1 < m_last && is(i - 1, words.placeLead) && kind(i) == TokenKind::word && !taken(i)
                && !is(i, words.notPlace) && !is(i, words.placeLead) && is(i + 1, words.placeNoun) && follows(i) && follows(i + 1);
            if (small)
                add(FactKind::placeOrRoute, i, i + 1, folded(i, i + 1));
            continue;
        }
        std::size_t end = routeEnd(last);
        if (end == last && isPlace(i, last))
            end = regionEnd(last);
        else if (end == last) {
            i = last - 1;
            continue;
        }
        add(FactKind::placeOrRoute, i, end, folded(i, end));
        i = end - 1;
    }
}

std::size_t FactReader::routeEnd(std::size_t last) const
{
    const bool goesOn =
        last < m_last && is(last, m_context.pack.factWords.routeTo) && m_context.tokens.token(last).before == TokenBreak::none;
    const std::size_t end = goesOn ? nameEnd(last + 1) : last;
    return goesOn && end > last + 1 ? end : last;
}

std::size_t FactReader::regionEnd(std::size_t last) const
{
    if (last >= m_last || m_context.tokens.token(last).before != TokenBreak::comma)
        return last;
    const std::size_t end = nameEnd(last);
    const bool goesOn = end < m_last && m_context.tokens.token(end).before == TokenBreak::none;
    return goesOn ? last : end;
}

bool FactReader::isPlace(std::size_t first, std::size_t last) const
{
    const FactWords& words = m_context.pack.factWords;
    // "till RNO": in words about a journey more prepositions lead to places.
    // "an e-mail from Virgin" is from a firm.
    if (first >= m_first + 2 && is(first - 2, words.sent))
        return false;
    const bool led = ledBy(first, words.placeLead) || (ledBy(first, words.placeLeadOfTravel) && names(words.travel));
    // "Denver airport", "Flughafen Wien"
    const bool named = (last < m_last && is(last, words.placeNoun) && follows(last))
        || (first > m_first && is(first - 1, words.placeNoun) && follows(first));
    return (led || named) && !isAddressed(first);
}

bool FactReader::ledBy(std::size_t token, AtomId lead) const
{
    if (m_context.tokens.token(token).before != TokenBreak::none)
        return false;
    for (std::size_t back = 1; back <= longestLead && token >= m_first + back; ++back) {
        if (m_context.matcher.atomLength(token - back, lead) == back)
            return true;
    }
    return false;
}

bool FactReader::isAddressed(std::size_t token) const
{
    const std::string_view name = raw(token);
    if (name.size() < shortestAddressed)
        return false;
    for (std::size_t at = m_context.text.find('@'); at != std::string_view::npos; at = m_context.text.find('@', at + 1)) {
        const std::string_view handle = m_context.text.substr(at + 1, name.size());
        if (std::ranges::equal(handle, name, {}, lower, lower))
            return true;
    }
    return false;
}

// "Gate 40", "seat 12A"; a flight or train is known by its number alone, a gate is not.
void FactReader::numberedPlaces()
{
    for (std::size_t i = m_first; i + 1 < m_last; ++i) {
        const bool number = hasDigit(raw(i + 1)) || (raw(i + 1).size() == 1 && isUpper(raw(i + 1).front()));
        if (is(i, m_context.pack.factWords.numberedPlace) && number && raw(i + 1).size() <= mostSeatSigns && follows(i + 1)
            && !isTimeLike(i + 1))
            add(FactKind::placeOrRoute, i, i + 2, folded(i, i + 2));
    }
}

void FactReader::postcodes()
{
    for (std::size_t i = m_first; i < m_last; ++i) {
        if (taken(i))
            continue;
        if (i + 1 < m_last && isOutwardCode(raw(i)) && isInwardCode(raw(i + 1)) && follows(i + 1)) {
            add(FactKind::placeOrRoute, i, i + 2, compact(rawRange(i, i + 2)));
            continue;
        }
        if (!isFiveDigits(raw(i)))
            continue;
        bool announced = false;
        for (std::size_t back = 1; back <= postcodeLead && i >= m_first + back; ++back)
            announced = announced || is(i - back, m_context.pack.factWords.postcode);
        const std::size_t town = i + 1 < m_last && follows(i + 1) ? nameEnd(i + 1) : i + 1;
        if (town > i + 1)
            add(FactKind::placeOrRoute, i, town, folded(i, town)); // "10115 Berlin"
        else if (announced)
            add(FactKind::placeOrRoute, i, i + 1, std::string(raw(i)));
    }
}

bool FactReader::isPair(std::size_t token) const
{
    const std::string_view word = raw(token);
    return word.size() == 7 && word[3] == '-' && allUpper(word.substr(0, 3)) && allUpper(word.substr(4)) && !taken(token);
}

std::size_t FactReader::nameEnd(std::size_t at) const
{
    const std::size_t most = m_shouted ? 1 : longestName;
    std::size_t last = at;
    while (last < m_last && last < at + most && kind(last) == TokenKind::word && capitalised(raw(last)) && raw(last).size() > 1
           && !taken(last) && !is(last, m_context.pack.factWords.notPlace)
           && (last == at || m_context.tokens.token(last).before == TokenBreak::none))
        ++last;
    return last;
}

} // namespace foreword
