// SQLite and SQLCipher result codes as Errors, without SQL, paths of statements or stored text.
#pragma once

#include <filesystem>

#include "core/base/error.h"

struct sqlite3;

namespace foreword {

// `db` may be null. A page whose authentication fails inside the file counts as damage.
Error sqliteError(sqlite3* db, int code, const std::filesystem::path& file);

// What is stored does not make sense: workspace_damaged. `what` names the place, never content.
Error damaged(std::string what);

} // namespace foreword
