// Reads a file twice, block by block, and notices if it is not the same file the second time.
// The first pass keeps a digest of each block; the second checks a block before it gives it
// out, so nothing unchecked is ever written. Memory: one block, and 16 bytes a megabyte of
// file. Single thread.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string_view>
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

enum class FilePass { first, second };

class FileBlocks {
public:
    // `trace` is written in the first pass and compared in the second; it must outlive the
    // reader. Errors: file_not_found, unsupported_file (a folder, a device), file_unreadable,
    // file_changed.
    static Result<FileBlocks> open(const std::filesystem::path& path, FilePass pass, FileTrace& trace);

    // The next block, empty at the end; valid until the next call. Errors: file_unreadable,
    // file_changed.
    Result<std::string_view> next();

    std::uint64_t bytesRead() const { return m_bytesRead; }

private:
    FileBlocks(std::filesystem::path path, FilePass pass, FileTrace& trace);

    std::filesystem::path m_path;
    FilePass m_pass;
    FileTrace* m_trace;
    std::ifstream m_file;
    std::vector<char> m_block;
    std::size_t m_blockCount = 0;
    bool m_ended = false;
    std::uint64_t m_bytesRead = 0;

    Result<> start();
    Result<> compare(std::size_t size);
    Result<> checkEnd() const;
    Failure changed() const;
};

} // namespace foreword
