// An encrypted workspace: a folder with one SQLCipher file, its key check and its backups.
//
// Ownership: a Workspace owns no connection; it hands them out. Threads: the Workspace may be
// used from any one thread; each Connection belongs to the thread that uses it first and
// asserts it. The key is kept in a Secret for as long as the Workspace lives.
//
// In the folder: workspace.db with its log, workspace.check (id and key check, nothing secret),
// workspace.lock (shared by all who use it), backups/. The folder is 0700, files are 0600.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/store/erased.h"

namespace foreword {

class Connection;

enum class Access { read, write };

struct WorkspaceInfo {
    std::string id; // UUID
    int schemaVersion = 0;
    std::string cipherVersion;
    Timestamp createdAt;
    std::map<std::string, std::int64_t> counts; // rows by record type; persons, unresolved too
    std::int64_t fileBytes = 0, walBytes = 0, backupBytes = 0;
};

class Workspace {
public:
    // Creates folder and file; refuses where one is. The key has 32 bytes. Errors:
    // workspace_exists, workspace_busy, file_unwritable, disk_full, store_failed. A failed
    // creation leaves nothing behind.
    static Result<Workspace> create(const std::filesystem::path& folder, Secret key, const Clock& clock);

    // Opens, migrating if the schema is older (a backup first). Errors: workspace_missing,
    // workspace_wrong_key, workspace_damaged, workspace_newer, workspace_plain,
    // workspace_busy, migration_failed, disk_full, file_unwritable.
    static Result<Workspace> open(const std::filesystem::path& folder, Secret key, const Clock& clock);

    Workspace(Workspace&&) noexcept;
    Workspace& operator=(Workspace&&) noexcept;
    ~Workspace();

    // A reading connection never waits for a writing one. Errors: as open.
    Result<std::unique_ptr<Connection>> connect(Access access) const;
    Result<WorkspaceInfo> info() const;
    // Gives the workspace and its backups another key; a crash leaves it under the old or the
    // new one, whole. Needs it alone: workspace_busy while there is any connection to it, or
    // another Workspace of it. Errors: also disk_full, file_unwritable, workspace_damaged.
    Result<> rekey(Secret newKey);
    // Erases a person: rows, search index, free space, log and backups, leaving tombstones. Needs
    // it alone, as rekey does; a crash leaves the person whole, or gone once the workspace is next
    // opened. Errors: also customer_not_found, workspace_busy, disk_full, file_unwritable.
    Result<Erased> erase(std::int64_t person) const;
    // Folds the write-ahead log into the file and checks that nothing on disk is plain. Errors:
    // workspace_busy while somebody reads an older state, workspace_plain.
    Result<> seal() const;

    const std::filesystem::path& folder() const;

private:
    struct State;
    explicit Workspace(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace foreword
