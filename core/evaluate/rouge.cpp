#include "core/evaluate/rouge.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/text/folded_text.h"

namespace foreword {
namespace {

double f1(std::size_t shared, std::size_t a, std::size_t b)
{
    return a + b == 0 ? 0 : 2.0 * static_cast<double>(shared) / static_cast<double>(a + b);
}

std::map<std::vector<std::string>, std::size_t> grams(const std::vector<std::string>& words, std::size_t length)
{
    std::map<std::vector<std::string>, std::size_t> counts;
    for (std::size_t i = 0; i + length <= words.size(); ++i)
        ++counts[{words.begin() + static_cast<std::ptrdiff_t>(i), words.begin() + static_cast<std::ptrdiff_t>(i + length)}];
    return counts;
}

double gramF1(const std::vector<std::string>& text, const std::vector<std::string>& reference, std::size_t length)
{
    const auto a = grams(text, length);
    const auto b = grams(reference, length);
    std::size_t shared = 0, inA = 0, inB = 0;
    for (const auto& [gram, count] : a) {
        inA += count;
        if (const auto other = b.find(gram); other != b.end())
            shared += std::min(count, other->second);
    }
    for (const auto& [gram, count] : b)
        inB += count;
    return f1(shared, inA, inB);
}

std::size_t longestCommonRow(const std::vector<std::string>& a, const std::vector<std::string>& b)
{
    std::vector<std::size_t> row(b.size() + 1), next(b.size() + 1);
    for (const std::string& word : a) {
        for (std::size_t j = 0; j < b.size(); ++j)
            next[j + 1] = word == b[j] ? row[j] + 1 : std::max(row[j + 1], next[j]);
        std::swap(row, next);
    }
    return row.back();
}

} // namespace

std::vector<std::string> rougeWords(std::string_view text)
{
    const FoldedText folded(text);
    std::vector<std::string> words;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        if (folded.token(i).kind == TokenKind::word || folded.token(i).kind == TokenKind::number)
            words.emplace_back(folded.word(i));
    }
    return words;
}

std::vector<std::string> withoutTemplateWords(std::vector<std::string> words)
{
    constexpr std::array<std::string_view, 18> stock = {"customer", "agent", "the",  "a",           "an",        "is",
                                                        "that",     "says",  "asks", "complaining", "complains", "asking",
                                                        "about",    "to",    "and",  "of",          "for",       "states"};
    std::erase_if(words, [&](const std::string& word) { return std::ranges::find(stock, std::string_view(word)) != stock.end(); });
    return words;
}

Rouge rouge(const std::vector<std::string>& text, const std::vector<std::string>& reference)
{
    return {gramF1(text, reference, 1), gramF1(text, reference, 2), f1(longestCommonRow(text, reference), text.size(), reference.size())};
}

} // namespace foreword
