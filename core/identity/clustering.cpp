#include "core/identity/clustering.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <tuple>

namespace foreword {
namespace {

using Contradicts = std::function<bool(std::uint32_t, std::uint32_t)>;

// Bits by which one of two contradicting partners must fit better than the other.
constexpr double clearlyBetter = 6;
// A record with more partners than this is looked at with its best ones.
constexpr std::size_t mostPartners = 24;

struct Partner {
    std::uint32_t record = 0;
    std::size_t link = 0; // index of the pair
};

std::vector<std::vector<Partner>> partnersOf(std::uint32_t records, const std::vector<MatchPair>& links)
{
    std::vector<std::vector<Partner>> partners(records);
    for (std::size_t i = 0; i < links.size(); ++i) {
        partners[links[i].a].push_back({links[i].b, i});
        partners[links[i].b].push_back({links[i].a, i});
    }
    return partners;
}

// Pairs of a record that fits two contradicting ones: the worse falls, or both if neither is
// clearly better. `links` are sorted, so partners stand in the order of their weight.
std::vector<bool> ambiguous(std::uint32_t records, const std::vector<MatchPair>& links, const Contradicts& contradicts)
{
    std::vector<bool> fallen(links.size());
    for (const auto& all : partnersOf(records, links)) {
        const auto partners = std::span(all).first(std::min(all.size(), mostPartners));
        for (std::size_t i = 0; i < partners.size(); ++i) {
            for (std::size_t j = i + 1; j < partners.size(); ++j) {
                if (fallen[partners[i].link] && fallen[partners[j].link])
                    continue;
                if (!contradicts(partners[i].record, partners[j].record))
                    continue;
                fallen[partners[j].link] = true;
                if (links[partners[i].link].weight - links[partners[j].link].weight < clearlyBetter)
                    fallen[partners[i].link] = true;
            }
        }
    }
    return fallen;
}

class Groups {
public:
    explicit Groups(std::uint32_t records) : m_group(records), m_members(records)
    {
        std::iota(m_group.begin(), m_group.end(), 0U);
        for (std::uint32_t i = 0; i < records; ++i)
            m_members[i] = {i};
    }

    // False if some record of one contradicts a record of the other.
    bool join(std::uint32_t a, std::uint32_t b, const Contradicts& contradicts)
    {
        auto first = m_group[a];
        auto second = m_group[b];
        if (first == second)
            return true;
        for (const auto x : m_members[first]) {
            for (const auto y : m_members[second]) {
                if (contradicts(x, y))
                    return false;
            }
        }
        if (m_members[first].size() < m_members[second].size())
            std::swap(first, second);
        for (const auto moved : m_members[second])
            m_group[moved] = first;
        m_members[first].insert(m_members[first].end(), m_members[second].begin(), m_members[second].end());
        m_members[second] = {};
        return true;
    }

    bool together(std::uint32_t a, std::uint32_t b) const { return m_group[a] == m_group[b]; }

    std::vector<std::vector<std::uint32_t>> take()
    {
        std::erase_if(m_members, [](const auto& members) { return members.empty(); });
        for (auto& members : m_members)
            std::ranges::sort(members);
        std::ranges::sort(m_members);
        return std::move(m_members);
    }

private:
    std::vector<std::uint32_t> m_group;
    std::vector<std::vector<std::uint32_t>> m_members;
};

} // namespace

Grouping groupRecords(std::uint32_t records, std::vector<MatchPair> links, const Contradicts& contradicts)
{
    std::ranges::sort(
        links, [](const MatchPair& x, const MatchPair& y) { return std::tuple(-x.weight, x.a, x.b) < std::tuple(-y.weight, y.a, y.b); });
    const auto fallen = ambiguous(records, links, contradicts);
    Groups groups(records);
    std::vector<MatchPair> refused;
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (fallen[i] || !groups.join(links[i].a, links[i].b, contradicts))
            refused.push_back(links[i]);
    }
    std::erase_if(refused, [&](const MatchPair& pair) { return groups.together(pair.a, pair.b); });
    return {groups.take(), std::move(refused)};
}

} // namespace foreword
