#include "core/store/connection.h"

#include <array>

#include <sqlite3.h>

#include "core/store/files.h"
#include "core/store/raw_key.h"
#include "core/store/sqlite_error.h"
#include "core/store/word_index.h"
#include "core/store/workspace.h"

namespace foreword {
namespace {

constexpr int busyMilliseconds = 5000;
// Virtual machine steps between two looks at the cancel token: some tens of microseconds.
constexpr int stepsBetweenChecks = 2000;

// The cache holds a desk's working set; the log is cut back after a large import. Temporary
// tables stay in memory, because a temporary file would be plain. cipher_memory_security stays
// off: SQLCipher locks and wipes its key material anyway, and locking every cached page would
// run into the limit of locked memory (8 MiB on most systems).
constexpr auto settings = std::to_array<const char*>({
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA cache_size = -32768",
    "PRAGMA journal_size_limit = 67108864",
    "PRAGMA cell_size_check = ON",
});

int askToken(void* token)
{
    return static_cast<CancelToken*>(token)->cancelled() ? 1 : 0;
}

} // namespace

Connection::Connection(std::filesystem::path file, Access access) : m_file(std::move(file)), m_access(access) {}

Connection::~Connection()
{
    for (auto& [sql, cached] : m_statements)
        sqlite3_finalize(cached.statement);
    sqlite3_close_v2(m_db);
}

Result<std::unique_ptr<Connection>> Connection::open(const std::filesystem::path& file, const Secret& key, Access access)
{
    std::unique_ptr<Connection> connection(new Connection(file, access));
    // No SQLITE_OPEN_CREATE: a missing file must not come to life here, and never with the
    // permissions of the umask.
    const int code = sqlite3_open_v2(file.c_str(), &connection->m_db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code != SQLITE_OK)
        return fail(sqliteError(connection->m_db, code, file));
    sqlite3_extended_result_codes(connection->m_db, 1);
    sqlite3_busy_timeout(connection->m_db, busyMilliseconds);
    if (connection->beginsPlain())
        return fail(ErrorCode::workspace_plain);
    FOREWORD_CHECK(connection->unlock(key));
    FOREWORD_CHECK(connection->configure());
    return connection;
}

Result<> Connection::unlock(const Secret& key)
{
    if (key.view().size() != keyBytes)
        return fail(ErrorCode::workspace_wrong_key);
    // A page that does not decrypt becomes an Error; SQLCipher's own lines on standard error
    // would mix with the program's.
    FOREWORD_CHECK(exec("PRAGMA cipher_log_level = NONE"));
    const Secret text = rawKeyText(key);
    const int code = sqlite3_key_v2(m_db, "main", text.view().data(), static_cast<int>(text.view().size()));
    if (code != SQLITE_OK)
        return fail(errorOf(code));
    FOREWORD_TRY(m_cipherVersion, pragma("PRAGMA cipher_version"));
    // Plain SQLite takes a key without a word and writes plain files.
    if (m_cipherVersion.empty())
        return fail(ErrorCode::internal, {{"detail", "linked with SQLite instead of SQLCipher"}});
    const int read = sqlite3_exec(m_db, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
    if (read == SQLITE_NOTADB)
        return fail(ErrorCode::workspace_wrong_key);
    if (read != SQLITE_OK)
        return fail(errorOf(read));
    return {};
}

Result<> Connection::configure()
{
    sqlite3_db_config(m_db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(m_db, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(m_db, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    for (const char* setting : settings)
        FOREWORD_CHECK(exec(setting));
    FOREWORD_TRY(const std::string mode, pragma("PRAGMA journal_mode = WAL"));
    if (mode != "wal")
        return fail(ErrorCode::store_failed, {{"detail", "no write-ahead log"}});
    if (m_access == Access::read)
        FOREWORD_CHECK(exec("PRAGMA query_only = ON"));
    return {};
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(m_db) == 0;
}

std::vector<std::string> Connection::statements() const
{
    std::vector<std::string> all;
    for (const auto& [sql, cached] : m_statements)
        all.push_back(sql);
    return all;
}

void Connection::setBusyTimeout(std::chrono::milliseconds timeout)
{
    sqlite3_busy_timeout(m_db, static_cast<int>(timeout.count()));
}

Result<> Connection::checkThread()
{
    const auto self = std::this_thread::get_id();
    std::thread::id owner;
    if (m_thread.compare_exchange_strong(owner, self) || owner == self)
        return {};
    return fail(ErrorCode::internal, {{"detail", "connection used from another thread"}});
}

Result<sqlite3_stmt*> Connection::take(std::string_view sql, bool& cached)
{
    FOREWORD_CHECK(checkThread());
    auto found = m_statements.find(sql);
    cached = found == m_statements.end() || !found->second.taken;
    if (cached && found != m_statements.end()) {
        found->second.taken = true;
        return found->second.statement;
    }
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(m_db, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        return fail(errorOf(code));
    if (cached)
        m_statements.emplace(sql, Cached{statement, true});
    return statement;
}

void Connection::giveBack(std::string_view sql)
{
    if (const auto found = m_statements.find(sql); found != m_statements.end())
        found->second.taken = false;
}

Error Connection::errorOf(int code) const
{
    return sqliteError(m_db, code, m_file);
}

Result<> Connection::exec(const char* sql)
{
    const int code = sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return fail(errorOf(code));
    return {};
}

Result<std::string> Connection::pragma(const char* sql)
{
    std::string value;
    const auto keep = [](void* out, int columns, char** values, char**) {
        if (columns > 0 && values[0])
            *static_cast<std::string*>(out) = values[0];
        return 0;
    };
    const int code = sqlite3_exec(m_db, sql, keep, &value, nullptr);
    if (code != SQLITE_OK)
        return fail(errorOf(code));
    return value;
}

bool Connection::beginsPlain() const
{
    sqlite3_file* file = nullptr;
    if (sqlite3_file_control(m_db, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file)) != SQLITE_OK || !file || !file->pMethods)
        return false;
    std::array<char, plainHeader.size()> begin{};
    return file->pMethods->xRead(file, begin.data(), static_cast<int>(begin.size()), 0) == SQLITE_OK
        && std::string_view(begin.data(), begin.size()) == plainHeader;
}

Result<> Connection::checkEncrypted()
{
    if (m_checkedEncrypted)
        return {};
    if (beginsPlain())
        return fail(ErrorCode::workspace_plain);
    m_checkedEncrypted = true;
    return {};
}

CancelScope::CancelScope(Connection& connection, CancelToken token)
    : m_connection(connection), m_outer(std::exchange(connection.m_cancel, std::move(token)))
{
    sqlite3_progress_handler(connection.m_db, stepsBetweenChecks, askToken, &connection.m_cancel);
}

CancelScope::~CancelScope()
{
    m_connection.m_cancel = std::move(m_outer);
}

Transaction::~Transaction()
{
    // A full disk or an I/O error may have rolled back already.
    if (m_open && m_connection->inTransaction())
        sqlite3_exec(m_connection->m_db, "ROLLBACK", nullptr, nullptr, nullptr);
    if (m_open)
        m_connection->m_firstUnindexed.reset();
}

Result<Transaction> Transaction::begun(Transaction transaction)
{
    FOREWORD_CHECK(transaction.begin());
    return transaction;
}

Result<> Transaction::begin()
{
    FOREWORD_CHECK(m_connection->checkThread());
    const bool inside = m_connection->inTransaction();
    if (m_kind == Kind::read && inside)
        return {};
    if (m_kind == Kind::write && m_connection->m_access != Access::write)
        return fail(ErrorCode::internal, {{"detail", "writing on a reading connection"}});
    if (inside)
        return fail(ErrorCode::internal, {{"detail", "transaction inside a transaction"}});
    FOREWORD_CHECK(m_connection->exec(m_kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN"));
    m_open = true;
    return {};
}

Result<> Transaction::commit()
{
    if (!m_open && m_kind == Kind::read)
        return {}; // the one it joined commits
    // Rolled back underneath: the error was returned then, and must not end as a success here.
    if (!m_open || !m_connection->inTransaction())
        return fail(ErrorCode::store_failed, {{"detail", "there is no transaction to commit"}});
    FOREWORD_CHECK(m_connection->checkThread());
    FOREWORD_CHECK(indexAwaiting(*m_connection));
    FOREWORD_CHECK(m_connection->exec("COMMIT"));
    m_open = false;
    return m_kind == Kind::write ? m_connection->checkEncrypted() : Result<>();
}

} // namespace foreword
