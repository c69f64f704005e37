#include "core/annotate/references.h"

#include <algorithm>
#include <cctype>

#include "core/annotate/promise_kinds.h"

namespace foreword {
namespace {

constexpr std::size_t shortestReference = 4;
constexpr std::size_t fewestDigits = 4; // of a number that is no day, hour or house

bool isDigit(char c)
{
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

// Those of other alphabets are letters too.
bool isSign(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

char lower(char c)
{
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

// Typographic dashes and spaces are marks as the plain ones are.
std::string levelled(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool punctuation = text.substr(i, 2) == "\xE2\x80" && i + 2 < text.size();
        const bool space = text.substr(i, 2) == "\xC2\xA0";
        plain.push_back(punctuation || space ? ' ' : text[i]);
        i += punctuation ? 2 : space ? 1 : 0;
    }
    return plain;
}

// Without spaces and marks, in small letters.
std::string lettersAndFigures(std::string_view text)
{
    std::string kept;
    for (const char c : text) {
        if (isSign(c))
            kept.push_back(lower(c));
    }
    return kept;
}

bool isReference(std::string_view value)
{
    return std::ranges::count_if(value, isSign) >= static_cast<std::ptrdiff_t>(shortestReference) && std::ranges::any_of(value, isDigit)
        && !parseDate(value) && !Timestamp::parse(value);
}

// "4711" goes on in "14711" and in "4711-2" does not; "QX2203" is "QX" and "2203".
bool goesOn(char c, char next)
{
    return isSign(c) && isSign(next) && isDigit(c) == isDigit(next);
}

// Whether `wanted` stands at the place, with a mark or a space between its signs at most.
bool standsAt(std::string_view text, std::size_t at, std::string_view wanted)
{
    std::size_t i = at;
    for (std::size_t matched = 0; matched < wanted.size(); ++matched, ++i) {
        const bool between = matched > 0 && i < text.size() && !isSign(text[i]) && text[i] != ',';
        i += between ? 1 : 0;
        if (i >= text.size() || lower(text[i]) != wanted[matched])
            return false;
    }
    return i == text.size() || !goesOn(text[i - 1], text[i]);
}

// What its data names, if it does.
template <class Accepts>
bool anySubject(const EventFacts& event, Accepts accepts)
{
    return std::ranges::any_of(
        event.data, [&](const auto& entry) { return !describesOnly(entry.first) && isReference(entry.second) && accepts(entry.second); });
}

} // namespace

std::vector<std::string> numbersIn(std::string_view text)
{
    std::vector<std::string> numbers;
    std::string digits;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && isDigit(text[i])) {
            digits.push_back(text[i]);
            continue;
        }
        const bool year = digits.size() == fewestDigits && digits.starts_with("20");
        if (digits.size() >= fewestDigits && !year)
            numbers.push_back(digits);
        digits.clear();
    }
    return numbers;
}

bool namesReference(std::string_view said, std::string_view reference)
{
    const std::string text = levelled(said), wanted = lettersAndFigures(levelled(reference));
    for (std::size_t at = 0; !wanted.empty() && at < text.size(); ++at) {
        const bool begins = lower(text[at]) == wanted.front() && (at == 0 || !goesOn(text[at - 1], text[at]));
        if (begins && standsAt(text, at, wanted))
            return true;
    }
    return false;
}

bool namesSubjectOf(std::string_view text, const EventFacts& event)
{
    return anySubject(event, [&](const std::string& value) { return namesReference(text, value); });
}

bool namesSubjectOf(const HistoryView& view, std::uint32_t interaction, const EventFacts& event)
{
    return hasSubject(event) && std::ranges::any_of(view.messagesOf(interaction), [&](std::size_t i) {
               return namesSubjectOf(view.history().messages[i].text, event);
           });
}

bool hasSubject(const EventFacts& event)
{
    return anySubject(event, [](const std::string&) { return true; });
}

// An order is called by its number; a job or a case has one that customers seldom hear, and only one
// of that length is another.
bool isOfAnother(const HistoryView& view, std::uint32_t interaction, const EventFacts& event)
{
    if (!hasSubject(event) || namesSubjectOf(view, interaction, event))
        return false;
    const bool ordered = thingOf(event.name()) == PromisedThing::delivery;
    const auto alike = [&](const std::string& number) {
        return ordered || anySubject(event, [&](const std::string& value) {
                   return std::ranges::any_of(numbersIn(value), [&](const std::string& own) { return own.size() == number.size(); });
               });
    };
    return std::ranges::any_of(view.messagesOf(interaction), [&](std::size_t i) {
        const HistoryMessage& message = view.history().messages[i];
        return message.at <= event.at() && std::ranges::any_of(numbersIn(message.text), alike);
    });
}

} // namespace foreword
