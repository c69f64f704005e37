#include "core/net/retry_after.h"

#include <algorithm>
#include <charconv>

#include "core/net/http_date.h"

namespace foreword {
namespace {

// Beyond this no caller waits anyway; it keeps sums of waits far from overflow.
constexpr std::int64_t longest = 366 * 86'400;

std::optional<std::int64_t> parseNumber(std::string_view digits)
{
    std::int64_t number = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (stop != digits.data() + digits.size() || error != std::errc() || number < 0)
        return std::nullopt;
    return number;
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
