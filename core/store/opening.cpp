#include "core/store/opening.h"

#include <algorithm>
#include <memory>
#include <system_error>
#include <vector>

#include "core/store/connection.h"
#include "core/store/erasing.h"
#include "core/store/file_care.h"
#include "core/store/key_check.h"
#include "core/store/query.h"
#include "core/store/sqlite_error.h"
#include "core/store/workspace.h"

namespace foreword {
namespace {

namespace fs = std::filesystem;

// Files of a key change or backup that died: never the workspace itself.
std::vector<fs::path> draftsIn(const fs::path& folder)
{
    std::vector<fs::path> drafts;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name.starts_with("workspace") && (name.ends_with(".new") || name.find(".new-") != std::string::npos))
            drafts.push_back(entry->path());
    }
    return drafts;
}

void sweep(const WorkspaceFiles& files, FileLock& lock)
{
    auto drafts = draftsIn(files.folder);
    std::ranges::copy(draftsIn(files.backups()), std::back_inserter(drafts));
    // Somebody else's draft is in use; it is theirs to finish.
    if (drafts.empty() || !lock.makeExclusive())
        return;
    std::error_code ignored;
    for (const auto& draft : drafts)
        fs::remove(draft, ignored);
}

// The first page did not decrypt: is it the key or the page?
Error explained(Error error, const WorkspaceFiles& files, const Secret& key)
{
    if (error.code != ErrorCode::workspace_wrong_key)
        return error;
    const auto check = readKeyCheck(files.keyCheck());
    // Without a key check the key is the likelier reason. With two of them a key change was
    // interrupted, and the file is whole under the other key.
    if (!check || check->checks.size() != 1 || !fits(*check, key))
        return error;
    return damaged("the first page");
}

Result<std::string> readId(Connection& connection)
{
    Query row(connection, "SELECT id FROM workspace");
    FOREWORD_TRY(const bool found, row.next());
    if (!found)
        return fail(damaged("no workspace id"));
    return row.string(0);
}

std::string backupName(int version, Timestamp now)
{
    std::string time = now.atOffset(0).toString();
    std::erase_if(time, [](char c) { return c == ':' || c == '-' || c == '.'; });
    return "workspace-schema-" + std::to_string(version) + "-" + time + ".db";
}

Result<> upgrade(Connection& connection, const WorkspaceFiles& files, FileLock& lock, int version, Timestamp now,
                 std::span<const Migration> steps)
{
    FOREWORD_CHECK(lock.makeExclusive());
    FOREWORD_CHECK(makePrivateFolder(files.backups()));
    const std::string name = backupName(version, now);
    FOREWORD_CHECK(FileCare(connection).copyTo(files.backups() / name));
    if (auto done = migrate(connection, version, steps); !done)
        return fail(std::move(done).error().with("backup", name));
    return lock.makeShared();
}

Result<> bringUpToDate(Connection& connection, const WorkspaceFiles& files, FileLock& lock, Timestamp now, std::span<const Migration> steps)
{
    FOREWORD_TRY(const int version, schemaVersion(connection));
    const int known = steps.back().to;
    if (version > known)
        return fail(ErrorCode::workspace_newer, {{"found", std::to_string(version)}, {"known", std::to_string(known)}});
    if (version < 1)
        return fail(damaged("no schema"));
    if (version == known)
        return {};
    return upgrade(connection, files, lock, version, now, steps);
}

// Writes the key check again where it is missing, is of another key, or was left by a key
// change that died: the key has just opened the file.
Result<> mendKeyCheck(const WorkspaceFiles& files, const Secret& key, const std::string& id)
{
    const KeyCheck right{id, {keyCheckOf(key, id)}};
    if (readKeyCheck(files.keyCheck()) == right)
        return {};
    return writeKeyCheck(files.keyCheck(), right);
}

// Goes on with an erasure that died, or that removed what came too late. Somebody who has the
// workspace open now finds the rows gone already; the traces go when it is next opened alone.
Result<std::unique_ptr<Connection>> completeErasing(std::unique_ptr<Connection> connection, const WorkspaceFiles& files, const Secret& key,
                                                    FileLock& lock)
{
    FOREWORD_TRY(const bool pending, erasingPending(*connection));
    if (!pending || !lock.makeExclusive())
        return connection;
    FOREWORD_CHECK(finishErasing(files, key, std::move(connection)));
    FOREWORD_CHECK(lock.makeShared());
    return Connection::open(files.database(), key, Access::write);
}

} // namespace

Result<Opened> openWorkspace(const WorkspaceFiles& files, const Secret& key, const Clock& clock, std::span<const Migration> steps)
{
    std::error_code ignored;
    if (!fs::exists(files.database(), ignored))
        return fail(ErrorCode::workspace_missing, {{"path", files.folder.string()}});
    FOREWORD_CHECK(makePrivateFolder(files.folder));
    makePrivate(files.database());
    FOREWORD_TRY(FileLock lock, FileLock::share(files.lock()));
    sweep(files, lock);
    FOREWORD_CHECK(lock.makeShared());
    // SQLite would make a new database of it.
    if (fs::file_size(files.database(), ignored) == 0)
        return fail(damaged("the file is empty"));

    auto opened = Connection::open(files.database(), key, Access::write);
    if (!opened)
        return fail(explained(std::move(opened).error(), files, key));
    FOREWORD_CHECK(bringUpToDate(**opened, files, lock, clock.now(), steps));
    FOREWORD_TRY(const auto connection, completeErasing(std::move(*opened), files, key, lock));
    FOREWORD_TRY(const std::string id, readId(*connection));
    FOREWORD_CHECK(mendKeyCheck(files, key, id));
    return Opened{id, std::move(lock)};
}

} // namespace foreword
