#include "core/store/erasing.h"

#include <system_error>
#include <vector>

#include "core/store/erasing_rows.h"
#include "core/store/file_care.h"
#include "core/store/files.h"
#include "core/store/query.h"
#include "core/store/workspace.h"

namespace foreword {
namespace {

namespace fs = std::filesystem;

// A term stays in the index's upper levels, as a signpost, when the last message that had it is
// gone; only building it anew is sure to leave none.
Result<> rebuildSearch(Connection& connection)
{
    FOREWORD_TRY(auto transaction, Transaction::write(connection));
    for (const char* sql :
         {"INSERT INTO message_words (message_words) VALUES ('rebuild')", "INSERT INTO name_trigrams (name_trigrams) VALUES ('rebuild')"}) {
        Query rebuild(connection, sql);
        FOREWORD_CHECK(rebuild.run());
    }
    return transaction.commit();
}

Result<std::int64_t> removeBackups(const fs::path& folder)
{
    std::vector<fs::path> backups;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        backups.push_back(entry->path());
    for (const fs::path& backup : backups)
        FOREWORD_CHECK(removeFile(backup));
    return static_cast<std::int64_t>(backups.size());
}

} // namespace

Result<Erased> erasePerson(const WorkspaceFiles& files, const Secret& key, std::int64_t person)
{
    FOREWORD_TRY(auto connection, Connection::open(files.database(), key, Access::write));
    FOREWORD_CHECK(FileCare(*connection).takeAlone());
    Erased erased;
    {
        FOREWORD_TRY(auto transaction, Transaction::write(*connection));
        TombstoneTable tombstones(*connection);
        FOREWORD_TRY(erased, RowEraser(*connection, tombstones).person(person));
        FOREWORD_CHECK(transaction.commit());
    }
    FOREWORD_TRY(erased.removed["backup"], finishErasing(files, key, std::move(connection)));
    return erased;
}

Result<bool> erasingPending(Connection& connection)
{
    Query query(connection, "SELECT pending FROM erasing");
    FOREWORD_TRY(const auto pending, query.number());
    return pending.value_or(0) != 0;
}

Result<std::int64_t> finishErasing(const WorkspaceFiles& files, const Secret& key, std::unique_ptr<Connection> connection)
{
    FOREWORD_CHECK(FileCare(*connection).takeAlone());
    FOREWORD_CHECK(rebuildSearch(*connection));
    // Deleted rows are wiped where they lay, but a page that was split or filled up again may
    // still hold a copy in its unused part. A file written anew has no such parts.
    FOREWORD_CHECK(FileCare(*connection).copyTo(files.database()));
    connection.reset();
    FOREWORD_TRY(const std::int64_t backups, removeBackups(files.backups()));

    FOREWORD_TRY(const auto fresh, Connection::open(files.database(), key, Access::write));
    FOREWORD_TRY(auto transaction, Transaction::write(*fresh));
    {
        Query done(*fresh, "UPDATE erasing SET pending = 0");
        FOREWORD_CHECK(done.run());
    }
    FOREWORD_CHECK(transaction.commit());
    FOREWORD_CHECK(FileCare(*fresh).foldLog());
    return backups;
}

} // namespace foreword
