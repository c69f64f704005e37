// Where a program's log goes: a file that is made for its owner alone (0600) and turned over when
// it is full, or standard error.
#pragma once

#include <string>

#include "core/base/log.h"
#include "core/base/result.h"

namespace foreword {

struct LogOptions {
    std::string level; // of LogLevel; empty: info with a file, off without
    std::string file;  // empty: standard error
};

// Errors: usage (a level that is none), file_unwritable. The log may be used by any thread.
Result<Log> openLog(const LogOptions& options);

} // namespace foreword
