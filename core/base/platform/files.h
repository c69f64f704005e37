// What core needs of a system's files that the standard library does not give: privacy, bytes
// that are on the disk before anyone relies on them, and locks. Beside core/base/platform, only
// app/platform knows which system this is. A call returns 0, or what went wrong as a number of
// <cerrno>. Any thread.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string_view>

namespace foreword::platform {

// For the owner alone (0700); EEXIST if there is something of that name. On Windows what the
// owner's profile grants is inherited.
int makePrivateFolder(const std::filesystem::path& folder);
// A new file for the owner alone (0600), with `content`, on the disk; EEXIST if there is one.
int createPrivateFile(const std::filesystem::path& file, std::string_view content);

// Whether it says that the disk, the quota or the size a file may have is used up.
bool meansNoRoom(int error);

int syncFile(const std::filesystem::path& file);
// Renames a file over another, and the new name is on the disk: after a crash either is there.
int replaceFile(const std::filesystem::path& from, const std::filesystem::path& to);
// The name is gone, on the disk too.
int removeFile(const std::filesystem::path& file);

// For reading bytes; null, with errno set, if it cannot be. The caller closes it.
std::FILE* openToRead(const std::filesystem::path& file);

// A file to lock, made private where it is not there. Owns its handle; unlocks when it goes.
class LockedFile {
public:
    explicit LockedFile(const std::filesystem::path& file);
    LockedFile(LockedFile&& other) noexcept;
    LockedFile& operator=(LockedFile&& other) noexcept;
    ~LockedFile();

    // Why it could not be opened, or 0.
    int error() const { return m_error; }
    // Neither waits. Asked for the other kind, it lets go of the one it has first.
    bool tryShared();
    bool tryExclusive();

private:
    std::intptr_t m_handle;
    int m_error = 0;
};

} // namespace foreword::platform
