#include "core/store/files.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace foreword {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view plainHeader("SQLite format 3\0", 16);

Failure unwritable(const fs::path& file, int number)
{
    if (number == ENOSPC || number == EDQUOT || number == EFBIG)
        return fail(ErrorCode::disk_full);
    return fail(ErrorCode::file_unwritable, {{"file", file.string()}, {"detail", std::generic_category().message(number)}});
}

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

Result<> syncFolder(const fs::path& folder)
{
    const Descriptor descriptor(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_CLOEXEC));
    if (descriptor.get() < 0 || ::fsync(descriptor.get()) != 0)
        return unwritable(folder, errno);
    return {};
}

Result<> writeAll(int descriptor, const fs::path& file, std::string_view content)
{
    while (!content.empty()) {
        const auto written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return unwritable(file, errno);
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(descriptor) != 0)
        return unwritable(file, errno);
    return {};
}

} // namespace

Result<> makePrivateFolder(const fs::path& folder)
{
    std::error_code error;
    if (folder.has_parent_path())
        fs::create_directories(folder.parent_path(), error);
    if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST)
        return unwritable(folder, errno);
    if (!fs::is_directory(folder, error))
        return unwritable(folder, ENOTDIR);
    fs::permissions(folder, fs::perms::owner_all, error);
    if (error)
        return unwritable(folder, error.value());
    return {};
}

void makePrivate(const fs::path& file)
{
    std::error_code ignored; // a file of another user stays as it is
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, ignored);
}

Result<> createPrivateFile(const fs::path& file)
{
    const Descriptor descriptor(::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (descriptor.get() < 0)
        return unwritable(file, errno);
    return {};
}

Result<> syncFile(const fs::path& file)
{
    const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (descriptor.get() < 0 || ::fsync(descriptor.get()) != 0)
        return unwritable(file, errno);
    return {};
}

Result<> replaceFile(const fs::path& from, const fs::path& to)
{
    if (::rename(from.c_str(), to.c_str()) != 0)
        return unwritable(to, errno);
    return syncFolder(to.parent_path());
}

Result<> writeWholeFile(const fs::path& file, std::string_view content)
{
    const fs::path draft = file.string() + ".new";
    std::error_code error;
    fs::remove(draft, error);
    const auto write = [&]() -> Result<> {
        const Descriptor descriptor(::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
        if (descriptor.get() < 0)
            return unwritable(draft, errno);
        return writeAll(descriptor.get(), draft, content);
    };
    auto outcome = write();
    if (outcome)
        outcome = replaceFile(draft, file);
    if (!outcome)
        fs::remove(draft, error);
    return outcome;
}

Result<std::string> readFilePart(const fs::path& file, std::size_t limit)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> stream(std::fopen(file.c_str(), "rb"), &std::fclose);
    if (!stream)
        return fail(ErrorCode::file_unreadable, {{"file", file.string()}, {"detail", std::generic_category().message(errno)}});
    std::string content(limit, '\0');
    content.resize(std::fread(content.data(), 1, content.size(), stream.get()));
    return content;
}

bool looksPlain(const fs::path& file)
{
    // The log begins with a header of 32 bytes, and each page in it with one of 24.
    constexpr std::size_t firstPageInLog = 32 + 24;
    const auto begin = readFilePart(file, firstPageInLog + plainHeader.size());
    return begin && (begin->starts_with(plainHeader) || std::string_view(*begin).ends_with(plainHeader));
}

Result<FileLock> FileLock::share(const fs::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return unwritable(file, errno);
    FileLock lock(descriptor);
    FOREWORD_CHECK(lock.makeShared());
    return lock;
}

FileLock::FileLock(FileLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

FileLock::~FileLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<> FileLock::makeExclusive()
{
    if (::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0)
        return {};
    // Linux lets go of the shared lock before it tries for the exclusive one.
    ::flock(m_descriptor, LOCK_SH | LOCK_NB);
    return fail(ErrorCode::workspace_busy);
}

Result<> FileLock::makeShared()
{
    if (::flock(m_descriptor, LOCK_SH | LOCK_NB) != 0)
        return fail(ErrorCode::workspace_busy);
    return {};
}

} // namespace foreword
