#include <random>

#include <QTest>

#include "core/base/timestamp.h"

using namespace foreword;

class TestTimestamp : public QObject {
    Q_OBJECT

private slots:
    void readsRfc3339_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("micros");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("epoch") << QByteArray("1970-01-01T00:00:00Z") << qint64(0) << QByteArray("1970-01-01T00:00:00Z");
        QTest::newRow("offset") << QByteArray("2026-11-09T10:02:00+01:00") << qint64(1794214920) * 1000000
                                << QByteArray("2026-11-09T10:02:00+01:00");
        QTest::newRow("negative offset") << QByteArray("1969-12-31T19:00:00-05:00") << qint64(0) << QByteArray("1969-12-31T19:00:00-05:00");
        QTest::newRow("fraction") << QByteArray("1970-01-01T00:00:01.25Z") << qint64(1250000) << QByteArray("1970-01-01T00:00:01.25Z");
        QTest::newRow("long fraction") << QByteArray("1970-01-01T00:00:00.1234567Z") << qint64(123456)
                                       << QByteArray("1970-01-01T00:00:00.123456Z");
        QTest::newRow("before epoch") << QByteArray("1969-12-31T23:59:59.5Z") << qint64(-500000) << QByteArray("1969-12-31T23:59:59.5Z");
        QTest::newRow("leap day") << QByteArray("2024-02-29T12:00:00Z") << qint64(1709208000) * 1000000
                                  << QByteArray("2024-02-29T12:00:00Z");
        QTest::newRow("small letters") << QByteArray("1970-01-01t00:00:00z") << qint64(0) << QByteArray("1970-01-01T00:00:00Z");
    }

    void readsRfc3339()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, micros);
        QFETCH(QByteArray, written);
        const auto time = Timestamp::parse(text.toStdString());
        QVERIFY(time);
        QCOMPARE(qint64(time->micros()), micros);
        QCOMPARE(QByteArray::fromStdString(time->toString()), written);
    }

    void refusesWhatIsNotATime_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"", "2026-11-09", "2026-11-09T10:02:00", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z",
              "2026-11-09T24:00:00Z", "2026-11-09T10:60:00Z", "2026-11-09T10:02:00+25:00", "2026-11-09T10:02:00+0100",
              "2026-11-09T10:02:00Zx", "2026-11-09T10:02:00.Z", " 2026-11-09T10:02:00Z", "0000-01-01T00:00:00Z", "2026-11-09T10:02Z"})
            QTest::newRow(text) << QByteArray(text);
    }

    void refusesWhatIsNotATime()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!Timestamp::parse(text.toStdString()));
    }

    void everyDayOfFourCenturiesGoesThereAndBack()
    {
        CivilDate before{};
        for (std::int64_t day = -140000; day < 60000; ++day) {
            const auto date = civilFromDays(day);
            QCOMPARE(daysFromCivil(date), day);
            QVERIFY(before < date || day == -140000);
            before = date;
        }
    }

    void keepsTheInstantAcrossOffsets()
    {
        std::mt19937_64 random(7);
        for (int i = 0; i < 2000; ++i) {
            const auto micros = std::int64_t(random() % 4'000'000'000'000'000);
            const int offset = int(random() % (28 * 60)) - 14 * 60;
            const auto time = Timestamp::fromMicros(micros, offset);
            const auto again = Timestamp::parse(time.toString());
            QVERIFY(again);
            QCOMPARE(again->micros(), micros);
            QCOMPARE(again->offsetMinutes(), offset);
            QCOMPARE(time, time.atOffset(0));
        }
    }

    void knowsWeekdayOfTheLocalDate()
    {
        QCOMPARE(Timestamp::parse("2026-11-09T10:00:00+01:00")->weekday(), 0); // a Monday
        QCOMPARE(Timestamp::parse("2026-11-08T23:30:00Z")->weekday(), 6);
        QCOMPARE(Timestamp::parse("2026-11-08T23:30:00Z")->atOffset(60).weekday(), 0);
    }

    void readsDates()
    {
        QCOMPARE(parseDate("1981-04-12"), (std::optional<CivilDate>(CivilDate{1981, 4, 12})));
        QVERIFY(!parseDate("1981-4-12"));
        QVERIFY(!parseDate("1981-02-30"));
        QVERIFY(!parseDate("1981-04-12T00:00:00Z"));
    }
};

QTEST_GUILESS_MAIN(TestTimestamp)
#include "test_timestamp.moc"
