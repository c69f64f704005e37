// What is written as a code: references, accounts, devices, flights, errors, and words that an
// error is quoted with.
#include "core/annotate/fact_reader.h"

#include <algorithm>

namespace foreword {
namespace {

constexpr std::size_t shortestReference = 3;
constexpr std::size_t longestReferenceLead = 5; // words between "order number" and the number
constexpr std::size_t longestErrorText = 90;
constexpr std::size_t errorLead = 3;       // words between "error message" and "says"
constexpr std::size_t fewestErrorWords = 2; // of what is told without quotation marks
constexpr std::size_t mostErrorWords = 14;

// "BA2038", "DL1180", "U21234": carrier and number.
bool isFlight(std::string_view word)
{
    if (word.size() < 4 || word.size() > 6 || !isUpper(word[0]) || !(isUpper(word[1]) || isDigit(word[1])))
        return false;
    return std::ranges::all_of(word.substr(2), isDigit);
}

// "12th", "24h", "3rd": a figure with its ending.
bool isFigure(std::string_view word)
{
    const std::size_t letters = word.find_first_not_of("0123456789");
    return letters != std::string_view::npos && letters > 0 && word.size() - letters <= 2
        && std::ranges::all_of(word.substr(letters), [](char c) { return c >= 'a' && c <= 'z'; });
}

} // namespace

std::string compact(std::string_view text)
{
    std::string kept;
    for (const char c : text) {
        if (isDigit(c) || isUpper(c))
            kept.push_back(c);
        else if (c >= 'a' && c <= 'z')
            kept.push_back(static_cast<char>(c - 32));
    }
    return kept;
}

bool FactReader::announced(std::size_t token, AtomId noun) const
{
    for (std::size_t back = 1; back <= longestReferenceLead && token >= m_first + back; ++back) {
        if (is(token - back, noun))
            return true;
    }
    return false;
}

void FactReader::errorTexts()
{
    const FactWords& words = m_context.pack.factWords;
    for (std::size_t i = m_first; i < m_last; ++i) {
        const bool noun = is(i, words.error);
        if ((noun || is(i, words.says)) && (quotedAfter(i) || saidAfter(i)))
            return;
        if (!noun)
            continue;
        for (std::size_t next = i + 1; next < m_last && next <= i + 3; ++next) {
            const bool code = kind(next) != TokenKind::link && hasDigit(raw(next)) && !taken(next) && raw(next).size() >= 2;
            if (code && !m_context.pack.time.startsUnit(m_context.tokens, next, m_last)) {
                add(FactKind::errorText, next, next + 1, compact(raw(next)));
                return;
            }
        }
    }
}

bool FactReader::quotedAfter(std::size_t noun)
{
    const std::uint32_t from = m_context.tokens.token(noun).span.end;
    const std::uint32_t to = m_context.tokens.token(m_last - 1).span.end;
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"\"", "\""}, {"“", "”"}, {"„", "“"}, {"«", "»"}}) {
        const std::size_t start = m_context.text.find(open, from);
        if (start == std::string_view::npos || start >= to)
            continue;
        const std::size_t end = m_context.text.find(close, start + open.size());
        if (end == std::string_view::npos || end > start + longestErrorText)
            continue;
        return between(start + open.size(), end);
    }
    return false;
}

// "an error message saying that the details are wrong": the rest of the clause, where the
// sentence has said that it is a message that says it.
bool FactReader::saidAfter(std::size_t verb)
{
    const FactWords& words = m_context.pack.factWords;
    const std::size_t length = m_context.matcher.atomLength(verb, words.says);
    bool message = false;
    for (std::size_t back = 1; back <= errorLead && verb >= m_first + back; ++back)
        message = message || is(verb - back, words.error);
    const std::size_t first = verb + length;
    if (length == 0 || !message || first >= m_last || is(first, words.says) || m_context.tokens.token(first).before == TokenBreak::strong)
        return false;
    const std::size_t last = std::min(m_context.matcher.clauseEnd(first), first + mostErrorWords);
    if (last < first + fewestErrorWords || !free(first, last))
        return false;
    add(FactKind::errorText, first, last, folded(first, last));
    return true;
}

