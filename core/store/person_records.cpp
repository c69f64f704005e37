#include "core/store/person_records.h"

#include <map>

#include "core/store/query.h"
#include "core/store/reading.h"

namespace foreword {
namespace {

using Times = std::map<std::int64_t, Timestamp>; // by the message's row

// A history leaves out when a message was changed in its system: no brief needs it.
Result<Times> messageUpdates(Connection& connection, std::int64_t person)
{
    Query query(connection,
                "SELECT m.row, m.updated_at, m.updated_offset FROM message m JOIN interaction i ON i.row = m.conversation "
                "JOIN customer c ON c.row = i.customer WHERE c.person = ?1 AND m.updated_at IS NOT NULL");
    query.with(person);
    Times times;
    for (;;) {
        FOREWORD_TRY(const bool more, query.next());
        if (!more)
            return times;
        times.emplace(query.integer(0), query.time(1));
    }
}

MessageRecord recordOf(const HistoryMessage& message, const History& history, const Times& updates)
{
    MessageRecord record;
    record.key = message.key;
    record.interaction = history.interactions[message.interaction].key.id;
    record.sender = message.sender;
    record.senderName = message.senderName;
    record.at = message.at;
    record.visibility = message.visibility;
    record.text = message.text;
    if (const auto updated = updates.find(message.row); updated != updates.end())
        record.updatedAt = updated->second;
    return record;
}

// As it came: a history calls what is gone at its system closed.
InteractionRecord asItCame(InteractionRecord record, const History& history)
{
    for (const GoneRecord& gone : history.gone) {
        if (gone.kind != GoneRecord::Kind::interaction || gone.key != record.key || gone.lastStatus == record.status)
            continue;
        record.status = gone.lastStatus;
        record.closedAt.reset();
    }
    return record;
}

} // namespace

Result<PersonRecords> readPersonRecords(Connection& connection, std::int64_t person, const CancelToken& cancel)
{
    FOREWORD_TRY(auto transaction, Transaction::read(connection));
    PersonRecords out;
    FOREWORD_TRY(out.history, readHistory(connection, person, cancel));
    FOREWORD_TRY(const Times updates, messageUpdates(connection, person));
    const History& history = out.history;
    out.records.insert(out.records.end(), history.records.begin(), history.records.end());
    for (const InteractionRecord& interaction : history.interactions)
        out.records.emplace_back(asItCame(interaction, history));
    for (const HistoryMessage& message : history.messages)
        out.records.emplace_back(recordOf(message, history, updates));
    out.records.insert(out.records.end(), history.consents.begin(), history.consents.end());
    out.records.insert(out.records.end(), history.events.begin(), history.events.end());
    FOREWORD_CHECK(transaction.commit());
    return out;
}

} // namespace foreword
