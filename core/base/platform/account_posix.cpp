#include "core/base/platform/account.h"

#include <vector>

#include <pwd.h>
#include <unistd.h>

namespace foreword::platform {

std::string accountName()
{
    constexpr std::size_t enough = 16 * 1024;
    std::vector<char> room(enough);
    passwd entry{};
    passwd* found = nullptr;
    if (getpwuid_r(geteuid(), &entry, room.data(), room.size(), &found) == 0 && found && found->pw_name && *found->pw_name)
        return found->pw_name;
    return std::to_string(geteuid());
}

} // namespace foreword::platform
