#include "core/identity/identity_run.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/identity/clustering.h"

namespace foreword {
namespace {

// The rates are learned from so many pairs at most.
constexpr std::size_t mostLearned = 200'000;
constexpr std::size_t randomPairs = 100'000;

class Run {
public:
    Run(std::vector<Traits> records, const Decisions& decisions, const CancelToken& cancel)
        : m_records(std::move(records)), m_decisions(decisions), m_cancel(cancel)
    {
        std::ranges::sort(m_records, {}, &Traits::key);
        const auto doubles = std::ranges::unique(m_records, {}, &Traits::key);
        m_records.erase(doubles.begin(), doubles.end());
    }

    Result<IdentityOutcome> findAll()
    {
        index();
        learn();
        FOREWORD_TRY(auto grouping, group());
        // A name that one person bears on ten records is not a frequent one.
        countPersons(grouping);
        learn();
        FOREWORD_TRY(grouping, group());
        IdentityOutcome outcome;
        for (const auto& group : grouping.groups) {
            auto& cluster = outcome.clusters.emplace_back();
            for (const auto record : group)
                cluster.push_back(m_records[record].key);
        }
        outcome.reviews = reviews(grouping);
        outcome.model = m_model;
        outcome.frequencies = std::move(m_frequencies);
        return outcome;
    }

private:
    std::uint32_t count() const { return static_cast<std::uint32_t>(m_records.size()); }

    void index()
    {
        m_keys.reserve(m_records.size());
        for (std::uint32_t i = 0; i < count(); ++i) {
            m_frequencies.add(countedKeys(m_records[i]));
            m_keys.push_back(blockingKeys(m_records[i]));
            for (const TraitKey key : m_keys.back()) {
                auto& block = m_blocks[key];
                if (block.size() <= mostInBlock)
                    block.push_back(i);
            }
        }
    }

    // Records before this one that share a key with it.
    const std::vector<std::uint32_t>& candidates(std::uint32_t record)
    {
        m_candidates.clear();
        for (const TraitKey key : m_keys[record]) {
            const auto& block = m_blocks.find(key)->second;
            if (block.size() > mostInBlock)
                continue;
            for (const auto other : block) {
                if (other >= record)
                    break;
                m_candidates.push_back(other);
            }
        }
        std::ranges::sort(m_candidates);
        const auto doubles = std::ranges::unique(m_candidates);
        m_candidates.erase(doubles.begin(), doubles.end());
        return m_candidates;
    }

    void learn()
    {
        if (count() < 2)
            return;
        std::vector<Comparison> close, random;
        std::size_t sampled = 0;
        // Records evenly spread, until there are enough pairs.
        constexpr std::uint32_t strides = 64;
        for (std::uint32_t start = 0; start < strides && close.size() < mostLearned; ++start) {
            for (std::uint32_t i = start; i < count() && close.size() < mostLearned; i += strides, ++sampled) {
                for (const auto other : candidates(i))
                    close.push_back(compare(m_records[other], m_records[i]));
            }
        }
        std::uint64_t state = 1;
        const auto next = [&] {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            return static_cast<std::uint32_t>((state >> 33) % count());
        };
        const std::size_t wanted = std::min(randomPairs, m_records.size() * 50);
        for (std::size_t i = 0; i < wanted; ++i) {
            const auto a = next();
            const auto b = next();
            if (a != b)
                random.push_back(compare(m_records[a], m_records[b]));
        }
        m_model = learnModel(close, random, sampled, m_frequencies);
    }

    Result<> judge()
    {
        for (std::uint32_t i = 0; i < count(); ++i) {
            if (i % 1024 == 0)
                FOREWORD_CHECK(m_cancel.check());
            for (const auto other : candidates(i)) {
                if (m_decisions.forbidden(m_records[other].key, m_records[i].key))
                    continue;
                const auto comparison = compare(m_records[other], m_records[i]);
                const double weight = m_model.weight(comparison, m_frequencies);
                const auto verdict = verdictOf(comparison, weight, m_model.relatives);
                if (verdict != MatchVerdict::apart)
                    (verdict == MatchVerdict::link ? m_links : m_asked).push_back({other, i, weight});
            }
        }
        return {};
    }

