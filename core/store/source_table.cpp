#include "core/store/tables.h"

#include "core/store/json_fields.h"
#include "core/store/query.h"

namespace foreword {
namespace {

Result<SavedSource> readSource(const Query& row)
{
    SavedSource source;
    source.name = row.string(0);
    source.kind = row.string(1);
    source.url = row.string(2);
    source.user = row.string(3);
    FOREWORD_TRY(source.options, mapFromJson(row.text(4)));
    source.lastPullAt = row.maybeTime(5);
    source.settledUntil = row.maybeTime(7);
    return source;
}

Failure unknown(std::string_view name)
{
    return fail(ErrorCode::source_unknown, {{"source", std::string(name)}});
}

Result<std::optional<std::int64_t>> sourceRow(Connection& connection, std::string_view name)
{
    Query find(connection, "SELECT row FROM source WHERE name = ?1");
    return find.with(name).number();
}

} // namespace

Result<> SourceTable::add(const SavedSource& source, const Secret& token, const Secret& password, const Secret& proxyPassword)
{
    FOREWORD_TRY(const auto there, sourceRow(m_connection, source.name));
    if (there)
        return fail(ErrorCode::source_exists, {{"source", source.name}});
    Query insert(m_connection,
                 "INSERT INTO source (name, kind, url, user, options, token, password, last_pull_at, last_pull_offset, "
                 "settled_until, settled_offset, proxy_password) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)");
    return insert
        .with(source.name, source.kind, source.url, source.user, mapJson(source.options), token, password, source.lastPullAt,
              source.settledUntil, proxyPassword)
        .run();
}

Result<> SourceTable::remove(std::string_view name)
{
    FOREWORD_TRY(const auto row, sourceRow(m_connection, name));
    if (!row)
        return unknown(name);
    Query remove(m_connection, "DELETE FROM source WHERE row = ?1");
    return remove.with(*row).run();
}

Result<std::vector<SavedSource>> SourceTable::list() const
{
    FOREWORD_TRY(auto transaction, Transaction::read(m_connection));
    std::vector<SavedSource> sources;
    {
        Query rows(m_connection,
                   "SELECT name, kind, url, user, options, last_pull_at, last_pull_offset, settled_until, settled_offset "
                   "FROM source ORDER BY name");
        for (;;) {
            FOREWORD_TRY(const bool more, rows.next());
            if (!more)
                break;
            FOREWORD_TRY(auto source, readSource(rows));
            sources.push_back(std::move(source));
        }
    }
    FOREWORD_CHECK(transaction.commit());
    return sources;
}

Result<SourceTable::WithSecrets> SourceTable::get(std::string_view name) const
{
    FOREWORD_TRY(auto transaction, Transaction::read(m_connection));
    WithSecrets found;
    {
        Query row(m_connection,
                  "SELECT name, kind, url, user, options, last_pull_at, last_pull_offset, settled_until, settled_offset, "
                  "token, password, proxy_password FROM source WHERE name = ?1");
        FOREWORD_TRY(const bool there, row.with(name).next());
        if (!there)
            return unknown(name);
        FOREWORD_TRY(found.source, readSource(row));
        found.token = Secret(row.blob(9));
        found.password = Secret(row.blob(10));
        found.proxyPassword = Secret(row.blob(11));
    }
    FOREWORD_CHECK(transaction.commit());
    return found;
}

Result<> SourceTable::setLastPull(std::string_view name, Timestamp at)
{
    FOREWORD_TRY(const auto row, sourceRow(m_connection, name));
    if (!row)
        return unknown(name);
    Query update(m_connection, "UPDATE source SET last_pull_at = ?2, last_pull_offset = ?3 WHERE row = ?1");
    return update.with(*row, at).run();
}

Result<> SourceTable::setSettledUntil(std::string_view name, Timestamp until)
{
    FOREWORD_TRY(const auto row, sourceRow(m_connection, name));
    if (!row)
        return unknown(name);
    Query update(m_connection, "UPDATE source SET settled_until = ?2, settled_offset = ?3 WHERE row = ?1");
    return update.with(*row, until).run();
}

} // namespace foreword
