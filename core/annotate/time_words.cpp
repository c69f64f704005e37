#include "core/annotate/time_words.h"

#include <array>
#include <charconv>
#include <utility>

namespace foreword {
namespace {

constexpr std::size_t longestPhrase = 4;
constexpr int endOfDayHour = 24;

std::optional<int> wholeNumber(std::string_view text)
{
    int value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

// "5", "5th", "28th", "2nd", "1er".
std::optional<int> ordinal(std::string_view text)
{
    for (const std::string_view ending : {"st", "nd", "rd", "th", "er", "o", "º"}) {
        if (text.size() > ending.size() && text.ends_with(ending))
            return wholeNumber(text.substr(0, text.size() - ending.size()));
    }
    return wholeNumber(text);
}

bool validDay(int year, int month, int day)
{
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    const CivilDate date{year, month, day};
    return civilFromDays(daysFromCivil(date)) == date;
}

Timestamp dayEnd(const CivilDate& date, int offset)
{
    return Timestamp::fromCivil({date, 23, 59, 59}, offset);
}

} // namespace

// Reads the times of one token row; made for one call.
class TimeReader {
public:
    TimeReader(const TimeWords& words, const FoldedText& text, std::size_t last, Timestamp said)
        : m_words(words), m_text(text), m_last(last), m_said(said), m_today(said.local().date)
    {
    }

    std::optional<FoundTime> readAt(std::size_t at)
    {
        if (auto span = readSpan(at))
            return span;
        if (auto period = readPeriod(at))
            return period;
        return readMoment(at);
    }

private:
    struct Step {
        int value = 0;
        std::size_t next = 0;
    };
    struct Clock {
        int hour = 0;
        int minute = 0;
        std::size_t next = 0;
    };
    struct Date {
        CivilDate date;
        std::size_t next = 0;
        bool known = true; // false: a weekday, which may lie before or after
    };

    // The role at a token, with the longest phrase preferred.
    std::optional<Step> role(std::size_t at, TimeRole wanted) const
    {
        if (at >= m_last)
            return std::nullopt;
        std::string phrase(m_text.word(at));
        std::optional<Step> best;
        for (std::size_t length = 1; length <= longestPhrase; ++length) {
            const TimeWords::Entry* entry = m_words.entry(phrase);
            if (!entry)
                break;
            for (const TimeWords::Role& found : entry->roles) {
                if (found.role == wanted)
                    best = Step{found.value, at + length};
            }
            if (!entry->opensPhrase || at + length >= m_last)
                break;
            phrase += ' ';
            phrase += m_text.word(at + length);
        }
        return best;
    }

    std::size_t skip(std::size_t at, std::initializer_list<TimeRole> roles) const
    {
        bool moved = true;
        while (moved) {
            moved = false;
            for (const TimeRole wanted : roles) {
                if (const auto found = role(at, wanted)) {
                    at = found->next;
                    moved = true;
                }
            }
        }
        return at;
    }

    std::optional<Step> number(std::size_t at) const
    {
        if (at >= m_last)
            return std::nullopt;
        if (m_text.token(at).kind == TokenKind::number) {
            const auto value = ordinal(m_text.word(at));
            return value ? std::optional(Step{*value, at + 1}) : std::nullopt;
        }
        return role(at, TimeRole::number);
    }

    struct Unit {
        TimeRole unit;
        bool working;
        std::size_t next;
    };

    std::optional<Unit> unit(std::size_t at) const
    {
        const auto before = role(at, TimeRole::working);
        if (before)
            at = before->next;
        for (const TimeRole candidate : {TimeRole::minute, TimeRole::hour, TimeRole::day, TimeRole::week, TimeRole::monthUnit}) {
            if (const auto found = role(at, candidate)) {
                const auto after = role(found->next, TimeRole::working);
                return Unit{candidate, before || after, after ? after->next : found->next};
            }
        }
        return std::nullopt;
    }

