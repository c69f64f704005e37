#include "core/annotate/fact_finder.h"

#include <algorithm>

#include "core/annotate/fact_reader.h"

namespace foreword {
namespace {

constexpr std::size_t shortestReference = 3;
constexpr std::size_t longestReferenceLead = 5; // words between "order number" and the number
constexpr std::size_t fewestPhoneDigits = 9;
constexpr std::size_t mostPhoneDigits = 15;
constexpr std::size_t longestErrorText = 90;

// "BA2038", "DL1180", "U21234": carrier and number.
bool isFlight(std::string_view word)
{
    if (word.size() < 4 || word.size() > 6 || !isUpper(word[0]) || !(isUpper(word[1]) || isDigit(word[1])))
        return false;
    return std::ranges::all_of(word.substr(2), isDigit);
}

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

} // namespace

bool allUpper(std::string_view word)
{
    return !word.empty() && std::ranges::all_of(word, isUpper);
}

bool hasDigit(std::string_view word)
{
    return std::ranges::any_of(word, isDigit);
}

FactReader::FactReader(const FactContext& context, std::size_t first, std::size_t last)
    : m_context(context), m_first(first), m_last(last), m_begin(first), m_taken(last - first, false)
{
    while (m_begin < last && kind(m_begin) == TokenKind::handle)
        ++m_begin;
}

std::vector<FoundFact> FactReader::read()
{
    contactDetails();
    amounts();
    errorTexts();
    references();
    times();
    products();
    places();
    std::ranges::sort(m_facts, {}, [](const FoundFact& fact) { return fact.span.start; });
    return std::move(m_facts);
}

bool FactReader::free(std::size_t first, std::size_t last) const
{
    for (std::size_t i = first; i < last; ++i) {
        if (taken(i))
            return false;
    }
    return true;
}

void FactReader::add(FactKind factKind, std::size_t first, std::size_t last, std::string value, int before, int after)
{
    if (!free(first, last))
        return;
    std::fill(m_taken.begin() + static_cast<std::ptrdiff_t>(first - m_first), m_taken.begin() + static_cast<std::ptrdiff_t>(last - m_first),
              true);
    const Span span{m_context.tokens.token(first).span.start - static_cast<std::uint32_t>(before),
                    m_context.tokens.token(last - 1).span.end + static_cast<std::uint32_t>(after)};
    m_facts.push_back({span, factKind, std::move(value)});
}

std::string FactReader::folded(std::size_t first, std::size_t last) const
{
    std::string joined;
    for (std::size_t i = first; i < last; ++i) {
        if (i > first)
            joined += ' ';
        joined += m_context.tokens.word(i);
    }
    return joined;
}

bool FactReader::announced(std::size_t token, AtomId noun) const
{
    for (std::size_t back = 1; back <= longestReferenceLead && token >= m_first + back; ++back) {
        if (is(token - back, noun))
            return true;
    }
    return false;
}

void FactReader::contactDetails()
{
    for (std::size_t i = m_first; i < m_last; ++i) {
        if (kind(i) == TokenKind::mail)
            add(FactKind::contactDetail, i, i + 1, std::string(m_context.tokens.word(i)));
        else if (kind(i) == TokenKind::number && !taken(i))
            phone(i);
    }
}

void FactReader::phone(std::size_t first)
{
    const auto& tokens = m_context.tokens;
    std::size_t last = first;
    std::string digits;
    while (last < m_last && kind(last) == TokenKind::number) {
        const bool close = last == first || tokens.token(last).span.start - tokens.token(last - 1).span.end <= 2;
        if (!close)
            break;
        for (const char c : raw(last)) {
            if (isDigit(c))
                digits.push_back(c);
            else if (c != '-' && c != '/' && c != '.')
                return;
        }
        ++last;
    }
    const std::uint32_t start = tokens.token(first).span.start;
    const bool international = start > 0 && m_context.text[start - 1] == '+';
    const bool separated = last > first + 1 || raw(first).find('-') != std::string_view::npos;
    const bool plausible = digits.size() >= fewestPhoneDigits && digits.size() <= mostPhoneDigits
        && (international || digits.front() == '0' || (separated && digits.size() >= 10));
    if (!plausible || announced(first, m_context.pack.factWords.reference) || announced(first, m_context.pack.factWords.account))
        return;
    add(FactKind::contactDetail, first, last, (international ? "+" : "") + digits, international ? 1 : 0);
}

void FactReader::amounts()
{
    for (std::size_t i = m_first; i < m_last; ++i) {
        if (kind(i) != TokenKind::number || taken(i))
            continue;
        const Span span = m_context.tokens.token(i).span;
        const std::size_t before = signBefore(span.start);
        const std::size_t after = signAfter(span.end);
        if (before > 0)
            add(FactKind::amount, i, i + 1, std::string(m_context.text.substr(span.start - before, span.length() + before)),
                static_cast<int>(before));
        else if (after > 0)
            add(FactKind::amount, i, i + 1, std::string(m_context.text.substr(span.start, span.length() + after)), 0,
                static_cast<int>(after));
        else if (i + 1 < m_last && is(i + 1, m_context.pack.factWords.currency))
            add(FactKind::amount, i, i + 2, folded(i, i + 2));
    }
}

std::size_t FactReader::signBefore(std::size_t at) const
{
    for (const std::string_view sign : {"£", "€", "$"}) {
        if (at >= sign.size() && m_context.text.substr(at - sign.size(), sign.size()) == sign)
            return sign.size();
    }
    return 0;
}

std::size_t FactReader::signAfter(std::size_t at) const
{
    for (const std::string_view sign : {"£", "€", "$", " €", " £", " $"}) {
        if (m_context.text.substr(at, sign.size()) == sign)
            return sign.size();
    }
    return 0;
}

void FactReader::errorTexts()
{
    const AtomId noun = m_context.pack.factWords.error;
    for (std::size_t i = m_first; i < m_last; ++i) {
        if (!is(i, noun))
            continue;
        if (quotedAfter(i))
            return;
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
        if (!code || compact(rawRange(i, last)).size() < shortestReference)
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
    for (std::size_t i = m_first; i < m_last; ++i) {
        if (is(i, m_context.pack.factWords.product) || is(i, m_context.pack.factWords.productNoun))
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

void FactReader::times()
{
    for (const FoundTime& time : m_context.pack.time.find(m_context.tokens, m_first, m_last, m_context.said)) {
        std::string value = folded(time.core, time.last);
        if (time.dateKnown && time.due)
            value = time.due->toString().substr(0, 10);
        add(FactKind::dateOrTime, time.core, time.last, std::move(value));
    }
}

std::vector<FoundFact> findFacts(const FactContext& context, std::size_t first, std::size_t last)
{
    if (first >= last)
        return {};
    return FactReader(context, first, last).read();
}

} // namespace foreword
