#include <algorithm>
#include <array>

#include "core/identity/likeness.h"

namespace foreword {
namespace {

bool isOneOf(char c, std::string_view letters)
{
    return c != '\0' && letters.find(c) != std::string_view::npos;
}

bool isLetter(char c)
{
    return c >= 'a' && c <= 'z';
}

// The table of the Cologne phonetics; 0 where a letter is silent.
std::string_view cologneCode(char before, char c, char after, bool first)
{
    switch (c) {
    case 'b': return "1";
    case 'p': return after == 'h' ? "3" : "1";
    case 'd':
    case 't': return isOneOf(after, "csz") ? "8" : "2";
    case 'f':
    case 'v':
    case 'w': return "3";
    case 'g':
    case 'k':
    case 'q': return "4";
    case 'c':
        if (first)
            return isOneOf(after, "ahkloqrux") ? "4" : "8";
        return isOneOf(after, "ahkoqux") && !isOneOf(before, "sz") ? "4" : "8";
    case 'x': return isOneOf(before, "ckq") ? "8" : "48";
    case 'l': return "5";
    case 'm':
    case 'n': return "6";
    case 'r': return "7";
    case 's':
    case 'z': return "8";
    case 'h': return "";
    default: return "0"; // vowels, j and y
    }
}

struct Ending {
    std::string_view from, to;
};

void replaceEnd(std::string& word, std::initializer_list<Ending> endings)
{
    for (const auto& [from, to] : endings) {
        if (word.ends_with(from)) {
            word.replace(word.size() - from.size(), from.size(), to);
            return;
        }
    }
}

void replaceBeginning(std::string& word)
{
    constexpr auto beginnings =
        std::to_array<Ending>({{"mac", "mcc"}, {"kn", "nn"}, {"k", "c"}, {"ph", "ff"}, {"pf", "ff"}, {"sch", "sss"}});
    for (const auto& [from, to] : beginnings) {
        if (word.starts_with(from)) {
            word.replace(0, from.size(), to);
            return;
        }
    }
}

// What the letter at `i` sounds like, in place.
void nysiisLetter(std::string& w, std::size_t i)
{
    constexpr std::string_view vowels = "aeiou";
    const char before = w[i - 1];
    const char after = i + 1 < w.size() ? w[i + 1] : '\0';
    if (w[i] == 'e' && after == 'v') {
        w[i] = 'a';
        w[i + 1] = 'f';
    } else if (isOneOf(w[i], vowels) || (w[i] == 'w' && isOneOf(before, vowels))) {
        w[i] = 'a';
    } else if (w[i] == 'q') {
        w[i] = 'g';
    } else if (w[i] == 'z') {
        w[i] = 's';
    } else if (w[i] == 'm') {
        w[i] = 'n';
    } else if (w[i] == 'k') {
        w[i] = after == 'n' ? 'n' : 'c';
    } else if (w.compare(i, 3, "sch") == 0) {
        w.replace(i, 3, "sss");
    } else if (w.compare(i, 2, "ph") == 0) {
        w.replace(i, 2, "ff");
    } else if (w[i] == 'h' && (!isOneOf(before, vowels) || !isOneOf(after, vowels))) {
        w[i] = before;
    }
}

} // namespace

std::string cologneSound(std::string_view word)
{
    std::string codes;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (!isLetter(word[i]))
            continue;
        const char before = i > 0 ? word[i - 1] : '\0';
        const char after = i + 1 < word.size() ? word[i + 1] : '\0';
        for (const char code : cologneCode(before, word[i], after, i == 0)) {
            if (codes.empty() || codes.back() != code)
                codes.push_back(code);
        }
    }
    // A vowel counts only at the beginning.
    if (!codes.empty())
        codes.erase(std::remove(codes.begin() + 1, codes.end(), '0'), codes.end());
    return codes;
}

std::string nysiisSound(std::string_view word)
{
    std::string w;
    std::ranges::copy_if(word, std::back_inserter(w), isLetter);
    if (w.empty())
        return w;
    replaceBeginning(w);
    replaceEnd(w, {{"ee", "y"}, {"ie", "y"}, {"dt", "d"}, {"rt", "d"}, {"rd", "d"}, {"nt", "d"}, {"nd", "d"}});
    std::string sound(1, w.front());
    for (std::size_t i = 1; i < w.size(); ++i) {
        nysiisLetter(w, i);
        if (w[i] != sound.back())
            sound.push_back(w[i]);
    }
    replaceEnd(sound, {{"s", ""}, {"ay", "y"}});
    replaceEnd(sound, {{"a", ""}});
    return sound.empty() ? std::string(1, w.front()) : sound;
}

} // namespace foreword
