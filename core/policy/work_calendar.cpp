#include "core/policy/work_calendar.h"

#include <algorithm>
#include <memory>

#include <unicode/timezone.h>

namespace foreword {
namespace {

constexpr std::int64_t microsPerMilli = 1000;
constexpr std::int32_t millisPerMinute = 60'000;

const CountryDays& everyWeek()
{
    static const CountryDays days{"", "Etc/UTC", {5, 6}, {}};
    return days;
}

std::unique_ptr<icu::TimeZone> zoneNamed(std::string_view name)
{
    return std::unique_ptr<icu::TimeZone>(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
}

// Minutes east of UTC at that instant, or at that wall clock time.
int offsetAt(const icu::TimeZone& zone, std::int64_t micros, bool wallClock)
{
    std::int32_t raw = 0;
    std::int32_t daylight = 0;
    UErrorCode status = U_ZERO_ERROR;
    const std::int64_t millis = micros / microsPerMilli;
    zone.getOffset(static_cast<UDate>(millis), static_cast<UBool>(wallClock), raw, daylight, status);
    return U_SUCCESS(status) ? (raw + daylight) / millisPerMinute : 0;
}

bool isWorkingDay(const CountryDays& country, std::int64_t day)
{
    const CivilDate date = civilFromDays(day);
    const int weekday = Timestamp::fromCivil({date}, 0).weekday();
    return std::ranges::find(country.weekend, weekday) == country.weekend.end() && !std::ranges::binary_search(country.holidays, date);
}

} // namespace

bool isTimeZone(std::string_view name)
{
    const auto zone = zoneNamed(name);
    return *zone != icu::TimeZone::getUnknown();
}

const CountryDays* WorkCalendar::find(std::string_view code) const
{
    const auto found = std::ranges::find(countries, code, &CountryDays::code);
    return found == countries.end() ? nullptr : &*found;
}

Timestamp sameClockIn(const CountryDays& country, Timestamp time)
{
    const Timestamp clock = Timestamp::fromCivil(time.local(), 0);
    const int offset = offsetAt(*zoneNamed(country.timeZone), clock.micros(), true);
    return clock.plusMinutes(-offset).atOffset(offset);
}

Timestamp instantIn(const CountryDays& country, Timestamp time)
{
    return time.atOffset(offsetAt(*zoneNamed(country.timeZone), time.micros(), false));
}

Timestamp WorkCalendar::afterWorkingDays(Timestamp from, int days, std::string_view code) const
{
    const CountryDays* found = find(code);
    found = found ? found : find(country);
    const CountryDays& rules = found ? *found : everyWeek();
    const auto zone = zoneNamed(rules.timeZone);
    std::int64_t day = daysFromCivil(from.atOffset(offsetAt(*zone, from.micros(), false)).local().date);
    for (int counted = 0; counted < days;) {
        ++day;
        counted += isWorkingDay(rules, day) ? 1 : 0;
    }
    const Timestamp midnight = Timestamp::fromCivil({civilFromDays(day + 1)}, 0);
    const int offset = offsetAt(*zone, midnight.micros(), true);
    return midnight.plusMinutes(-offset).atOffset(offset);
}

} // namespace foreword
