#include "core/annotate/fact_finder.h"

#include <algorithm>

#include "core/annotate/fact_reader.h"

namespace foreword {
namespace {

constexpr std::size_t fewestPhoneDigits = 9;
constexpr std::size_t mostPhoneDigits = 15;
constexpr std::size_t dateLength = 10;   // "2026-11-05"
constexpr std::size_t fewestShouted = 4; // words in capitals that make a sentence shouted

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
    std::size_t words = 0, capitals = 0;
    for (std::size_t i = first; i < last; ++i) {
        const bool word = kind(i) == TokenKind::word && raw(i).size() > 1;
        words += word ? 1 : 0;
        capitals += word && allUpper(raw(i)) ? 1 : 0;
    }
    m_shouted = capitals >= fewestShouted && 2 * capitals > words;
}

std::vector<FoundFact> FactReader::read()
{
    contactDetails();
    postcodes();
    addresses();
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

void FactReader::contactDetails()
{
    for (std::size_t i = m_first; i < m_last; ++i) {
        if (kind(i) == TokenKind::mail)
            add(FactKind::contactDetail, i, i + 1, std::string(m_context.tokens.word(i)));
        else if (kind(i) == TokenKind::number && !taken(i))
            phone(i);
        else if (const std::size_t lead = m_context.matcher.atomLength(i, m_context.pack.factWords.nameLead))
            name(i + lead, lead > 1);
    }
}

// "my name is Ada Bell", "Passenger name: Ada Bell". One name alone needs more than "name".
void FactReader::name(std::size_t first, bool announced)
{
    const std::size_t last = nameEnd(first);
    const std::size_t words = last - std::min(first, last);
    if (words > 1 || (words == 1 && announced))
        add(FactKind::contactDetail, first, last, folded(first, last));
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
        // "100 % sure" counts nothing.
        if (raw(i) == "100" && m_context.text.substr(m_context.tokens.token(i).span.end, 2).find('%') != std::string_view::npos)
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
    for (const std::string_view sign : {"£", "€", "$", " €", " £", " $", "%", " %"}) {
        if (m_context.text.substr(at, sign.size()) == sign)
            return sign.size();
    }
    return 0;
}

void FactReader::times()
{
    for (const FoundTime& time : m_context.pack.time.find(m_context.tokens, m_first, m_last, m_context.said)) {
        if (!tells(time))
            continue;
        std::string value = folded(time.core, time.last);
        if (time.dateKnown && time.due)
            value = time.due->toString().substr(0, dateLength);
        add(FactKind::dateOrTime, time.core, time.last, std::move(value));
    }
}

// The day of the message is known from the message; minutes pass, "once a month" is no time, and
// of a figure alone nobody knows that it is an hour.
bool FactReader::tells(const FoundTime& time) const
{
    const bool often = time.core > m_first && is(time.core - 1, m_context.pack.factWords.often);
    return !time.minutes && !time.vague && !time.bareHour && !(time.spanOnly && often);
}

std::vector<FoundFact> findFacts(const FactContext& context, std::size_t first, std::size_t last)
{
    if (first >= last)
        return {};
    return FactReader(context, first, last).read();
}

} // namespace foreword
