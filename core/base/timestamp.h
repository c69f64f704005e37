// An instant with the UTC offset it was written with.
//
// Instants compare by time alone; the offset is kept so that local dates ("by Friday") and
// output stay what the source said. Range: years 0001 to 9999. Time zones with rules are
// ICU's business, elsewhere.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace foreword {

struct CivilDate {
    int year = 1970;
    int month = 1; // 1..12
    int day = 1;   // 1..31
    auto operator<=>(const CivilDate&) const = default;
};

struct CivilTime {
    CivilDate date;
    int hour = 0;
    int minute = 0;
    int second = 0;
};

class Timestamp {
public:
    Timestamp() = default;
    static Timestamp fromMicros(std::int64_t microsSinceEpoch, int offsetMinutes = 0);
    static Timestamp fromCivil(const CivilTime& local, int offsetMinutes);

    // RFC 3339 with mandatory offset ("Z", "+01:00"); nothing else is accepted.
    static std::optional<Timestamp> parse(std::string_view text);

    std::int64_t micros() const { return m_micros; }
    int offsetMinutes() const { return m_offsetMinutes; }

    // The wall clock at the offset the instant was written with.
    CivilTime local() const;
    // 0 Monday .. 6 Sunday, of the local date.
    int weekday() const;

    Timestamp plusMicros(std::int64_t micros) const;
    Timestamp plusMinutes(std::int64_t minutes) const { return plusMicros(minutes * 60'000'000); }
    Timestamp plusDays(std::int64_t days) const { return plusMicros(days * 86'400'000'000); }
    Timestamp atOffset(int offsetMinutes) const { return fromMicros(m_micros, offsetMinutes); }

    // RFC 3339; fractional seconds only where there are any; "Z" for offset 0.
    std::string toString() const;

    std::strong_ordering operator<=>(const Timestamp& other) const { return m_micros <=> other.m_micros; }
    bool operator==(const Timestamp& other) const { return m_micros == other.m_micros; }

private:
    std::int64_t m_micros = 0;
    int m_offsetMinutes = 0;
};

// Days since 1970-01-01 and back, proleptic Gregorian (Howard Hinnant's algorithms,
// https://howardhinnant.github.io/date_algorithms.html).
std::int64_t daysFromCivil(const CivilDate& date);
CivilDate civilFromDays(std::int64_t days);

// "1981-04-12"; impossible dates are refused.
std::optional<CivilDate> parseDate(std::string_view text);

} // namespace foreword
