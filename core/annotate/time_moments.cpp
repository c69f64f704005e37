#include "core/annotate/time_reader.h"

#include <cstdlib>

namespace foreword {
namespace {

constexpr int endOfDayHour = 24;
constexpr int noon = 12;

bool validDay(int year, int month, int day)
{
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    const CivilDate date{year, month, day};
    return civilFromDays(daysFromCivil(date)) == date;
}

} // namespace

std::optional<FoundTime> TimeReader::readMoment(std::size_t at) const
{
    std::size_t from = skip(at, {TimeRole::before, TimeRole::within, TimeRole::at});
    const auto day = readDayOfMonth(at);
    std::optional<Date> date;
    std::optional<Clock> clock;
    std::optional<Step> part;
    std::size_t last = 0;
    // Whether it was read; the moment then ends behind it.
    const auto reads = [&last](auto& slot, auto read) {
        slot = std::move(read);
        if (slot)
            last = slot->next;
        return slot.has_value();
    };
    if (reads(date, day ? day : readDates(from))) {
        const std::size_t more = skip(last, {TimeRole::filler, TimeRole::at, TimeRole::before, TimeRole::within});
        if (!reads(clock, readClocks(more, more > last)))
            reads(part, role(more, TimeRole::dayPart));
    } else if (reads(clock, readClocks(from, from > at))) {
        // "1pm this afternoon", "at 8 on Friday"
        if (const std::size_t more = skip(last, {TimeRole::thisOne});
            !role(more, TimeRole::dayPart) || !reads(part, role(more, TimeRole::dayPart)))
            reads(date, readDate(skip(last, {TimeRole::filler, TimeRole::at, TimeRole::within})));
    } else if (const auto thisOne = role(from, TimeRole::thisOne)) {
        reads(part, role(thisOne->next, TimeRole::dayPart));
    }
    if (last == 0)
        reads(date, readMonth(from, from > at));
    if (last == 0)
        return std::nullopt;
    FoundTime found = moment(at, last, date, clock, part);
    found.core = skip(from, {TimeRole::filler});
    found.vague = found.vague || (day && !clock);
    return found;
}

FoundTime TimeReader::moment(std::size_t first, std::size_t last, const std::optional<Date>& date, const std::optional<Clock>& clock,
                             const std::optional<Step>& part) const
{
    FoundTime found;
    found.first = first;
    found.last = last;
    found.dateKnown = (date && date->known) || (!date && part);
    const CivilDate day = date ? date->date : m_today;
    found.base = date && !date->relative ? TimeBase::wallClock : TimeBase::day;
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
    found.vague = date && date->known && !clock && !part && date->date == m_today;
    found.clockOnly = clock && !date;
    found.bareHour = clock && clock->bare && !date;
    return found;
}

std::optional<TimeReader::Date> TimeReader::readDate(std::size_t at) const
{
    at = skip(at, {TimeRole::filler});
    if (const auto day = role(at, TimeRole::daysAhead))
        return Date{civilFromDays(daysFromCivil(m_today) + day->value), day->next, true, true};
    if (auto numeric = readNumericDate(at))
        return numeric;
    if (auto named = readNamedDate(at))
        return named;
    const auto lead = role(at, TimeRole::next);
    const auto thisOne = role(at, TimeRole::thisOne);
    const std::size_t from = lead ? lead->next : thisOne ? thisOne->next : at;
    const auto shortened = role(from, TimeRole::weekdayShort);
    const bool figure =
        shortened && shortened->next < m_last && m_text.token(shortened->next).kind == TokenKind::number && !unit(shortened->next + 1);
    const auto day = figure ? shortened : role(from, TimeRole::weekday);
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

std::optional<TimeReader::Date> TimeReader::readDayOfMonth(std::size_t at) const
{
    const auto lead = role(skip(at, {TimeRole::before, TimeRole::within}), TimeRole::dayLead);
    if (!lead || lead->next >= m_last || m_text.token(lead->next).kind != TokenKind::number)
        return std::nullopt;
    const auto figure = number(lead->next);
    const bool plain = wholeNumber(m_text.word(lead->next)).has_value();
    if (!figure || figure->value < 1 || figure->value > 31 || (plain && m_words.m_ordinalDays))
        return std::nullopt;
    const std::size_t next = figure->next;
    if (const auto to = role(next, TimeRole::rangeTo); to && readNamedDate(to->next))
        return std::nullopt; // "am 10. und 16. November"
    if (next < m_last
        && (role(skip(next, {TimeRole::filler}), TimeRole::month) || unit(next)
            || (m_text.token(next).before == TokenBreak::none && !role(next, TimeRole::at))))
        return std::nullopt;
    CivilDate date{m_today.year, m_today.month, figure->value};
    for (int month = 0; month < 3; ++month) {
        if (validDay(date.year, date.month, date.day) && daysFromCivil(date) >= daysFromCivil(m_today))
            return Date{date, next, false};
        date = {date.month == 12 ? date.year + 1 : date.year, date.month % 12 + 1, date.day};
    }
    return std::nullopt;
}

std::optional<TimeReader::Date> TimeReader::readDates(std::size_t at) const
{
    const auto first = readDate(at);
    // "on 10 and 16 November"
    const auto figure = first ? std::nullopt : number(at);
    const auto to = figure ? role(figure->next, TimeRole::rangeTo) : std::nullopt;
    if (const auto both = to && figure->value >= 1 && figure->value <= 31 ? readNamedDate(to->next) : std::nullopt;
        both && both->date.day > figure->value)
        return both;
    const auto other = first ? role(first->next, TimeRole::orElse) : std::nullopt;
    const auto second = other ? readDate(skip(other->next, {TimeRole::at, TimeRole::filler})) : std::nullopt;
    return second && daysFromCivil(second->date) > daysFromCivil(first->date) ? second : first;
}

std::optional<TimeReader::Date> TimeReader::readNamedDate(std::size_t at) const
{
    const auto figure = number(at);
    if (const auto day = figure ? figure : role(at, TimeRole::ordinal); day && day->value >= 1 && day->value <= 31) {
        if (const auto month = role(skip(day->next, {TimeRole::filler}), TimeRole::month))
            return withYear(month->value, day->value, month->next);
    }
    if (const auto month = role(at, TimeRole::month)) {
        const bool counted = month->next < m_last && m_text.token(month->next).kind == TokenKind::number;
        if (const auto day = counted ? number(month->next) : std::nullopt; day && day->value >= 1 && day->value <= 31)
            return withYear(month->value, day->value, day->next);
    }
    return std::nullopt;
}

// "January 2016", and "in July" where something announces a time; it lasts until the end of the month.
std::optional<TimeReader::Date> TimeReader::readMonth(std::size_t at, bool announced) const
{
    const auto month = role(at, TimeRole::month);
    if (!month)
        return std::nullopt;
    const std::size_t more = skip(month->next, {TimeRole::filler});
    const auto year = more < m_last && m_text.token(more).kind == TokenKind::number ? wholeNumber(m_text.word(more)) : std::nullopt;
    const bool dated = year && *year >= 1900 && *year <= 2200;
    if (!dated && !announced)
        return std::nullopt;
    auto date = dated ? std::optional(Date{{*year, month->value, 1}, more + 1, false}) : nearest(month->value, 1, month->next);
    if (!date)
        return std::nullopt;
    const int next = month->value % 12 + 1;
    const std::int64_t following = daysFromCivil({date->date.year + (next == 1 ? 1 : 0), next, 1});
    return Date{civilFromDays(following - 1), date->next, false};
}

std::optional<TimeReader::Date> TimeReader::withYear(int month, int day, std::size_t next) const
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

std::optional<TimeReader::Date> TimeReader::nearest(int month, int day, std::size_t next) const
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

std::optional<TimeReader::Date> TimeReader::readNumericDate(std::size_t at) const
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
    // "1/2" and "2/3" number the parts of a message, "24/7" is no day.
    if (!hasYear && ((a <= b && b <= 4) || (a == 24 && b == 7)))
        return std::nullopt;
    const bool dayFirst = m_words.m_dayFirst ? b <= 12 : a > 12;
    const int month = dayFirst ? b : a;
    const int day = dayFirst ? a : b;
    if (!hasYear)
        return nearest(month, day, at + 1);
    const int year = c < 100 ? 2000 + c : c;
    return validDay(year, month, day) ? std::optional(Date{{year, month, day}, at + 1, true}) : std::nullopt;
}

std::optional<TimeReader::Clock> TimeReader::readClocks(std::size_t at, bool announced) const
{
    const auto first = readClock(at, announced);
    const auto figure = first ? std::nullopt : number(at); // "8" of "8 bis 13 Uhr"
    const bool hour = figure && figure->next == at + 1 && m_text.token(at).kind == TokenKind::number && figure->value <= endOfDayHour;
    if (!first && !hour)
        return std::nullopt;
    const auto to = role(first ? first->next : at + 1, TimeRole::rangeTo);
    const auto second = to ? readClock(skip(to->next, {TimeRole::at, TimeRole::filler}), first.has_value()) : std::nullopt;
    const int from = first ? first->hour : figure->value;
    // "8 to 1" ends after noon.
    if (second && second->bare && second->hour <= from && second->hour < noon && second->hour + noon > from)
        return Clock{second->hour + noon, second->minute, second->next, true};
    return second && second->hour > from ? second : first;
}

std::optional<TimeReader::Clock> TimeReader::readClock(std::size_t at, bool announced) const
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

std::optional<TimeReader::Clock> TimeReader::withHalf(std::size_t at, int hour, int minute, std::string_view rest, bool marked,
                                                      bool announced) const
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
    if (!clock && !afternoon && !morning && !(announced && hour <= 24 && !unit(next) && !role(next, TimeRole::month)))
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
    return Clock{hour, minute, next, !clock && !afternoon && !morning};
}

} // namespace foreword
