#include "ui/text/wording.h"

#include <algorithm>

#include "ui/text/strings.h"

namespace foreword {
namespace {

constexpr std::int64_t microsPerSecond = 1'000'000;

// Where the locale puts the month first (United States), so does a short date.
bool monthFirst(const QLocale& locale)
{
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    return format.indexOf(u'M') < format.indexOf(u'd') && format.indexOf(u'y') > format.indexOf(u'M');
}

} // namespace

QLocale agentLocale()
{
    const QLocale system = QLocale::system();
    return system.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedKingdom) : system;
}

Wording::Wording(const QLocale& locale, Zone zone, Timestamp now) : m_locale(locale), m_zone(zone), m_now(now) {}

QDateTime Wording::wall(Timestamp at) const
{
    const auto utc = QDateTime::fromMSecsSinceEpoch(at.micros() / 1000, Qt::UTC);
    return m_zone == Zone::machine ? utc.toLocalTime() : utc.toOffsetFromUtc(at.offsetMinutes() * 60);
}

QString Wording::dateText(const QDate& date, bool year) const
{
    //: Format of a short date, day before month. See Qt's date format expressions.
    const QString dayFirst = year ? tr("d MMM yyyy") : tr("d MMM");
    //: Format of a short date where the locale puts the month first.
    const QString reversed = year ? tr("MMM d, yyyy") : tr("MMM d");
    return m_locale.toString(date, monthFirst(m_locale) ? reversed : dayFirst);
}

QString Wording::time(Timestamp at) const
{
    return m_locale.toString(wall(at).time(), QLocale::ShortFormat);
}

QString Wording::date(Timestamp at) const
{
    const QDate date = wall(at).date();
    return dateText(date, date.year() != wall(m_now).date().year());
}

QString Wording::fullDate(Timestamp at) const
{
    return dateText(wall(at).date(), true);
}

QString Wording::day(Timestamp at) const
{
    switch (wall(at).date().daysTo(wall(m_now).date())) {
    case 0: return tr("Today");
    case 1: return tr("Yesterday");
    default: return date(at);
    }
}

QString Wording::dayTime(Timestamp at) const
{
    //: A day, such as "Today" or "7 Nov", and a time.
    return tr("%1 %2").arg(day(at), time(at));
}

QString Wording::rowTime(Timestamp at) const
{
    return wall(at).date().year() == wall(m_now).date().year() ? dayTime(at) : date(at);
}

QString Wording::deadline(Timestamp at) const
{
    const QTime clock = wall(at).time();
    const bool wholeDay = clock == QTime(0, 0) || clock >= QTime(23, 59);
    return wholeDay ? day(at) : dayTime(at);
}

QString Wording::since(Timestamp at) const
{
    const std::int64_t seconds = std::max<std::int64_t>(0, (m_now.micros() - at.micros()) / microsPerSecond);
    if (seconds < 60)
        return tr("now");
    if (seconds < 3600)
        return tr("%n min", nullptr, static_cast<int>(seconds / 60));
    if (seconds < 86'400)
        return tr("%n h", nullptr, static_cast<int>(seconds / 3600));
    return tr("%n d", "days, short", static_cast<int>(std::min<std::int64_t>(seconds / 86'400, 99'999)));
}

QString Wording::recently(Timestamp at) const
{
    const QDate date = wall(at).date();
    const auto days = date.daysTo(wall(m_now).date());
    if (days == 0)
        return time(at);
    if (days > 0 && days < 7)
        return m_locale.standaloneDayName(date.dayOfWeek(), QLocale::ShortFormat);
    return this->date(at);
}

QString Wording::ago(Timestamp at) const
{
    const std::int64_t seconds = std::max<std::int64_t>(0, (m_now.micros() - at.micros()) / microsPerSecond);
    if (seconds < 60)
        return tr("%n s ago", nullptr, static_cast<int>(seconds));
    if (seconds < 3600)
        return tr("%n min ago", nullptr, static_cast<int>(seconds / 60));
    if (seconds < 86'400)
        return tr("%n h ago", nullptr, static_cast<int>(seconds / 3600));
    return tr("on %1").arg(date(at));
}

QString Wording::duration(Timestamp from, Timestamp to) const
{
    const std::int64_t minutes = std::max<std::int64_t>(0, (to.micros() - from.micros()) / microsPerSecond + 30) / 60;
    if (minutes < 1)
        return tr("under 1 min");
    if (minutes < 60)
        return tr("%n min", nullptr, static_cast<int>(minutes));
    return tr("%1 h %2 min").arg(number(minutes / 60), number(minutes % 60));
}

int Wording::daysUntil(const CivilDate& date) const
{
    return static_cast<int>(wall(m_now).date().daysTo(QDate(date.year, date.month, date.day)));
}

QString Wording::civilDate(const CivilDate& date) const
{
    return dateText(QDate(date.year, date.month, date.day), true);
}

} // namespace foreword
