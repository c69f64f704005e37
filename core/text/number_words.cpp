#include "core/text/number_words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace foreword {
namespace {

using Entry = std::pair<std::string_view, int>;

constexpr auto sorted(auto table)
{
    std::ranges::sort(table);
    return table;
}

// clang-format off
constexpr auto numbers = sorted(std::to_array<Entry>({
    {"zero", 0}, {"oh", 0}, {"o", 0}, {"nought", 0}, {"naught", 0}, {"nil", 0}, {"one", 1}, {"two", 2}, {"three", 3}, {"four", 4},
    {"five", 5}, {"six", 6}, {"seven", 7}, {"eight", 8}, {"nine", 9}, {"ten", 10}, {"eleven", 11}, {"twelve", 12}, {"thirteen", 13},
    {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
    {"thirty", 30}, {"forty", 40}, {"fourty", 40}, {"fifty", 50}, {"sixty", 60}, {"seventy", 70}, {"eighty", 80}, {"ninety", 90},

    {"null", 0}, {"eins", 1}, {"ein", 1}, {"zwei", 2}, {"zwo", 2}, {"drei", 3}, {"vier", 4}, {"funf", 5}, {"fuenf", 5}, {"sechs", 6},
    {"sieben", 7}, {"acht", 8}, {"neun", 9}, {"zehn", 10}, {"elf", 11}, {"zwolf", 12}, {"zwoelf", 12}, {"dreizehn", 13},
    {"vierzehn", 14}, {"funfzehn", 15}, {"fuenfzehn", 15}, {"sechzehn", 16}, {"siebzehn", 17}, {"achtzehn", 18}, {"neunzehn", 19},
    {"zwanzig", 20}, {"dreissig", 30}, {"vierzig", 40}, {"funfzig", 50}, {"fuenfzig", 50}, {"sechzig", 60}, {"siebzig", 70},
    {"achtzig", 80}, {"neunzig", 90},

    {"cero", 0}, {"uno", 1}, {"una", 1}, {"dos", 2}, {"tres", 3}, {"cuatro", 4}, {"cinco", 5}, {"seis", 6}, {"siete", 7}, {"ocho", 8},
    {"nueve", 9}, {"diez", 10}, {"once", 11}, {"doce", 12}, {"trece", 13}, {"catorce", 14}, {"quince", 15}, {"dieciseis", 16},
    {"diecisiete", 17}, {"dieciocho", 18}, {"diecinueve", 19}, {"veinte", 20}, {"veintiuno", 21}, {"veintidos", 22},
    {"veintitres", 23}, {"veinticuatro", 24}, {"veinticinco", 25}, {"veintiseis", 26}, {"veintisiete", 27}, {"veintiocho", 28},
    {"veintinueve", 29}, {"treinta", 30}, {"cuarenta", 40}, {"cincuenta", 50}, {"sesenta", 60}, {"setenta", 70}, {"ochenta", 80},
    {"noventa", 90},

    {"un", 1}, {"une", 1}, {"deux", 2}, {"trois", 3}, {"quatre", 4}, {"cinq", 5}, {"sept", 7}, {"huit", 8}, {"neuf", 9}, {"dix", 10},
    {"onze", 11}, {"douze", 12}, {"treize", 13}, {"quatorze", 14}, {"quinze", 15}, {"seize", 16}, {"vingt", 20}, {"vingts", 20},
    {"trente", 30}, {"quarante", 40}, {"cinquante", 50}, {"soixante", 60}, {"septante", 70}, {"huitante", 80}, {"nonante", 90},
}));

constexpr auto repeats = sorted(std::to_array<Entry>({
    {"double", 2}, {"twice", 2}, {"triple", 3}, {"treble", 3}, {"quadruple", 4}, {"doppel", 2}, {"doppelt", 2}, {"doppelte", 2},
    {"zweimal", 2}, {"dreifach", 3}, {"dreimal", 3}, {"viermal", 4}, {"doble", 2}, {"cuadruple", 4},
}));

constexpr auto fillers = sorted(std::to_array<Entry>({
    {"dash", 0}, {"hyphen", 0}, {"space", 0}, {"then", 0}, {"uh", 0}, {"um", 0}, {"erm", 0}, {"strich", 0},
    {"bindestrich", 0}, {"leerzeichen", 0}, {"dann", 0}, {"ah", 0}, {"ahm", 0}, {"die", 0}, {"guion", 0}, {"espacio", 0},
    {"luego", 0}, {"eh", 0}, {"el", 0}, {"la", 0}, {"tiret", 0}, {"espace", 0}, {"puis", 0}, {"euh", 0}, {"le", 0},
    {"and", 0}, {"y", 0}, {"et", 0}, {"und", 0},
}));
// clang-format on

// Where the words with each first letter begin: every word of every message is looked up, and
// most are told apart by it.
template <class Table>
constexpr auto lettersOf(const Table& table)
{
    std::array<std::uint8_t, 27> starts{};
    std::size_t at = 0;
    for (std::size_t letter = 0; letter < starts.size(); ++letter) {
        while (at < table.size() && table[at].first[0] < static_cast<char>('a' + letter))
            ++at;
        starts[letter] = static_cast<std::uint8_t>(at);
    }
    return starts;
}

constexpr auto numberLetters = lettersOf(numbers);
constexpr auto repeatLetters = lettersOf(repeats);
constexpr auto fillerLetters = lettersOf(fillers);

template <class Table>
std::optional<int> find(const Table& table, const std::array<std::uint8_t, 27>& letters, std::string_view word)
{
    if (word.empty() || word[0] < 'a' || word[0] > 'z')
        return std::nullopt;
    const auto letter = static_cast<std::size_t>(word[0] - 'a');
    for (std::size_t i = letters[letter]; i < letters[letter + 1]; ++i) {
        if (table[i].first.size() == word.size() && table[i].first == word)
            return table[i].second;
    }
    return std::nullopt;
}

// "einundvierzig": German says the ones first, in one word.
std::optional<int> germanCompound(std::string_view word)
{
    const auto joint = word.find("und", 3); // "hundert" and the like have it earlier
    if (joint == std::string_view::npos)
        return std::nullopt;
    const auto ones = find(numbers, numberLetters, word.substr(0, joint));
    const auto tens = find(numbers, numberLetters, word.substr(joint + 3));
    if (!ones || !tens || *ones < 1 || *ones > 9 || *tens < 20 || *tens % 10 != 0)
        return std::nullopt;
    return *tens + *ones;
}

} // namespace

std::optional<int> numberWord(std::string_view folded)
{
    constexpr std::size_t longest = 18;
    if (folded.empty() || folded.size() > longest)
        return std::nullopt;
    const auto number = find(numbers, numberLetters, folded);
    return number || folded.size() < 10 ? number : germanCompound(folded);
}

std::optional<int> repeatWord(std::string_view folded)
{
    return find(repeats, repeatLetters, folded);
}

bool isSpokenFiller(std::string_view folded)
{
    return find(fillers, fillerLetters, folded).has_value();
}

std::optional<int> joinedNumber(int first, int second, std::string_view secondWord)
{
    if (first == 4 && secondWord.starts_with("vingt"))
        return 80;
    const bool tens = first >= 20 && first % 10 == 0;
    if (tens && second >= 1 && second <= 9)
        return first + second;
    if ((first == 60 || first == 80) && second >= 10 && second <= 19)
        return first + second;
    if (first == 10 && second >= 7 && second <= 9 && (secondWord == "sept" || secondWord == "huit" || secondWord == "neuf"))
        return first + second;
    return std::nullopt;
}

} // namespace foreword
