#include "core/store/tables.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/store/name_index.h"
#include "core/store/query.h"
#include "core/store/rows.h"

namespace foreword {
namespace {

using Rows = std::vector<std::int64_t>;

Result<Rows> collectRows(Query& query)
{
    Rows rows;
    for (;;) {
        FOREWORD_TRY(const bool more, query.next());
        if (!more)
            return rows;
        rows.push_back(query.integer(0));
    }
}

Result<std::vector<PersonRecord>> readRecords(Connection& connection, const Rows& rows)
{
    std::vector<PersonRecord> records;
    for (const std::int64_t row : rows) {
        FOREWORD_TRY(auto record, readCustomer(connection, row));
        records.push_back(std::move(record));
    }
    return records;
}

// Persons these records belong to already.
Result<std::set<std::int64_t>> personsOf(Connection& connection, std::span<const std::int64_t> records)
{
    std::set<std::int64_t> persons;
    Query person(connection, "SELECT coalesce(person, 0) FROM customer WHERE row = ?1");
    for (const std::int64_t record : records) {
        FOREWORD_TRY(const auto number, person.with(record).number());
        if (!number)
            return fail(ErrorCode::internal, {{"detail", "no such customer record"}});
        if (*number != 0)
            persons.insert(*number);
    }
    return persons;
}

Result<std::int64_t> newPerson(Connection& connection)
{
    Query insert(connection, "INSERT INTO person (display_name) VALUES ('') RETURNING row");
    FOREWORD_TRY(const auto row, insert.number());
    return row.value_or(0);
}

// All records of `other` become those of `person`, and `other` is no more.
Result<> absorb(Connection& connection, std::int64_t person, std::int64_t other)
{
    Query move(connection, "UPDATE customer SET person = ?1 WHERE person = ?2");
    FOREWORD_CHECK(move.with(person, other).run());
    FOREWORD_CHECK(indexNames(connection, NameOwner::person, other, {}));
    Query remove(connection, "DELETE FROM person WHERE row = ?1");
    return remove.with(other).run();
}

Result<> rename(Connection& connection, std::int64_t person, std::string_view displayName)
{
    Query update(connection, "UPDATE person SET display_name = ?2 WHERE row = ?1 AND display_name <> ?2");
    FOREWORD_CHECK(update.with(person, displayName).run());
    return indexNames(connection, NameOwner::person, person, {std::string(displayName)});
}

constexpr int mostSharers = 20;

// Whether it is one of the ids that other systems gave, rather than its own.
bool namesExternalId(const CustomerRecord& record, std::string_view normal)
{
    return std::ranges::any_of(record.externalIds, [&](const auto& entry) {
        std::string plain;
        for (const char c : entry.second) {
            const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (letter || (c >= '0' && c <= '9'))
                plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        }
        return plain == normal;
    });
}

} // namespace

Result<std::vector<PersonRecord>> PersonTable::unlinked(int limit) const
{
    FOREWORD_TRY(auto transaction, Transaction::read(m_connection));
    Query query(m_connection, "SELECT row FROM customer WHERE identified = 0 OR person IS NULL ORDER BY row LIMIT ?1");
    FOREWORD_TRY(const Rows rows, collectRows(query.with(limit)));
    return readRecords(m_connection, rows);
}

Result<std::vector<std::int64_t>> PersonTable::all() const
{
    FOREWORD_TRY(auto transaction, Transaction::read(m_connection));
    Query query(m_connection, "SELECT row FROM person ORDER BY row");
    return collectRows(query);
}

Result<std::vector<PersonRecord>> PersonTable::ofPerson(std::int64_t person) const
{
    FOREWORD_TRY(auto transaction, Transaction::read(m_connection));
    Query query(m_connection, "SELECT row FROM customer WHERE person = ?1");
    FOREWORD_TRY(const Rows rows, collectRows(query.with(person)));
    FOREWORD_TRY(auto records, readRecords(m_connection, rows));
    std::ranges::sort(records, {}, [](const PersonRecord& record) { return record.record.key; });
    return records;
}

Result<std::vector<SharedIdentifier>> PersonTable::sharedWithOthers(std::int64_t person) const
{
    FOREWORD_TRY(auto transaction, Transaction::read(m_connection));
    // CROSS: in this order. Left to itself SQLite begins with every identifier of a kind.
    Query query(m_connection,
                "SELECT DISTINCT o.kind, o.normal, o.record, i.record FROM customer m CROSS JOIN identifier i ON i.record = m.row "
                "CROSS JOIN identifier o ON o.kind = i.kind AND o.normal = i.normal CROSS JOIN customer c ON c.row = o.record "
                "WHERE m.person = ?1 AND i.kind IN ('email', 'phone', 'external') AND c.person <> ?1 "
                "AND (SELECT count(*) FROM (SELECT 1 FROM identifier n WHERE n.kind = o.kind AND n.normal = o.normal LIMIT ?2)) < ?2 "
                "ORDER BY o.kind, o.normal, o.record LIMIT ?2");
    query.with(person, mostSharers);
    std::vector<SharedIdentifier> shared;
    for (;;) {
        FOREWORD_TRY(const bool more, query.next());
        if (!more)
            break;
        FOREWORD_TRY(auto other, readCustomer(m_connection, query.integer(2)));
        SharedIdentifier found{query.string(0), query.string(1), other.record.key, other.record.names, {}, other.person, {}};
        FOREWORD_TRY(found.personName, displayName(other.person));
        for (const Address& address : other.record.addresses)
            found.postcodes.push_back(address.postcode);
        FOREWORD_TRY(const auto own, readCustomer(m_connection, query.integer(3)));
        // Numbers that two systems each gave by themselves may well be equal.
        const bool named = namesExternalId(other.record, found.value) || namesExternalId(own.record, found.value);
        if (found.kind != "external" || named)
            shared.push_back(std::move(found));
    }
    std::ranges::sort(shared, {}, [](const SharedIdentifier& one) { return std::tie(one.kind, one.value, one.record); });
    return shared;
}

Result<> PersonTable::setIdentifiers(std::int64_t record, std::span<const Identifier> identifiers)
{
    Query remove(m_connection, "DELETE FROM identifier WHERE record = ?1");
    FOREWORD_CHECK(remove.with(record).run());
    Query insert(m_connection, "INSERT OR IGNORE INTO identifier (kind, normal, record) VALUES (?1, ?2, ?3)");
    for (const Identifier& identifier : identifiers)
        FOREWORD_CHECK(insert.with(identifier.kind, identifier.normal, record).run());
    Query identified(m_connection, "UPDATE customer SET identified = 1 WHERE row = ?1");
    return identified.with(record).run();
}

Result<std::int64_t> PersonTable::link(std::span<const std::int64_t> records, std::string_view displayName)
{
    if (records.empty())
        return fail(ErrorCode::internal, {{"detail", "a person without records"}});
    FOREWORD_TRY(const auto persons, personsOf(m_connection, records));
    std::int64_t person = persons.empty() ? 0 : *persons.begin();
    if (persons.empty()) {
        FOREWORD_TRY(person, newPerson(m_connection));
    }
    for (const std::int64_t other : persons) {
        if (other != person)
            FOREWORD_CHECK(absorb(m_connection, person, other));
    }
    Query link(m_connection, "UPDATE customer SET person = ?1 WHERE row = ?2");
    for (const std::int64_t record : records)
        FOREWORD_CHECK(link.with(person, record).run());
    FOREWORD_CHECK(rename(m_connection, person, displayName));
    return person;
}

Result<std::string> PersonTable::displayName(std::int64_t person) const
{
    FOREWORD_TRY(auto transaction, Transaction::read(m_connection));
    Query query(m_connection, "SELECT display_name FROM person WHERE row = ?1");
    FOREWORD_TRY(const bool found, query.with(person).next());
    if (!found)
        return fail(ErrorCode::customer_not_found, {{"query", std::to_string(person)}});
    return query.string(0);
}

} // namespace foreword
