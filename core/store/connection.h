// One connection to the encrypted file, and transactions on it.
//
// Ownership: whoever asked the Workspace for a Connection owns it; it keeps no pointer to the
// Workspace. Threads: a Connection belongs to the thread that uses it
// first; use from another thread is answered with ErrorCode::internal. Statements are prepared
// once per connection and kept. SQL is written in core/store only (see query.h); other rooms
// hold a Transaction and call the table classes.
//
// Errors of every call: workspace_busy, workspace_damaged, disk_full, file_unwritable, cancelled,
// store_failed, internal. They never carry SQL or stored text.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/base/secret.h"

struct sqlite3;
struct sqlite3_stmt;

namespace foreword {

enum class Access;

class Connection {
public:
    // Opens an existing file with the raw 256-bit key and proves the key on the first page:
    // workspace_plain for a file that is not encrypted; workspace_wrong_key if that page does not
    // decrypt, whatever the reason: the Workspace tells a wrong key from damage.
    static Result<std::unique_ptr<Connection>> open(const std::filesystem::path& file, const Secret& key, Access access);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    const std::string& cipherVersion() const { return m_cipherVersion; }
    const std::filesystem::path& file() const { return m_file; }
    bool inTransaction() const;
    // The SQL that was prepared on it so far, in no order: for the check of query plans.
    std::vector<std::string> statements() const;
    // How long a call waits for another connection's lock before workspace_busy; 5 s at first.
    void setBusyTimeout(std::chrono::milliseconds timeout);

private:
    friend class CancelScope;
    friend class Query;
    friend class Transaction;
    friend Result<> runScript(Connection& connection, const std::string& script);
    friend class FileCare;
    friend void awaitIndexing(Connection& connection, std::int64_t doc);
    friend Result<> indexAwaiting(Connection& connection);

    struct Cached {
        sqlite3_stmt* statement = nullptr;
        bool taken = false;
    };
    struct TextHash : std::hash<std::string_view> {
        using is_transparent = void;
    };

    Connection(std::filesystem::path file, Access access);
    Result<> unlock(const Secret& key);
    Result<> configure();
    Result<> checkThread();
    // A statement for this SQL, from the cache unless it is in use up the stack; `cached` says
    // whether it must be handed back instead of finalized.
    Result<sqlite3_stmt*> take(std::string_view sql, bool& cached);
    void giveBack(std::string_view sql);
    Error errorOf(int code) const;
    Result<> exec(const char* sql);
    Result<std::string> pragma(const char* sql);
    // Whether the file on disk begins like a plain one. Read through SQLite's own handle, as
    // everything of an open database must be: closing another one drops every lock that this
    // process holds on the file (POSIX; sqlite.org/howtocorrupt.html, 2.2), and the next program
    // that comes and goes deletes the log under us.
    bool beginsPlain() const;
    // After the first write.
    Result<> checkEncrypted();

    std::filesystem::path m_file;
    Access m_access;
    sqlite3* m_db = nullptr;
    std::string m_cipherVersion;
    std::unordered_map<std::string, Cached, TextHash, std::equal_to<>> m_statements;
    std::atomic<std::thread::id> m_thread;
    CancelToken m_cancel;
    bool m_checkedEncrypted = false;
    std::optional<std::int64_t> m_firstUnindexed; // message of the open transaction; see word_index.h
};

// While it lives, work on the connection stops with ErrorCode::cancelled soon after the token
// is cancelled. Scopes nest; the inner token rules.
class CancelScope {
public:
    CancelScope(Connection& connection, CancelToken token);
    ~CancelScope();
    CancelScope(const CancelScope&) = delete;
    CancelScope& operator=(const CancelScope&) = delete;

private:
    Connection& m_connection;
    CancelToken m_outer;
};

// Everything between begin and commit, or nothing: the destructor rolls back what was not
// committed.
class Transaction {
public:
    enum class Kind {
        read, // one state of the workspace for several reads; joins a transaction that is open
        write // takes the write lock at once, so that it cannot fail with workspace_busy half-way
    };

    explicit Transaction(Connection& connection, Kind kind = Kind::write) : m_connection(&connection), m_kind(kind) {}
    Transaction(Transaction&& other) noexcept
        : m_connection(other.m_connection), m_kind(other.m_kind), m_open(std::exchange(other.m_open, false))
    {
    }
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    // ErrorCode::internal for writing on a reading connection or inside another transaction.
    Result<> begin();
    Result<> commit();

    // Begun already.
    static Result<Transaction> read(Connection& connection) { return begun(Transaction(connection, Kind::read)); }
    static Result<Transaction> write(Connection& connection) { return begun(Transaction(connection, Kind::write)); }

private:
    static Result<Transaction> begun(Transaction transaction);

    Connection* m_connection;
    Kind m_kind;
    bool m_open = false; // ours to end
};

} // namespace foreword
