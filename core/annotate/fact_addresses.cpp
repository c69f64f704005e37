// Where somebody lives: "118 Tamworth Rise", "26 quai des Haleurs", "Lindenstr. 4", "calle Mayor 12".
#include <algorithm>

#include "core/annotate/fact_reader.h"

namespace foreword {
namespace {

constexpr std::size_t mostNameWords = 3; // of a street, beside the word that says that it is one
constexpr std::size_t mostHouseSigns = 5; // "12a", "1024"
// How German makes one word of both; folded.
constexpr std::string_view streetEndings[] = {"strasse", "str", "weg", "platz", "allee", "gasse", "damm", "ufer", "steig", "chaussee"};
constexpr std::size_t fewestBefore = 3; // letters of the name before the ending

bool isHouse(std::string_view word)
{
    if (word.empty() || word.size() > mostHouseSigns || !isDigit(word.front()))
        return false;
    const std::size_t letters = word.find_first_not_of("0123456789");
    return letters == std::string_view::npos || (letters + 1 == word.size() && letters < 4);
}

} // namespace

void FactReader::addresses()
{
    for (std::size_t i = m_first; i < m_last; ++i) {
        const std::size_t end = isHouse(raw(i)) && !taken(i) && !isTimeLike(i) ? streetBehind(i) : streetBefore(i);
        if (end > i)
            add(FactKind::placeOrRoute, i, end, folded(i, end));
    }
}

// "61 stonecrop hill", "26 quai des Haleurs"; the end, or the house itself where no street follows.
std::size_t FactReader::streetBehind(std::size_t house) const
{
    const FactWords& words = m_context.pack.factWords;
    std::size_t end = house;
    bool leads = false, named = false;
    for (std::size_t i = house + 1; i < m_last && i <= house + mostNameWords + 2; ++i) {
        if (kind(i) != TokenKind::word || taken(i) || !follows(i))
            break;
        const bool small = is(i, m_context.pack.functionWords) || is(i, words.streetLink);
        if (is(i, words.street)) {
            leads = leads || i == house + 1;
            end = i > house + 1 ? i + 1 : end;
            named = named || i > house + 1;
            if (!leads)
                break;
        } else if (small && !leads) {
            break;
        } else if (leads && !small) {
            if (!isUpper(raw(i).front()) && named)
                break;
            named = true;
            end = i + 1;
        }
    }
    return named && end > house + 2 ? end : house;
}

// "Lindenstr. 4", "calle Mayor 12".
std::size_t FactReader::streetBefore(std::size_t first) const
{
    if (kind(first) != TokenKind::word || taken(first) || !isUpper(raw(first).front()))
        return first;
    const std::string_view word = m_context.tokens.word(first);
    const bool ends = std::ranges::any_of(
        streetEndings, [&](std::string_view ending) { return word.size() >= ending.size() + fewestBefore && word.ends_with(ending); });
    const bool street = m_context.pack.capitalNouns && ends;
    const std::size_t house = first + 1;
    return street && house < m_last && isHouse(raw(house)) && !taken(house) && !isTimeLike(house) ? house + 1 : first;
}

} // namespace foreword
