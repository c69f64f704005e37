// RecordTable::put for consents, events and offers.
#include <string>

#include "core/store/json_fields.h"
#include "core/store/query.h"
#include "core/store/stored.h"
#include "core/store/tables.h"

namespace foreword {
namespace {

// The statements of a table whose rows are known by their id, or by their hash without one.
struct Statements {
    const char* byKey;
    const char* byHash;
    const char* insert;
    const char* update; // same parameters; ?1 is the row, 0 for a new one
};

constexpr Statements consents = {
    "SELECT row, hash, updated_at, updated_offset FROM consent WHERE ext_id = ?1 AND source = ?2 AND ext_id <> ''",
    "SELECT row, hash, updated_at, updated_offset FROM consent WHERE hash = ?1 AND ext_id = ''",
    "INSERT INTO consent (row, ext_id, source, hash, customer_ext_id, customer_source, customer, purpose, channel, status, basis, "
    "at, at_offset, updated_at, updated_offset) "
    "VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) RETURNING row",
    "UPDATE consent SET ext_id = ?2, source = ?3, hash = ?4, customer_ext_id = ?5, customer_source = ?6, customer = ?7, "
    "purpose = ?8, channel = ?9, status = ?10, basis = ?11, at = ?12, at_offset = ?13, updated_at = ?14, "
    "updated_offset = ?15 WHERE row = ?1 RETURNING row",
};

constexpr Statements events = {
    "SELECT row, hash, updated_at, updated_offset FROM event WHERE ext_id = ?1 AND source = ?2 AND ext_id <> ''",
    "SELECT row, hash, updated_at, updated_offset FROM event WHERE hash = ?1 AND ext_id = ''",
    "INSERT INTO event (row, ext_id, source, hash, customer_ext_id, customer_source, customer, name, at, at_offset, updated_at, "
    "updated_offset, data) VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) RETURNING row",
    "UPDATE event SET ext_id = ?2, source = ?3, hash = ?4, customer_ext_id = ?5, customer_source = ?6, customer = ?7, "
    "name = ?8, at = ?9, at_offset = ?10, updated_at = ?11, updated_offset = ?12, data = ?13 WHERE row = ?1 RETURNING row",
};

constexpr Statements offerStatements = {
    "SELECT row, hash, updated_at, updated_offset FROM offer WHERE ext_id = ?1 AND source = ?2",
    "SELECT row, hash, updated_at, updated_offset FROM offer WHERE hash = ?1 AND ext_id = ''",
    "INSERT INTO offer (row, ext_id, source, hash, updated_at, updated_offset, name, kind, channels, valid_from, "
    "valid_from_offset, valid_to, valid_to_offset, value, selected_by, credit, complex) "
    "VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17) RETURNING row",
    "UPDATE offer SET ext_id = ?2, source = ?3, hash = ?4, updated_at = ?5, updated_offset = ?6, name = ?7, kind = ?8, "
    "channels = ?9, valid_from = ?10, valid_from_offset = ?11, valid_to = ?12, valid_to_offset = ?13, value = ?14, "
    "selected_by = ?15, credit = ?16, complex = ?17 WHERE row = ?1 RETURNING row",
};

Result<std::optional<Stored>> find(Connection& connection, const Statements& table, const RecordKey& key, const std::string& packed)
{
    if (key.id.empty()) {
        Query byHash(connection, table.byHash);
        return findStored(byHash.with(Blob{packed}));
    }
    Query byKey(connection, table.byKey);
    return findStored(byKey.with(key.id, key.source));
}

// `values(query, row)` binds what is written.
template <class Bind>
Result<Put> putRow(Connection& connection, const Statements& table, const RecordKey& key, const std::string& packed,
                   const std::optional<Timestamp>& updatedAt, const Bind& bind)
{
    FOREWORD_TRY(const auto stored, find(connection, table, key, packed));
    Put put{changeFor(stored, packed, updatedAt), stored ? stored->row : 0};
    if (put.change == Change::unchanged)
        return put;
    Query write(connection, put.change == Change::added ? table.insert : table.update);
    FOREWORD_TRY(const auto row, bind(write, put.row).number());
    put.row = row.value_or(0);
    return put;
}

Result<OfferRecord> readOffer(const Query& row)
{
    OfferRecord offer;
    offer.key = {row.string(0), row.string(1)};
    offer.name = row.string(2);
    FOREWORD_TRY(offer.kind, row.value(3, OfferKind::serviceNotice));
    FOREWORD_TRY(offer.channels, listFromJson(row.text(4)));
    offer.validFrom = row.maybeTime(5);
    offer.validTo = row.maybeTime(7);
    offer.value = row.real(9);
    FOREWORD_TRY(offer.selectedBy, listFromJson(row.text(10)));
    offer.credit = row.integer(11) != 0;
    offer.complex = row.integer(12) != 0;
    offer.updatedAt = row.maybeTime(13);
    return offer;
}

} // namespace

Result<Put> RecordTable::put(const ConsentRecord& record, std::string_view hash)
{
    const std::string packed = packedHash(hash);
    FOREWORD_TRY(const auto customer, customerRow(m_connection, record.customer));
    return putRow(m_connection, consents, {record.source, record.id}, packed, record.updatedAt,
                  [&](Query& query, std::int64_t row) -> Query& {
                      return query.with(row, record.id, record.source, Blob{packed}, record.customer.id, record.customer.source, customer,
                                        record.purpose, static_cast<int>(record.channel), static_cast<int>(record.status),
                                        static_cast<int>(record.basis), record.at, record.updatedAt);
                  });
}

Result<Put> RecordTable::put(const EventRecord& record, std::string_view hash)
{
    const std::string packed = packedHash(hash);
    FOREWORD_TRY(const auto customer, customerRow(m_connection, record.customer));
    return putRow(m_connection, events, {record.source, record.id}, packed, record.updatedAt,
                  [&](Query& query, std::int64_t row) -> Query& {
                      return query.with(row, record.id, record.source, Blob{packed}, record.customer.id, record.customer.source, customer,
                                        record.name, record.at, record.updatedAt, record.data);
                  });
}

Result<Put> RecordTable::put(const OfferRecord& record, std::string_view hash)
{
    const std::string packed = packedHash(hash);
    return putRow(m_connection, offerStatements, record.key, packed, record.updatedAt, [&](Query& query, std::int64_t row) -> Query& {
        return query.with(row, record.key.id, record.key.source, Blob{packed}, record.updatedAt, record.name, static_cast<int>(record.kind),
                          listJson(record.channels), record.validFrom, record.validTo, record.value, listJson(record.selectedBy),
                          record.credit, record.complex);
    });
}

Result<std::vector<OfferRecord>> RecordTable::offers() const
{
    FOREWORD_TRY(auto transaction, Transaction::read(m_connection));
    std::vector<OfferRecord> offers;
    {
        Query rows(m_connection,
                   "SELECT source, ext_id, name, kind, channels, valid_from, valid_from_offset, valid_to, valid_to_offset, value, "
                   "selected_by, credit, complex, updated_at, updated_offset FROM offer ORDER BY source, ext_id");
        for (;;) {
            FOREWORD_TRY(const bool more, rows.next());
            if (!more)
                break;
            FOREWORD_TRY(auto offer, readOffer(rows));
            offers.push_back(std::move(offer));
        }
    }
    FOREWORD_CHECK(transaction.commit());
    return offers;
}

} // namespace foreword
