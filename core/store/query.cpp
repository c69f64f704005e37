#include "core/store/query.h"

#include <sqlite3.h>

#include "core/store/sqlite_error.h"

namespace foreword {

Query::Query(Connection& connection, std::string_view sql) : m_connection(connection), m_sql(sql)
{
    auto taken = connection.take(sql, m_cached);
    if (!taken)
        m_error = std::move(taken).error();
    else
        m_statement = *taken;
}

Query::~Query()
{
    if (!m_statement)
        return;
    if (!m_cached) {
        sqlite3_finalize(m_statement);
        return;
    }
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement); // no customer text waits in an idle statement
    m_connection.giveBack(m_sql);
}

void Query::restart()
{
    if (m_statement)
        sqlite3_reset(m_statement);
    m_bound = 0;
}

void Query::check(int code)
{
    if (code != SQLITE_OK && !m_error)
        m_error = m_connection.errorOf(code);
}

void Query::bind(std::int64_t value)
{
    ++m_bound;
    if (m_statement)
        check(sqlite3_bind_int64(m_statement, m_bound, value));
}

void Query::bind(double value)
{
    ++m_bound;
    if (m_statement)
        check(sqlite3_bind_double(m_statement, m_bound, value));
}

void Query::bind(std::string_view value)
{
    ++m_bound;
    // A null pointer would bind NULL instead of an empty text.
    if (m_statement)
        check(sqlite3_bind_text64(m_statement, m_bound, value.empty() ? "" : value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Query::bind(const Blob& value)
{
    ++m_bound;
    if (m_statement)
        check(
            sqlite3_bind_blob64(m_statement, m_bound, value.bytes.empty() ? "" : value.bytes.data(), value.bytes.size(), SQLITE_TRANSIENT));
}

void Query::bind(const Secret& value)
{
    ++m_bound;
    const auto bytes = value.view();
    if (m_statement)
        check(sqlite3_bind_blob64(m_statement, m_bound, bytes.empty() ? "" : bytes.data(), bytes.size(), SQLITE_STATIC));
}

void Query::bind(const Timestamp& value)
{
    bind(value.micros());
    bind(value.offsetMinutes());
}

void Query::bind(const std::optional<Timestamp>& value)
{
    if (value)
        return bind(*value);
    bindNull();
    bindNull();
}

void Query::bind(const std::optional<std::int64_t>& value)
{
    if (value)
        return bind(*value);
    bindNull();
}

void Query::bindNull()
{
    ++m_bound;
    if (m_statement)
        check(sqlite3_bind_null(m_statement, m_bound));
}

Result<bool> Query::next()
{
    if (m_error)
        return fail(*m_error);
    FOREWORD_CHECK(m_connection.checkThread());
    if (!m_connection.inTransaction() && sqlite3_stmt_readonly(m_statement) == 0)
        return fail(ErrorCode::internal, {{"detail", "a write outside a transaction"}});
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    const Error error = m_connection.errorOf(code);
    sqlite3_reset(m_statement);
    return fail(error);
}

Result<> Query::run()
{
    for (;;) {
        FOREWORD_TRY(const bool more, next());
        if (!more)
            return {};
    }
}

Result<std::optional<std::int64_t>> Query::number()
{
    FOREWORD_TRY(const bool found, next());
    std::optional<std::int64_t> value;
    if (found && !null(0))
        value = integer(0);
    // A write is only over, its foreign keys checked, at the end.
    if (found && sqlite3_stmt_readonly(m_statement) == 0)
        FOREWORD_CHECK(run());
    sqlite3_reset(m_statement);
    return value;
}

bool Query::null(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::int64_t Query::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Query::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

std::string_view Query::text(int column) const
{
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))) : std::string_view();
}

std::string_view Query::blob(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))) : std::string_view();
}

std::optional<Timestamp> Query::maybeTime(int column) const
{
    if (null(column))
        return std::nullopt;
    return time(column);
}

Error Query::badValue(int column) const
{
    return damaged(std::string("value of ") + sqlite3_column_name(m_statement, column));
}

Result<> runScript(Connection& connection, const std::string& script)
{
    FOREWORD_CHECK(connection.checkThread());
    if (!connection.inTransaction())
        return fail(ErrorCode::internal, {{"detail", "a write outside a transaction"}});
    return connection.exec(script.c_str());
}

} // namespace foreword
