#include "core/store/sqlite_error.h"

#include <cerrno>
#include <string>

#include <sqlite3.h>

namespace foreword {
namespace {

// sqlite3_errstr is a fixed sentence for a code; sqlite3_errmsg would quote SQL and names.
std::string detailOf(int code)
{
    return std::string(sqlite3_errstr(code)) + " (" + std::to_string(code) + ")";
}

bool diskIsFull(sqlite3* db)
{
    const int number = db ? sqlite3_system_errno(db) : 0;
    return number == ENOSPC || number == EDQUOT || number == EFBIG; // EFBIG: the account's limit for a file
}

} // namespace

Error sqliteError(sqlite3* db, int code, const std::filesystem::path& file)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL: return Error(ErrorCode::workspace_busy);
    case SQLITE_INTERRUPT: return Error(ErrorCode::cancelled);
    case SQLITE_FULL: return Error(ErrorCode::disk_full);
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT: return damaged(detailOf(code));
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
        if (diskIsFull(db))
            return Error(ErrorCode::disk_full);
        return Error(ErrorCode::file_unwritable, {{"file", file.string()}, {"detail", detailOf(code)}});
    case SQLITE_IOERR:
        if (diskIsFull(db))
            return Error(ErrorCode::disk_full);
        return Error(ErrorCode::store_failed, {{"detail", detailOf(code)}});
    default: return Error(ErrorCode::store_failed, {{"detail", detailOf(code)}});
    }
}

Error damaged(std::string what)
{
    return Error(ErrorCode::workspace_damaged, {{"detail", std::move(what)}});
}

} // namespace foreword
