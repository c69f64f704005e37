// A prepared statement with its values, for use inside core/store only. The statement comes
// from the connection's cache and goes back when the Query ends. What goes wrong while
// preparing or binding is returned by the next step. Statements that write are refused outside
// a transaction. Same thread as the Connection, which must outlive it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/base/timestamp.h"
#include "core/store/connection.h"

namespace foreword {

// Bytes, bound as a BLOB.
struct Blob {
    std::string_view bytes;
};

class Query {
public:
    // `sql` must live as long as the Query: a literal.
    Query(Connection& connection, std::string_view sql);
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    // Binds all parameters in order and starts over. A Timestamp takes two parameters (instant
    // and offset), an absent one binds NULL to both.
    template <class... Values>
    Query& with(const Values&... values)
    {
        restart();
        (bind(values), ...);
        return *this;
    }

    Result<bool> next(); // true: a row is there
    Result<> run();      // to the end
    // The first column of the first row, if there is one.
    Result<std::optional<std::int64_t>> number();

    // Columns of the current row. Views hold until the next step.
    bool null(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string_view text(int column) const;
    std::string_view blob(int column) const;
    std::string string(int column) const { return std::string(text(column)); }
    Timestamp time(int column) const { return Timestamp::fromMicros(integer(column), static_cast<int>(integer(column + 1))); }
    std::optional<Timestamp> maybeTime(int column) const;
    // A value of an enumeration whose last one is `last`; workspace_damaged if it is none.
    template <class E>
    Result<E> value(int column, E last) const
    {
        const auto number = integer(column);
        if (number < 0 || number > static_cast<std::int64_t>(last))
            return fail(badValue(column));
        return static_cast<E>(number);
    }

private:
    void restart();
    void bind(std::int64_t value);
    void bind(int value) { bind(static_cast<std::int64_t>(value)); }
    void bind(bool value) { bind(static_cast<std::int64_t>(value)); }
    void bind(double value);
    void bind(std::string_view value);
    void bind(const std::string& value) { bind(std::string_view(value)); }
    void bind(const char* value) { bind(std::string_view(value)); }
    void bind(const Blob& value);
    void bind(const Secret& value); // not copied: it must live until the Query ends
    void bind(const Timestamp& value);
    void bind(const std::optional<Timestamp>& value);
    void bind(const std::optional<std::int64_t>& value);
    void bindNull();
    void check(int code);
    Error badValue(int column) const;

    Connection& m_connection;
    std::string_view m_sql;
    sqlite3_stmt* m_statement = nullptr;
    bool m_cached = false;
    int m_bound = 0;
    std::optional<Error> m_error;
};

// Statements without values, one after the other, inside the caller's transaction: schemas.
Result<> runScript(Connection& connection, const std::string& script);

} // namespace foreword
