#include "core/text/sentence_breaks.h"

#include <algorithm>
#include <string>

#include <unicode/uchar.h>

#include "core/text/abbreviations.h"
#include "core/text/lines.h"
#include "core/text/utf8.h"

namespace foreword {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

char32_t firstOf(std::string_view text)
{
    return text.empty() ? U' ' : codePointAt(text, 0).value;
}

std::string_view firstWord(std::string_view text)
{
    std::size_t end = 0;
    while (end < text.size()) {
        const CodePoint point = codePointAt(text, end);
        if (!u_isalnum(static_cast<UChar32>(point.value)))
            break;
        end += point.length;
    }
    return text.substr(0, end);
}

std::size_t trimmedEnd(std::string_view text)
{
    std::size_t end = text.size();
    while (end > 0) {
        const std::size_t previous = previousCodePoint(text, end);
        if (!isWhiteSpace(codePointAt(text, previous).value))
            break;
        end = previous;
    }
    return end;
}

std::string_view lastToken(std::string_view before)
{
    constexpr std::size_t longest = 200;
    const std::string_view near = before.size() > longest ? before.substr(before.size() - longest) : before;
    const auto space = near.find_last_of(" \t\n(");
    return space == std::string_view::npos ? near : near.substr(space + 1);
}

// "Hallo!Wie geht das?" is two sentences, "example.com/a?b=c" is none.
bool endsWithoutSpace(std::string_view before, std::string_view next)
{
    const std::string_view token = lastToken(before);
    if (token.find("://") != std::string_view::npos || token.starts_with("www.") || token.find('@') != std::string_view::npos)
        return false;
    const char32_t last = codePointAt(before, previousCodePoint(before, before.size())).value;
    if (last == 0x3002 || last == 0xFF01 || last == 0xFF1F)
        return true;
    const char32_t first = firstOf(next);
    return (last == '!' || last == '?') && (u_isupper(static_cast<UChar32>(first)) || first == 0xBF || first == 0xA1);
}

// The number of a list item, or of a day or floor.
bool isOrdinal(std::string_view digits, std::string_view next, bool aloneInPiece)
{
    if (digits.size() > 2)
        return false;
    const std::string word = foldLatin(firstWord(next));
    return aloneInPiece || std::ranges::find(abbreviations::afterOrdinal, word) != abbreviations::afterOrdinal.end() || next.front() == '-'
        || next.front() == '/';
}

// "z. B.", "d. h.", "J. Smith": one letter, small, or at the start, or after a letter or a name.
bool isInitial(std::string_view token, std::string_view before, bool first)
{
    const CodePoint letter = codePointAt(token, 0);
    if (letter.length != token.size() || !u_isalpha(static_cast<UChar32>(letter.value)))
        return false;
    if (first || u_islower(static_cast<UChar32>(letter.value)))
        return true;
    const std::string_view rest = before.substr(0, trimmedEnd(before.substr(0, before.size() - token.size())));
    const std::string_view previous = lastToken(rest);
    return previous.size() <= 2 ? previous.ends_with('.') : u_isupper(static_cast<UChar32>(firstOf(previous))) != 0;
}

// `before` is what stands in front of the full stop.
bool isAbbreviated(std::string_view before, std::string_view next, std::size_t pieceStart)
{
    const std::string_view token = lastToken(before);
    if (token.empty() || token.size() > 12)
        return false;
    const std::string folded = foldLatin(token);
    if (std::ranges::all_of(folded, isDigit))
        return isOrdinal(folded, next, before.size() - token.size() <= pieceStart);
    if (std::ranges::find(abbreviations::always, folded) != abbreviations::always.end())
        return true;
    if (isDigit(next.front()) && std::ranges::find(abbreviations::beforeNumber, folded) != abbreviations::beforeNumber.end())
        return true;
    return isInitial(token, before, before.size() - token.size() <= pieceStart);
}

} // namespace

bool isWhiteSpace(char32_t c)
{
    return u_isUWhiteSpace(static_cast<UChar32>(c)) || c == 0x200B || c == 0xFEFF;
}

bool isSentenceEnd(std::string_view text, std::size_t pieceStart, std::size_t at)
{
    const std::string_view before = text.substr(0, at);
    const std::size_t end = trimmedEnd(before);
    const std::string_view next = text.substr(at);
    if (end == at && !endsWithoutSpace(before, next))
        return false;
    if (end == 0 || before[end - 1] != '.')
        return true;
    return !isAbbreviated(before.substr(0, end - 1), next, pieceStart);
}

} // namespace foreword
