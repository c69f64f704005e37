// For the targets of file formats: bytes as a file in memory, read in both passes as an import
// does. What the second pass tells must be records that the interchange format can write and
// read back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <sys/mman.h>
#include <unistd.h>

#include "core/ingest/file_format.h"
#include "core/ingest/interchange.h"
#include "core/ingest/preparing.h"
#include "fuzz_invariant.h"

namespace foreword::fuzz {

class FileInMemory {
public:
    FileInMemory() : m_descriptor(memfd_create("fuzz", 0)) { FOREWORD_INVARIANT(m_descriptor >= 0); }
    ~FileInMemory() { ::close(m_descriptor); }
    FileInMemory(const FileInMemory&) = delete;
    FileInMemory& operator=(const FileInMemory&) = delete;

    void fill(std::string_view bytes)
    {
        FOREWORD_INVARIANT(::ftruncate(m_descriptor, 0) == 0);
        FOREWORD_INVARIANT(::pwrite(m_descriptor, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()));
    }
    std::string path() const { return "/proc/self/fd/" + std::to_string(m_descriptor); }

private:
    int m_descriptor;
};

class Collector final : public EntrySink {
public:
    std::vector<Record> records;
    std::int64_t refused = 0, left = 0;

    Result<> take(std::int64_t line, Result<Record> record) override
    {
        FOREWORD_INVARIANT(line >= m_line);
        m_line = line;
        if (record)
            records.push_back(std::move(*record));
        else
            ++refused;
        return {};
    }
    void leftOut(std::int64_t) override { ++left; }
    Result<> reached(std::int64_t, std::uint64_t) override { return {}; }

private:
    std::int64_t m_line = 1;
};

inline void readTwice(FileFormat& format, const std::string& path)
{
    FileTrace trace;
    Collector checked, written;
    const auto first = format.read(path, FilePass::first, trace, checked);
    if (!first)
        return;
    FOREWORD_INVARIANT(format.read(path, FilePass::second, trace, written).has_value());
    FOREWORD_INVARIANT(checked.refused == written.refused);
    for (const Record& record : written.records) {
        const auto prepared = prepareRecord(record);
        FOREWORD_INVARIANT(prepared.has_value());
        const auto again = parseRecord(canonicalLine(prepared->record));
        FOREWORD_INVARIANT(again && *again == prepared->record);
    }
}

} // namespace foreword::fuzz
