// Where the parts of a workspace lie in its folder.
#pragma once

#include <filesystem>

namespace foreword {

struct WorkspaceFiles {
    std::filesystem::path folder;

    std::filesystem::path database() const { return folder / "workspace.db"; }
    std::filesystem::path log() const { return folder / "workspace.db-wal"; }
    std::filesystem::path logIndex() const { return folder / "workspace.db-shm"; }
    // Not the workspace yet, or not any more: left by a creation or key change that died.
    std::filesystem::path draft() const { return folder / "workspace.db.new"; }
    std::filesystem::path keyCheck() const { return folder / "workspace.check"; }
    std::filesystem::path lock() const { return folder / "workspace.lock"; }
    std::filesystem::path backups() const { return folder / "backups"; }
};

} // namespace foreword