bool FactReader::between(std::size_t start, std::size_t end)
{
    std::size_t first = m_last;
    std::size_t last = m_first;
    for (std::size_t i = m_first; i < m_last; ++i) {
        const Span span = m_context.tokens.token(i).span;
        if (span.start >= start && span.end <= end) {
            first = std::min(first, i);
            last = std::max(last, i + 1);
        }
    }
    if (first >= last)
        return false;
    add(FactKind::errorText, first, last, folded(first, last));
    return true;
}

void FactReader::references()
{
    const FactWords& words = m_context.pack.factWords;
    for (std::size_t i = m_first; i < m_last; ++i) {
        if (taken(i) || (kind(i) != TokenKind::word && kind(i) != TokenKind::number))
            continue;
        const std::string_view word = raw(i);
        if (isFlight(word) || (announcedNext(i, words.route) && hasDigit(word) && !isTimeLike(i))) {
            add(FactKind::placeOrRoute, i, i + 1, compact(word));
            continue;
        }
        if (word.size() == 2 && allUpper(word) && i + 1 < m_last && isFlightNumber(i + 1)) {
            add(FactKind::placeOrRoute, i, i + 2, compact(rawRange(i, i + 2)));
            continue;
        }
        const std::size_t last = codeEnd(i);
        const bool code = last > i + 1 || (hasDigit(word) && !isTimeLike(i)) || (allUpper(word) && word.size() >= 5 && word.size() <= 8);
        if (!code || isFigure(word) || compact(rawRange(i, last)).size() < shortestReference)
            continue;
        if (announced(i, words.account))
            add(FactKind::accountOrDeviceId, i, last, compact(rawRange(i, last)));
        else if (announced(i, words.reference))
            add(FactKind::orderOrBookingRef, i, last, compact(rawRange(i, last)));
        else if (standsAlone(word, last > i + 1))
            add(namesDevice() ? FactKind::accountOrDeviceId : FactKind::orderOrBookingRef, i, last, compact(rawRange(i, last)));
        else if (kind(i) == TokenKind::number && word.size() >= 8 && std::ranges::all_of(word, isDigit))
            add(FactKind::accountOrDeviceId, i, last, compact(word));
    }
}

bool FactReader::namesDevice() const
{
    return names(m_context.pack.factWords.product) || names(m_context.pack.factWords.productNoun);
}

bool FactReader::names(AtomId atom) const
{
    for (std::size_t i = m_first; i < m_last; ++i) {
        if (is(i, atom))
            return true;
    }
    return false;
}

bool FactReader::isFlightNumber(std::size_t token) const
{
    const std::string_view word = raw(token);
    return word.size() >= 2 && word.size() <= 4 && std::ranges::all_of(word, isDigit) && !taken(token)
        && m_context.tokens.token(token).before == TokenBreak::none && !isTimeLike(token);
}

bool FactReader::announcedNext(std::size_t token, AtomId noun) const
{
    return (token > m_first && is(token - 1, noun)) || (token > m_first + 1 && is(token - 2, noun));
}

std::size_t FactReader::codeEnd(std::size_t at) const
{
    std::size_t last = at + 1;
    while (last < m_last) {
        const Span before = m_context.tokens.token(last - 1).span;
        const Span next = m_context.tokens.token(last).span;
        if (next.start != before.end + 1 || m_context.text[before.end] != '-' || !hasDigit(raw(last)))
            break;
        ++last;
    }
    return last;
}

std::string_view FactReader::rawRange(std::size_t first, std::size_t last) const
{
    const std::uint32_t start = m_context.tokens.token(first).span.start;
    return m_context.text.substr(start, m_context.tokens.token(last - 1).span.end - start);
}

bool FactReader::standsAlone(std::string_view word, bool hyphenated)
{
    if (hyphenated)
        return allUpper(word);
    const bool letters = std::ranges::any_of(word, isUpper);
    const bool lower = std::ranges::any_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
    return word.size() >= 5 && letters && !lower && hasDigit(word);
}

bool FactReader::isTimeLike(std::size_t token) const
{
    const std::string_view word = raw(token);
    return word.find(':') != std::string_view::npos || m_context.pack.time.startsUnit(m_context.tokens, token, m_last);
}

} // namespace foreword