    // "within 3 working days", "in two weeks", "2 hours", "two days ago".
    std::optional<FoundTime> readSpan(std::size_t at) const
    {
        const auto lead = role(at, TimeRole::within);
        std::size_t from = lead ? lead->next : at;
        from = lead ? skip(from, {TimeRole::filler}) : from;
        if (const auto agoFirst = role(at, TimeRole::ago))
            from = agoFirst->next;
        const auto count = number(from);
        if (!count || count->value > 400)
            return std::nullopt;
        auto measure = unit(skip(count->next, {TimeRole::filler}));
        if (!measure)
            return std::nullopt;
        FoundTime found;
        found.first = at;
        found.last = measure->next;
        const auto agoAfter = role(measure->next, TimeRole::ago);
        if (agoAfter)
            found.last = agoAfter->next;
        found.past = agoAfter.has_value() || role(at, TimeRole::ago).has_value();
        found.spanOnly = !lead && !found.past;
        if (!found.past)
            found.due = after(count->value, *measure);
        return found;
    }

    Timestamp after(int count, const Unit& measure) const
    {
        switch (measure.unit) {
        case TimeRole::minute:
            return m_said.plusMinutes(count);
        case TimeRole::hour:
            return m_said.plusMinutes(60 * count);
        case TimeRole::week:
            return endAfterDays(7 * count, false);
        case TimeRole::monthUnit:
            return endAfterDays(30 * count, false);
        default:
            return endAfterDays(count, measure.working);
        }
    }

    Timestamp endAfterDays(int count, bool working) const
    {
        std::int64_t day = daysFromCivil(m_today);
        if (!working)
            return dayEnd(civilFromDays(day + count), m_said.offsetMinutes());
        while (count > 0) {
            ++day;
            if (weekdayOf(day) < 5)
                --count;
        }
        return dayEnd(civilFromDays(day), m_said.offsetMinutes());
    }

    // 0 Monday; day 0 of the epoch was a Thursday.
    static int weekdayOf(std::int64_t day) { return static_cast<int>(((day + 3) % 7 + 7) % 7); }

    // "end of the month", "this week", "next week", "end of day".
    std::optional<FoundTime> readPeriod(std::size_t at) const
    {
        const auto end = role(at, TimeRole::endOf);
        std::size_t from = end ? end->next : at;
        if (end)
            from = skip(from, {TimeRole::filler});
        const auto next = role(from, TimeRole::next);
        const auto thisOne = role(from, TimeRole::thisOne);
        if (!end && !next && !thisOne)
            return std::nullopt;
        const std::size_t noun = next ? next->next : thisOne ? thisOne->next : from;
        const auto measure = unit(noun);
        if (!measure || measure->unit == TimeRole::minute || measure->unit == TimeRole::hour)
            return std::nullopt;
        std::size_t last = measure->next;
        bool following = next.has_value();
        // "la semaine prochaine", "la semana que viene", "Ende nächster Woche"
        if (const auto trailing = role(last, TimeRole::next)) {
            following = true;
            last = trailing->next;
        }
        FoundTime found;
        found.first = at;
        found.last = last;
        found.due = periodEnd(measure->unit, following);
        found.dateKnown = true;
        return found;
    }

    Timestamp periodEnd(TimeRole unit, bool following) const
    {
        const std::int64_t today = daysFromCivil(m_today);
        if (unit == TimeRole::day)
            return dayEnd(civilFromDays(today + (following ? 1 : 0)), m_said.offsetMinutes());
        if (unit == TimeRole::week)
            return dayEnd(civilFromDays(today + 6 - weekdayOf(today) + (following ? 7 : 0)), m_said.offsetMinutes());
        const int month = m_today.month + (following ? 2 : 1);
        const CivilDate first{m_today.year + (month > 12 ? 1 : 0), month > 12 ? month - 12 : month, 1};
        return dayEnd(civilFromDays(daysFromCivil(first) - 1), m_said.offsetMinutes());
    }

    // A date, a clock time, or both in either order.
    std::optional<FoundTime> readMoment(std::size_t at) const
    {
        std::size_t from = skip(at, {TimeRole::before, TimeRole::within, TimeRole::at});
        std::optional<Date> date = readDate(from);
        std::optional<Clock> clock;
        std::optional<Step> part;
        std::size_t last = 0;
        if (date) {
            last = date->next;
            const std::size_t more = skip(last, {TimeRole::filler, TimeRole::at, TimeRole::before, TimeRole::within});
            if ((clock = readClock(more, more > last)))
                last = clock->next;
            else if ((part = role(more, TimeRole::dayPart)))
                last = part->next;
        } else if ((clock = readClock(from, from > at))) {
            last = clock->next;
            const std::size_t more = skip(last, {TimeRole::filler, TimeRole::at, TimeRole::within});
            if ((date = readDate(more)))
                last = date->next;
        } else if (const auto thisOne = role(from, TimeRole::thisOne)) {
            if ((part = role(thisOne->next, TimeRole::dayPart)))
                last = part->next;
        }
        if (last == 0)
            return std::nullopt;
        return moment(at, last, date, clock, part);
    }

