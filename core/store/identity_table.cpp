#include "core/store/identity_table.h"

#include <utility>

#include "core/store/name_index.h"
#include "core/store/query.h"
#include "core/store/rows.h"

namespace foreword {
namespace {

std::pair<const RecordKey*, const RecordKey*> ordered(const RecordKey& a, const RecordKey& b)
{
    return a < b ? std::pair{&a, &b} : std::pair{&b, &a};
}

Result<std::vector<std::int64_t>> rowsOf(Query& query)
{
    std::vector<std::int64_t> rows;
    for (;;) {
        FOREWORD_TRY(const bool more, query.next());
        if (!more)
            return rows;
        rows.push_back(query.integer(0));
    }
}

} // namespace

Result<> IdentityTable::decide(const IdentityDecision& decision)
{
    const auto [first, second] = ordered(decision.a, decision.b);
    Query put(m_connection,
              "INSERT INTO identity_decision (first_source, first_id, second_source, second_id, same, at, at_offset) "
              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO UPDATE SET same = excluded.same, at = excluded.at, "
              "at_offset = excluded.at_offset");
    return put.with(first->source, first->id, second->source, second->id, decision.same, decision.at).run();
}

Result<bool> IdentityTable::forget(const RecordKey& a, const RecordKey& b)
{
    const auto [first, second] = ordered(a, b);
    Query remove(m_connection,
                 "DELETE FROM identity_decision WHERE first_source = ?1 AND first_id = ?2 AND second_source = ?3 AND second_id = ?4 "
                 "RETURNING 1");
    FOREWORD_TRY(const auto gone, remove.with(first->source, first->id, second->source, second->id).number());
    return gone.has_value();
}

Result<std::vector<IdentityDecision>> IdentityTable::decisions() const
{
    Query query(m_connection,
                "SELECT first_source, first_id, second_source, second_id, same, at, at_offset FROM identity_decision "
                "ORDER BY first_source, first_id, second_source, second_id");
    std::vector<IdentityDecision> all;
    for (;;) {
        FOREWORD_TRY(const bool more, query.next());
        if (!more)
            return all;
        all.push_back({{query.string(0), query.string(1)}, {query.string(2), query.string(3)}, query.integer(4) != 0, query.time(5)});
    }
}

Result<std::int64_t> IdentityTable::removeOf(const RecordKey& record)
{
    std::int64_t count = 0;
    for (const char* sql : {"DELETE FROM identity_decision WHERE first_source = ?1 AND first_id = ?2 RETURNING 1",
                            "DELETE FROM identity_decision WHERE second_source = ?1 AND second_id = ?2 RETURNING 1"}) {
        Query remove(m_connection, sql);
        remove.with(record.source, record.id);
        for (;; ++count) {
            FOREWORD_TRY(const bool more, remove.next());
            if (!more)
                break;
        }
    }
    return count;
}

Result<std::int64_t> IdentityTable::recordCount() const
{
    Query query(m_connection, "SELECT count(*) FROM customer");
    FOREWORD_TRY(const auto count, query.number());
    return count.value_or(0);
}

Result<std::vector<IdentityTable::Stamp>> IdentityTable::stamps() const
{
    Query query(m_connection, "SELECT row, hash FROM customer ORDER BY row");
    std::vector<Stamp> stamps;
    for (;;) {
        FOREWORD_TRY(const bool more, query.next());
        if (!more)
            return stamps;
        stamps.push_back({query.integer(0), std::string(query.blob(1))});
    }
}

Result<bool> IdentityTable::has(std::int64_t row) const
{
    Query query(m_connection, "SELECT 1 FROM customer WHERE row = ?1");
    FOREWORD_TRY(const auto found, query.with(row).number());
    return found.has_value();
}

Result<PersonRecord> IdentityTable::record(std::int64_t row) const
{
    return readCustomer(m_connection, row);
}

Result<std::int64_t> IdentityTable::personOf(std::int64_t row) const
{
    Query query(m_connection, "SELECT coalesce(person, 0) FROM customer WHERE row = ?1");
    FOREWORD_TRY(const auto person, query.with(row).number());
    return person.value_or(0);
}

Result<std::vector<std::int64_t>> IdentityTable::companionsOf(std::int64_t row) const
{
    Query query(m_connection, "SELECT row FROM customer WHERE person = (SELECT person FROM customer WHERE row = ?1)");
    return rowsOf(query.with(row));
}

Result<std::optional<std::int64_t>> IdentityTable::rowOf(const RecordKey& record) const
{
    Query query(m_connection, "SELECT row FROM customer WHERE ext_id = ?1 AND source = ?2");
    return query.with(record.id, record.source).number();
}

Result<std::int64_t> IdentityTable::regroup(std::int64_t person, std::span<const std::int64_t> records, std::string_view displayName)
{
    if (person == 0) {
        Query insert(m_connection, "INSERT INTO person (display_name) VALUES ('') RETURNING row");
        FOREWORD_TRY(const auto row, insert.number());
        person = row.value_or(0);
    }
    Query move(m_connection, "UPDATE customer SET person = ?1 WHERE row = ?2");
    for (const std::int64_t record : records)
        FOREWORD_CHECK(move.with(person, record).run());
    Query rename(m_connection, "UPDATE person SET display_name = ?2 WHERE row = ?1 AND display_name <> ?2");
    FOREWORD_CHECK(rename.with(person, displayName).run());
    FOREWORD_CHECK(indexNames(m_connection, NameOwner::person, person, {std::string(displayName)}));
    return person;
}

Result<> IdentityTable::removeEmpty(std::int64_t person)
{
    FOREWORD_CHECK(indexNames(m_connection, NameOwner::person, person, {}));
    Query remove(m_connection, "DELETE FROM person WHERE row = ?1");
    return remove.with(person).run();
}

} // namespace foreword
