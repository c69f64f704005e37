#include "core/store/word_likeness.h"

#include <algorithm>
#include <bit>
#include <utility>

#include <unicode/utf8.h>

namespace foreword {
namespace {

constexpr std::size_t whole = 1000;
constexpr int bitsOfPoint = 21; // three code points fit a number
constexpr int kinds = 64;

int shareOf(std::size_t part, std::size_t all)
{
    return static_cast<int>(whole * part / all);
}

// Optimal string alignment distance over three rows; `limit` + 1 where it is more than that.
std::size_t editDistance(std::u32string_view a, std::u32string_view b, std::size_t limit)
{
    using Row = std::array<std::uint8_t, WordLikeness::mostLetters + 1>;
    Row rows[3] = {};
    Row *beforeLast = rows, *last = rows + 1, *row = rows + 2;
    for (std::size_t j = 0; j <= b.size(); ++j)
        (*last)[j] = static_cast<std::uint8_t>(j);
    std::size_t leastBefore = 0;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        (*row)[0] = static_cast<std::uint8_t>(i);
        std::size_t least = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            int edits = std::min({(*last)[j] + 1, (*row)[j - 1] + 1, (*last)[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                edits = std::min(edits, (*beforeLast)[j - 2] + 1);
            (*row)[j] = static_cast<std::uint8_t>(edits);
            least = std::min(least, static_cast<std::size_t>(edits));
        }
        // A swap goes back two rows.
        if (least > limit && leastBefore > limit)
            return limit + 1;
        leastBefore = least;
        std::swap(beforeLast, last);
        std::swap(last, row);
    }
    return (*last)[b.size()];
}

} // namespace

WordLikeness::Letters WordLikeness::lettersOf(std::string_view utf8)
{
    Letters letters;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
    const auto size = static_cast<std::int32_t>(utf8.size());
    for (std::int32_t at = 0; at < size && letters.size < mostLetters;) {
        UChar32 point = 0;
        U8_NEXT_OR_FFFD(bytes, at, size, point);
        letters.points[letters.size++] = static_cast<char32_t>(point);
        letters.kinds |= std::uint64_t{1} << (point % kinds);
    }
    return letters;
}

// Two marks before the word and one behind it.
WordLikeness::Trigrams WordLikeness::trigramsOf(const Letters& letters)
{
    Trigrams trigrams;
    std::uint64_t window = 0;
    for (std::size_t i = 0; i <= letters.size; ++i) {
        const char32_t point = i < letters.size ? letters.points[i] : 0;
        window = ((window << bitsOfPoint) | point) & ((std::uint64_t{1} << (3 * bitsOfPoint)) - 1);
        trigrams.values[i] = window;
    }
    const auto end = trigrams.values.begin() + static_cast<std::ptrdiff_t>(letters.size + 1);
    std::sort(trigrams.values.begin(), end);
    trigrams.size = static_cast<std::size_t>(std::unique(trigrams.values.begin(), end) - trigrams.values.begin());
    return trigrams;
}

WordLikeness::WordLikeness(std::string word) : m_word(std::move(word)), m_letters(lettersOf(m_word)), m_trigrams(trigramsOf(m_letters)) {}

// Each letter that only one of them has, is an edit.
int WordLikeness::byEdits(const Letters& other, int least) const
{
    const std::size_t longest = std::max(m_letters.size, other.size);
    const std::size_t limit = longest - (static_cast<std::size_t>(least) * longest + whole - 1) / whole;
    const auto missing =
        static_cast<std::size_t>(std::max(std::popcount(m_letters.kinds & ~other.kinds), std::popcount(other.kinds & ~m_letters.kinds)));
    if (missing > limit || longest - std::min(m_letters.size, other.size) > limit)
        return 0;
    const std::size_t edits = editDistance({m_letters.points.data(), m_letters.size}, {other.points.data(), other.size}, limit);
    return edits > limit ? 0 : static_cast<int>(whole) - shareOf(edits, longest);
}

// Each letter that the other has not, takes a trigram at least: the one that it ends.
int WordLikeness::byTrigrams(const Letters& other, int least) const
{
    const auto missing = static_cast<std::size_t>(std::popcount(m_letters.kinds & ~other.kinds));
    const std::size_t most = m_trigrams.size - std::min(missing, m_trigrams.size);
    if (shareOf(most, m_trigrams.size) < least)
        return 0;
    const Trigrams trigrams = trigramsOf(other);
    std::size_t shared = 0;
    for (std::size_t i = 0, j = 0; i < m_trigrams.size && j < trigrams.size;) {
        const auto a = m_trigrams.values[i], b = trigrams.values[j];
        shared += a == b ? 1 : 0;
        i += a <= b ? 1 : 0;
        j += b <= a ? 1 : 0;
    }
    return shareOf(shared, m_trigrams.size + trigrams.size - shared);
}

int WordLikeness::to(std::string_view other, int least) const
{
    if (other == m_word)
        return static_cast<int>(whole);
    const Letters letters = lettersOf(other);
    const int best = std::max(byEdits(letters, least), byTrigrams(letters, least));
    return best < least ? 0 : best;
}

} // namespace foreword
