#include "core/base/platform/calendar.h"

namespace foreword::platform {

std::tm utcCalendar(std::time_t time)
{
    std::tm calendar{};
#ifdef _WIN32
    gmtime_s(&calendar, &time);
#else
    gmtime_r(&time, &calendar);
#endif
    return calendar;
}

std::tm localCalendar(std::time_t time)
{
    std::tm calendar{};
#ifdef _WIN32
    localtime_s(&calendar, &time);
#else
    localtime_r(&time, &calendar);
#endif
    return calendar;
}

} // namespace foreword::platform