    FoundTime moment(std::size_t first, std::size_t last, const std::optional<Date>& date, const std::optional<Clock>& clock,
                     const std::optional<Step>& part) const
    {
        FoundTime found;
        found.first = first;
        found.last = last;
        found.dateKnown = (date && date->known) || (!date && part);
        const CivilDate day = date ? date->date : m_today;
        if (clock) {
            found.due = Timestamp::fromCivil({day, clock->hour, clock->minute, 0}, m_said.offsetMinutes());
            if (!date && *found.due < m_said)
                found.due = found.due->plusDays(1);
        } else if (part && part->value < endOfDayHour) {
            found.due = Timestamp::fromCivil({day, part->value, 0, 0}, m_said.offsetMinutes());
        } else {
            found.due = dayEnd(day, m_said.offsetMinutes());
        }
        found.past = date && *found.due < m_said;
        return found;
    }

    std::optional<Date> readDate(std::size_t at) const
    {
        at = skip(at, {TimeRole::filler});
        if (const auto day = role(at, TimeRole::daysAhead))
            return Date{civilFromDays(daysFromCivil(m_today) + day->value), day->next, true};
        if (auto numeric = readNumericDate(at))
            return numeric;
        if (auto named = readNamedDate(at))
            return named;
        const auto lead = role(at, TimeRole::next);
        const auto thisOne = role(at, TimeRole::thisOne);
        const std::size_t from = lead ? lead->next : thisOne ? thisOne->next : at;
        const auto day = role(from, TimeRole::weekday);
        if (!day)
            return std::nullopt;
        // "Friday 5 November": the date says more than the day.
        if (auto named = readNamedDate(skip(day->next, {TimeRole::filler})))
            return named;
        if (auto numeric = readNumericDate(skip(day->next, {TimeRole::filler})))
            return numeric;
        const std::int64_t today = daysFromCivil(m_today);
        const int ahead = (day->value - weekdayOf(today) + 6) % 7 + 1;
        return Date{civilFromDays(today + ahead), day->next, false};
    }

    // "5 November 2026", "November 5th", "5. November", "5 de noviembre de 2026".
    std::optional<Date> readNamedDate(std::size_t at) const
    {
        if (const auto day = number(at); day && day->value >= 1 && day->value <= 31) {
            if (const auto month = role(skip(day->next, {TimeRole::filler}), TimeRole::month))
                return withYear(month->value, day->value, month->next);
        }
        if (const auto month = role(at, TimeRole::month)) {
            if (const auto day = number(month->next); day && day->value >= 1 && day->value <= 31)
                return withYear(month->value, day->value, day->next);
        }
        return std::nullopt;
    }

    std::optional<Date> withYear(int month, int day, std::size_t next) const
    {
        const std::size_t more = skip(next, {TimeRole::filler});
        const auto year = more < m_last && m_text.token(more).kind == TokenKind::number ? wholeNumber(m_text.word(more)) : std::nullopt;
        if (year && *year >= 1900 && *year <= 2200) {
            if (validDay(*year, month, day))
                return Date{{*year, month, day}, more + 1, true};
            return std::nullopt;
        }
        return nearest(month, day, next);
    }

    // Without a year, the one that lies nearest to the message.
    std::optional<Date> nearest(int month, int day, std::size_t next) const
    {
        std::optional<Date> best;
        std::int64_t bestDistance = 0;
        for (int year = m_today.year - 1; year <= m_today.year + 1; ++year) {
            if (!validDay(year, month, day))
                continue;
            const std::int64_t distance = std::abs(daysFromCivil({year, month, day}) - daysFromCivil(m_today));
            if (!best || distance < bestDistance) {
                best = Date{{year, month, day}, next, true};
                bestDistance = distance;
            }
        }
        return best;
    }

