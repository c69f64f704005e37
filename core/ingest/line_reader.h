// The lines of a file that is read twice. Memory: one block and one line. Single thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/ingest/file_blocks.h"

namespace foreword {

class LineReader {
public:
    enum class Got { line, longLine, end };

    // Errors: those of FileBlocks.
    static Result<LineReader> open(const std::filesystem::path& path, FilePass pass, FileTrace& trace, std::size_t longestLine);

    // The next line without its end ("\n" or "\r\n"), without a byte order mark in front of the
    // first. A line over the limit is skipped and reported as longLine. Errors: those of
    // FileBlocks.
    Result<Got> next(std::string& line);

    std::int64_t lineNumber() const { return m_lineNumber; } // of the last line, from 1
    std::uint64_t bytesRead() const { return m_blocks.bytesRead(); }

private:
    LineReader(FileBlocks blocks, std::size_t longestLine) : m_blocks(std::move(blocks)), m_longestLine(longestLine) {}

    FileBlocks m_blocks;
    std::size_t m_longestLine;
    std::string_view m_rest; // of the block
    std::int64_t m_lineNumber = 0;
};

} // namespace foreword
