#include "core/desk/record_linker.h"

#include <algorithm>

#include "core/desk/regrouping.h"
#include "core/store/connection.h"

namespace foreword {

Result<RecordLinker> RecordLinker::make(Connection& writer, const Decisions& decisions)
{
    FOREWORD_TRY(auto learned, MatchMemory(writer).learned());
    return RecordLinker(writer, decisions, std::move(learned));
}

RecordLinker::RecordLinker(Connection& writer, const Decisions& decisions, Learned learned)
    : m_identity(writer), m_match(writer), m_memory(writer), m_decisions(decisions), m_learned(std::move(learned))
{
    for (const auto& [a, b] : decisions.confirmedPairs()) {
        m_confirmed.emplace(a, b);
        m_confirmed.emplace(b, a);
    }
}

Result<> RecordLinker::link(const std::vector<std::int64_t>& records, const CancelToken& cancel)
{
    // All first, so that new ones find each other.
    for (const auto record : records) {
        FOREWORD_CHECK(cancel.check());
        FOREWORD_CHECK(renew(record));
    }
    for (const auto record : records) {
        FOREWORD_CHECK(cancel.check());
        FOREWORD_CHECK(compareWithOthers(record));
    }
    // Together, because a person may fall apart into several neighbourhoods.
    std::vector<Rows> groups;
    for (const auto record : m_touched) {
        FOREWORD_CHECK(cancel.check());
        if (m_seen.contains(record))
            continue;
        FOREWORD_TRY(const auto around, neighbourhoodOf(record));
        FOREWORD_CHECK(group(around, groups));
    }
    return regroup(m_identity, std::move(groups), cancel);
}

// Those it was linked with may have to do without it.
Result<> RecordLinker::renew(std::int64_t record)
{
    m_touched.insert(record);
    FOREWORD_TRY(const auto pairs, m_match.pairsOf(record));
    for (const StoredPair& pair : pairs) {
        if (pair.kind != PairKind::asked)
            m_touched.insert(pair.first == record ? pair.second : pair.first);
    }
    FOREWORD_CHECK(m_match.removePairsOf(record));
    // A confirmation that was taken back has left no pair, only a person.
    FOREWORD_TRY(const auto companions, m_identity.companionsOf(record));
    m_touched.insert(companions.begin(), companions.end());
    std::vector<MatchTable::KeyRow> keys;
    FOREWORD_TRY(auto traits, m_memory.learnTraits(record, keys));
    FOREWORD_CHECK(m_match.putKeys(keys));
    FOREWORD_CHECK(m_memory.count(traits, m_learned.frequencies));
    m_traits.insert_or_assign(record, std::move(traits));
    return {};
}

Result<> RecordLinker::compareWithOthers(std::int64_t record)
{
    FOREWORD_TRY(const Traits* own, traitsOf(record));
    const PairJudge judge(m_learned.model, m_learned.frequencies, m_decisions);
    FOREWORD_TRY(const auto others, m_match.sharing(record, storedKeys(blockingKeys(*own)), static_cast<int>(mostInBlock)));
    for (const auto other : others) {
        FOREWORD_TRY(const Traits* traits, traitsOf(other));
        const auto judged = judge.judge(*own, *traits);
        if (!judged)
            continue;
        const auto [first, second] = std::minmax(record, other);
        FOREWORD_CHECK(m_match.putPair({first, second, judged->weight, judged->links ? PairKind::linked : PairKind::asked}));
    }
    return {};
}

Result<const Traits*> RecordLinker::traitsOf(std::int64_t record)
{
    auto found = m_traits.find(record);
    if (found == m_traits.end()) {
        FOREWORD_TRY(auto traits, m_memory.traits(record));
        if (!traits) {
            // It waits to be compared, and was confirmed to be of somebody here.
            std::vector<MatchTable::KeyRow> keys;
            FOREWORD_TRY(traits, m_memory.learnTraits(record, keys));
            FOREWORD_CHECK(m_match.putKeys(keys));
        }
        found = m_traits.emplace(record, *std::move(traits)).first;
    }
    return &found->second;
}

Result<RecordLinker::Neighbourhood> RecordLinker::neighbourhoodOf(std::int64_t record)
{
    Neighbourhood around;
    Rows open{record};
    m_seen.insert(record);
    while (!open.empty()) {
        const auto next = open.back();
        open.pop_back();
        around.rows.push_back(next);
        FOREWORD_CHECK(addConnected(next, open, around));
    }
    std::map<RecordKey, std::int64_t> byKey;
    for (const auto row : around.rows) {
        FOREWORD_TRY(const Traits* traits, traitsOf(row));
        byKey.emplace(traits->key, row);
    }
    around.rows.clear();
    for (const auto& [key, row] : byKey) {
        around.rows.push_back(row);
        around.traits.push_back(m_traits.at(row));
    }
    return around;
}

Result<> RecordLinker::addConnected(std::int64_t record, Rows& open, Neighbourhood& into)
{
    const auto reach = [&](std::int64_t other) {
        if (m_seen.insert(other).second)
            open.push_back(other);
    };
    FOREWORD_TRY(const auto pairs, m_match.pairsOf(record));
    for (const StoredPair& pair : pairs) {
        if (pair.kind == PairKind::asked)
            continue;
        reach(pair.first == record ? pair.second : pair.first);
        if (pair.first == record)
            into.pairs.push_back(pair);
    }
    FOREWORD_TRY(const Traits* traits, traitsOf(record));
    const auto [begin, end] = m_confirmed.equal_range(traits->key);
    for (auto other = begin; other != end; ++other) {
        FOREWORD_TRY(const auto row, m_identity.rowOf(other->second));
        if (row)
            reach(*row);
    }
    return {};
}

Result<> RecordLinker::group(const Neighbourhood& around, std::vector<Rows>& groups)
{
    std::unordered_map<std::int64_t, std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < around.rows.size(); ++i) {
        numbers.emplace(around.rows[i], i);
        FOREWORD_CHECK(m_memory.count(around.traits[i], m_learned.frequencies));
    }
    std::vector<MatchPair> links;
    for (const StoredPair& pair : around.pairs) {
        const auto [a, b] = std::minmax(numbers.at(pair.first), numbers.at(pair.second));
        links.push_back({a, b, pair.weight});
    }
    const auto grouping = PairJudge(m_learned.model, m_learned.frequencies, m_decisions).group(around.traits, links);
    std::vector<std::size_t> groupOf(around.rows.size());
    for (const auto& numbered : grouping.groups) {
        auto& rows = groups.emplace_back();
        for (const auto number : numbered) {
            groupOf[number] = groups.size();
            rows.push_back(around.rows[number]);
        }
    }
    for (const StoredPair& pair : around.pairs) {
        const bool together = groupOf[numbers.at(pair.first)] == groupOf[numbers.at(pair.second)];
        FOREWORD_CHECK(m_match.putPair({pair.first, pair.second, pair.weight, together ? PairKind::linked : PairKind::refused}));
    }
    return {};
}

Result<> linkRecords(Connection& writer, const std::vector<std::int64_t>& records, const CancelToken& cancel)
{
    if (records.empty())
        return {};
    FOREWORD_TRY(const Decisions decisions, decisionsIn(writer));
    FOREWORD_TRY(auto linker, RecordLinker::make(writer, decisions));
    return linker.link(records, cancel);
}

} // namespace foreword
