#include "app/platform/paths.h"

#include <cstdlib>

namespace foreword {
namespace {

std::filesystem::path fromEnvironment(const char* variable)
{
    const char* value = std::getenv(variable);
    return value ? std::filesystem::path(value) : std::filesystem::path();
}

std::filesystem::path dataFolder()
{
#if defined(_WIN32)
    return fromEnvironment("LOCALAPPDATA");
#elif defined(__APPLE__)
    const auto home = fromEnvironment("HOME");
    return home.empty() ? home : home / "Library" / "Application Support";
#else
    // XDG Base Directory Specification: a relative path is not valid and is ignored.
    if (const auto data = fromEnvironment("XDG_DATA_HOME"); data.is_absolute())
        return data;
    const auto home = fromEnvironment("HOME");
    return home.empty() ? home : home / ".local" / "share";
#endif
}

} // namespace

std::filesystem::path defaultWorkspaceFolder()
{
    const auto folder = dataFolder();
    return folder.empty() ? folder : folder / "foreword" / "workspace";
}

} // namespace foreword
