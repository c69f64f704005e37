#include "core/store/name_index.h"

#include <algorithm>

#include "core/store/query.h"
#include "core/store/word_folding.h"

namespace foreword {
namespace {

struct NamedRow {
    std::int64_t row;
    std::string name;
};

Result<std::vector<NamedRow>> storedNames(Connection& connection, NameOwner owner, std::int64_t ownerRow)
{
    Query query(connection,
                owner == NameOwner::record ? "SELECT row, name FROM name WHERE record = ?1 ORDER BY row"
                                           : "SELECT row, name FROM name WHERE person = ?1 ORDER BY row");
    query.with(ownerRow);
    std::vector<NamedRow> rows;
    for (;;) {
        FOREWORD_TRY(const bool more, query.next());
        if (!more)
            return rows;
        rows.push_back({query.integer(0), query.string(1)});
    }
}

Result<std::int64_t> wordRow(Connection& connection, const std::string& word)
{
    Query find(connection, "SELECT row FROM name_word WHERE word = ?1");
    FOREWORD_TRY(const auto found, find.with(word).number());
    if (found)
        return *found;
    Query insert(connection, "INSERT INTO name_word (word) VALUES (?1) RETURNING row");
    FOREWORD_TRY(const auto added, insert.with(word).number());
    return added.value_or(0);
}

Result<> addName(Connection& connection, NameOwner owner, std::int64_t ownerRow, const std::string& name)
{
    const auto words = foldedTokens(name, mostNameWords);
    Query row(connection,
              owner == NameOwner::record ? "INSERT INTO name (record, name, folded) VALUES (?1, ?2, ?3) RETURNING row"
                                         : "INSERT INTO name (person, name, folded) VALUES (?1, ?2, ?3) RETURNING row");
    FOREWORD_TRY(const auto added, row.with(ownerRow, name, joinedTokens(words)).number());
    Query use(connection, "INSERT OR IGNORE INTO name_word_use (word, name) VALUES (?1, ?2)");
    for (const auto& word : words) {
        FOREWORD_TRY(const auto known, wordRow(connection, word));
        FOREWORD_CHECK(use.with(known, added.value_or(0)).run());
    }
    return {};
}

// The name, and those of its words that nobody else bears.
Result<> removeName(Connection& connection, std::int64_t name)
{
    std::vector<std::int64_t> words;
    {
        Query used(connection, "SELECT word FROM name_word_use WHERE name = ?1");
        used.with(name);
        for (;;) {
            FOREWORD_TRY(const bool more, used.next());
            if (!more)
                break;
            words.push_back(used.integer(0));
        }
    }
    Query remove(connection, "DELETE FROM name WHERE row = ?1");
    FOREWORD_CHECK(remove.with(name).run());
    Query forget(connection, "DELETE FROM name_word WHERE row = ?1 AND NOT EXISTS (SELECT 1 FROM name_word_use WHERE word = ?1)");
    for (const std::int64_t word : words)
        FOREWORD_CHECK(forget.with(word).run());
    return {};
}

} // namespace

Result<> indexNames(Connection& connection, NameOwner owner, std::int64_t row, const std::vector<std::string>& names)
{
    FOREWORD_TRY(const auto before, storedNames(connection, owner, row));
    if (std::ranges::equal(before, names, {}, &NamedRow::name))
        return {};
    for (const NamedRow& old : before)
        FOREWORD_CHECK(removeName(connection, old.row));
    for (const auto& name : names)
        FOREWORD_CHECK(addName(connection, owner, row, name));
    return {};
}

} // namespace foreword
