// Reads the times of one row of tokens with one language's words; what TimeWords::find does
// the work with. Refers to words and text; made for one call; one thread.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "core/annotate/time_words.h"

namespace foreword {

// The whole of `text` as a number, or nothing.
std::optional<int> wholeNumber(std::string_view text);
// The last second of a day.
Timestamp dayEnd(const CivilDate& date, int offsetMinutes);

class TimeReader {
public:
    // Reads the tokens [first, last).
    TimeReader(const TimeWords& words, const FoldedText& text, std::size_t first, std::size_t last, Timestamp said);
    // Whether a time could begin at the token; cheap.
    bool mayBegin(std::size_t at) const;
    // The time whose words begin at the token.
    std::optional<FoundTime> readAt(std::size_t at);

private:
    struct Step {
        int value = 0;
        std::size_t next = 0;
    };
    // What the words that begin at a token say; of one role the longest phrase stands last.
    struct Reading {
        TimeRole role = TimeRole::filler;
        Step step;
    };
    struct Readings {
        bool looked = false;
        std::uint32_t first = 0, last = 0; // in m_readings
        std::uint32_t roles = 0;           // one bit each
    };
    struct Clock {
        int hour = 0;
        int minute = 0;
        std::size_t next = 0;
        bool bare = false; // only what announces it makes an hour of the figure
    };
    struct Date {
        CivilDate date;
        std::size_t next = 0;
        bool known = true;     // false: a weekday, which may lie before or after
        bool relative = false; // "tomorrow": another day where it is another day already
    };

    const Readings& readings(std::size_t at) const;
    // The role at a token, with the longest phrase preferred.
    std::optional<Step> role(std::size_t at, TimeRole wanted) const;
    std::size_t skip(std::size_t at, std::initializer_list<TimeRole> roles) const;
    std::optional<Step> number(std::size_t at) const;

    struct Unit {
        TimeRole unit;
        bool working;
        std::size_t next;
    };

    std::optional<Step> amount(std::size_t at) const;
    // The unit in "24hrs".
    std::optional<Unit> gluedUnit(std::size_t at) const;
    // A unit of time with "working" before it, behind it, or in the word itself ("Werktage").
    std::optional<Unit> unit(std::size_t at) const;
    std::optional<Unit> plainUnit(std::size_t at, bool working) const;
    // "within 3 working days", "in two weeks", "2 hours", "two days ago".
    std::optional<FoundTime> readSpan(std::size_t at) const;
    Timestamp after(int count, const Unit& measure) const;
    Timestamp endAfterDays(int count, bool working) const;
    // 0 Monday; day 0 of the epoch was a Thursday.
    static int weekdayOf(std::int64_t day) { return static_cast<int>(((day + 3) % 7 + 7) % 7); }

    // "end of the month", "end of November", "this week", "next week", "end of day".
    std::optional<FoundTime> readPeriod(std::size_t at) const;
    Timestamp periodEnd(TimeRole unit, bool following) const;
    // "early December", "mid-December".
    std::optional<FoundTime> readMonthPart(std::size_t at) const;
    // "before Christmas", by the day that is over last.
    std::optional<FoundTime> readFeast(std::size_t at) const;
    // A date, a clock time, or both in either order.
    std::optional<FoundTime> readMoment(std::size_t at) const;
    FoundTime moment(std::size_t first, std::size_t last, const std::optional<Date>& date, const std::optional<Clock>& clock,
                     const std::optional<Step>& part) const;
    std::optional<Date> readDate(std::size_t at) const;
    // "Monday or Tuesday", "8 to 13 h": of the two the later counts.
    std::optional<Date> readDates(std::size_t at) const;
    // "the 12th", "am 12.": the next day of that number, where its clause ends behind it or an hour follows.
    std::optional<Date> readDayOfMonth(std::size_t at) const;
    std::optional<Clock> readClocks(std::size_t at, bool announced) const;
    // "5 November 2026", "November 5th", "5. November", "5 de noviembre de 2026".
    std::optional<Date> readNamedDate(std::size_t at) const;
    std::optional<Date> readMonth(std::size_t at, bool announced) const;
    std::optional<Date> withYear(int month, int day, std::size_t next) const;
    // Without a year, the one that lies nearest to the message.
    std::optional<Date> nearest(int month, int day, std::size_t next) const;
    // "2026-11-05", "05/11/2026", "5.11.", "11/5".
    std::optional<Date> readNumericDate(std::size_t at) const;
    // "14:00", "2pm", "2 pm", "14 Uhr", "14h30", and "at 4" where something announces a time.
    std::optional<Clock> readClock(std::size_t at, bool announced) const;
    std::optional<Clock> withHalf(std::size_t at, int hour, int minute, std::string_view rest, bool marked, bool announced) const;

    const TimeWords& m_words;
    const FoldedText& m_text;
    std::size_t m_first, m_last;
    Timestamp m_said;
    CivilDate m_today;
    // A token is asked for many roles, so its words are looked up once.
    mutable std::vector<Readings> m_known;
    mutable std::vector<Reading> m_readings;
};

} // namespace foreword
