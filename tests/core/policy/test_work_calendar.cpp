#include <QtTest>

#include "core/base/resources.h"
#include "core/policy/charter.h"

using namespace foreword;

namespace {

const WorkCalendar& calendar()
{
    static const auto words = Dictionary::load(embeddedFile("dictionary.toml").value(), "dictionary.toml");
    static const auto charter = Charter::load(embeddedFile("charter.toml").value(), "charter.toml", *words, {2026, 11, 9});
    if (!charter)
        qFatal("the shipped charter does not load");
    return charter->calendar();
}

std::string after(const char* from, int days, const char* country)
{
    return calendar().afterWorkingDays(*Timestamp::parse(from), days, country).toString();
}

} // namespace

class TestWorkCalendar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void weekendsDoNotCount()
    {
        // Thursday: Friday is the first, Monday the second; over at the midnight after it.
        QCOMPARE(after("2026-03-05T09:14:00Z", 2, "GB"), std::string("2026-03-10T00:00:00Z"));
        QCOMPARE(after("2026-03-05T09:14:00Z", 10, "GB"), std::string("2026-03-20T00:00:00Z"));
    }

    void holidaysAreOfTheCountry()
    {
        // Easter Monday is a working day in the United States.
        QCOMPARE(after("2026-04-02T10:00:00+01:00", 1, "GB"), std::string("2026-04-08T00:00:00+01:00"));
        QCOMPARE(after("2026-04-02T10:00:00-04:00", 1, "US"), std::string("2026-04-04T00:00:00-04:00"));
    }

    void daysBeginWhereTheCustomerIs()
    {
        // Half past eleven in London is the next day in Berlin.
        QCOMPARE(after("2026-06-03T23:30:00Z", 1, "DE"), std::string("2026-06-06T00:00:00+02:00"));
        QCOMPARE(after("2026-06-03T21:30:00Z", 1, "GB"), std::string("2026-06-05T00:00:00+01:00"));
    }

    void clocksMayChangeInBetween() { QCOMPARE(after("2026-03-27T12:00:00Z", 1, "GB"), std::string("2026-03-31T00:00:00+01:00")); }

    void unlistedCountryHasTheCharters()
    {
        QCOMPARE(after("2026-04-02T10:00:00Z", 1, "SE"), after("2026-04-02T10:00:00Z", 1, "GB"));
        QCOMPARE(WorkCalendar().afterWorkingDays(*Timestamp::parse("2026-04-02T10:00:00Z"), 1, "GB").toString(),
                 std::string("2026-04-04T00:00:00Z"));
    }
};

QTEST_GUILESS_MAIN(TestWorkCalendar)
#include "test_work_calendar.moc"
