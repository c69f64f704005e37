#include "core/store/erasing_rows.h"

#include <string>
#include <vector>

#include "core/store/identity_table.h"
#include "core/store/match_table.h"
#include "core/store/name_index.h"
#include "core/store/override_table.h"
#include "core/store/query.h"
#include "core/store/references.h"
#include "core/store/stored.h"
#include "core/store/word_index.h"

namespace foreword {
namespace {

struct Named {
    std::int64_t row = 0;
    RecordKey key;
    std::string hash;
};

// Columns: row, ext_id, source, and a hash if there is a fourth.
Result<std::vector<Named>> namedRows(Query& query, bool withHash = false)
{
    std::vector<Named> rows;
    for (;;) {
        FOREWORD_TRY(const bool more, query.next());
        if (!more)
            return rows;
        rows.push_back({query.integer(0), {query.string(2), query.string(1)}, withHash ? std::string(query.blob(3)) : std::string()});
    }
}

Result<std::vector<std::int64_t>> numbersOf(Query& query)
{
    std::vector<std::int64_t> numbers;
    for (;;) {
        FOREWORD_TRY(const bool more, query.next());
        if (!more)
            return numbers;
        numbers.push_back(query.integer(0));
    }
}

Result<std::vector<Identifier>> identifiersIn(Query& query)
{
    std::vector<Identifier> identifiers;
    for (;;) {
        FOREWORD_TRY(const bool more, query.next());
        if (!more)
            return identifiers;
        identifiers.push_back({query.string(0), query.string(1)});
    }
}

Result<> deleteRow(Connection& connection, std::string_view sql, std::int64_t row)
{
    Query remove(connection, sql);
    return remove.with(row).run();
}

} // namespace

Result<Erased> RowEraser::person(std::int64_t person)
{
    std::vector<Named> records;
    {
        Query query(m_connection, "SELECT row, ext_id, source FROM customer WHERE person = ?1");
        FOREWORD_TRY(records, namedRows(query.with(person)));
    }
    if (records.empty())
        return fail(ErrorCode::customer_not_found, {{"query", std::to_string(person)}});
    FOREWORD_CHECK(forgetMatchKeys(m_connection, person));
    for (const Named& record : records) {
        FOREWORD_CHECK(m_tombstones.addRecord("customer", record.key));
        FOREWORD_CHECK(customer(record.row));
        FOREWORD_TRY(const auto decisions, IdentityTable(m_connection).removeOf(record.key));
        if (decisions > 0)
            m_erased.removed["identity_decision"] += decisions;
        FOREWORD_TRY(const auto overrides, OverrideTable(m_connection).removeOf(record.key));
        if (overrides > 0)
            m_erased.removed["rule_override"] += overrides;
    }
    FOREWORD_CHECK(count("name", "SELECT count(*) FROM name WHERE person = ?1", person));
    FOREWORD_CHECK(indexNames(m_connection, NameOwner::person, person, {}));
    FOREWORD_CHECK(deleteRow(m_connection, "DELETE FROM person WHERE row = ?1", person));
    Query pending(m_connection, "UPDATE erasing SET pending = 1");
    FOREWORD_CHECK(pending.run());
    m_erased.tombstones = m_tombstones.added();
    return m_erased;
}

Result<> RowEraser::customer(std::int64_t row)
{
    {
        Query own(m_connection, "SELECT kind, normal FROM identifier WHERE record = ?1");
        FOREWORD_TRY(const auto identifiers, identifiersIn(own.with(row)));
        Query others(m_connection,
                     "SELECT DISTINCT i.kind, i.normal FROM identifier i JOIN identifier o ON o.kind = i.kind AND o.normal = i.normal "
                     "JOIN customer c ON c.row = o.record "
                     "WHERE i.record = ?1 AND c.person IS NOT (SELECT person FROM customer WHERE row = ?1)");
        FOREWORD_TRY(const auto shared, identifiersIn(others.with(row)));
        FOREWORD_CHECK(m_tombstones.addIdentifiers(identifiers, shared));
    }
    std::vector<Named> conversations;
    {
        Query query(m_connection,
                    "SELECT v.row, v.ext_id, v.source FROM interaction i JOIN conversation v ON v.row = i.row WHERE i.customer = ?1");
        FOREWORD_TRY(conversations, namedRows(query.with(row)));
    }
    for (const Named& interaction : conversations) {
        FOREWORD_CHECK(m_tombstones.addRecord("interaction", interaction.key));
        FOREWORD_CHECK(conversation(interaction.row, interaction.key));
    }
    FOREWORD_CHECK(ledger("consent", "SELECT row, ext_id, source, hash FROM consent WHERE customer = ?1",
                          "DELETE FROM consent WHERE customer = ?1", row));
    FOREWORD_CHECK(
        ledger("event", "SELECT row, ext_id, source, hash FROM event WHERE customer = ?1", "DELETE FROM event WHERE customer = ?1", row));
    FOREWORD_CHECK(count("name", "SELECT count(*) FROM name WHERE record = ?1", row));
    FOREWORD_CHECK(indexNames(m_connection, NameOwner::record, row, {}));
    FOREWORD_CHECK(count("identifier", "SELECT count(*) FROM identifier WHERE record = ?1", row));
    ++m_erased.removed["customer"];
    return deleteRow(m_connection, "DELETE FROM customer WHERE row = ?1", row);
}

Result<> RowEraser::conversation(std::int64_t row, const RecordKey& key)
{
    FOREWORD_CHECK(indexAwaiting(m_connection));
    FOREWORD_CHECK(outbox(key));
    FOREWORD_CHECK(draft(key));
    std::vector<Named> messages;
    {
        Query query(m_connection, "SELECT row, ext_id, source FROM message WHERE conversation = ?1");
        FOREWORD_TRY(messages, namedRows(query.with(row)));
    }
    for (const Named& message : messages)
        FOREWORD_CHECK(m_tombstones.addRecord("message", message.key));
    FOREWORD_CHECK(count("annotation",
                         "SELECT count(*) FROM annotation WHERE dictionary IS NOT NULL AND message IN (SELECT row FROM message WHERE "
                         "conversation = ?1)",
                         row));
    for (const Named& message : messages)
        FOREWORD_CHECK(feedback(message.key));
    m_erased.removed["message"] += static_cast<std::int64_t>(messages.size());
    FOREWORD_CHECK(deleteRow(m_connection, "DELETE FROM message WHERE conversation = ?1", row));
    FOREWORD_CHECK(count("interaction", "SELECT count(*) FROM interaction WHERE row = ?1", row));
    FOREWORD_CHECK(deleteRow(m_connection, "DELETE FROM interaction WHERE row = ?1", row));
    return deleteRow(m_connection, "DELETE FROM conversation WHERE row = ?1", row);
}

// Notes about the conversation, sent or not.
Result<> RowEraser::outbox(const RecordKey& interaction)
{
    Query remove(m_connection, "DELETE FROM outbox WHERE source = ?1 AND interaction = ?2 RETURNING number");
    FOREWORD_TRY(const auto gone, numbersOf(remove.with(interaction.source, interaction.id)));
    m_erased.removed["note"] += static_cast<std::int64_t>(gone.size());
    return {};
}

// What an agent was writing about it.
Result<> RowEraser::draft(const RecordKey& interaction)
{
    Query remove(m_connection, "DELETE FROM draft WHERE source = ?1 AND interaction = ?2 RETURNING kind");
    FOREWORD_TRY(const auto gone, numbersOf(remove.with(interaction.source, interaction.id)));
    m_erased.removed["draft"] += static_cast<std::int64_t>(gone.size());
    return {};
}

// What an agent said of the message's words, and the words themselves.
Result<> RowEraser::feedback(const RecordKey& message)
{
    Query remove(m_connection, "DELETE FROM feedback WHERE source = ?1 AND message = ?2 RETURNING section");
    FOREWORD_TRY(const auto gone, numbersOf(remove.with(message.source, message.id)));
    m_erased.removed["feedback"] += static_cast<std::int64_t>(gone.size());
    return {};
}

Result<> RowEraser::ledger(std::string_view type, std::string_view select, std::string_view remove, std::int64_t customer)
{
    std::vector<Named> rows;
    {
        Query query(m_connection, select);
        FOREWORD_TRY(rows, namedRows(query.with(customer), true));
    }
    for (const Named& row : rows)
        FOREWORD_CHECK(row.key.id.empty() ? m_tombstones.addHash(type, row.hash) : m_tombstones.addRecord(type, row.key));
    m_erased.removed[std::string(type)] += static_cast<std::int64_t>(rows.size());
    return deleteRow(m_connection, remove, customer);
}

Result<> RowEraser::count(std::string_view what, std::string_view sql, std::int64_t row)
{
    Query query(m_connection, sql);
    FOREWORD_TRY(const auto number, query.with(row).number());
    m_erased.removed[std::string(what)] += number.value_or(0);
    return {};
}

Result<> RowEraser::late(std::string_view type, const RecordKey& key)
{
    FOREWORD_CHECK(m_tombstones.addRecord(type, key));
    if (type == "interaction") {
        Query find(m_connection, "SELECT row FROM conversation WHERE ext_id = ?1 AND source = ?2");
        FOREWORD_TRY(const auto row, find.with(key.id, key.source).number());
        if (!row)
            return {};
        FOREWORD_CHECK(conversation(*row, key));
    } else {
        FOREWORD_CHECK(indexAwaiting(m_connection));
        if (type == "message")
            FOREWORD_CHECK(feedback(key));
        Query remove(m_connection,
                     type == "message"       ? "DELETE FROM message WHERE ext_id = ?1 AND source = ?2 RETURNING 1"
                         : type == "consent" ? "DELETE FROM consent WHERE ext_id = ?1 AND source = ?2 AND ext_id <> '' RETURNING 1"
                                             : "DELETE FROM event WHERE ext_id = ?1 AND source = ?2 AND ext_id <> '' RETURNING 1");
        FOREWORD_TRY(const auto gone, remove.with(key.id, key.source).number());
        if (!gone)
            return {};
    }
    Query pending(m_connection, "UPDATE erasing SET pending = 1");
    return pending.run();
}

Result<> RowEraser::waitingFor(const RecordKey& customer)
{
    std::vector<Named> conversations;
    {
        Query query(m_connection,
                    "SELECT v.row, v.ext_id, v.source FROM interaction i JOIN conversation v ON v.row = i.row "
                    "WHERE i.customer IS NULL AND i.customer_ext_id = ?1 AND i.customer_source = ?2");
        FOREWORD_TRY(conversations, namedRows(query.with(customer.id, customer.source)));
    }
    for (const Named& interaction : conversations)
        FOREWORD_CHECK(late("interaction", interaction.key));
    std::int64_t gone = 0;
    for (const char* sql : {"DELETE FROM consent WHERE customer IS NULL AND customer_ext_id = ?1 AND customer_source = ?2 RETURNING 1",
                            "DELETE FROM event WHERE customer IS NULL AND customer_ext_id = ?1 AND customer_source = ?2 RETURNING 1"}) {
        Query remove(m_connection, sql);
        FOREWORD_TRY(const auto rows, numbersOf(remove.with(customer.id, customer.source)));
        gone += static_cast<std::int64_t>(rows.size());
    }
    if (gone == 0)
        return {};
    Query pending(m_connection, "UPDATE erasing SET pending = 1");
    return pending.run();
}

} // namespace foreword
