// Numbers, dates and times as the agent reads them: by the locale, and relative to the time
// of the desk where that is shorter. A cheap value that is copied into views. Any thread.
#pragma once

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include "core/base/timestamp.h"

namespace foreword {

class Wording {
    Q_DECLARE_TR_FUNCTIONS(foreword::Wording)

public:
    // Which wall clock is shown. A sample that stands still keeps the clock of its sources,
    // so that its story reads the same everywhere.
    enum class Zone { machine, asWritten };

    Wording(const QLocale& locale, Zone zone, Timestamp now);

    const QLocale& locale() const { return m_locale; }
    Timestamp now() const { return m_now; }
    Zone zone() const { return m_zone; }

    QString number(qint64 value) const { return m_locale.toString(value); }
    QString time(Timestamp at) const;     // "10:02"
    QString date(Timestamp at) const;     // "7 Nov", "7 Nov 2025" in another year
    QString fullDate(Timestamp at) const; // "7 Nov 2026"
    QString day(Timestamp at) const;      // "Today", "Yesterday" or the date
    QString dayTime(Timestamp at) const;  // "Today 10:02", "7 Nov 16:20"
    QString rowTime(Timestamp at) const;  // as dayTime; in another year the date alone
    QString deadline(Timestamp at) const; // as dayTime; without 00:00, and a day's end as its day
    QString since(Timestamp at) const;    // "2 min", "3 h", "4 d": how long somebody waits
    QString recently(Timestamp at) const; // "09:41" today, "Fri" this week, else the date
    QString ago(Timestamp at) const;      // "8 s ago"
    QString duration(Timestamp from, Timestamp to) const; // "4 min"
    int daysUntil(const CivilDate& date) const;
    QString civilDate(const CivilDate& date) const; // "12 Apr 1981"
    // "a, b and c", by the locale.
    QString list(const QStringList& parts) const { return m_locale.createSeparatedList(parts); }
    QDate localDate(Timestamp at) const { return wall(at).date(); }

private:
    QDateTime wall(Timestamp at) const;
    QString dateText(const QDate& date, bool year) const;

    QLocale m_locale;
    Zone m_zone;
    Timestamp m_now;
};

// The locale of the machine; where it says nothing ("C"), British English: day before month
// and 24 hours.
QLocale agentLocale();

} // namespace foreword