    Result<Grouping> group()
    {
        m_links.clear();
        m_asked.clear();
        FOREWORD_CHECK(judge());
        confirm();
        return groupRecords(count(), m_links, [this](auto a, auto b) { return contradicts(a, b); });
    }

    void countPersons(const Grouping& grouping)
    {
        m_frequencies = {};
        for (const auto& group : grouping.groups) {
            std::vector<TraitKey> keys;
            for (const auto record : group) {
                const auto own = countedKeys(m_records[record]);
                keys.insert(keys.end(), own.begin(), own.end());
            }
            m_frequencies.add(std::move(keys));
        }
    }

    void confirm()
    {
        for (const auto& [a, b] : m_decisions.confirmedPairs()) {
            const auto first = numberOf(a);
            const auto second = numberOf(b);
            if (first == count() || second == count())
                continue;
            std::erase_if(m_links, [&](const MatchPair& pair) { return pair.a == first && pair.b == second; });
            m_links.push_back({first, second, confirmedWeight});
        }
    }

    std::uint32_t numberOf(const RecordKey& key) const
    {
        const auto found = std::ranges::lower_bound(m_records, key, {}, &Traits::key);
        return found != m_records.end() && found->key == key ? static_cast<std::uint32_t>(found - m_records.begin()) : count();
    }

    bool contradicts(std::uint32_t a, std::uint32_t b) const
    {
        const auto& first = m_records[a];
        const auto& second = m_records[b];
        if (m_decisions.forbidden(first.key, second.key))
            return true;
        if (m_decisions.confirmed(first.key, second.key))
            return false;
        const auto comparison = compare(first, second);
        return contradict(comparison, m_model.weight(comparison, m_frequencies), m_model.relatives);
    }

    // Of two groups, the pair that is most alike.
    std::vector<Review> reviews(const Grouping& grouping)
    {
        std::vector<std::uint32_t> groupOf(count());
        for (std::uint32_t g = 0; g < grouping.groups.size(); ++g) {
            for (const auto record : grouping.groups[g])
                groupOf[record] = g;
        }
        auto pairs = m_asked;
        pairs.insert(pairs.end(), grouping.refused.begin(), grouping.refused.end());
        std::ranges::sort(pairs, [](const MatchPair& x, const MatchPair& y) {
            return std::tuple(-x.weight, x.a, x.b) < std::tuple(-y.weight, y.a, y.b);
        });
        std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
        std::vector<Review> found;
        for (const MatchPair& pair : pairs) {
            const auto groups = std::minmax(groupOf[pair.a], groupOf[pair.b]);
            if (groups.first == groups.second || !seen.insert(groups).second)
                continue;
            found.push_back({m_records[pair.a].key, m_records[pair.b].key, pair.weight, compare(m_records[pair.a], m_records[pair.b])});
        }
        return found;
    }

    static constexpr double confirmedWeight = 1000;

    std::vector<Traits> m_records; // by key
    const Decisions& m_decisions;
    const CancelToken& m_cancel;
    Frequencies m_frequencies;
    MatchModel m_model;
    std::vector<std::vector<TraitKey>> m_keys;
    std::unordered_map<TraitKey, std::vector<std::uint32_t>> m_blocks;
    std::vector<std::uint32_t> m_candidates;
    std::vector<MatchPair> m_links, m_asked;
};

} // namespace

Result<IdentityOutcome> findPersons(std::vector<Traits> records, const Decisions& decisions, const CancelToken& cancel)
{
    return Run(std::move(records), decisions, cancel).findAll();
}

} // namespace foreword
