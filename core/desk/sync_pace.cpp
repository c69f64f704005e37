#include "core/desk/sync_pace.h"

#include <algorithm>
#include <charconv>

namespace foreword {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds whileAttended = std::chrono::seconds(15);
constexpr milliseconds firstRetry = std::chrono::minutes(1);
constexpr milliseconds longestRetry = std::chrono::hours(1);
constexpr double jitter = 0.1; // to either side

milliseconds askedFor(const Error& error)
{
    const auto text = error.param("seconds");
    int seconds = 0;
    std::from_chars(text.data(), text.data() + text.size(), seconds);
    return std::chrono::seconds(std::clamp(seconds, 0, 86'400));
}

milliseconds afterFailures(const SyncPace& pace)
{
    const auto longest = std::max(longestRetry, pace.interval);
    // A wrong password that is tried too often locks the account.
    if (pace.lastError && pace.lastError->code == ErrorCode::auth_failed)
        return longest;
    const auto growing = std::min(std::min(firstRetry, pace.interval) * (1 << std::min(pace.failures - 1, 20)), longest);
    return pace.lastError && pace.lastError->code == ErrorCode::throttled ? std::max(growing, askedFor(*pace.lastError)) : growing;
}

} // namespace

milliseconds pauseBeforeSync(const SyncPace& pace)
{
    const auto usual = pace.attended ? std::min(whileAttended, pace.interval) : pace.interval;
    const auto pause = pace.failures == 0 ? usual : afterFailures(pace);
    const auto shift = static_cast<double>(pause.count()) * jitter * (2 * pace.chance - 1);
    return pause + milliseconds(static_cast<milliseconds::rep>(shift));
}

} // namespace foreword
