#include "core/store/word_likeness.h"

#include <algorithm>

#include <unicode/unistr.h>

namespace foreword {
namespace {

constexpr int whole = 1000;
constexpr int bitsOfPoint = 21; // three code points fit a number

std::u32string codePoints(std::string_view utf8)
{
    const auto unicode = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
    std::u32string points;
    for (std::int32_t i = 0; i < unicode.length(); i = unicode.moveIndex32(i, 1))
        points.push_back(static_cast<char32_t>(unicode.char32At(i)));
    return points;
}

// Sorted, each once; two marks before the word and one behind it.
std::vector<std::uint64_t> trigramsOf(const std::u32string& points)
{
    std::vector<std::uint64_t> trigrams;
    std::uint64_t window = 0;
    const auto push = [&](char32_t point) {
        window = ((window << bitsOfPoint) | point) & ((std::uint64_t{1} << (3 * bitsOfPoint)) - 1);
        trigrams.push_back(window);
    };
    for (const char32_t point : points)
        push(point);
    push(0);
    std::ranges::sort(trigrams);
    trigrams.erase(std::ranges::unique(trigrams).begin(), trigrams.end());
    return trigrams;
}

int jaccard(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b)
{
    std::size_t shared = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (*i == *j) {
            ++shared;
            ++i;
            ++j;
        } else if (*i < *j) {
            ++i;
        } else {
            ++j;
        }
    }
    return static_cast<int>(static_cast<std::size_t>(whole) * shared / (a.size() + b.size() - shared));
}

// Optimal string alignment distance over three rows.
std::size_t editDistance(std::u32string_view a, std::u32string_view b)
{
    std::vector<std::size_t> beforeLast(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        std::swap(beforeLast, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

} // namespace

WordLikeness::WordLikeness(std::string word) : m_word(std::move(word)), m_points(codePoints(m_word)), m_trigrams(trigramsOf(m_points)) {}

int WordLikeness::to(std::string_view other) const
{
    if (other == m_word)
        return whole;
    const std::u32string points = codePoints(other);
    const std::size_t longest = std::max(points.size(), m_points.size());
    const std::size_t edits = editDistance(m_points, points);
    const int byEdits = whole - static_cast<int>(static_cast<std::size_t>(whole) * edits / longest);
    return std::max(byEdits, jaccard(m_trigrams, trigramsOf(points)));
}

} // namespace foreword
