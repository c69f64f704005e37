#include "core/annotate/time_reader.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace foreword {
namespace {

constexpr std::size_t longestPhrase = 4;
constexpr int daysOfWeek = 7;
constexpr int daysOfMonth = 30;
constexpr int daysOfYear = 365;
constexpr int mostUnits = 400;
constexpr int lastOfBeginning = 10;
constexpr int lastOfMiddle = 20;
constexpr int shortestAge = 16; // years that are sooner somebody's age than a while

// "5", "5th", "28th", "2nd", "1er".
std::optional<int> ordinal(std::string_view text)
{
    for (const std::string_view ending : {"st", "nd", "rd", "th", "er", "o", "º"}) {
        if (text.size() > ending.size() && text.ends_with(ending))
            return wholeNumber(text.substr(0, text.size() - ending.size()));
    }
    return wholeNumber(text);
}

} // namespace

Timestamp dayEnd(const CivilDate& date, int offsetMinutes)
{
    return Timestamp::fromCivil({date, 23, 59, 59}, offsetMinutes);
}

std::optional<int> wholeNumber(std::string_view text)
{
    int value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

TimeReader::TimeReader(const TimeWords& words, const FoldedText& text, std::size_t first, std::size_t last, Timestamp said)
    : m_words(words), m_text(text), m_first(first), m_last(last), m_said(said), m_today(said.local().date), m_known(last - first)
{
}

std::optional<FoundTime> TimeReader::readAt(std::size_t at)
{
    if (auto span = readSpan(at))
        return span;
    if (auto period = readPeriod(at))
        return period;
    if (auto part = readMonthPart(at))
        return part;
    if (auto feast = readFeast(at))
        return feast;
    return readMoment(at);
}

bool TimeReader::mayBegin(std::size_t at) const
{
    return m_text.token(at).kind == TokenKind::number || readings(at).roles != 0;
}

const TimeReader::Readings& TimeReader::readings(std::size_t at) const
{
    Readings& known = m_known[at - m_first];
    if (known.looked)
        return known;
    known.looked = true;
    known.first = static_cast<std::uint32_t>(m_readings.size());
    const TimeWords::Entry* entry = m_words.entry(m_text.word(at));
    std::string phrase;
    for (std::size_t length = 1; entry; ++length) {
        for (const TimeWords::Role& found : entry->roles) {
            m_readings.push_back({found.role, {found.value, at + length}});
            known.roles |= std::uint32_t{1} << static_cast<unsigned>(found.role);
        }
        if (!entry->opensPhrase || length == longestPhrase || at + length >= m_last)
            break;
        if (length == 1)
            phrase = m_text.word(at);
        phrase += ' ';
        phrase += m_text.word(at + length);
        entry = m_words.entry(phrase);
    }
    known.last = static_cast<std::uint32_t>(m_readings.size());
    return known;
}

std::optional<TimeReader::Step> TimeReader::role(std::size_t at, TimeRole wanted) const
{
    if (at >= m_last)
        return std::nullopt;
    const Readings& known = readings(at);
    if (((known.roles >> static_cast<unsigned>(wanted)) & 1) == 0)
        return std::nullopt;
    std::uint32_t i = known.last - 1;
    while (m_readings[i].role != wanted)
        --i;
    return m_readings[i].step;
}

std::size_t TimeReader::skip(std::size_t at, std::initializer_list<TimeRole> roles) const
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

std::optional<TimeReader::Step> TimeReader::number(std::size_t at) const
{
    if (at >= m_last)
        return std::nullopt;
    if (m_text.token(at).kind == TokenKind::number) {
        const auto value = ordinal(m_text.word(at));
        return value ? std::optional(Step{*value, at + 1}) : std::nullopt;
    }
    return role(at, TimeRole::number);
}

// Also "1.5" and "24hrs", of which the figure is read and the token stays for its unit.
std::optional<TimeReader::Step> TimeReader::amount(std::size_t at) const
{
    if (const auto whole = number(at))
        return whole;
    if (at >= m_last || m_text.token(at).kind != TokenKind::number)
        return std::nullopt;
    const std::string_view word = m_text.word(at);
    std::size_t digits = 0;
    while (digits < word.size() && word[digits] >= '0' && word[digits] <= '9')
        ++digits;
    const auto value = wholeNumber(word.substr(0, digits));
    if (!value)
        return std::nullopt;
    const std::string_view rest = word.substr(digits);
    if (rest.size() == 2 && (rest.front() == '.' || rest.front() == ','))
        return Step{*value + 1, at + 1};
    return gluedUnit(at) ? std::optional(Step{*value, at}) : std::nullopt;
}

std::optional<TimeReader::Unit> TimeReader::gluedUnit(std::size_t at) const
{
    const std::string_view word = m_text.word(at);
    const TimeWords::Entry* entry = m_words.entry(word.substr(std::min(word.find_first_not_of("0123456789"), word.size())));
    if (!entry)
        return std::nullopt;
    for (const TimeWords::Role& found : entry->roles) {
        for (const TimeRole unit : {TimeRole::minute, TimeRole::hour, TimeRole::day, TimeRole::week, TimeRole::monthUnit, TimeRole::year}) {
            if (found.role == unit)
                return Unit{unit, false, at + 1};
        }
    }
    return std::nullopt;
}

std::optional<TimeReader::Unit> TimeReader::unit(std::size_t at) const
{
    const auto before = role(at, TimeRole::working);
    if (auto found = before ? plainUnit(before->next, true) : std::nullopt)
        return found;
    return plainUnit(at, before.has_value());
}

std::optional<TimeReader::Unit> TimeReader::plainUnit(std::size_t at, bool working) const
{
    for (const TimeRole candidate :
         {TimeRole::minute, TimeRole::hour, TimeRole::day, TimeRole::week, TimeRole::monthUnit, TimeRole::year}) {
        if (const auto found = role(at, candidate)) {
            const auto after = role(found->next, TimeRole::working);
            return Unit{candidate, working || after, after ? after->next : found->next};
        }
    }
    return std::nullopt;
}

std::optional<FoundTime> TimeReader::readSpan(std::size_t at) const
{
    const auto lead = role(at, TimeRole::within);
    std::size_t from = lead ? lead->next : at;
    from = lead ? skip(from, {TimeRole::filler}) : from;
    if (const auto agoFirst = role(at, TimeRole::ago))
        from = agoFirst->next;
    const auto count = amount(from);
    if (!count || count->value > mostUnits)
        return std::nullopt;
    const auto glued = count->next == from ? gluedUnit(from) : std::nullopt;
    const auto measure = glued ? glued : unit(skip(count->next, {TimeRole::filler}));
    if (!measure)
        return std::nullopt;
    FoundTime found;
    found.first = at;
    found.core = role(at, TimeRole::ago) ? at : from;
    found.last = measure->next;
    const auto agoAfter = role(measure->next, TimeRole::ago);
    if (agoAfter)
        found.last = agoAfter->next;
    found.past = agoAfter.has_value() || role(at, TimeRole::ago).has_value();
    found.spanOnly = !lead && !found.past;
    found.minutes = measure->unit == TimeRole::minute;
    const bool article = count->value == 1 && m_text.token(from).kind == TokenKind::word;
    const bool few = count->value <= 2 && m_text.token(from).kind == TokenKind::word && count->next > from + 1;
    const bool age = measure->unit == TimeRole::year && count->value >= shortestAge;
    found.vague = age || (found.spanOnly && (article || few) && (measure->unit == TimeRole::day || measure->unit == TimeRole::monthUnit));
    const bool hours = measure->unit == TimeRole::minute || measure->unit == TimeRole::hour;
    found.base = measure->working && measure->unit == TimeRole::day ? TimeBase::workingDays : hours ? TimeBase::instant : TimeBase::day;
    found.workingDays = found.base == TimeBase::workingDays ? count->value : 0;
    if (!found.past)
        found.due = after(count->value, *measure);
    else if (measure->unit == TimeRole::day || measure->unit == TimeRole::week)
        found.due = endAfterDays(-(measure->unit == TimeRole::week ? daysOfWeek : 1) * count->value, false);
    found.dateKnown = found.past && found.due;
    return found;
}

Timestamp TimeReader::after(int count, const Unit& measure) const
{
    switch (measure.unit) {
    case TimeRole::minute: return m_said.plusMinutes(count);
    case TimeRole::hour: return m_said.plusMinutes(std::int64_t{60} * count);
    case TimeRole::week: return endAfterDays(daysOfWeek * count, false);
    case TimeRole::monthUnit: return endAfterDays(daysOfMonth * count, false);
    case TimeRole::year: return endAfterDays(daysOfYear * count, false);
    default: return endAfterDays(count, measure.working);
    }
}

Timestamp TimeReader::endAfterDays(int count, bool working) const
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

std::optional<FoundTime> TimeReader::readPeriod(std::size_t at) const
{
    const auto end = role(at, TimeRole::endOf);
    std::size_t from = end ? end->next : at;
    if (end)
        from = skip(from, {TimeRole::filler});
    const auto next = role(from, TimeRole::next);
    const auto thisOne = role(from, TimeRole::thisOne);
    if (!end && !next && !thisOne)
        return std::nullopt;
    if (const auto month = end ? readMonth(from, true) : std::nullopt) {
        FoundTime found = moment(at, month->next, month, std::nullopt, std::nullopt);
        found.core = at;
        return found;
    }
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
    found.core = at;
    found.last = last;
    found.due = periodEnd(measure->unit, following);
    found.base = measure->unit == TimeRole::day ? TimeBase::day : TimeBase::wallClock;
    found.vague = !end && (measure->unit == TimeRole::day || measure->unit == TimeRole::year);
    found.dateKnown = true;
    return found;
}

// Thirds of a month, as letters of credit read these words (UCP 600, article 3).
std::optional<FoundTime> TimeReader::readMonthPart(std::size_t at) const
{
    const auto middle = role(at, TimeRole::middleOf);
    const auto lead = middle ? middle : role(at, TimeRole::startOf);
    const auto whole = role(at, TimeRole::middleMonth);
    auto month = whole ? nearest(whole->value, 1, whole->next)
        : lead         ? readMonth(skip(lead->next, {TimeRole::filler}), true)
                       : std::nullopt;
    if (!month)
        return std::nullopt;
    month->date.day = whole || middle ? lastOfMiddle : lastOfBeginning;
    FoundTime found = moment(at, month->next, month, std::nullopt, std::nullopt);
    found.core = at;
    return found;
}

// Only what announces a time makes one of the word: a Christmas card is none.
std::optional<FoundTime> TimeReader::readFeast(std::size_t at) const
{
    const std::size_t from = skip(at, {TimeRole::before, TimeRole::filler});
    const auto feast = from > at && role(at, TimeRole::before) ? role(from, TimeRole::feast) : std::nullopt;
    const auto date = feast ? nearest(feast->value / 100, feast->value % 100, feast->next) : std::nullopt;
    if (!date)
        return std::nullopt;
    FoundTime found = moment(at, date->next, date, std::nullopt, std::nullopt);
    found.core = from;
    return found;
}

Timestamp TimeReader::periodEnd(TimeRole unit, bool following) const
{
    const std::int64_t today = daysFromCivil(m_today);
    if (unit == TimeRole::year)
        return dayEnd({m_today.year + (following ? 1 : 0), 12, 31}, m_said.offsetMinutes());
    if (unit == TimeRole::day)
        return dayEnd(civilFromDays(today + (following ? 1 : 0)), m_said.offsetMinutes());
    if (unit == TimeRole::week)
        return dayEnd(civilFromDays(today + 6 - weekdayOf(today) + (following ? 7 : 0)), m_said.offsetMinutes());
    const int month = m_today.month + (following ? 2 : 1);
    const CivilDate first{m_today.year + (month > 12 ? 1 : 0), month > 12 ? month - 12 : month, 1};
    return dayEnd(civilFromDays(daysFromCivil(first) - 1), m_said.offsetMinutes());
}

} // namespace foreword
