// When a promise is due where the customer lives, by the shipped charter's calendar.
#include <algorithm>

#include <QTest>

#include "core/desk/definitions.h"
#include "core/desk/promise_times.h"
#include "tests/core/annotate/reading.h"

using namespace foreword;
using namespace foreword::test;

class PromiseTimesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void due_data();
    void due();
};

void PromiseTimesTest::due_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("due");
    const auto row = [](const char* name, const char* country, const char* said, const char* text, const char* due) {
        QTest::newRow(name) << country << said << text << due;
    };
    const char* thursday = "2026-04-02T10:00:00Z"; // Good Friday and Easter Monday follow
    row("holidays are no working days", "GB", thursday, "We will refund you within 2 working days.", "2026-04-08T23:59:59+01:00");
    row("holidays are days", "GB", thursday, "We will refund you within 2 days.", "2026-04-04T23:59:59+01:00");
    row("those of the country", "DE", "2026-05-13T10:00:00Z", "We will refund you within 1 working day.", "2026-05-15T23:59:59+02:00");
    row("and of no other", "GB", "2026-05-13T10:00:00Z", "We will refund you within 1 working day.", "2026-05-14T23:59:59+01:00");
    row("an unknown country has the calendar's own", "", thursday, "We will refund you within 2 working days.",
        "2026-04-08T23:59:59+01:00");
    row("the clock on the wall there", "DE", "2026-11-03T09:00:00Z", "The technician visit is booked for 5 November at 14:00.",
        "2026-11-05T14:00:00+01:00");
    row("in summer too", "DE", "2026-06-03T09:00:00Z", "The technician visit is booked for 5 June at 14:00.", "2026-06-05T14:00:00+02:00");
    row("half an hour is half an hour", "DE", "2026-11-03T09:00:00Z", "We will call you in 30 minutes.", "2026-11-03T09:30:00Z");
    row("tomorrow there", "DE", "2026-11-03T23:30:00Z", "We'll call you back tomorrow.", "2026-11-05T23:59:59+01:00");
    row("tomorrow at noon", "DE", "2026-11-03T12:30:00Z", "We'll call you back tomorrow.", "2026-11-04T23:59:59+01:00");
    row("tomorrow there, when clocks went back", "GB", "2026-10-24T23:30:00Z", "We'll call you back tomorrow.", "2026-10-26T23:59:59Z");
    row("a country that is not listed", "JP", "2026-11-03T23:30:00Z", "We'll call you back tomorrow.", "2026-11-04T23:59:59Z");
}

void PromiseTimesTest::due()
{
    QFETCH(QString, country);
    QFETCH(QString, said);
    QFETCH(QString, text);
    QFETCH(QString, due);
    const auto definitions = loadBuiltInDefinitions();
    QVERIFY(definitions.has_value());
    History history = test::history({agent(text.toStdString(), said.toStdString())});
    CustomerRecord& record = history.records.emplace_back();
    record.key = {"crm", "C-1"};
    record.addresses.push_back({});
    record.addresses.back().country = country.toStdString();
    const auto read = [&] {
        readPromisesAtHome(history, (*definitions)->charter.calendar());
        const auto promise = std::ranges::find(history.messages.front().annotations, AnnotationKind::promise, &Annotation::kind);
        return promise == history.messages.front().annotations.end() || !promise->due ? std::string() : promise->due->toString();
    };
    QCOMPARE(QString::fromStdString(read()), due);
    QCOMPARE(QString::fromStdString(read()), due); // twice is once
}

QTEST_APPLESS_MAIN(PromiseTimesTest)
#include "test_promise_times.moc"
