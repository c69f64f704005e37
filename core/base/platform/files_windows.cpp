#include "core/base/platform/files.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>

namespace foreword::platform {
namespace {

constexpr DWORD shareAll = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
const auto noHandle = reinterpret_cast<std::intptr_t>(INVALID_HANDLE_VALUE);

// Windows' own error numbers in those of <cerrno>.
int lastError()
{
    const std::error_code code(static_cast<int>(GetLastError()), std::system_category());
    const auto condition = code.default_error_condition();
    return condition.category() == std::generic_category() ? condition.value() : EIO;
}

class Handle {
public:
    explicit Handle(HANDLE handle) : m_handle(handle) {}
    ~Handle()
    {
        if (valid())
            CloseHandle(m_handle);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    bool valid() const { return m_handle != INVALID_HANDLE_VALUE; }
    HANDLE get() const { return m_handle; }

private:
    HANDLE m_handle;
};

bool lock(std::intptr_t handle, DWORD kind)
{
    OVERLAPPED at{};
    UnlockFileEx(reinterpret_cast<HANDLE>(handle), 0, 1, 0, &at); // fails where nothing is locked yet
    at = {};
    return LockFileEx(reinterpret_cast<HANDLE>(handle), kind | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &at) != 0;
}

} // namespace

int makePrivateFolder(const std::filesystem::path& folder)
{
    return CreateDirectoryW(folder.c_str(), nullptr) == 0 ? lastError() : 0;
}

int createPrivateFile(const std::filesystem::path& file, std::string_view content)
{
    const Handle handle(CreateFileW(file.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr));
    if (!handle.valid())
        return lastError();
    constexpr std::size_t most = 1024 * 1024;
    while (!content.empty()) {
        DWORD written = 0;
        if (WriteFile(handle.get(), content.data(), static_cast<DWORD>(std::min(content.size(), most)), &written, nullptr) == 0)
            return lastError();
        content.remove_prefix(written);
    }
    return FlushFileBuffers(handle.get()) == 0 ? lastError() : 0;
}

bool meansNoRoom(int error)
{
    return error == ENOSPC || error == EFBIG;
}

int syncFile(const std::filesystem::path& file)
{
    const Handle handle(CreateFileW(file.c_str(), GENERIC_WRITE, shareAll, nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr));
    return !handle.valid() || FlushFileBuffers(handle.get()) == 0 ? lastError() : 0;
}

int replaceFile(const std::filesystem::path& from, const std::filesystem::path& to)
{
    return MoveFileExW(from.c_str(), to.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) == 0 ? lastError() : 0;
}

int removeFile(const std::filesystem::path& file)
{
    return DeleteFileW(file.c_str()) == 0 ? lastError() : 0;
}

std::FILE* openToRead(const std::filesystem::path& file)
{
    return _wfopen(file.c_str(), L"rb");
}

LockedFile::LockedFile(const std::filesystem::path& file)
    : m_handle(reinterpret_cast<std::intptr_t>(
          CreateFileW(file.c_str(), GENERIC_READ | GENERIC_WRITE, shareAll, nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr))),
      m_error(m_handle == noHandle ? lastError() : 0)
{
}

LockedFile::LockedFile(LockedFile&& other) noexcept : m_handle(std::exchange(other.m_handle, noHandle)), m_error(other.m_error) {}

LockedFile& LockedFile::operator=(LockedFile&& other) noexcept
{
    std::swap(m_handle, other.m_handle);
    std::swap(m_error, other.m_error);
    return *this;
}

LockedFile::~LockedFile()
{
    if (m_handle != noHandle)
        CloseHandle(reinterpret_cast<HANDLE>(m_handle));
}

bool LockedFile::tryShared()
{
    return lock(m_handle, 0);
}

bool LockedFile::tryExclusive()
{
    return lock(m_handle, LOCKFILE_EXCLUSIVE_LOCK);
}

} // namespace foreword::platform
