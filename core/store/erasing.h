// Erasing a person from a whole workspace: the rows, and every trace of them in the file, its log
// and its backups. Whoever calls has the workspace's lock alone. Errors: also customer_not_found,
// workspace_busy while anybody has a connection, disk_full (the file is written anew).
#pragma once

#include <cstdint>
#include <memory>

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/store/connection.h"
#include "core/store/erased.h"
#include "core/store/workspace_files.h"

namespace foreword {

// The rows go in one transaction, the traces after it. Killed before that transaction's end,
// nothing was erased; killed after it, erasingPending says so and finishErasing goes on.
Result<Erased> erasePerson(const WorkspaceFiles& files, const Secret& key, std::int64_t person);

Result<bool> erasingPending(Connection& connection);

// Builds the search index anew, puts a fresh copy of the file in the place of the old one and
// removes the backups; how many. May be repeated at any point. The connection's file is no longer
// the workspace afterwards, so it is taken.
Result<std::int64_t> finishErasing(const WorkspaceFiles& files, const Secret& key, std::unique_ptr<Connection> connection);

} // namespace foreword
