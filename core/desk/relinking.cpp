#include "core/desk/relinking.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/desk/match_memory.h"
#include "core/desk/record_linker.h"
#include "core/desk/regrouping.h"
#include "core/identity/identity_run.h"
#include "core/store/connection.h"
#include "core/store/identity_table.h"
#include "core/store/match_table.h"

namespace foreword {
namespace {

// Up to so many records, comparing all takes about a second.
constexpr std::int64_t alwaysUpTo = 5000;
// Beyond, one in so many has to be new.
constexpr std::int64_t oneIn = 50;
// Records between two looks at the token.
constexpr std::size_t askEvery = 256;

using Rows = std::vector<std::int64_t>;

// Reads all records in comparable form and keeps that of those that are new.
class WholeReading {
public:
    WholeReading(Connection& writer, const CancelToken& cancel) : m_identity(writer), m_match(writer), m_memory(writer), m_cancel(cancel) {}

    Result<std::vector<Traits>> read()
    {
        FOREWORD_TRY(const bool current, m_memory.isCurrent());
        if (!current)
            FOREWORD_CHECK(m_match.forgetTraits());
        FOREWORD_TRY(const Rows waiting, m_match.waiting());
        const std::set<std::int64_t> changed(waiting.begin(), waiting.end());
        FOREWORD_TRY(const Rows rows, m_identity.records());
        std::vector<Traits> all;
        std::vector<MatchTable::KeyRow> keys;
        for (const auto row : rows) {
            if (all.size() % askEvery == 0)
                FOREWORD_CHECK(m_cancel.check());
            FOREWORD_TRY(auto known, changed.contains(row) ? Result<std::optional<Traits>>(std::nullopt) : m_memory.traits(row));
            if (!known) {
                FOREWORD_TRY(known, m_memory.learnTraits(row, keys));
            }
            m_rows.emplace(known->key, row);
            all.push_back(*std::move(known));
        }
        std::ranges::sort(keys);
        FOREWORD_CHECK(m_match.putKeys(keys));
        return all;
    }

    std::int64_t rowOf(const RecordKey& key) const { return m_rows.at(key); }

private:
    IdentityTable m_identity;
    MatchTable m_match;
    MatchMemory m_memory;
    const CancelToken& m_cancel;
    std::map<RecordKey, std::int64_t> m_rows;
};

PairKind kindOf(FoundPair::Kind kind)
{
    switch (kind) {
    case FoundPair::Kind::asked: return PairKind::asked;
    case FoundPair::Kind::linked: return PairKind::linked;
    case FoundPair::Kind::refused: break;
    }
    return PairKind::refused;
}

Result<> keepPairs(MatchTable& table, const IdentityOutcome& outcome, const WholeReading& reading)
{
    std::vector<std::int64_t> rows;
    for (const RecordKey& key : outcome.records)
        rows.push_back(reading.rowOf(key));
    std::vector<StoredPair> pairs;
    for (const FoundPair& pair : outcome.pairs) {
        const auto [first, second] = std::minmax(rows[pair.a], rows[pair.b]);
        pairs.push_back({first, second, pair.weight, kindOf(pair.kind)});
    }
    std::ranges::sort(pairs, {}, [](const StoredPair& pair) { return std::pair(pair.first, pair.second); });
    FOREWORD_CHECK(table.removePairs());
    for (const StoredPair& pair : pairs)
        FOREWORD_CHECK(table.putPair(pair));
    return {};
}

} // namespace

Result<> relinkAll(Connection& writer, const RelinkProgress& progress, const CancelToken& cancel, Learning learning)
{
    WholeReading reading(writer, cancel);
    FOREWORD_TRY(auto traits, reading.read());
    FOREWORD_TRY(const Decisions decisions, decisionsIn(writer));
    MatchMemory memory(writer);
    std::optional<Learned> learned;
    if (learning == Learning::asBefore) {
        FOREWORD_TRY(learned, memory.allLearned());
    }
    const bool anew = !learned;
    FOREWORD_TRY(const auto outcome, findPersons(std::move(traits), decisions, cancel, progress, std::move(learned)));
    std::vector<Rows> groups;
    for (const auto& cluster : outcome.clusters) {
        auto& group = groups.emplace_back();
        for (const auto& key : cluster)
            group.push_back(reading.rowOf(key));
    }
    IdentityTable table(writer);
    FOREWORD_CHECK(regroup(table, std::move(groups), cancel));
    MatchTable match(writer);
    FOREWORD_CHECK(keepPairs(match, outcome, reading));
    if (anew)
        FOREWORD_CHECK(memory.keep(outcome.model, outcome.frequencies));
    return match.noneWaits();
}

Result<> relinkWaiting(Connection& writer, const CancelToken& cancel)
{
    FOREWORD_TRY(const bool current, MatchMemory(writer).isCurrent());
    if (!current)
        return relinkAll(writer, {}, cancel);
    FOREWORD_TRY(const Decisions decisions, decisionsIn(writer));
    MatchTable match(writer);
    FOREWORD_TRY(const Rows waiting, match.waiting());
    FOREWORD_TRY(auto linker, RecordLinker::make(writer, decisions));
    FOREWORD_CHECK(linker.link(waiting, cancel));
    return match.noneWaits();
}

Result<> relink(Connection& writer, const RelinkProgress& progress, const CancelToken& cancel)
{
    FOREWORD_TRY(const auto waiting, MatchTable(writer).waitingCount());
    if (waiting == 0)
        return {};
    FOREWORD_TRY(const auto all, IdentityTable(writer).recordCount());
    if (all <= alwaysUpTo || waiting * oneIn >= all)
        return relinkAll(writer, progress, cancel);
    return relinkWaiting(writer, cancel);
}

Result<Decisions> decisionsIn(Connection& connection)
{
    FOREWORD_TRY(const auto stored, IdentityTable(connection).decisions());
    Decisions decisions;
    for (const auto& one : stored)
        one.same ? decisions.confirm(one.a, one.b) : decisions.forbid(one.a, one.b);
    return decisions;
}

} // namespace foreword
