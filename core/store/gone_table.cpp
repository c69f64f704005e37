#include "core/store/gone_table.h"

#include "core/store/query.h"

namespace foreword {
namespace {

// Those in the first column.
Result<std::vector<RecordKey>> keysOf(Query& query, std::string_view source)
{
    std::vector<RecordKey> keys;
    for (;;) {
        FOREWORD_TRY(const bool more, query.next());
        if (!more)
            return keys;
        keys.push_back({std::string(source), query.string(0)});
    }
}

Result<> addGone(Query& query, GoneRecord::Kind kind, std::string_view source, std::vector<GoneRecord>& gone)
{
    for (;;) {
        FOREWORD_TRY(const bool more, query.next());
        if (!more)
            return {};
        gone.push_back({kind, {std::string(source), query.string(0)}, query.time(1)});
        FOREWORD_TRY(gone.back().lastStatus, query.value(3, InteractionStatus::closed));
    }
}

} // namespace

Result<bool> GoneTable::mark(const GoneRecord& record)
{
    Query query(
        m_connection,
        record.kind == GoneRecord::Kind::customer
            ? "UPDATE customer SET gone_at = ?3, gone_offset = ?4 WHERE ext_id = ?1 AND source = ?2 AND gone_at IS NULL RETURNING row"
            : "UPDATE interaction SET gone_at = ?3, gone_offset = ?4 WHERE row = (SELECT row FROM conversation WHERE ext_id = ?1 "
              "AND source = ?2) AND gone_at IS NULL RETURNING row");
    FOREWORD_TRY(const auto marked, query.with(record.key.id, record.key.source, record.seenAt).number());
    return marked.has_value();
}

Result<> GoneTable::back(GoneRecord::Kind kind, const RecordKey& key)
{
    Query query(m_connection,
                kind == GoneRecord::Kind::customer
                    ? "UPDATE customer SET gone_at = NULL, gone_offset = NULL WHERE ext_id = ?1 AND source = ?2"
                    : "UPDATE interaction SET gone_at = NULL, gone_offset = NULL WHERE row = (SELECT row FROM conversation WHERE "
                      "ext_id = ?1 AND source = ?2)");
    return query.with(key.id, key.source).run();
}

Result<std::vector<GoneRecord>> GoneTable::of(std::string_view source) const
{
    std::vector<GoneRecord> gone;
    Query customers(m_connection, "SELECT ext_id, gone_at, gone_offset, 0 FROM customer WHERE gone_at IS NOT NULL AND source = ?1");
    FOREWORD_CHECK(addGone(customers.with(source), GoneRecord::Kind::customer, source, gone));
    Query interactions(m_connection,
                       "SELECT v.ext_id, i.gone_at, i.gone_offset, i.status FROM interaction i CROSS JOIN conversation v ON v.row = i.row "
                       "WHERE i.gone_at > 0 AND v.source = ?1");
    FOREWORD_CHECK(addGone(interactions.with(source), GoneRecord::Kind::interaction, source, gone));
    return gone;
}

Result<std::vector<RecordKey>> GoneTable::openAt(std::string_view source, int limit) const
{
    Query query(m_connection,
                "SELECT v.ext_id FROM interaction i CROSS JOIN conversation v ON v.row = i.row "
                "WHERE i.status < 2 AND i.gone_at IS NULL AND v.source = ?1 ORDER BY +i.opened_at DESC LIMIT ?2");
    return keysOf(query.with(source, limit), source);
}

Result<std::vector<RecordKey>> GoneTable::recordsAt(std::string_view source, std::int64_t person) const
{
    Query query(m_connection, "SELECT ext_id FROM customer WHERE person = ?1 AND source = ?2 AND gone_at IS NULL");
    return keysOf(query.with(person, source), source);
}

Result<std::vector<RecordKey>> GoneTable::conversationsAt(std::string_view source, std::int64_t person) const
{
    Query query(m_connection,
                "SELECT v.ext_id FROM customer c JOIN interaction i ON i.customer = c.row JOIN conversation v ON v.row = i.row "
                "WHERE c.person = ?1 AND v.source = ?2 AND i.gone_at IS NULL");
    return keysOf(query.with(person, source), source);
}

} // namespace foreword
