#include "core/net/retry_after.h"

#include <algorithm>
#include <charconv>

#include <Poco/DateTime.h>
#include <Poco/DateTimeFormat.h>
#include <Poco/DateTimeParser.h>

namespace foreword {
namespace {

// Beyond this no caller waits anyway; it keeps sums of waits far from overflow.
constexpr std::int64_t longest = 366 * 86'400;

} // namespace

std::optional<std::chrono::seconds> parseRetryAfter(const std::string& value, Timestamp now)
{
    std::int64_t seconds = 0;
    const auto* end = value.data() + value.size();
    const auto [stop, error] = std::from_chars(value.data(), end, seconds);
    if (stop == end && error == std::errc() && seconds >= 0)
        return std::chrono::seconds(std::min(seconds, longest));

    Poco::DateTime date;
    int zone = 0;
    if (!Poco::DateTimeParser::tryParse(Poco::DateTimeFormat::HTTP_FORMAT, value, date, zone))
        return std::nullopt;
    date.makeUTC(zone);
    seconds = (date.timestamp().epochMicroseconds() - now.micros()) / 1'000'000;
    return std::chrono::seconds(std::clamp<std::int64_t>(seconds, 0, longest));
}

} // namespace foreword
