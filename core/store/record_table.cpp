#include "core/store/tables.h"

#include <algorithm>

#include "core/model/language_attributes.h"
#include "core/store/json_fields.h"
#include "core/store/name_index.h"
#include "core/store/query.h"
#include "core/store/references.h"
#include "core/store/stored.h"
#include "core/store/telling.h"

namespace foreword {
namespace {

// The parameters of a customer's INSERT and UPDATE, in one order.
Query& bindCustomer(Query& query, const CustomerRecord& record, const std::string& packed)
{
    return query.with(record.key.id, record.key.source, Blob{packed}, record.updatedAt, record.birthDate, listJson(record.names),
                      listJson(record.emails), listJson(record.phones), addressesJson(record.addresses), mapJson(record.externalIds),
                      mapJson(record.attributes));
}

Result<std::int64_t> insertCustomer(Connection& connection, const CustomerRecord& record, const std::string& packed)
{
    Query insert(connection,
                 "INSERT INTO customer (ext_id, source, identified, hash, updated_at, updated_offset, birth_date, names, emails, "
                 "phones, addresses, external_ids, attributes) "
                 "VALUES (?1, ?2, 0, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) RETURNING row");
    FOREWORD_TRY(const auto row, bindCustomer(insert, record, packed).number());
    FOREWORD_CHECK(resolveCustomer(connection, record.key, row.value_or(0)));
    FOREWORD_CHECK(tellAnew(connection, row));
    return row.value_or(0);
}

Result<TextMap> attributesOf(Connection& connection, std::int64_t row)
{
    Query query(connection, "SELECT attributes FROM customer WHERE row = ?1");
    FOREWORD_CHECK(query.with(row).next());
    return mapFromJson(query.text(0));
}

// Whether they may name another language that the customer wants to be written to in.
bool mayNameAnother(const TextMap& before, const TextMap& now)
{
    return std::ranges::any_of(languageAttributes, [&](const char* name) {
        const auto was = before.find(name), is = now.find(name);
        return (was == before.end() ? std::string_view() : was->second) != (is == now.end() ? std::string_view() : is->second);
    });
}

Result<> updateCustomer(Connection& connection, std::int64_t row, const CustomerRecord& record, const std::string& packed)
{
    FOREWORD_TRY(const TextMap before, attributesOf(connection, row));
    if (mayNameAnother(before, record.attributes))
        FOREWORD_CHECK(tellAnew(connection, row));
    Query update(connection,
                 "UPDATE customer SET identified = 0, hash = ?3, updated_at = ?4, updated_offset = ?5, birth_date = ?6, "
                 "names = ?7, emails = ?8, phones = ?9, addresses = ?10, external_ids = ?11, attributes = ?12 "
                 "WHERE ext_id = ?1 AND source = ?2");
    return bindCustomer(update, record, packed).run();
}

Query& bindInteraction(Query& query, std::int64_t row, const InteractionRecord& record, const std::optional<std::int64_t>& customer,
                       const std::string& packed)
{
    return query.with(row, record.customer.id, record.customer.source, customer, static_cast<int>(record.channel),
                      static_cast<int>(record.kind), static_cast<int>(record.status), record.openedAt, record.closedAt, Blob{packed},
                      record.updatedAt, record.subject, listJson(record.tags));
}

} // namespace

Result<Put> RecordTable::put(const CustomerRecord& record, std::string_view hash)
{
    const std::string packed = packedHash(hash);
    std::optional<Stored> stored;
    {
        Query find(m_connection, "SELECT row, hash, updated_at, updated_offset FROM customer WHERE ext_id = ?1 AND source = ?2");
        FOREWORD_TRY(stored, findStored(find.with(record.key.id, record.key.source)));
    }
    Put put{changeFor(stored, packed, record.updatedAt), stored ? stored->row : 0};
    if (put.change == Change::unchanged)
        return put;
    if (put.change == Change::added) {
        FOREWORD_TRY(put.row, insertCustomer(m_connection, record, packed));
    } else {
        FOREWORD_CHECK(updateCustomer(m_connection, put.row, record, packed));
    }
    FOREWORD_CHECK(indexNames(m_connection, NameOwner::record, put.row, record.names));
    return put;
}

Result<Put> RecordTable::put(const InteractionRecord& record, std::string_view hash)
{
    const std::string packed = packedHash(hash);
    FOREWORD_TRY(const std::int64_t row, conversationRow(m_connection, record.key));
    std::optional<Stored> stored;
    {
        Query find(m_connection, "SELECT row, hash, updated_at, updated_offset FROM interaction WHERE row = ?1");
        FOREWORD_TRY(stored, findStored(find.with(row)));
    }
    const Put put{changeFor(stored, packed, record.updatedAt), row};
    if (put.change == Change::unchanged)
        return put;
    FOREWORD_TRY(const auto customer, customerRow(m_connection, record.customer));
    FOREWORD_TRY(const auto before, customerOf(m_connection, row));
    Query write(m_connection,
                "INSERT OR REPLACE INTO interaction (row, customer_ext_id, customer_source, customer, channel, kind, status, "
                "opened_at, opened_offset, closed_at, closed_offset, hash, updated_at, updated_offset, subject, tags) "
                "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)");
    FOREWORD_CHECK(bindInteraction(write, row, record, customer, packed).run());
    FOREWORD_CHECK(tellAnewIn(m_connection, row, before, customer));
    Query arrived(m_connection, "UPDATE conversation SET arrived = 1 WHERE row = ?1 AND arrived = 0");
    FOREWORD_CHECK(arrived.with(row).run());
    return put;
}

Result<std::map<std::string, std::int64_t>> RecordTable::unresolved() const
{
    FOREWORD_TRY(auto transaction, Transaction::read(m_connection));
    constexpr std::pair<const char*, const char*> counts[] = {
        {"interaction", "SELECT count(*) FROM interaction WHERE customer IS NULL"},
        {"message", "SELECT count(*) FROM message WHERE conversation IN (SELECT row FROM conversation WHERE arrived = 0)"},
        {"consent", "SELECT count(*) FROM consent WHERE customer IS NULL"},
        {"event", "SELECT count(*) FROM event WHERE customer IS NULL"},
    };
    std::map<std::string, std::int64_t> found;
    for (const auto& [type, sql] : counts) {
        Query count(m_connection, sql);
        FOREWORD_TRY(const auto number, count.number());
        found[type] = number.value_or(0);
    }
    FOREWORD_CHECK(transaction.commit());
    return found;
}

} // namespace foreword
