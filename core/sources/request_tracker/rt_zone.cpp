#include "core/sources/request_tracker/rt_zone.h"

#include <algorithm>
#include <memory>

#include <unicode/timezone.h>

namespace foreword {
namespace {

// The server looks up the offset at the written time as if that were UTC, which is off by the
// offset itself; no clock is further from UTC than 14 hours.
constexpr int hoursAround = 15;

std::unique_ptr<icu::TimeZone> zoneOf(const std::string& name)
{
    std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
    if (!zone || *zone == icu::TimeZone::getUnknown())
        return nullptr;
    return zone;
}

int offsetMinutes(const icu::TimeZone& zone, Timestamp time)
{
    std::int32_t standard = 0, saving = 0;
    UErrorCode status = U_ZERO_ERROR;
    const std::int64_t millis = time.micros() / 1000;
    zone.getOffset(static_cast<UDate>(millis), false, standard, saving, status);
    // Offsets of the nineteenth century have seconds; they are rounded to the earlier minute.
    const std::int32_t milliseconds = standard + saving;
    return milliseconds / 60'000 - (milliseconds % 60'000 < 0 ? 1 : 0);
}

} // namespace

std::optional<RtZone> RtZone::named(const std::string& name)
{
    if (name.empty() || !zoneOf(name))
        return std::nullopt;
    return RtZone(name, 0);
}

std::string RtZone::dateFor(Timestamp time) const
{
    int offset = m_fixedMinutes;
    if (const auto zone = m_name.empty() ? nullptr : zoneOf(m_name)) {
        offset = offsetMinutes(*zone, time);
        // The smaller the offset, the earlier the written time, whatever the server makes of it.
        for (int hours = -hoursAround; hours <= hoursAround; ++hours)
            offset = std::min(offset, offsetMinutes(*zone, time.plusMinutes(std::int64_t{60} * hours)));
    }
    return rtDate(time.atOffset(offset));
}

std::string rtDate(Timestamp time)
{
    auto text = time.toString().substr(0, 19);
    text[10] = ' ';
    return text;
}

} // namespace foreword
