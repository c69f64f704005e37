// RecordTable::put for messages.
#include <algorithm>
#include <string>

#include "core/store/annotation_codec.h"
#include "core/store/query.h"
#include "core/store/references.h"
#include "core/store/stored.h"
#include "core/store/tables.h"
#include "core/store/telling.h"
#include "core/store/word_index.h"

namespace foreword {
namespace {

// A message as it is to be stored.
struct Draft {
    const MessageRecord& record;
    std::string hash;
    std::string redactions;
    std::int64_t conversation;
};

struct Place {
    std::int64_t row = 0;
    std::int64_t doc = 0;
    std::int64_t conversation = 0;
    std::int64_t at = 0;
};

Result<std::int64_t> nextNumber(Connection& connection, std::int64_t conversation)
{
    const std::int64_t first = conversation * messagesPerConversation;
    Query last(connection, "SELECT max(row) FROM message WHERE row >= ?1 AND row < ?2");
    FOREWORD_TRY(const auto row, last.with(first, first + messagesPerConversation).number());
    const std::int64_t next = row ? *row + 1 : first;
    if (next >= first + messagesPerConversation)
        return fail(ErrorCode::store_failed, {{"detail", "too many messages in one interaction"}});
    return next;
}

Result<std::int64_t> nextDoc(Connection& connection)
{
    Query last(connection, "SELECT max(doc) FROM message");
    FOREWORD_TRY(const auto doc, last.number());
    return doc.value_or(0) + 1;
}

Query& bindMessage(Query& query, const Place& place, const Draft& draft)
{
    const MessageRecord& record = draft.record;
    return query.with(place.row, place.doc, record.key.id, record.key.source, draft.conversation, static_cast<int>(record.sender),
                      static_cast<int>(record.visibility), record.at, record.updatedAt, Blob{draft.hash}, "", record.senderName,
                      Blob{draft.redactions}, record.text);
}

Result<> insertMessage(Connection& connection, const Place& place, const Draft& draft)
{
    Query insert(connection,
                 "INSERT INTO message (row, doc, ext_id, source, conversation, sender, visibility, at, at_offset, updated_at, "
                 "updated_offset, hash, language, sender_name, redactions, text) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)");
    FOREWORD_CHECK(bindMessage(insert, place, draft).run());
    Query pending(connection, "INSERT INTO annotation (message, dictionary, items) VALUES (?1, NULL, x'')");
    return pending.with(place.row).run();
}

Result<> updateMessage(Connection& connection, const Place& place, const Draft& draft)
{
    Query update(connection,
                 "UPDATE message SET doc = ?2, ext_id = ?3, source = ?4, conversation = ?5, sender = ?6, visibility = ?7, "
                 "at = ?8, at_offset = ?9, updated_at = ?10, updated_offset = ?11, hash = ?12, language = ?13, "
                 "sender_name = ?14, redactions = ?15, text = ?16 WHERE row = ?1");
    return bindMessage(update, place, draft).run();
}

// A message is read in the context of those before it, so what follows a new, changed or gone
// one is pending again; then the order of arrival leaves no trace.
Result<> forgetFrom(Connection& connection, std::int64_t conversation, std::int64_t at)
{
    Query forget(connection,
                 "UPDATE annotation SET dictionary = NULL, items = x'' WHERE dictionary IS NOT NULL "
                 "AND message IN (SELECT row FROM message WHERE conversation = ?1 AND at >= ?2)");
    return forget.with(conversation, at).run();
}

Result<Place> placeOf(Connection& connection, std::int64_t row)
{
    Query find(connection, "SELECT doc, conversation, at FROM message WHERE row = ?1");
    FOREWORD_CHECK(find.with(row).next());
    return Place{row, find.integer(0), find.integer(1), find.integer(2)};
}

Result<std::int64_t> add(Connection& connection, const Draft& draft)
{
    FOREWORD_TRY(const std::int64_t row, nextNumber(connection, draft.conversation));
    FOREWORD_TRY(const std::int64_t doc, nextDoc(connection));
    FOREWORD_CHECK(forgetFrom(connection, draft.conversation, draft.record.at.micros()));
    FOREWORD_CHECK(insertMessage(connection, {row, doc, draft.conversation, 0}, draft));
    awaitIndexing(connection, doc);
    return row;
}

// In place, or, when it now belongs to another interaction, to a row among that one's.
Result<std::int64_t> change(Connection& connection, const Draft& draft, std::int64_t row)
{
    FOREWORD_CHECK(indexAwaiting(connection));
    FOREWORD_TRY(const Place before, placeOf(connection, row));
    FOREWORD_CHECK(forgetFrom(connection, before.conversation, std::min(before.at, draft.record.at.micros())));
    if (before.conversation == draft.conversation) {
        FOREWORD_CHECK(updateMessage(connection, before, draft));
        return row;
    }
    Query remove(connection, "DELETE FROM message WHERE row = ?1");
    FOREWORD_CHECK(remove.with(row).run());
    FOREWORD_CHECK(forgetTold(connection, before.conversation));
    FOREWORD_CHECK(dropIfEmpty(connection, before.conversation));
    return add(connection, draft);
}

} // namespace

Result<Put> RecordTable::put(const MessageRecord& record, std::string_view hash, const std::vector<Redaction>& redactions)
{
    std::string packed = packedHash(hash);
    std::optional<Stored> stored;
    {
        Query find(m_connection, "SELECT row, hash, updated_at, updated_offset FROM message WHERE ext_id = ?1 AND source = ?2");
        FOREWORD_TRY(stored, findStored(find.with(record.key.id, record.key.source)));
    }
    Put put{changeFor(stored, packed, record.updatedAt), stored ? stored->row : 0};
    if (put.change == Change::unchanged)
        return put;
    FOREWORD_TRY(const auto conversation, conversationRow(m_connection, {record.key.source, record.interaction}));
    const Draft draft{record, std::move(packed), encodeRedactions(redactions), conversation};
    if (put.change == Change::added) {
        FOREWORD_TRY(put.row, add(m_connection, draft));
    } else {
        FOREWORD_TRY(put.row, change(m_connection, draft, put.row));
    }
    return put;
}

} // namespace foreword
