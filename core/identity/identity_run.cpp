#include "core/identity/identity_run.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/identity/pair_judge.h"

namespace foreword {
namespace {

// The rates are learned from so many pairs at most.
constexpr std::size_t mostLearned = 200'000;
constexpr std::size_t randomPairs = 100'000;

class Run {
public:
    Run(std::vector<Traits> records, const Decisions& decisions, const CancelToken& cancel, const RunProgress& progress)
        : m_records(std::move(records)), m_decisions(decisions), m_cancel(cancel), m_progress(progress)
    {
        std::ranges::sort(m_records, {}, &Traits::key);
        const auto doubles = std::ranges::unique(m_records, {}, &Traits::key);
        m_records.erase(doubles.begin(), doubles.end());
    }

    Result<IdentityOutcome> findAll(std::optional<Learned> learned)
    {
        index();
        m_rounds = learned ? 1 : 2;
        Grouping grouping;
        if (learned) {
            m_model = learned->model;
            m_frequencies = std::move(learned->frequencies);
        } else {
            FOREWORD_CHECK(learn());
            FOREWORD_TRY(grouping, group());
            // A name that one person bears on ten records is not a frequent one.
            countPersons(grouping);
            FOREWORD_CHECK(learn());
        }
        FOREWORD_TRY(grouping, group());
        IdentityOutcome outcome;
        for (const auto& group : grouping.groups) {
            auto& cluster = outcome.clusters.emplace_back();
            for (const auto record : group)
                cluster.push_back(m_records[record].key);
        }
        outcome.pairs = pairsOf(grouping);
        outcome.reviews = reviews(grouping);
        for (const auto& record : m_records)
            outcome.records.push_back(record.key);
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

    Result<> learn()
    {
        FOREWORD_CHECK(m_cancel.check());
        if (count() < 2)
            return {};
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
        FOREWORD_CHECK(m_cancel.check());
        m_model = learnModel(close, random, sampled, m_frequencies);
        return {};
    }

    Result<> judgeAll(const PairJudge& judge)
    {
        for (std::uint32_t i = 0; i < count(); ++i) {
            if (i % 1024 == 0) {
                FOREWORD_CHECK(m_cancel.check());
                if (m_progress)
                    m_progress(m_compared, std::int64_t{m_rounds} * count());
            }
            ++m_compared;
            for (const auto other : candidates(i)) {
                if (const auto judged = judge.judge(m_records[other], m_records[i]))
                    (judged->links ? m_links : m_asked).push_back({other, i, judged->weight});
            }
        }
        return {};
    }

    Result<Grouping> group()
    {
        m_links.clear();
        m_asked.clear();
        const PairJudge judge(m_model, m_frequencies, m_decisions);
        FOREWORD_CHECK(judgeAll(judge));
        return judge.group(m_records, m_links);
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

    std::vector<std::uint32_t> groupsOf(const Grouping& grouping) const
    {
        std::vector<std::uint32_t> groupOf(count());
        for (std::uint32_t g = 0; g < grouping.groups.size(); ++g) {
            for (const auto record : grouping.groups[g])
                groupOf[record] = g;
        }
        return groupOf;
    }

    std::vector<FoundPair> pairsOf(const Grouping& grouping) const
    {
        const auto groupOf = groupsOf(grouping);
        std::vector<FoundPair> pairs;
        for (const MatchPair& pair : m_asked)
            pairs.push_back({pair.a, pair.b, pair.weight, FoundPair::Kind::asked});
        for (const MatchPair& pair : m_links)
            pairs.push_back(
                {pair.a, pair.b, pair.weight, groupOf[pair.a] == groupOf[pair.b] ? FoundPair::Kind::linked : FoundPair::Kind::refused});
        return pairs;
    }

    // Of two groups, the pair that is most alike.
    std::vector<Review> reviews(const Grouping& grouping)
    {
        const auto groupOf = groupsOf(grouping);
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

    std::vector<Traits> m_records; // by key
    const Decisions& m_decisions;
    const CancelToken& m_cancel;
    const RunProgress& m_progress;
    int m_rounds = 2;
    std::int64_t m_compared = 0;
    Frequencies m_frequencies;
    MatchModel m_model;
    std::vector<std::vector<TraitKey>> m_keys;
    std::unordered_map<TraitKey, std::vector<std::uint32_t>> m_blocks;
    std::vector<std::uint32_t> m_candidates;
    std::vector<MatchPair> m_links, m_asked;
};

} // namespace

Result<IdentityOutcome> findPersons(std::vector<Traits> records, const Decisions& decisions, const CancelToken& cancel,
                                    const RunProgress& progress, std::optional<Learned> learned)
{
    return Run(std::move(records), decisions, cancel, progress).findAll(std::move(learned));
}

} // namespace foreword
