#include "core/text/iban.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text/lines.h"

namespace foreword {
namespace {

using Length = std::pair<std::string_view, std::size_t>;

// clang-format off
constexpr auto lengths = std::to_array<Length>({
    {"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"AZ", 28}, {"BA", 20}, {"BE", 16}, {"BG", 22}, {"BH", 22}, {"BR", 29},
    {"CH", 21}, {"CR", 22}, {"CY", 28}, {"CZ", 24}, {"DE", 22}, {"DK", 18}, {"DO", 28}, {"EE", 20}, {"ES", 24}, {"FI", 18},
    {"FO", 18}, {"FR", 27}, {"GB", 22}, {"GE", 22}, {"GI", 23}, {"GL", 18}, {"GR", 27}, {"GT", 28}, {"HR", 21}, {"HU", 28},
    {"IE", 22}, {"IL", 23}, {"IS", 26}, {"IT", 27}, {"JO", 30}, {"KW", 30}, {"KZ", 20}, {"LB", 28}, {"LI", 21}, {"LT", 20},
    {"LU", 20}, {"LV", 21}, {"MC", 27}, {"MD", 24}, {"ME", 22}, {"MK", 19}, {"MT", 31}, {"MU", 30}, {"NL", 18}, {"NO", 15},
    {"PK", 24}, {"PL", 28}, {"PT", 25}, {"QA", 29}, {"RO", 24}, {"RS", 22}, {"SA", 24}, {"SE", 24}, {"SI", 19}, {"SK", 24},
    {"SM", 27}, {"TN", 24}, {"TR", 26}, {"UA", 29}, {"XK", 20},
});
// clang-format on

constexpr std::size_t longest = 31;

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAlnum(char c)
{
    const char u = upper(c);
    return isDigit(c) || (u >= 'A' && u <= 'Z');
}

int modulo97(std::string_view iban, int remainder)
{
    for (const char c : iban) {
        const int value = isDigit(c) ? c - '0' : c - 'A' + 10;
        remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
    return remainder;
}

bool isLabelled(std::string_view text, std::size_t at)
{
    const std::size_t from = at > 12 ? at - 12 : 0;
    return foldLatin(text.substr(from, at - from)).find("iban") != std::string::npos;
}

} // namespace

std::size_t ibanEnd(std::string_view text, std::size_t at)
{
    std::array<char, longest> letters{};
    std::size_t count = 0;
    std::size_t end = at;
    std::size_t wanted = 4;
    for (std::size_t i = at; i < text.size() && count < wanted; ++i) {
        if (!isAlnum(text[i])) {
            if (count < 4 || !(text[i] == ' ' || text[i] == '-') || (i + 1 < text.size() && !isAlnum(text[i + 1])))
                break;
            continue;
        }
        letters[count++] = upper(text[i]);
        end = i + 1;
        if (count == 2) {
            const auto country = std::ranges::find(lengths, std::string_view(letters.data(), 2), &Length::first);
            if (country == lengths.end())
                return at;
            wanted = country->second;
        } else if ((count == 3 || count == 4) && !isDigit(text[i])) {
            return at;
        }
    }
    if (count < 5 || count != wanted || (end < text.size() && isAlnum(text[end])))
        return at;
    const std::string_view iban(letters.data(), count);
    return modulo97(iban.substr(0, 4), modulo97(iban.substr(4), 0)) == 1 || isLabelled(text, at) ? end : at;
}

bool isInsideIban(std::string_view text, std::size_t start, std::size_t end)
{
    constexpr std::size_t reach = longest + 8; // letters and the spaces between groups
    const std::size_t from = start > reach ? start - reach : 0;
    for (std::size_t at = start; at-- > from;) {
        const bool wordStart = isAlnum(text[at]) && (at == 0 || !isAlnum(text[at - 1]));
        if (wordStart && !isDigit(text[at]) && ibanEnd(text, at) >= end)
            return true;
    }
    return false;
}

} // namespace foreword
