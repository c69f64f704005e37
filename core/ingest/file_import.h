// Imports JSON Lines files. A first pass reads the whole file and writes nothing; only if
// every line is valid (or `skipBad`) a second pass writes in batches. Memory does not grow
// with the file. Run again after an interruption, it skips what is there.
//
// Lines end with "\n" or "\r\n", the last may have none; empty lines are skipped, a UTF-8 byte
// order mark is accepted. A file that changes between the passes or while it is read is
// noticed before a changed line is written.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/ingest/ingestor.h"

namespace foreword {

struct Reject {
    std::string file;
    std::int64_t line = 0; // 1-based
    Error error;
};

struct ImportProgress {
    std::string file;
    bool checking = true; // first pass; false: writing
    std::int64_t lines = 0;
    std::uint64_t bytes = 0, totalBytes = 0; // of this file
};

struct ImportOptions {
    bool skipBad = false;
    std::size_t longestLine = 16 * 1024 * 1024;
    std::size_t mostRejects = 1000; // kept with their reason; all are counted
    // Called on the same thread after every few thousand lines and at the end of each file.
    std::function<void(const ImportProgress&)> progress;
};

struct ImportOutcome {
    IngestCounts counts;
    std::vector<Reject> rejects;
    std::int64_t rejected = 0;
    std::int64_t lines = 0; // that were not empty
    bool written = false; // false: lines were rejected and nothing was written
};

// Errors: file_not_found, file_unreadable, unsupported_file, file_changed, cancelled, and
// those of the store. Rejected lines are in the outcome, not an error. After an error in the
// second pass what was committed stays, whole records only.
Result<ImportOutcome> importFiles(const std::vector<std::filesystem::path>& files, Ingestor& ingestor,
                                  const ImportOptions& options, const CancelToken& cancel);

} // namespace foreword
