#include "core/base/platform/files.h"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace foreword::platform {
namespace {

class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return m_number; }

private:
    int m_number;
};

int sync(const char* name)
{
    const Descriptor descriptor(::open(name, O_RDONLY | O_CLOEXEC));
    return descriptor.get() < 0 || ::fsync(descriptor.get()) != 0 ? errno : 0;
}

int syncFolderOf(const std::filesystem::path& file)
{
    const auto folder = file.parent_path();
    return sync(folder.empty() ? "." : folder.c_str());
}

} // namespace

int makePrivateFolder(const std::filesystem::path& folder)
{
    return ::mkdir(folder.c_str(), S_IRWXU) != 0 ? errno : 0;
}

int createPrivateFile(const std::filesystem::path& file, std::string_view content)
{
    const Descriptor descriptor(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (descriptor.get() < 0)
        return errno;
    while (!content.empty()) {
        const auto written = ::write(descriptor.get(), content.data(), content.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(descriptor.get()) != 0 ? errno : 0;
}

bool meansNoRoom(int error)
{
    return error == ENOSPC || error == EDQUOT || error == EFBIG;
}

int syncFile(const std::filesystem::path& file)
{
    return sync(file.c_str());
}

int replaceFile(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (::rename(from.c_str(), to.c_str()) != 0)
        return errno;
    return syncFolderOf(to);
}

int removeFile(const std::filesystem::path& file)
{
    return ::unlink(file.c_str()) != 0 ? errno : syncFolderOf(file);
}

std::FILE* openToRead(const std::filesystem::path& file)
{
    return std::fopen(file.c_str(), "rbe");
}

LockedFile::LockedFile(const std::filesystem::path& file)
    : m_handle(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR)), m_error(m_handle < 0 ? errno : 0)
{
}

LockedFile::LockedFile(LockedFile&& other) noexcept : m_handle(std::exchange(other.m_handle, -1)), m_error(other.m_error) {}

LockedFile& LockedFile::operator=(LockedFile&& other) noexcept
{
    std::swap(m_handle, other.m_handle);
    std::swap(m_error, other.m_error);
    return *this;
}

LockedFile::~LockedFile()
{
    if (m_handle >= 0)
        ::close(static_cast<int>(m_handle));
}

bool LockedFile::tryShared()
{
    return ::flock(static_cast<int>(m_handle), LOCK_SH | LOCK_NB) == 0;
}

bool LockedFile::tryExclusive()
{
    return ::flock(static_cast<int>(m_handle), LOCK_EX | LOCK_NB) == 0;
}

} // namespace foreword::platform
