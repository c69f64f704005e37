// The words one language has for days, clocks and spans of time, and the reading of them: "by
// Friday", "within 3 working days", "on 5 November at 14:00", "end of the month", against the
// time of the message. Vague words ("soon") give nothing. Days without a clock time last until
// their end. Pure and immutable after loading; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/toml_reader.h"
#include "core/annotate/word_map.h"
#include "core/base/timestamp.h"
#include "core/text/folded_text.h"

namespace foreword {

enum class TimeRole : std::uint8_t {
    daysAhead, // value: days from today, negative for the past
    weekday,   // 0 Monday
    weekdayShort, // "Mi": only before a figure
    month,     // 1 January
    number,
    ordinal, // "first" of July; counts nothing
    feast,   // value: month and day, as 1224
    minute,
    hour,
    day,
    week,
    monthUnit,
    year,
    working,
    within,
    before,
    at,
    startOf, // "early", "Anfang"; of a month
    middleOf,
    middleMonth, // "mid-December" as one word
    endOf,
    next,
    thisOne,
    ago,
    dayPart, // value: the hour at which it is over
    clock,   // "o'clock", "Uhr"
    rangeTo, // "to", "and": the later of two ends counts
    orElse,
    dayLead, // "the" 12th, "am" 12.
    am,
    pm,
    filler, // "of", "de", "the" inside a date
};

// What a time is counted from: an instant ("in 30 minutes"), a wall clock ("5 November at 14:00"),
// the day it was said on ("tomorrow"), or that day by working days.
enum class TimeBase : std::uint8_t { instant, wallClock, day, workingDays };

// A time found in a text.
struct FoundTime {
    std::size_t first = 0; // tokens, end exclusive
    std::size_t last = 0;
    std::size_t core = 0;         // first token without "by", "at", "within"
    std::optional<Timestamp> due; // the instant at which it is over; nothing for a mere span ("2 hours")
    bool dateKnown = false;       // a date, not only a clock time or a span
    bool spanOnly = false;        // an amount of time without "within" or "in"
    bool past = false;
    TimeBase base = TimeBase::instant;
    int workingDays = 0; // how many, where it is counted by them
    bool minutes = false;   // a span counted in minutes
    bool vague = false;     // the day of the message itself and no hour, or "the next day"
    bool clockOnly = false; // "at 15:31": no day is named
    bool bareHour = false;  // "at 7": nothing but the figure says that it is an hour
};

class TimeWords {
public:
    void load(TomlReader& reader, const toml::table& table, Elision elision, bool dayFirst);

    // Whether the number at the token counts units of time ("3 days").
    bool startsUnit(const FoldedText& text, std::size_t at, std::size_t last) const;

    // Every time in the tokens [first, last) of `text`, in order, not overlapping.
    std::vector<FoundTime> find(const FoldedText& text, std::size_t first, std::size_t last, Timestamp said) const;

private:
    friend class TimeReader;
    struct Role {
        TimeRole role;
        int value;
    };
    struct Entry {
        std::vector<Role> roles;
        bool opensPhrase = false;
    };
    void add(std::string_view phrase, Role role, Elision elision);
    void addMiddles(const std::vector<std::string>& middles, std::string_view month, int value);
    const Entry* entry(std::string_view words) const;

    WordMap<Entry> m_entries; // phrases joined by one space
    WordStarts m_starts;
    bool m_dayFirst = true;
    bool m_ordinalDays = false; // "the 12th" is a day, "the 12" is not
};

} // namespace foreword
