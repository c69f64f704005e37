// Where somebody lives: "118 Tamworth Rise", "26 quai des Haleurs", "Lindenstr. 4", "calle Mayor, 12".
#include <algorithm>

#include "core/annotate/fact_reader.h"

namespace foreword {
namespace {

constexpr std::size_t mostNameWords = 3; // of a street, beside the word that says that it is one
constexpr std::size_t mostHouseSigns = 5; // "12a", "1024"
// How German makes one word of both; folded.
constexpr std::string_view streetEndings[] = {"strasse", "str", "weg", "platz", "allee", "gasse", "damm", "ufer", "steig", "chaussee"};
constexpr std::size_t fewestBefore = 3; // letters of the name before the ending

// What a figure counts or measures is no house: "500 gb drive".
constexpr std::string_view measures[] = {"kb",   "mb",   "gb",     "tb", "kw",   "kwh",   "mm",      "cm",  "km",
                                         "kg",   "lb",   "lbs",    "oz", "ml",   "hz",    "mhz",     "ghz", "mbps",
                                         "mbit", "inch", "inches", "ft", "mile", "miles", "percent", "usb", "ssd"};

bool isHouse(std::string_view word)
{
    if (word.empty() || word.size() > mostHouseSigns || !isDigit(word.front()))
        return false;
    const std::size_t letters = word.find_first_not_of("0123456789");
    return letters == std::string_view::npos || (letters + 1 == word.size() && letters < 4);
}

// "É" and "Ö" are two bytes.
bool isCapital(std::string_view word)
{
    const auto byte = [&](std::size_t at) { return at < word.size() ? static_cast<unsigned char>(word[at]) : 0U; };
    return isUpper(static_cast<char>(byte(0))) || (byte(0) == 0xC3 && byte(1) >= 0x80 && byte(1) <= 0x9E);
}

} // namespace

void FactReader::addresses()
{
    // The first word has a capital of its own, and so has "I'm".
    m_lowerCase = !m_context.pack.capitalNouns;
    for (std::size_t i = m_first + 1; i < m_last; ++i) {
        const bool tells = kind(i) == TokenKind::word && raw(i).size() > 1 && !m_context.tokens.word(i).starts_with("i'");
        m_lowerCase = m_lowerCase && !(tells && isCapital(raw(i)));
    }
    for (std::size_t i = m_first; i < m_last; ++i) {
        const std::size_t end = isHouse(raw(i)) && !taken(i) && !isTimeLike(i) ? streetBehind(i) : streetBefore(i);
        if (end > i)
            add(FactKind::placeOrRoute, i, end, folded(i, end));
    }
}

// Capitals tell names where the writer uses them; else a name is no word that the lists know. "GB"
// is none.
bool FactReader::isNamePart(std::size_t token) const
{
    if (kind(token) != TokenKind::word || taken(token) || is(token, m_context.pack.functionWords))
        return false;
    if (m_lowerCase || m_shouted)
        return !m_context.pack.word(m_context.tokens.word(token))
            && std::ranges::find(measures, m_context.tokens.word(token)) == std::end(measures);
    return isCapital(raw(token)) && (raw(token).size() == 1 || !allUpper(raw(token)));
}

// Where no capitals say that it is one, something leads to an address: "live at", "it is", a comma.
bool FactReader::beginsAddress(std::size_t house) const
{
    if (!(m_lowerCase || m_shouted) || house == m_first || m_context.tokens.token(house).before != TokenBreak::none)
        return true;
    const FactWords& words = m_context.pack.factWords;
    return is(house - 1, words.placeLead) || (is(house - 1, m_context.pack.functionWords) && !is(house - 1, words.streetLink));
}

// And it ends its clause, or a place follows it; behind "at" there is nothing else it could be.
bool FactReader::endsAddress(std::size_t first, std::size_t next) const
{
    if (first > m_first && is(first - 1, m_context.pack.factWords.placeLead))
        return true;
    if (!(m_lowerCase || m_shouted) || next >= m_last || m_context.tokens.token(next).before != TokenBreak::none)
        return true;
    const FactWords& words = m_context.pack.factWords;
    const bool town = isNamePart(next) && (next + 1 >= m_last || m_context.tokens.token(next + 1).before != TokenBreak::none);
    return town || kind(next) == TokenKind::number || (is(next, words.placeLead) && !is(next, words.routeTo)) || is(next, words.postcode);
}

// "61 stonecrop hill", "26 quai des Haleurs"; the end, or the house itself where no street follows.
std::size_t FactReader::streetBehind(std::size_t house) const
{
    const FactWords& words = m_context.pack.factWords;
    const std::size_t first = house + 1;
    const bool leads = first < m_last && is(first, words.streetLead) && follows(first);
    if (leads) {
        const std::size_t end = nameBehind(first);
        return end > first + 1 && beginsAddress(house) && endsAddress(house, end) ? end : house;
    }
    std::size_t end = house;
    for (std::size_t i = first; i < m_last && i <= house + mostNameWords + 1 && follows(i); ++i) {
        if (i > first && is(i, words.street))
            end = i + 1;
        if (!isNamePart(i) && !is(i, words.streetLink))
            break;
    }
    const bool named = end > house && isNamePart(first);
    return named && beginsAddress(house) && endsAddress(house, end) ? end : house;
}

// The end of the name behind a word like "rue" or "calle": "de la Paix", "Mayor".
std::size_t FactReader::nameBehind(std::size_t lead) const
{
    std::size_t end = lead + 1, named = 0;
    const auto abbreviated = [&](std::size_t i) { // "Avda. de"
        const Span before = m_context.tokens.token(i - 1).span;
        return i == lead + 1 && m_context.text.substr(before.end, 2) == ". " && m_context.tokens.token(i).span.start == before.end + 2;
    };
    for (std::size_t i = lead + 1; i < m_last && named < mostNameWords && (follows(i) || abbreviated(i)); ++i) {
        const bool link = is(i, m_context.pack.factWords.streetLink);
        if (!link && !isNamePart(i))
            break;
        named += link ? 0 : 1;
        end = link ? end : i + 1;
    }
    return end;
}

// "Lindenstr. 4", "Lange Straße 4", "calle Mayor, 12"; the end, or the beginning where there is none.
std::size_t FactReader::streetBefore(std::size_t first) const
{
    const FactWords& words = m_context.pack.factWords;
    if (kind(first) != TokenKind::word || taken(first))
        return first;
    const std::string_view word = m_context.tokens.word(first);
    const bool ends = std::ranges::any_of(
        streetEndings, [&](std::string_view ending) { return word.size() >= ending.size() + fewestBefore && word.ends_with(ending); });
    const bool lead = is(first, words.streetLead);
    const bool apart = first + 1 < m_last && m_context.pack.capitalNouns && isCapital(raw(first)) && is(first + 1, words.street)
        && !is(first + 1, words.numberedPlace) && follows(first + 1) && isNamePart(first);
    const std::size_t house = lead ? nameBehind(first) : apart ? first + 2 : first + 1;
    const bool street = apart || (lead && house > first + 1) || (m_context.pack.capitalNouns && ends && isUpper(raw(first).front()));
    const bool number = street && house < m_last && isHouse(raw(house)) && !taken(house) && !isTimeLike(house)
        && (ends || m_context.tokens.token(house).before != TokenBreak::strong); // "Lindenstr. 4"
    return number && (!lead || endsAddress(first, house + 1)) ? house + 1 : first;
}

} // namespace foreword
