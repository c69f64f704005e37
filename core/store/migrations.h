// The schema, as the numbered steps that make it: there is no other description of it. Step N
// takes schema N-1 to N; a step that was released is never changed. Steps run in one
// transaction, so that a workspace has one schema or the next.
#pragma once

#include <span>

#include "core/base/result.h"

namespace foreword {

class Connection;

struct Migration {
    int to;          // schema version it makes
    const char* sql; // statements, run in order
};

// All of them, from 1.
std::span<const Migration> migrations();

Result<int> schemaVersion(Connection& connection);

// Runs the steps past `from`. Error: migration_failed with `to` and `detail`; disk_full,
// workspace_busy and workspace_damaged stay what they are. Nothing is changed then.
Result<> migrate(Connection& connection, int from, std::span<const Migration> steps);

} // namespace foreword