    // "2026-11-05", "05/11/2026", "5.11.", "11/5".
    std::optional<Date> readNumericDate(std::size_t at) const
    {
        if (at >= m_last || m_text.token(at).kind != TokenKind::number)
            return std::nullopt;
        const std::string_view text = m_text.word(at);
        const std::size_t mark = text.find_first_of("/.-");
        if (mark == std::string_view::npos)
            return std::nullopt;
        const char separator = text[mark];
        const std::size_t second = text.find(separator, mark + 1);
        const bool hasYear = second != std::string_view::npos;
        const int a = wholeNumber(text.substr(0, mark)).value_or(0);
        const int b = wholeNumber(text.substr(mark + 1, hasYear ? second - mark - 1 : second)).value_or(0);
        const int c = hasYear ? wholeNumber(text.substr(second + 1)).value_or(0) : 0;
        if (hasYear && a >= 1900)
            return validDay(a, b, c) ? std::optional(Date{{a, b, c}, at + 1, true}) : std::nullopt;
        // Without a year "11.5" is more likely an amount, and "10-12" a range.
        if (!hasYear && separator != '/')
            return std::nullopt;
        const bool dayFirst = m_words.m_dayFirst ? b <= 12 : a > 12;
        const int month = dayFirst ? b : a;
        const int day = dayFirst ? a : b;
        if (!hasYear)
            return nearest(month, day, at + 1);
        const int year = c < 100 ? 2000 + c : c;
        return validDay(year, month, day) ? std::optional(Date{{year, month, day}, at + 1, true}) : std::nullopt;
    }

    // "14:00", "2pm", "2 pm", "14 Uhr", "14h30", and "at 4" where something announces a time.
    std::optional<Clock> readClock(std::size_t at, bool announced) const
    {
        if (at >= m_last)
            return std::nullopt;
        if (m_text.token(at).kind != TokenKind::number)
            return std::nullopt;
        const std::string_view text = m_text.word(at);
        std::size_t digits = 0;
        while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9')
            ++digits;
        const auto hour = wholeNumber(text.substr(0, digits));
        if (!hour || *hour > 24)
            return std::nullopt;
        std::string_view rest = text.substr(digits);
        int minute = 0;
        bool marked = false;
        if (rest.size() >= 3 && (rest[0] == ':' || rest[0] == 'h' || (rest[0] == '.' && announced))) {
            const auto minutes = wholeNumber(rest.substr(1, 2));
            if (!minutes || *minutes > 59)
                return std::nullopt;
            minute = *minutes;
            rest = rest.substr(3);
            marked = true;
        }
        return withHalf(at, *hour, minute, rest, marked, announced);
    }

    std::optional<Clock> withHalf(std::size_t at, int hour, int minute, std::string_view rest, bool marked, bool announced) const
    {
        std::size_t next = at + 1;
        bool afternoon = rest == "pm" || rest == "p";
        bool morning = rest == "am" || rest == "a";
        bool clock = marked || rest == "h";
        if (!rest.empty() && !afternoon && !morning && rest != "h")
            return std::nullopt;
        if (const auto word = role(next, TimeRole::clock)) {
            clock = true;
            next = word->next;
        } else if (const auto late = role(next, TimeRole::pm)) {
            afternoon = true;
            next = late->next;
        } else if (const auto early = role(next, TimeRole::am)) {
            morning = true;
            next = early->next;
        }
        if (!clock && !afternoon && !morning && !(announced && hour <= 24 && !unit(next)))
            return std::nullopt;
        if (afternoon && hour < 12)
            hour += 12;
        if (morning && hour == 12)
            hour = 0;
        // "14 h 30"
        if (clock && minute == 0 && next < m_last && m_text.token(next).kind == TokenKind::number && next == at + 2) {
            if (const auto minutes = wholeNumber(m_text.word(next)); minutes && *minutes < 60 && m_text.word(next).size() == 2) {
                minute = *minutes;
                ++next;
            }
        }
        if (hour > 23)
            return std::nullopt;
        return Clock{hour, minute, next};
    }

