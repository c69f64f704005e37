#include "core/evaluate/quotes.h"

#include <algorithm>
#include <tuple>

namespace foreword {
namespace {

bool isSpace(char c)
{
    return static_cast<unsigned char>(c) <= ' ';
}

// The end of `quote` in `text` from `at` on, or nothing.
std::optional<std::size_t> quoteAt(std::string_view text, std::size_t at, std::string_view quote)
{
    std::size_t q = 0;
    while (q < quote.size()) {
        if (at == text.size())
            return std::nullopt;
        if (isSpace(quote[q])) {
            if (!isSpace(text[at]))
                return std::nullopt;
            while (q < quote.size() && isSpace(quote[q]))
                ++q;
            while (at < text.size() && isSpace(text[at]))
                ++at;
            continue;
        }
        if (quote[q++] != text[at++])
            return std::nullopt;
    }
    return at;
}

} // namespace

std::optional<Span> findQuote(std::string_view text, std::string_view quote)
{
    while (!quote.empty() && isSpace(quote.front()))
        quote.remove_prefix(1);
    while (!quote.empty() && isSpace(quote.back()))
        quote.remove_suffix(1);
    if (quote.empty())
        return std::nullopt;
    for (std::size_t at = text.find(quote.front()); at != std::string_view::npos; at = text.find(quote.front(), at + 1)) {
        if (const auto end = quoteAt(text, at, quote))
            return Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(*end)};
    }
    return std::nullopt;
}

double overlap(const Place& a, const Place& b)
{
    if (a.message != b.message || !a.span.overlaps(b.span))
        return 0;
    const auto shared = std::min(a.span.end, b.span.end) - std::max(a.span.start, b.span.start);
    const auto all = std::max(a.span.end, b.span.end) - std::min(a.span.start, b.span.start);
    return static_cast<double>(shared) / static_cast<double>(all);
}

Counts matchPlaces(const std::vector<Place>& found, const std::vector<Place>& labelled, double atLeast)
{
    std::vector<std::tuple<double, std::size_t, std::size_t>> pairs;
    for (std::size_t f = 0; f < found.size(); ++f) {
        for (std::size_t l = 0; l < labelled.size(); ++l) {
            if (const double shared = overlap(found[f], labelled[l]); shared >= atLeast)
                pairs.emplace_back(-shared, f, l);
        }
    }
    std::ranges::sort(pairs);
    std::vector<bool> usedFound(found.size()), usedLabel(labelled.size());
    Counts counts;
    for (const auto& [negative, f, l] : pairs) {
        if (usedFound[f] || usedLabel[l])
            continue;
        usedFound[f] = usedLabel[l] = true;
        ++counts.truePositives;
    }
    counts.falsePositives = found.size() - counts.truePositives;
    counts.falseNegatives = labelled.size() - counts.truePositives;
    return counts;
}

} // namespace foreword
