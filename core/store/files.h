// The workspace's files: private permissions, whole or not at all, on disk before anyone relies
// on them. Any thread. Errors: file_unwritable, file_unreadable, disk_full, workspace_busy.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/platform/files.h"
#include "core/base/result.h"

namespace foreword {

// 0700; parents are made as the umask says. A folder that is there is closed to others.
Result<> makePrivateFolder(const std::filesystem::path& folder);
// Makes a file only the owner can read (0600); the permissions of an existing one are mended.
void makePrivate(const std::filesystem::path& file);
// A new, empty file, 0600; fails where one is.
Result<> createPrivateFile(const std::filesystem::path& file);

Result<> syncFile(const std::filesystem::path& file);
// Renames a synced file over another and syncs the folder: after a crash either is there, whole.
Result<> replaceFile(const std::filesystem::path& from, const std::filesystem::path& to);
// It does not come back after a crash.
Result<> removeFile(const std::filesystem::path& file);
Result<> writeWholeFile(const std::filesystem::path& file, std::string_view content);
// At most `limit` bytes.
Result<std::string> readFilePart(const std::filesystem::path& file, std::size_t limit);

// How a plain SQLite file begins.
inline constexpr std::string_view plainHeader("SQLite format 3\0", 16);

// Whether the file begins like a plain SQLite file or its write-ahead log holds a plain page.
// Never for a file that a connection of this process may have open: see Connection::beginsPlain.
bool looksPlain(const std::filesystem::path& file);

// A lock on a file, between processes and within one: many may share it, one may have it alone.
class FileLock {
public:
    static Result<FileLock> share(const std::filesystem::path& file);

    // workspace_busy if others share it; then it is shared as before.
    Result<> makeExclusive();
    Result<> makeShared();

private:
    explicit FileLock(platform::LockedFile file) : m_file(std::move(file)) {}
    platform::LockedFile m_file;
};

} // namespace foreword
