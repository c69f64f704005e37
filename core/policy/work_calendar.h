// Working days by country: weekends and public holidays, versioned with the charter that lists
// them. Immutable once read; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/timestamp.h"

namespace foreword {

struct CountryDays {
    std::string code;               // "GB"
    std::string timeZone;           // "Europe/London": where a day begins and ends
    std::vector<int> weekend{5, 6}; // 0 Monday .. 6 Sunday
    std::vector<CivilDate> holidays; // ascending
    bool operator==(const CountryDays&) const = default;
};

struct WorkCalendar {
    std::string version;
    std::string country; // where a customer's country is not known or not listed
    CivilDate through{9999, 12, 31}; // holidays are complete until then
    std::vector<CountryDays> countries; // by code

    // The end of the `days`th working day after the day of `from`, at midnight there. Without any
    // country every day but Saturday and Sunday is a working day, in UTC.
    Timestamp afterWorkingDays(Timestamp from, int days, std::string_view countryCode) const;
    // The country's rules, or nothing where it is not listed.
    const CountryDays* find(std::string_view countryCode) const;
    bool operator==(const WorkCalendar&) const = default;
};

// The same wall clock there: "14:00" of any offset as 14:00 of the zone.
Timestamp sameClockIn(const CountryDays& country, Timestamp time);
// The same instant with the offset of the zone.
Timestamp instantIn(const CountryDays& country, Timestamp time);

// Whether ICU knows the zone.
bool isTimeZone(std::string_view name);

} // namespace foreword
