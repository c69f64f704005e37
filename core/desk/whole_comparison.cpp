#include "core/desk/whole_comparison.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "core/desk/match_memory.h"
#include "core/desk/record_linker.h"
#include "core/desk/regrouping.h"
#include "core/store/connection.h"
#include "core/store/match_table.h"

namespace foreword {
namespace {

// Records that are read before somebody else may write.
constexpr std::size_t atATime = 2000;
// Records between two looks at the token.
constexpr std::size_t askEvery = 256;

PairKind kindOf(FoundPair::Kind kind)
{
    switch (kind) {
    case FoundPair::Kind::asked: return PairKind::asked;
    case FoundPair::Kind::linked: return PairKind::linked;
    case FoundPair::Kind::refused: break;
    }
    return PairKind::refused;
}

// Rows of the records that a decision names which only one of the two lists has.
Result<std::set<std::int64_t>> decidedOtherwise(const IdentityTable& table, const std::vector<IdentityDecision>& before,
                                                const std::vector<IdentityDecision>& now)
{
    const auto less = [](const IdentityDecision& x, const IdentityDecision& y) {
        return std::tie(x.a, x.b, x.same) < std::tie(y.a, y.b, y.same);
    };
    std::vector<IdentityDecision> others;
    std::ranges::set_symmetric_difference(before, now, std::back_inserter(others), less);
    std::set<std::int64_t> rows;
    for (const auto& decision : others) {
        for (const RecordKey* key : {&decision.a, &decision.b}) {
            FOREWORD_TRY(const auto row, table.rowOf(*key));
            if (row)
                rows.insert(*row);
        }
    }
    return rows;
}

} // namespace

Result<> WholeComparison::read()
{
    FOREWORD_CHECK(m_onWriter([this](Connection& writer) { return begin(writer); }));
    for (std::size_t from = 0; from < m_stamps.size(); from += atATime) {
        FOREWORD_CHECK(m_cancel.check());
        FOREWORD_CHECK(m_onWriter([&](Connection& writer) { return readSome(writer, from); }));
    }
    return m_onWriter([this](Connection& writer) { return readWhatIsKnown(writer); });
}

Result<> WholeComparison::begin(Connection& writer)
{
    FOREWORD_TRY(auto transaction, Transaction::write(writer));
    MatchTable match(writer);
    FOREWORD_TRY(const bool current, MatchMemory(writer).isCurrent());
    if (!current)
        FOREWORD_CHECK(match.forgetTraits());
    FOREWORD_TRY(m_stamps, IdentityTable(writer).stamps());
    FOREWORD_TRY(const Rows waiting, match.waiting());
    m_waiting = {waiting.begin(), waiting.end()};
    return transaction.commit();
}

// Those that are new or changed are brought into comparable form and kept so.
Result<> WholeComparison::readSome(Connection& writer, std::size_t from)
{
    FOREWORD_TRY(auto transaction, Transaction::write(writer));
    const IdentityTable identity(writer);
    MatchMemory memory(writer);
    std::vector<MatchTable::KeyRow> keys;
    for (std::size_t i = from; i < std::min(from + atATime, m_stamps.size()); ++i) {
        if (i % askEvery == 0)
            FOREWORD_CHECK(m_cancel.check());
        const auto row = m_stamps[i].row;
        FOREWORD_TRY(const bool there, identity.has(row));
        if (!there)
            continue; // gone since
        FOREWORD_TRY(auto known, m_waiting.contains(row) ? Result<std::optional<Traits>>(std::nullopt) : memory.traits(row));
        if (!known) {
            FOREWORD_TRY(known, memory.learnTraits(row, keys));
        }
        m_rows.emplace(known->key, row);
        m_traits.push_back(*std::move(known));
    }
    std::ranges::sort(keys);
    FOREWORD_CHECK(MatchTable(writer).putKeys(keys));
    return transaction.commit();
}

Result<> WholeComparison::readWhatIsKnown(Connection& writer)
{
    FOREWORD_TRY(const auto transaction, Transaction::read(writer));
    FOREWORD_TRY(m_decisions, IdentityTable(writer).decisions());
    if (m_learning == Learning::asBefore) {
        FOREWORD_TRY(m_learned, MatchMemory(writer).allLearned());
    }
    return {};
}

Result<> WholeComparison::compare(const RunProgress& progress)
{
    const Decisions decisions = decisionsOf(m_decisions);
    FOREWORD_TRY(m_outcome, findPersons(std::move(m_traits), decisions, m_cancel, progress, std::move(m_learned)));
    return {};
}

Result<bool> WholeComparison::store()
{
    bool stored = false;
    FOREWORD_CHECK(m_onWriter([&](Connection& writer) -> Result<> {
        FOREWORD_TRY(stored, storeAtOnce(writer));
        return {};
    }));
    return stored;
}

Result<bool> WholeComparison::storeAtOnce(Connection& writer)
{
    FOREWORD_TRY(auto transaction, Transaction::write(writer));
    FOREWORD_TRY(const auto meanwhile, lookAgain(writer));
    if (meanwhile.gone)
        return false;
    FOREWORD_CHECK(put(writer, meanwhile));
    FOREWORD_CHECK(transaction.commit());
    return true;
}

Result<WholeComparison::Meanwhile> WholeComparison::lookAgain(Connection& writer) const
{
    const IdentityTable table(writer);
    std::map<std::int64_t, std::string_view> before;
    for (const auto& stamp : m_stamps)
        before.emplace(stamp.row, stamp.hash);
    FOREWORD_TRY(const auto now, table.stamps());
    Meanwhile meanwhile;
    for (const auto& stamp : now) {
        const auto known = before.find(stamp.row);
        if (known == before.end())
            meanwhile.added.push_back(stamp.row);
        if (known == before.end() || known->second != stamp.hash)
            meanwhile.waiting.insert(stamp.row);
        else
            before.erase(known);
    }
    // What was changed back looks as before, but what is kept of it need not.
    FOREWORD_TRY(const Rows waiting, MatchTable(writer).waiting());
    std::ranges::copy_if(waiting, std::inserter(meanwhile.waiting, meanwhile.waiting.end()),
                         [this](std::int64_t row) { return !m_waiting.contains(row); });
    // What is left of them was changed or erased; the row of one that was erased may be another's.
    for (const auto& [key, row] : m_rows) {
        if (!before.contains(row))
            continue;
        FOREWORD_TRY(const auto found, table.rowOf(key));
        meanwhile.gone = meanwhile.gone || found != row;
    }
    FOREWORD_TRY(const auto decisions, table.decisions());
    FOREWORD_TRY(meanwhile.decided, decidedOtherwise(table, m_decisions, decisions));
    return meanwhile;
}

Result<> WholeComparison::put(Connection& writer, const Meanwhile& meanwhile)
{
    IdentityTable table(writer);
    FOREWORD_CHECK(regroup(table, groups(meanwhile), m_cancel));
    MatchTable match(writer);
    FOREWORD_CHECK(putPairs(match));
    if (m_learning == Learning::anew)
        FOREWORD_CHECK(MatchMemory(writer).keep(m_outcome.model, m_outcome.frequencies));
    FOREWORD_CHECK(match.noneWaits());
    for (const auto row : meanwhile.waiting)
        FOREWORD_CHECK(match.wait(row));
    return linkRecords(writer, {meanwhile.decided.begin(), meanwhile.decided.end()}, m_cancel);
}

// Those that came meanwhile stay alone for now.
std::vector<WholeComparison::Rows> WholeComparison::groups(const Meanwhile& meanwhile) const
{
    std::vector<Rows> groups;
    for (const auto& cluster : m_outcome.clusters) {
        auto& group = groups.emplace_back();
        for (const auto& key : cluster)
            group.push_back(m_rows.at(key));
    }
    for (const auto row : meanwhile.added)
        groups.push_back({row});
    return groups;
}

Result<> WholeComparison::putPairs(MatchTable& table) const
{
    std::vector<std::int64_t> rows;
    for (const RecordKey& key : m_outcome.records)
        rows.push_back(m_rows.at(key));
    std::vector<StoredPair> pairs;
    for (const FoundPair& pair : m_outcome.pairs) {
        const auto [first, second] = std::minmax(rows[pair.a], rows[pair.b]);
        pairs.push_back({first, second, pair.weight, kindOf(pair.kind)});
    }
    std::ranges::sort(pairs, {}, [](const StoredPair& pair) { return std::pair(pair.first, pair.second); });
    FOREWORD_CHECK(table.removePairs());
    for (const StoredPair& pair : pairs)
        FOREWORD_CHECK(table.putPair(pair));
    return {};
}

} // namespace foreword
