// Imports files. A first pass reads all of them and writes nothing; only if every entry is
// valid (or `skipBad`) a second pass writes in batches. Memory does not grow with the files.
// Run again after an interruption, it skips what is there. A file that changes between the
// passes or while it is read is noticed before a changed block is written.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/ingest/file_format.h"
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
    std::int64_t passLines = 0;              // of this pass, all files up to here
    std::uint64_t passBytes = 0, allBytes = 0; // the same, and of all files together
};

struct ImportOptions {
    bool skipBad = false;
    std::filesystem::path mapping; // for CSV and mail; empty: JSON Lines
    std::size_t mostRejects = 1000; // kept with their reason; all are counted
    // Called on the same thread after every few thousand lines, more often where reading is
    // slow, and at the end of each file.
    std::function<void(const ImportProgress&)> progress;
};

struct ImportOutcome {
    IngestCounts counts;
    std::vector<Reject> rejects;
    std::int64_t rejected = 0;
    std::int64_t leftOut = 0; // entries with nothing to tell
    std::int64_t lines = 0; // entries: lines that were not empty, rows, mails
    bool written = false; // false: entries were rejected and nothing was written
    // What ended the second pass early. What `counts` says is in the workspace then, whole
    // batches only; run again, the import goes on from there.
    std::optional<Error> stopped;
};

// Errors, nothing was written: file_not_found, file_unreadable, unsupported_file, file_changed,
// cancelled. Rejected entries, and what ended the second pass, are in the outcome.
Result<ImportOutcome> importFiles(const std::vector<std::filesystem::path>& files, FileFormat& format, Ingestor& ingestor,
                                  const ImportOptions& options, const CancelToken& cancel);

} // namespace foreword