    const TimeWords& m_words;
    const FoldedText& m_text;
    std::size_t m_last;
    Timestamp m_said;
    CivilDate m_today;
};

void TimeWords::add(std::string_view phrase, Role role, Elision elision)
{
    const FoldedText folded(phrase, elision);
    std::string joined;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        if (i > 0) {
            m_entries[joined].opensPhrase = true;
            joined += ' ';
        }
        joined += folded.word(i);
    }
    if (!joined.empty())
        m_entries[joined].roles.push_back(role);
}

const TimeWords::Entry* TimeWords::entry(std::string_view words) const
{
    const auto found = m_entries.find(words);
    return found == m_entries.end() ? nullptr : &found->second;
}

void TimeWords::load(TomlReader& reader, const toml::table& table, Elision elision, bool dayFirst)
{
    m_dayFirst = dayFirst;
    constexpr std::pair<std::string_view, TimeRole> single[] = {
        {"minute", TimeRole::minute},       {"hour", TimeRole::hour},       {"day", TimeRole::day},
        {"week", TimeRole::week},           {"month_unit", TimeRole::monthUnit}, {"working", TimeRole::working},
        {"within", TimeRole::within},       {"before", TimeRole::before},   {"at", TimeRole::at},
        {"end_of", TimeRole::endOf},        {"next", TimeRole::next},       {"this", TimeRole::thisOne},
        {"ago", TimeRole::ago},             {"clock", TimeRole::clock},     {"am", TimeRole::am},
        {"pm", TimeRole::pm},               {"filler", TimeRole::filler},
    };
    reader.onlyKeys(table, "time",
                    {"minute", "hour", "day", "week", "month_unit", "working", "within", "before", "at", "end_of", "next", "this", "ago",
                     "clock", "am", "pm", "filler", "weekdays", "months", "numbers", "days_ahead", "day_parts"});
    for (const auto& [key, role] : single) {
        for (const std::string& phrase : reader.texts(table, "time", key))
            add(phrase, {role, 0}, elision);
    }
    // Lists of lists: the place of the inner list is the value.
    constexpr std::pair<std::string_view, std::pair<TimeRole, int>> rows[] = {
        {"weekdays", {TimeRole::weekday, 0}}, {"months", {TimeRole::month, 1}}, {"numbers", {TimeRole::number, 1}}};
    for (const auto& [key, meaning] : rows) {
        const toml::array* list = table[key].as_array();
        if (!list) {
            reader.missing(table, key, "time");
            continue;
        }
        for (std::size_t i = 0; i < list->size(); ++i) {
            const toml::array* forms = list->get(i)->as_array();
            if (!forms) {
                reader.bad(*list->get(i), key, "", "lists of words");
                continue;
            }
            for (const toml::node& form : *forms)
                add(form.value_or(std::string_view{}), {meaning.first, static_cast<int>(i) + meaning.second}, elision);
        }
    }
    // Tables: the key is the value.
    for (const auto& [key, role] : {std::pair{std::string_view("days_ahead"), TimeRole::daysAhead}, {"day_parts", TimeRole::dayPart}}) {
        const toml::table* values = table[key].as_table();
        if (!values) {
            reader.missing(table, key, "time");
            continue;
        }
        for (const auto& [value, words] : *values) {
            const auto number = wholeNumber(value.str());
            if (!number)
                reader.bad(words, key, value.str(), "whole numbers as keys");
            for (const std::string& phrase : reader.texts(*values, key, value.str()))
                add(phrase, {role, number.value_or(0)}, elision);
        }
    }
}

bool TimeWords::startsUnit(const FoldedText& text, std::size_t at, std::size_t last) const
{
    return TimeReader(*this, text, last, Timestamp()).readAt(at).has_value();
}

std::vector<FoundTime> TimeWords::find(const FoldedText& text, std::size_t first, std::size_t last, Timestamp said) const
{
    std::vector<FoundTime> found;
    TimeReader reader(*this, text, last, said);
    std::size_t at = first;
    while (at < last) {
        const bool candidate = text.token(at).kind == TokenKind::number || entry(text.word(at)) != nullptr;
        const auto time = candidate ? reader.readAt(at) : std::nullopt;
        if (time && time->last > at) {
            found.push_back(*time);
            at = time->last;
        } else {
            ++at;
        }
    }
    return found;
}

} // namespace foreword
