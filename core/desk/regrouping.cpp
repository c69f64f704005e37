#include "core/desk/regrouping.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/identity/profile.h"
#include "core/store/identity_table.h"

namespace foreword {
namespace {

using Rows = std::vector<std::int64_t>;

// Where each record is now.
struct Stand {
    std::map<std::int64_t, std::int64_t> persons; // by row; 0: nobody's
    std::map<std::int64_t, std::size_t> sizes;    // of persons
};

struct Move {
    std::int64_t person = 0; // 0: a new one
    Rows rows;
};

Result<Stand> standOf(const IdentityTable& table, const std::vector<Rows>& groups)
{
    Stand stand;
    for (const Rows& rows : groups) {
        for (const auto row : rows) {
            FOREWORD_TRY(const auto person, table.personOf(row));
            stand.persons.emplace(row, person);
            if (person != 0)
                ++stand.sizes[person];
        }
    }
    return stand;
}

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

Result<> carryOut(IdentityTable& table, const std::vector<Move>& moves, const CancelToken& cancel)
{
    for (const Move& move : moves) {
        FOREWORD_CHECK(cancel.check());
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

Result<> regroup(IdentityTable& table, std::vector<Rows> groups, const CancelToken& cancel)
{
    for (Rows& rows : groups)
        std::ranges::sort(rows);
    std::ranges::sort(groups);
    FOREWORD_TRY(const Stand stand, standOf(table, groups));
    std::set<std::int64_t> kept;
    const auto moves = movesTo(groups, stand, kept);
    FOREWORD_CHECK(carryOut(table, moves, cancel));
    for (const auto& [person, size] : stand.sizes) {
        if (!kept.contains(person))
            FOREWORD_CHECK(table.removeEmpty(person));
    }
    return {};
}

} // namespace foreword
