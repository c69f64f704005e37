#include "core/store/excerpt.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "core/store/word_folding.h"

namespace foreword {
namespace {

constexpr std::size_t mostWords = 12;
constexpr std::size_t wordsBefore = 2; // the first one that was looked for
constexpr std::size_t longestText = 20'000; // bytes looked at

struct Place {
    std::size_t begin, end; // bytes
};

// Runs of letters, digits and the marks on them.
std::vector<Place> wordPlaces(std::string_view text)
{
    std::vector<Place> places;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(std::min(text.size(), longestText));
    bool inWord = false;
    for (std::int32_t at = 0; at < size;) {
        const auto begin = static_cast<std::size_t>(at);
        UChar32 point = 0;
        U8_NEXT_OR_FFFD(bytes, at, size, point);
        const bool part = (U_GET_GC_MASK(point) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0;
        if (part && !inWord)
            places.push_back({begin, begin});
        if (part)
            places.back().end = static_cast<std::size_t>(at);
        inWord = part;
    }
    return places;
}

std::string folded(std::string_view word)
{
    std::string lower(word);
    for (char& c : lower) {
        if (static_cast<unsigned char>(c) >= 0x80) { // few words are worth more than this
            auto tokens = foldedTokens(word, 1);
            return tokens.empty() ? std::string() : std::move(tokens.front());
        }
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return lower;
}

struct Match {
    std::size_t word;  // of the text
    std::size_t asked; // which of those that were looked for
};

std::vector<Match> matchesIn(std::string_view text, const std::vector<Place>& places, const std::vector<std::string>& words)
{
    std::vector<Match> matches;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const std::string word = folded(text.substr(places[i].begin, places[i].end - places[i].begin));
        for (std::size_t asked = 0; asked < words.size(); ++asked) {
            if (asked + 1 < words.size() ? word == words[asked] : word.starts_with(words[asked]))
                matches.push_back({i, asked});
        }
    }
    return matches;
}

// The word of the text at which the part with most of the words that were looked for begins.
std::size_t bestStart(const std::vector<Match>& matches)
{
    std::size_t best = 0, most = 0;
    for (auto first = matches.begin(); first != matches.end(); ++first) {
        std::set<std::size_t> asked;
        for (auto match = first; match != matches.end() && match->word < first->word + mostWords - wordsBefore; ++match)
            asked.insert(match->asked);
        if (asked.size() > most) {
            most = asked.size();
            best = first->word;
        }
    }
    return best - std::min(best, wordsBefore);
}

} // namespace

std::string excerptOf(std::string_view text, const std::vector<std::string>& words)
{
    const auto places = wordPlaces(text);
    if (places.size() <= mostWords && text.size() <= longestText)
        return std::string(text);
    const std::size_t start = std::min(bestStart(matchesIn(text, places, words)), places.size() - std::min(places.size(), mostWords));
    const std::size_t end = std::min(start + mostWords, places.size());
    const std::size_t from = start == 0 ? 0 : places[start].begin;
    const bool whole = end == places.size() && text.size() <= longestText;
    const std::size_t until = whole ? text.size() : end == 0 ? 0 : places[end - 1].end;
    return (start == 0 ? "" : "…") + std::string(text.substr(from, until - from)) + (whole ? "" : "…");
}

} // namespace foreword
