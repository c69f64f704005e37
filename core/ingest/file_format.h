// How records come out of a file of some kind. A format is used for one import, on one thread:
// first it reads every file of it in the first pass, then every file in the second, so that it
// may remember from the first what it needs in the second. Memory must not grow with the file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "core/base/result.h"
#include "core/ingest/file_blocks.h"
#include "core/model/records.h"

namespace foreword {

// Whoever reads gives out what it finds here. An error that comes back ends the reading.
class EntrySink {
public:
    virtual ~EntrySink() = default;

    // One record, or why there is none; `line` is where its entry (a line, a row, a mail)
    // begins. An entry may have several records.
    virtual Result<> take(std::int64_t line, Result<Record> record) = 0;
    // An entry that is whole and sound and has nothing to tell, such as a mail among colleagues.
    virtual void leftOut(std::int64_t line) = 0;
    // After each entry and wherever reading takes long: how far it has come.
    virtual Result<> reached(std::int64_t line, std::uint64_t bytes) = 0;
};

class FileFormat {
public:
    virtual ~FileFormat() = default;

    // Errors: those of FileBlocks, unsupported_file, those of the sink. What is wrong with an
    // entry goes to the sink instead, once in each pass.
    virtual Result<> read(const std::filesystem::path& file, FilePass pass, FileTrace& trace, EntrySink& sink) = 0;
};

struct FormatLimits {
    std::size_t longestLine = 16 * 1024 * 1024; // of a text file; a CSV row counts as one
};

// JSON Lines: lines end with "\n" or "\r\n", the last may have none; empty lines are skipped,
// a UTF-8 byte order mark is accepted.
std::unique_ptr<FileFormat> jsonLinesFormat(const FormatLimits& limits);

} // namespace foreword
