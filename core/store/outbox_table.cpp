#include "core/store/outbox_table.h"

#include "core/base/error_catalog.h"
#include "core/store/json_fields.h"
#include "core/store/query.h"

namespace foreword {
namespace {

const std::string allItems = "SELECT number, key, source, interaction, seen_status, written_at, written_offset, text, state, "
                             "attempts, attempted_at, attempted_offset, error_code, error_params, insisted, remote_id FROM outbox AS item";

Result<std::optional<Error>> readError(const Query& row, int column)
{
    const auto name = row.text(column);
    if (name.empty())
        return std::nullopt;
    Error error(codeNamed(name).value_or(ErrorCode::internal));
    FOREWORD_TRY(const auto params, mapFromJson(row.text(column + 1)));
    error.params.assign(params.begin(), params.end());
    return error;
}

Result<OutboxItem> readItem(const Query& row)
{
    OutboxItem item;
    item.number = row.integer(0);
    item.key = row.string(1);
    item.source = row.string(2);
    item.interaction = row.string(3);
    FOREWORD_TRY(item.seenStatus, row.value(4, InteractionStatus::closed));
    item.writtenAt = row.time(5);
    item.text = row.string(7);
    FOREWORD_TRY(item.state, row.value(8, OutboxState::failed));
    item.attempts = static_cast<int>(row.integer(9));
    item.attemptedAt = row.maybeTime(10);
    FOREWORD_TRY(item.error, readError(row, 12));
    item.insisted = row.integer(14) != 0;
    item.remoteId = row.string(15);
    return item;
}

Result<std::vector<OutboxItem>> readItems(Query& rows)
{
    std::vector<OutboxItem> items;
    for (;;) {
        FOREWORD_TRY(const bool more, rows.next());
        if (!more)
            return items;
        FOREWORD_TRY(auto item, readItem(rows));
        items.push_back(std::move(item));
    }
}

} // namespace

Result<std::int64_t> OutboxTable::add(const OutboxItem& item)
{
    Query insert(m_connection,
                 "INSERT INTO outbox (key, source, interaction, seen_status, written_at, written_offset, text, state, attempts, "
                 "error_code, error_params, insisted, remote_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, 0, '', '{}', 0, '') "
                 "RETURNING number");
    FOREWORD_TRY(
        const auto number,
        insert.with(item.key, item.source, item.interaction, static_cast<int>(item.seenStatus), item.writtenAt, item.text).number());
    return number.value_or(0);
}

Result<std::vector<OutboxItem>> OutboxTable::list() const
{
    const auto sql = allItems + " ORDER BY number";
    Query rows(m_connection, sql);
    return readItems(rows);
}

Result<std::optional<OutboxItem>> OutboxTable::find(std::string_view key) const
{
    const auto sql = allItems + " WHERE key = ?1";
    Query rows(m_connection, sql);
    FOREWORD_TRY(auto items, readItems(rows.with(key)));
    if (items.empty())
        return std::nullopt;
    return std::move(items.front());
}

Result<std::vector<OutboxItem>> OutboxTable::unsentOf(std::int64_t person) const
{
    const auto sql = allItems
        + " WHERE state <> 2 AND EXISTS (SELECT 1 FROM conversation v JOIN interaction i ON i.row = v.row JOIN customer c ON c.row = i.customer "
          "WHERE v.ext_id = item.interaction AND v.source = item.source AND c.person = ?1) ORDER BY number";
    Query rows(m_connection, sql);
    return readItems(rows.with(person));
}

Result<std::vector<OutboxItem>> OutboxTable::failed() const
{
    const auto sql = allItems + " WHERE state <> 2 AND state = 3 ORDER BY number"; // the first term is the index's
    Query rows(m_connection, sql);
    return readItems(rows);
}

Result<std::vector<OutboxItem>> OutboxTable::due(std::string_view source) const
{
    const auto sql = allItems
        + " WHERE source = ?1 AND state IN (0, 1) AND NOT EXISTS (SELECT 1 FROM outbox AS before "
          "WHERE before.source = item.source AND before.interaction = item.interaction "
          "AND before.number < item.number AND before.state <> 2) ORDER BY number";
    Query rows(m_connection, sql);
    return readItems(rows.with(source));
}

Result<bool> OutboxTable::claim(const OutboxItem& item, Timestamp now)
{
    Query update(m_connection,
                 "UPDATE outbox SET state = 1, attempts = attempts + 1, attempted_at = ?4, attempted_offset = ?5 "
                 "WHERE number = ?1 AND state = ?2 AND attempts = ?3 RETURNING number");
    FOREWORD_TRY(const auto claimed, update.with(item.number, static_cast<int>(item.state), item.attempts, now).number());
    return claimed.has_value();
}

Result<> OutboxTable::setSent(std::int64_t number, std::string_view remoteId)
{
    Query update(m_connection,
                 "UPDATE outbox SET state = 2, text = '', error_code = '', error_params = '{}', remote_id = ?2 WHERE number = ?1");
    return update.with(number, remoteId).run();
}

Result<> OutboxTable::setOutcome(std::int64_t number, OutboxState state, const Error& error)
{
    Query update(m_connection, "UPDATE outbox SET state = ?2, error_code = ?3, error_params = ?4 WHERE number = ?1");
    return update.with(number, static_cast<int>(state), errorEntry(error.code).name, mapJson({error.params.begin(), error.params.end()}))
        .run();
}

Result<> OutboxTable::insist(std::int64_t number)
{
    Query update(m_connection,
                 "UPDATE outbox SET state = 0, insisted = 1, error_code = '', error_params = '{}' WHERE number = ?1 AND state = 3");
    return update.with(number).run();
}

Result<> OutboxTable::discard(std::int64_t number)
{
    Query remove(m_connection, "DELETE FROM outbox WHERE number = ?1");
    return remove.with(number).run();
}

} // namespace foreword
