#include "core/base/clock.h"

#include <chrono>
#include <ctime>

#include "core/base/platform/calendar.h"

namespace foreword {
namespace {

// The machine's own offset now, so that "today" on screen is the agent's today.
int localOffsetMinutes(std::time_t now)
{
    const auto minutes = [](const std::tm& t) {
        const int ofDay = t.tm_hour * 60 + t.tm_min;
        return daysFromCivil({t.tm_year + 1900, t.tm_mon + 1, t.tm_mday}) * 1440 + ofDay;
    };
    return static_cast<int>(minutes(platform::localCalendar(now)) - minutes(platform::utcCalendar(now)));
}

} // namespace

Timestamp SystemClock::now() const
{
    using namespace std::chrono;
    const auto now = system_clock::now();
    const auto micros = duration_cast<microseconds>(now.time_since_epoch()).count();
    return Timestamp::fromMicros(micros, localOffsetMinutes(system_clock::to_time_t(now)));
}

} // namespace foreword
