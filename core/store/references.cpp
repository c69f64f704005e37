#include "core/store/references.h"

#include "core/store/query.h"

namespace foreword {

Result<std::int64_t> conversationRow(Connection& connection, const RecordKey& interaction)
{
    Query find(connection, "SELECT row FROM conversation WHERE ext_id = ?1 AND source = ?2");
    FOREWORD_TRY(const auto found, find.with(interaction.id, interaction.source).number());
    if (found)
        return *found;
    Query insert(connection, "INSERT INTO conversation (ext_id, source, arrived) VALUES (?1, ?2, 0) RETURNING row");
    FOREWORD_TRY(const auto added, insert.with(interaction.id, interaction.source).number());
    return added.value_or(0);
}

Result<> dropIfEmpty(Connection& connection, std::int64_t conversation)
{
    Query drop(connection,
               "DELETE FROM conversation WHERE row = ?1 AND arrived = 0 "
               "AND NOT EXISTS (SELECT 1 FROM message WHERE conversation = ?1)");
    return drop.with(conversation).run();
}

Result<> resolveCustomer(Connection& connection, const RecordKey& key, std::int64_t row)
{
    for (const char* sql : {
             "UPDATE interaction SET customer = ?1 WHERE customer IS NULL AND customer_ext_id = ?2 AND customer_source = ?3",
             "UPDATE consent SET customer = ?1 WHERE customer IS NULL AND customer_ext_id = ?2 AND customer_source = ?3",
             "UPDATE event SET customer = ?1 WHERE customer IS NULL AND customer_ext_id = ?2 AND customer_source = ?3",
         }) {
        Query resolve(connection, sql);
        FOREWORD_CHECK(resolve.with(row, key.id, key.source).run());
    }
    return {};
}

} // namespace foreword
