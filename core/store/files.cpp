#include "core/store/files.h"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

namespace foreword {
namespace {

namespace fs = std::filesystem;

Failure unwritable(const fs::path& file, int number)
{
    if (platform::meansNoRoom(number))
        return fail(ErrorCode::disk_full);
    return fail(ErrorCode::file_unwritable, {{"file", file.string()}, {"detail", std::generic_category().message(number)}});
}

Result<> outcomeOf(int number, const fs::path& file)
{
    if (number != 0)
        return unwritable(file, number);
    return {};
}

} // namespace

Result<> makePrivateFolder(const fs::path& folder)
{
    std::error_code error;
    if (folder.has_parent_path())
        fs::create_directories(folder.parent_path(), error);
    if (const int number = platform::makePrivateFolder(folder); number != 0 && number != EEXIST)
        return unwritable(folder, number);
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
    return outcomeOf(platform::createPrivateFile(file, {}), file);
}

Result<> syncFile(const fs::path& file)
{
    return outcomeOf(platform::syncFile(file), file);
}

Result<> replaceFile(const fs::path& from, const fs::path& to)
{
    return outcomeOf(platform::replaceFile(from, to), to);
}

Result<> removeFile(const fs::path& file)
{
    return outcomeOf(platform::removeFile(file), file);
}

Result<> writeWholeFile(const fs::path& file, std::string_view content)
{
    const fs::path draft = file.string() + ".new";
    std::error_code error;
    fs::remove(draft, error);
    auto outcome = outcomeOf(platform::createPrivateFile(draft, content), draft);
    if (outcome)
        outcome = replaceFile(draft, file);
    if (!outcome)
        fs::remove(draft, error);
    return outcome;
}

Result<std::string> readFilePart(const fs::path& file, std::size_t limit)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> stream(platform::openToRead(file), &std::fclose);
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
    FileLock lock{platform::LockedFile(file)};
    FOREWORD_CHECK(outcomeOf(lock.m_file.error(), file));
    FOREWORD_CHECK(lock.makeShared());
    return lock;
}

Result<> FileLock::makeExclusive()
{
    if (m_file.tryExclusive())
        return {};
    // The system lets go of the shared lock before it tries for the exclusive one.
    m_file.tryShared();
    return fail(ErrorCode::workspace_busy);
}

Result<> FileLock::makeShared()
{
    if (!m_file.tryShared())
        return fail(ErrorCode::workspace_busy);
    return {};
}

} // namespace foreword
