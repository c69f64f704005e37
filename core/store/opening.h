// How a workspace file is made and opened: the steps behind Workspace::create and open, with
// the schema's steps as a parameter so that tests can play the next version.
#pragma once

#include <span>
#include <string>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/store/files.h"
#include "core/store/migrations.h"
#include "core/store/workspace_files.h"

namespace foreword {

// A workspace that is there, fits the key and has the newest schema.
struct Opened {
    std::string id;
    FileLock lock; // shared, for as long as the workspace is used
};

// Errors as of Workspace::create and Workspace::open.
Result<Opened> createWorkspace(const WorkspaceFiles& files, const Secret& key, const Clock& clock);
Result<Opened> openWorkspace(const WorkspaceFiles& files, const Secret& key, const Clock& clock, std::span<const Migration> steps);

} // namespace foreword
