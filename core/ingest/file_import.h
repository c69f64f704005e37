// Imports JSON Lines files. A first pass reads the whole file and writes nothing; only if
// every line is valid (or `skipBad`) a second pass writes in batches. Memory does not grow
// with the file. Run again after an interruption, it skips what is there.
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
    std::uint64_t bytes = 0, totalBytes = 0;
};

struct ImportOptions {
    bool skipBad = false;
    std::size_t longestLine = 16 * 1024 * 1024;
    std::size_t mostRejects = 1000; // kept with their reason; all are counted
    std::function<void(const ImportProgress&)> progress; // called now and then, same thread
};

struct ImportOutcome {
    IngestCounts counts;
    std::vector<Reject> rejects;
    std::int64_t rejected = 0;
    bool written = false; // false: lines were rejected and nothing was written
};

// Errors: file_not_found, file_unreadable, unsupported_file, file_changed, cancelled, and
// those of the store. Rejected lines are in the outcome, not an error.
Result<ImportOutcome> importFiles(const std::vector<std::filesystem::path>& files, Ingestor& ingestor,
                                  const ImportOptions& options, const CancelToken& cancel);

} // namespace foreword
