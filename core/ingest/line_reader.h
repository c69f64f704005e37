// Reads a file twice, line by line, and notices if it is not the same file the second time.
// The first pass keeps a digest of each block; the second checks a block before it gives out
// its lines, so nothing unchecked is ever written. Memory: one block, one line, and 16 bytes a
// megabyte of file. Single thread.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace foreword {

// What the first pass saw of a file.
struct FileTrace {
    using Digest = std::array<unsigned char, 16>;
    std::uint64_t size = 0;
    std::filesystem::file_time_type changedAt;
    std::vector<Digest> blocks;
};

class LineReader {
public:
    enum class Pass { first, second };
    enum class Got { line, longLine, end };

    // `trace` is written in the first pass and compared in the second; it must outlive the
    // reader. Errors: file_not_found, unsupported_file (a folder, a device, a format that is
    // not JSON Lines), file_unreadable, file_changed.
    static Result<LineReader> open(const std::filesystem::path& path, Pass pass, FileTrace& trace, std::size_t longestLine);

    // The next line without its end ("\n" or "\r\n"), without a byte order mark in front of the
    // first. A line over the limit is skipped and reported as longLine. Errors:
    // file_unreadable, file_changed.
    Result<Got> next(std::string& line);

    std::int64_t lineNumber() const { return m_lineNumber; } // of the last line, from 1
    std::uint64_t bytesRead() const { return m_bytesRead; }

private:
    LineReader(std::filesystem::path path, Pass pass, FileTrace& trace, std::size_t longestLine);

    std::filesystem::path m_path;
    Pass m_pass;
    FileTrace* m_trace;
    std::size_t m_longestLine;
    std::ifstream m_file;
    std::vector<char> m_block;
    std::size_t m_at = 0; // in the block
    std::size_t m_blockSize = 0;
    std::size_t m_blockCount = 0;
    bool m_ended = false;
    std::int64_t m_lineNumber = 0;
    std::uint64_t m_bytesRead = 0;

    Result<> start();
    Result<> readBlock();
    Result<> checkEnd() const;
    Failure changed() const;
};

} // namespace foreword
