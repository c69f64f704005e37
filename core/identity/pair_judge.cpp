#include "core/identity/pair_judge.h"

#include <algorithm>

namespace foreword {
namespace {

// Outweighs all that a model says.
constexpr double confirmedWeight = 1000;

std::optional<std::uint32_t> numberOf(std::span<const Traits> records, const RecordKey& key)
{
    const auto found = std::ranges::lower_bound(records, key, {}, &Traits::key);
    if (found == records.end() || found->key != key)
        return std::nullopt;
    return static_cast<std::uint32_t>(found - records.begin());
}

} // namespace

std::optional<JudgedPair> PairJudge::judge(const Traits& a, const Traits& b) const
{
    if (m_decisions.forbidden(a.key, b.key))
        return std::nullopt;
    // So that nothing depends on which of the two came first.
    const auto comparison = a.key < b.key ? compare(a, b) : compare(b, a);
    const double weight = m_model.weight(comparison, m_frequencies);
    const auto verdict = verdictOf(comparison, weight, m_model.relatives);
    if (verdict == MatchVerdict::apart)
        return std::nullopt;
    return JudgedPair{weight, verdict == MatchVerdict::link};
}

bool PairJudge::contradicts(const Traits& a, const Traits& b) const
{
    if (m_decisions.forbidden(a.key, b.key))
        return true;
    if (m_decisions.confirmed(a.key, b.key))
        return false;
    // Names that can be read in two ways may contradict in one of them only.
    const auto against = [&](const Comparison& comparison) {
        return contradict(comparison, m_model.weight(comparison, m_frequencies), m_model.relatives);
    };
    return against(compare(a, b)) && against(compare(b, a));
}

Grouping PairJudge::group(std::span<const Traits> records, std::vector<MatchPair> links) const
{
    for (const auto& [a, b] : m_decisions.confirmedPairs()) {
        const auto first = numberOf(records, a);
        const auto second = numberOf(records, b);
        if (!first || !second)
            continue;
        std::erase_if(links, [&](const MatchPair& pair) { return pair.a == *first && pair.b == *second; });
        links.push_back({*first, *second, confirmedWeight});
    }
    return groupRecords(static_cast<std::uint32_t>(records.size()), std::move(links),
                        [&](auto a, auto b) { return contradicts(records[a], records[b]); });
}

} // namespace foreword
