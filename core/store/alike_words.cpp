#include "core/store/alike_words.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

#include "core/store/query.h"
#include "core/store/word_likeness.h"

namespace foreword {
namespace {

// Below this, two words are not alike: "Hofman" and "Hoffmann" have 750, "Weber" and "Wbeer" 800,
// "Anna" and "Hans" 250.
constexpr int leastLikeness = 550;
constexpr std::size_t mostAlikeWords = 30;
// A swap of neighbours in a short word leaves no trigram to find it by.
constexpr std::size_t shortWord = 6;

// The letters of a word, each as its bytes.
std::vector<std::string_view> lettersOf(std::string_view word)
{
    std::vector<std::string_view> letters;
    for (std::size_t at = 0; at < word.size();) {
        std::size_t end = at + 1;
        while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xc0) == 0x80)
            ++end;
        letters.push_back(word.substr(at, end - at));
        at = end;
    }
    return letters;
}

// Three letters in a row, quoted: whatever they are, they are no FTS5 syntax.
std::string trigramQuery(const std::vector<std::string_view>& letters)
{
    std::string query;
    for (std::size_t i = 0; i + 2 < letters.size(); ++i) {
        query.append(query.empty() ? "\"" : " OR \"");
        query.append(letters[i]).append(letters[i + 1]).append(letters[i + 2]).append("\"");
    }
    return query;
}

Result<> addAlike(Query& words, const WordLikeness& word, std::vector<AlikeWord>& alike)
{
    for (;;) {
        FOREWORD_TRY(const bool more, words.next());
        if (!more)
            return {};
        if (const int likeness = word.to(words.text(1), leastLikeness); likeness > 0)
            alike.push_back({likeness, words.integer(0)});
    }
}

// Of nearly the same length and with the same first letter, or with the second one first: the
// first two are swapped as well.
Result<> addShort(Connection& connection, const WordLikeness& word, const std::vector<std::string_view>& letters,
                  std::vector<AlikeWord>& alike)
{
    Query sameLetter(connection,
                     "SELECT row, word FROM name_word WHERE word >= ?1 AND word < ?2 AND length(word) BETWEEN ?3 - 1 AND ?3 + 1");
    const std::set<std::string> firsts(letters.begin(),
                                       letters.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(letters.size(), 2)));
    for (const auto& first : firsts)
        FOREWORD_CHECK(addAlike(sameLetter.with(first, first + "\xff", static_cast<int>(letters.size())), word, alike));
    return {};
}

} // namespace

Result<std::vector<AlikeWord>> alikeWords(Connection& connection, const std::string& word)
{
    std::vector<AlikeWord> alike;
    const WordLikeness likeness(word);
    const auto letters = lettersOf(word);
    if (const std::string trigrams = trigramQuery(letters); !trigrams.empty()) {
        Query shared(connection,
                     "SELECT w.row, w.word FROM name_trigrams t JOIN name_word w ON w.row = t.rowid WHERE name_trigrams MATCH ?1");
        FOREWORD_CHECK(addAlike(shared.with(trigrams), likeness, alike));
    }
    if (letters.size() <= shortWord)
        FOREWORD_CHECK(addShort(connection, likeness, letters, alike));
    std::ranges::sort(alike,
                      [](const AlikeWord& a, const AlikeWord& b) { return std::tie(b.likeness, a.row) < std::tie(a.likeness, b.row); });
    const auto repeated = std::ranges::unique(alike, {}, &AlikeWord::row);
    alike.erase(repeated.begin(), repeated.end());
    alike.resize(std::min(alike.size(), mostAlikeWords));
    return alike;
}

} // namespace foreword
