#include "core/base/timestamp.h"

#include <charconv>

namespace foreword {
namespace {

constexpr std::int64_t microsPerSecond = 1'000'000;
constexpr std::int64_t microsPerMinute = 60 * microsPerSecond;
constexpr std::int64_t microsPerDay = 86'400 * microsPerSecond;

std::int64_t floorDiv(std::int64_t value, std::int64_t by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

int daysInMonth(int year, int month)
{
    static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

// Reads exactly `count` digits at the front of `text` and takes them off.
std::optional<int> takeDigits(std::string_view& text, std::size_t count)
{
    if (text.size() < count)
        return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool takeChar(std::string_view& text, char expected)
{
    if (text.empty() || text.front() != expected)
        return false;
    text.remove_prefix(1);
    return true;
}

std::optional<CivilDate> takeDate(std::string_view& text)
{
    const auto year = takeDigits(text, 4);
    if (!year || !takeChar(text, '-'))
        return std::nullopt;
    const auto month = takeDigits(text, 2);
    if (!month || !takeChar(text, '-'))
        return std::nullopt;
    const auto day = takeDigits(text, 2);
    if (!day || *year < 1 || *month < 1 || *month > 12 || *day < 1 || *day > daysInMonth(*year, *month))
        return std::nullopt;
    return CivilDate{*year, *month, *day};
}

// ".5" to 500000; digits past the sixth are dropped, as RFC 3339 allows any number.
std::optional<std::int64_t> takeFraction(std::string_view& text)
{
    if (!takeChar(text, '.'))
        return 0;
    std::int64_t micros = 0;
    std::int64_t unit = microsPerSecond / 10;
    std::size_t digits = 0;
    for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
        micros += (text[digits] - '0') * unit;
        unit /= 10;
    }
    if (digits == 0)
        return std::nullopt;
    text.remove_prefix(digits);
    return micros;
}

std::optional<int> takeOffset(std::string_view& text)
{
    if (takeChar(text, 'Z') || takeChar(text, 'z'))
        return 0;
    if (text.empty() || (text.front() != '+' && text.front() != '-'))
        return std::nullopt;
    const int sign = text.front() == '-' ? -1 : 1;
    text.remove_prefix(1);
    const auto hours = takeDigits(text, 2);
    if (!hours || !takeChar(text, ':'))
        return std::nullopt;
    const auto minutes = takeDigits(text, 2);
    if (!minutes || *hours > 23 || *minutes > 59)
        return std::nullopt;
    return sign * (*hours * 60 + *minutes);
}

void appendPadded(std::string& out, std::int64_t value, int width)
{
    const auto digits = std::to_string(value);
    out.append(static_cast<std::size_t>(std::max<std::int64_t>(0, width - static_cast<std::int64_t>(digits.size()))), '0');
    out.append(digits);
}

} // namespace

std::int64_t daysFromCivil(const CivilDate& date)
{
    const std::int64_t y = date.month <= 2 ? date.year - 1 : date.year;
    const std::int64_t era = floorDiv(y, 400);
    const std::int64_t yearOfEra = y - era * 400;
    const std::int64_t dayOfYear = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    const std::int64_t dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146097 + dayOfEra - 719468;
}

CivilDate civilFromDays(std::int64_t days)
{
    days += 719468;
    const std::int64_t era = floorDiv(days, 146097);
    const std::int64_t dayOfEra = days - era * 146097;
    const std::int64_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t shifted = (5 * dayOfYear + 2) / 153;
    const int day = static_cast<int>(dayOfYear - (153 * shifted + 2) / 5 + 1);
    const int month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
    const int year = static_cast<int>(yearOfEra + era * 400 + (month <= 2 ? 1 : 0));
    return {year, month, day};
}

std::optional<CivilDate> parseDate(std::string_view text)
{
    const auto date = takeDate(text);
    return text.empty() ? date : std::nullopt;
}

Timestamp Timestamp::fromMicros(std::int64_t microsSinceEpoch, int offsetMinutes)
{
    Timestamp t;
    t.m_micros = microsSinceEpoch;
    t.m_offsetMinutes = offsetMinutes;
    return t;
}

Timestamp Timestamp::fromCivil(const CivilTime& local, int offsetMinutes)
{
    const int ofDay = local.hour * 3600 + local.minute * 60 + local.second;
    const std::int64_t seconds = daysFromCivil(local.date) * 86'400 + ofDay;
    return fromMicros(seconds * microsPerSecond - offsetMinutes * microsPerMinute, offsetMinutes);
}

std::optional<Timestamp> Timestamp::parse(std::string_view text)
{
    const auto date = takeDate(text);
    if (!date || !(takeChar(text, 'T') || takeChar(text, 't') || takeChar(text, ' ')))
        return std::nullopt;
    const auto hour = takeDigits(text, 2);
    if (!hour || !takeChar(text, ':'))
        return std::nullopt;
    const auto minute = takeDigits(text, 2);
    if (!minute || !takeChar(text, ':'))
        return std::nullopt;
    const auto second = takeDigits(text, 2);
    // 60 is a leap second; it is read as the last second of the minute's end.
    if (!second || *hour > 23 || *minute > 59 || *second > 60)
        return std::nullopt;
    const auto fraction = takeFraction(text);
    if (!fraction)
        return std::nullopt;
    const auto offset = takeOffset(text);
    if (!offset || !text.empty())
        return std::nullopt;
    return fromCivil({*date, *hour, *minute, *second}, *offset).plusMicros(*fraction);
}

CivilTime Timestamp::local() const
{
    const std::int64_t wall = m_micros + m_offsetMinutes * microsPerMinute;
    const std::int64_t day = floorDiv(wall, microsPerDay);
    const std::int64_t second = (wall - day * microsPerDay) / microsPerSecond;
    return {civilFromDays(day), static_cast<int>(second / 3600), static_cast<int>(second / 60 % 60), static_cast<int>(second % 60)};
}

int Timestamp::weekday() const
{
    const std::int64_t day = floorDiv(m_micros + m_offsetMinutes * microsPerMinute, microsPerDay);
    return static_cast<int>(((day + 3) % 7 + 7) % 7); // 1970-01-01 was a Thursday
}

Timestamp Timestamp::plusMicros(std::int64_t micros) const
{
    return fromMicros(m_micros + micros, m_offsetMinutes);
}

std::string Timestamp::toString() const
{
    const CivilTime t = local();
    std::string out;
    out.reserve(32);
    appendPadded(out, t.date.year, 4);
    appendPadded(out.append("-"), t.date.month, 2);
    appendPadded(out.append("-"), t.date.day, 2);
    appendPadded(out.append("T"), t.hour, 2);
    appendPadded(out.append(":"), t.minute, 2);
    appendPadded(out.append(":"), t.second, 2);
    if (auto micros = m_micros - floorDiv(m_micros, microsPerSecond) * microsPerSecond; micros != 0) {
        std::string digits;
        appendPadded(digits, micros, 6);
        digits.erase(digits.find_last_not_of('0') + 1);
        out.append(".").append(digits);
    }
    if (m_offsetMinutes == 0)
        return out.append("Z");
    const int offset = m_offsetMinutes < 0 ? -m_offsetMinutes : m_offsetMinutes;
    appendPadded(out.append(m_offsetMinutes < 0 ? "-" : "+"), offset / 60, 2);
    appendPadded(out.append(":"), offset % 60, 2);
    return out;
}

} // namespace foreword
