#include "core/identity/person_name.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "core/identity/letters.h"
#include "core/text/lines.h"

namespace foreword {
namespace {

// Of the four languages the product speaks.
// clang-format off
constexpr auto titles = std::to_array<std::string_view>(
    {"dr", "prof", "professor", "dipl", "ing", "mag", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "herr", "frau", "mme",
     "mlle", "monsieur", "madame", "sra", "srta", "don", "dona"});
// clang-format on

constexpr auto generations = std::to_array<std::string_view>({"jr", "junior", "sr", "senior", "ii", "iii", "iv"});

template <class List>
bool contains(const List& list, std::string_view word)
{
    return std::ranges::find(list, word) != list.end();
}

std::size_t letterCount(std::string_view word)
{
    return static_cast<std::size_t>(std::ranges::count_if(word, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool isInitial(std::string_view word)
{
    return letterCount(word) == 1;
}

bool mixedCase(const icu::UnicodeString& name)
{
    bool upper = false;
    bool lower = false;
    for (int32_t i = 0; i < name.length(); i = name.moveIndex32(i, 1)) {
        upper = upper || u_isupper(name.char32At(i));
        lower = lower || u_islower(name.char32At(i));
    }
    return upper && lower;
}

} // namespace

std::vector<std::string> nameWords(std::string_view name)
{
    auto words = wordsOf(name);
    const bool onlyTitles = std::ranges::all_of(words, [](const auto& word) { return contains(titles, word); });
    if (!onlyTitles)
        std::erase_if(words, [](const auto& word) { return contains(titles, word); });
    return words;
}

std::string withoutUmlautE(const std::string& word)
{
    std::string out;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const bool afterVowel = i > 0 && (word[i - 1] == 'a' || word[i - 1] == 'o' || word[i - 1] == 'u');
        if (word[i] != 'e' || !afterVowel)
            out.push_back(word[i]);
    }
    return out;
}

std::string generationOf(std::string_view word)
{
    if (!contains(generations, word))
        return {};
    return word.front() == 'j' ? "junior" : word.front() == 's' ? "senior" : std::string(word);
}

std::string inReadingOrder(std::string_view name)
{
    const auto text = trimmed(name);
    const auto comma = text.find(',');
    if (comma == std::string_view::npos || text.find(',', comma + 1) != std::string_view::npos)
        return std::string(text);
    const auto last = trimmed(text.substr(0, comma));
    const auto first = trimmed(text.substr(comma + 1));
    if (last.empty() || first.empty())
        return std::string(last.empty() ? first : last);
    return std::string(first).append(" ").append(last);
}

int compareFullness(std::string_view a, std::string_view b)
{
    const auto measure = [](std::string_view name) {
        const auto words = nameWords(name);
        const auto writtenOut = std::ranges::count_if(words, [](const auto& word) { return !isInitial(word); });
        const bool beyondAscii = std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
        const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int32_t>(name.size())));
        return std::array<std::ptrdiff_t, 3>{writtenOut, mixedCase(text), beyondAscii};
    };
    const auto first = measure(a);
    const auto second = measure(b);
    return first == second ? 0 : first > second ? -1 : 1;
}

} // namespace foreword
