#include "core/net/retry_after.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace foreword {
namespace {

// Beyond this no caller waits anyway; it keeps sums of waits far from overflow.
constexpr std::int64_t longest = 366 * 86'400;

std::optional<std::int64_t> parseNumber(std::string_view digits)
{
    std::int64_t number = 0;
    const auto* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, number);
    if (stop != end || error != std::errc() || number < 0)
        return std::nullopt;
    return number;
}

std::optional<std::string> monthNumber(std::string_view name)
{
    constexpr std::array names{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto found = std::ranges::find(names, name);
    if (found == names.end())
        return std::nullopt;
    const auto number = found - names.begin() + 1;
    return (number < 10 ? "0" : "") + std::to_string(number);
}

// "Sun, 06 Nov 1994 08:49:37 GMT", the one form that servers may send.
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

} // namespace

std::optional<std::chrono::seconds> parseRetryAfter(std::string_view value, Timestamp now)
{
    if (const auto seconds = parseNumber(value))
        return std::chrono::seconds(std::min(*seconds, longest));
    const auto date = parseHttpDate(value);
    if (!date)
        return std::nullopt;
    return std::chrono::seconds(std::clamp<std::int64_t>((date->micros() - now.micros()) / 1'000'000, 0, longest));
}

} // namespace foreword
