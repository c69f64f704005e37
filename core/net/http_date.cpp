#include "core/net/http_date.h"

#include <algorithm>
#include <array>
#include <string>

namespace foreword {
namespace {

std::optional<std::string> monthNumber(std::string_view name)
{
    constexpr std::array names{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto found = std::ranges::find(names, name);
    if (found == names.end())
        return std::nullopt;
    const auto number = found - names.begin() + 1;
    return (number < 10 ? "0" : "") + std::to_string(number);
}

} // namespace

std::optional<Timestamp> parseHttpDate(std::string_view text)
{
    if (text.size() != 29 || text.substr(3, 2) != ", " || text.substr(25) != " GMT")
        return std::nullopt;
    const auto month = monthNumber(text.substr(8, 3));
    if (!month)
        return std::nullopt;
    std::string iso(text.substr(12, 4));
    iso.append("-").append(*month).append("-").append(text.substr(5, 2));
    iso.append("T").append(text.substr(17, 8)).append("Z");
    return Timestamp::parse(iso);
}

} // namespace foreword
