#include "core/store/file_care.h"

#include <string>
#include <system_error>

#include <sqlite3.h>

#include "core/store/files.h"
#include "core/store/raw_key.h"
#include "core/store/sqlite_error.h"
#include "core/store/workspace.h"

namespace foreword {
namespace {

namespace fs = std::filesystem;

fs::path draftOf(const fs::path& file)
{
    return file.string() + ".new";
}

void removeDraft(const fs::path& draft)
{
    std::error_code ignored;
    for (const char* part : {"", "-journal", "-wal", "-shm"})
        fs::remove(draft.string() + part, ignored);
}

} // namespace

Result<> FileCare::copyTo(const fs::path& file)
{
    const fs::path draft = draftOf(file);
    auto done = draftCopy(draft);
    if (done)
        done = syncFile(draft);
    if (done)
        done = replaceFile(draft, file);
    if (!done)
        removeDraft(draft);
    return done;
}

Result<> FileCare::copyTo(const fs::path& file, const Secret& key, const Secret& newKey)
{
    const fs::path draft = draftOf(file);
    const auto change = [&]() -> Result<> {
        FOREWORD_CHECK(draftCopy(draft));
        {
            FOREWORD_TRY(const auto copy, Connection::open(draft, key, Access::write));
            FOREWORD_CHECK(FileCare(*copy).changeKey(newKey));
        }
        {
            FOREWORD_TRY(const auto copy, Connection::open(draft, newKey, Access::write));
            FOREWORD_CHECK(FileCare(*copy).foldLog());
            FOREWORD_CHECK(FileCare(*copy).checkPages());
        }
        FOREWORD_CHECK(syncFile(draft));
        return replaceFile(draft, file);
    };
    const auto done = change();
    if (!done)
        removeDraft(draft);
    return done;
}

Result<> FileCare::draftCopy(const fs::path& file)
{
    removeDraft(file);
    FOREWORD_CHECK(createPrivateFile(file));
    sqlite3* db = m_connection.m_db;
    sqlite3_stmt* copy = nullptr;
    int code = sqlite3_prepare_v2(db, "VACUUM INTO ?1", -1, &copy, nullptr);
    if (code == SQLITE_OK) {
        sqlite3_bind_text(copy, 1, file.c_str(), -1, SQLITE_STATIC);
        code = sqlite3_step(copy);
        sqlite3_finalize(copy);
    }
    if (code != SQLITE_DONE)
        return fail(m_connection.errorOf(code));
    if (looksPlain(file))
        return fail(ErrorCode::workspace_plain);
    return {};
}

Result<> FileCare::changeKey(const Secret& newKey)
{
    // SQLCipher writes every page anew in one transaction; with a log that would be a log in
    // the new key over a file in the old one.
    FOREWORD_CHECK(takeAlone());
    const Secret text = rawKeyText(newKey);
    const int code = sqlite3_rekey_v2(m_connection.m_db, "main", text.view().data(), static_cast<int>(text.view().size()));
    if (code != SQLITE_OK)
        return fail(m_connection.errorOf(code));
    return {};
}

Result<> FileCare::checkPages()
{
    FOREWORD_TRY(const std::string complaint, m_connection.pragma("PRAGMA cipher_integrity_check"));
    if (!complaint.empty())
        return fail(damaged("a page of the copy"));
    return {};
}

Result<> FileCare::foldLog()
{
    // The row is (busy, pages in the log, pages folded).
    FOREWORD_TRY(const std::string busy, m_connection.pragma("PRAGMA wal_checkpoint(TRUNCATE)"));
    if (busy != "0")
        return fail(ErrorCode::workspace_busy);
    if (m_connection.beginsPlain())
        return fail(ErrorCode::workspace_plain);
    return {};
}

Result<> FileCare::takeAlone()
{
    FOREWORD_TRY(const std::string mode, m_connection.pragma("PRAGMA journal_mode = DELETE"));
    if (mode != "delete")
        return fail(ErrorCode::workspace_busy);
    FOREWORD_CHECK(m_connection.exec("PRAGMA locking_mode = EXCLUSIVE"));
    // The lock is taken by the first transaction and kept.
    FOREWORD_CHECK(m_connection.exec("BEGIN EXCLUSIVE"));
    return m_connection.exec("COMMIT");
}

} // namespace foreword
