#include "core/desk/relinking.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/identity/identity_run.h"
#include "core/identity/profile.h"
#include "core/store/connection.h"
#include "core/store/identity_table.h"

namespace foreword {
namespace {

// Up to so many records, comparing all takes about a second.
constexpr std::int64_t alwaysUpTo = 5000;
// Beyond, one in so many has to be new.
constexpr std::int64_t oneIn = 50;

using Rows = std::vector<std::int64_t>;

// Where each record is now.
struct Stand {
    std::map<RecordKey, std::int64_t> rows;
    std::map<std::int64_t, std::int64_t> persons; // by row; 0: nobody's
    std::map<std::int64_t, std::size_t> sizes;    // of persons
};

struct Move {
    std::int64_t person = 0; // 0: a new one
    Rows rows;
};

// The groups that are not persons already. A person goes to the first group that has one of its
// records, by row.
std::vector<Move> movesTo(const std::vector<Rows>& groups, const Stand& stand, std::set<std::int64_t>& kept)
{
    std::vector<Move> moves;
    for (const Rows& rows : groups) {
        std::set<std::int64_t> persons;
        for (const auto row : rows) {
            if (const auto person = stand.persons.at(row); person != 0)
                persons.insert(person);
        }
        Move move{0, rows};
        for (const auto person : persons) {
            if (kept.insert(person).second) {
                move.person = person;
                break;
            }
        }
        const bool same = move.person != 0 && persons.size() == 1 && stand.sizes.at(move.person) == rows.size();
        const bool complete = std::ranges::all_of(rows, [&](auto row) { return stand.persons.at(row) != 0; });
        if (!same || !complete)
            moves.push_back(std::move(move));
    }
    return moves;
}

Result<> carryOut(IdentityTable& table, const std::vector<Move>& moves)
{
    for (const Move& move : moves) {
        std::vector<CustomerRecord> records;
        for (const auto row : move.rows) {
            FOREWORD_TRY(auto read, table.record(row));
            records.push_back(std::move(read.record));
        }
        FOREWORD_CHECK(table.regroup(move.person, move.rows, displayNameOf(records)));
    }
    return {};
}

} // namespace

Result<> relinkAll(Connection& writer, const CancelToken& cancel)
{
    IdentityTable table(writer);
    Stand stand;
    std::vector<Traits> traits;
    FOREWORD_TRY(const auto rows, table.records());
    for (const auto row : rows) {
        FOREWORD_TRY(const auto read, table.record(row));
        stand.rows.emplace(read.record.key, row);
        stand.persons.emplace(row, read.person);
        if (read.person != 0)
            ++stand.sizes[read.person];
        traits.push_back(traitsOf(read.record));
    }
    FOREWORD_TRY(const Decisions decisions, decisionsIn(writer));
    FOREWORD_TRY(const auto outcome, findPersons(std::move(traits), decisions, cancel));
    std::vector<Rows> groups;
    for (const auto& cluster : outcome.clusters) {
        auto& group = groups.emplace_back();
        for (const auto& key : cluster)
            group.push_back(stand.rows.at(key));
        std::ranges::sort(group);
    }
    std::ranges::sort(groups);
    std::set<std::int64_t> kept;
    const auto moves = movesTo(groups, stand, kept);
    FOREWORD_CHECK(carryOut(table, moves));
    for (const auto& [person, size] : stand.sizes) {
        if (!kept.contains(person))
            FOREWORD_CHECK(table.removeEmpty(person));
    }
    return table.allCompared();
}

Result<bool> relinkIsDue(Connection& writer)
{
    IdentityTable table(writer);
    FOREWORD_TRY(const auto changed, table.changed());
    if (changed == 0)
        return false;
    FOREWORD_TRY(const auto records, table.records());
    const auto all = static_cast<std::int64_t>(records.size());
    return all <= alwaysUpTo || changed * oneIn >= all;
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
