#include "core/base/log.h"

#include <algorithm>
#include <array>

namespace foreword {

std::optional<LogLevel> logLevelFrom(std::string_view name)
{
    constexpr auto names = std::to_array<std::string_view>({"trace", "debug", "info", "warning", "error", "off"});
    const auto found = std::ranges::find(names, name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<LogLevel>(found - names.begin());
}

} // namespace foreword
