// Which tickets changed since a moment, asked of a server that reads dates by another clock.

#include <QTest>

#include "core/base/error_catalog.h"
#include "core/sources/request_tracker/rt_zone.h"
#include "fake_tracker.h"

using namespace foreword;
using nlohmann::json;

namespace {

Timestamp at(const std::string& text)
{
    return *Timestamp::parse(text);
}

json ticketLike(const json& pattern, int id, Timestamp updatedAt)
{
    auto ticket = pattern;
    ticket["id"] = std::to_string(id);
    ticket["LastUpdated"] = updatedAt.atOffset(0).toString();
    return ticket;
}

// Says of the account what a test wants said: its zone, or that it may not be looked at.
void sayZone(FakeTracker& tracker, const std::string& zone)
{
    tracker.answers["user"]["Timezone"] = zone;
}

} // namespace

class TestRequestTrackerChanges : public QObject {
    Q_OBJECT

    // When tickets changed around a moment, in minutes: past every clock, and closely at the moment.
    static std::vector<int> changes()
    {
        std::vector<int> minutes;
        for (int hour = -30; hour <= 30; ++hour) {
            for (int quarter = 0; quarter < (std::abs(hour) < 2 ? 60 : 15); quarter += 15)
                minutes.push_back(hour * 60 + quarter);
        }
        return minutes;
    }

    // A tracker with these tickets, on a clock.
    static std::unique_ptr<FakeTracker> around(Timestamp moment, const std::string& zone)
    {
        auto tracker = std::make_unique<FakeTracker>();
        tracker->shelf = std::make_shared<TicketShelf>(zone);
        const auto pattern = tracker->answers["tickets"]["items"][0];
        int id = 0;
        for (const int minutes : changes())
            tracker->shelf->put(ticketLike(pattern, ++id, moment.plusMinutes(minutes)));
        sayZone(*tracker, zone);
        return tracker;
    }

    // The tickets of `around` from the moment on, one by one.
    static void expectFromTheMomentOn(const Pulled& pulled)
    {
        QVERIFY2(pulled.outcome.has_value(), pulled.outcome ? "" : englishMessage(pulled.outcome.error()).c_str());
        const auto minutes = changes();
        const auto older = std::size_t(std::ranges::find(minutes, 0) - minutes.begin());
        QCOMPARE(pulled.interactions.size(), minutes.size() - older);
        for (std::size_t i = older; i < minutes.size(); ++i)
            QCOMPARE(pulled.interactions.at(i - older).key.id, std::to_string(i + 1));
    }

    static std::string dateAsked(const FakeTracker& tracker)
    {
        const auto query = queryField(tracker.request("tickets"), "query");
        const auto quote = query.find('\'');
        return query.substr(quote + 1, 19);
    }

    static void clocks()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("moment");
        QTest::addColumn<int>("tooEarly"); // minutes
        const auto row = [](const char* name, const char* zone, const char* moment, int tooEarly) {
            QTest::newRow(name) << zone << moment << tooEarly;
        };
        row("UTC", "UTC", "2026-11-10T12:00:00Z", 0);
        row("east", "Europe/Berlin", "2026-11-10T12:00:00Z", 0);
        row("east in summer", "Europe/Berlin", "2026-07-10T12:00:00Z", 0);
        row("west", "America/New_York", "2026-11-10T12:00:00Z", 0);
        row("half an hour", "Asia/Kolkata", "2026-11-10T12:00:00Z", 0);
        row("half an hour west", "America/St_Johns", "2026-07-10T12:00:00Z", 0);
        row("three quarters", "Asia/Kathmandu", "2026-11-10T12:00:00Z", 0);
        row("furthest east", "Pacific/Kiritimati", "2026-11-10T12:00:00Z", 0);
        row("furthest west", "Etc/GMT+12", "2026-11-10T12:00:00Z", 0);
        // Where clocks change within hours, up to the change too early and never too late.
        for (int hour = 0; hour < 24; hour += 1) {
            const auto text = QString("2026-10-%1T%2:00:00Z").arg(hour < 12 ? 24 : 25).arg((hour + 12) % 24, 2, 10, QChar('0'));
            QTest::newRow(qPrintable("Berlin back " + text)) << "Europe/Berlin" << text << 60;
            QTest::newRow(qPrintable("Lord Howe forth " + QString(text).replace("-10-24", "-10-03").replace("-10-25", "-10-04")))
                << "Australia/Lord_Howe" << QString(text).replace("-10-24", "-10-03").replace("-10-25", "-10-04") << 30;
        }
        for (int hour = 0; hour < 24; hour += 1) {
            const auto text = QString("2026-03-%1T%2:30:00Z").arg(hour < 12 ? 28 : 29).arg((hour + 12) % 24, 2, 10, QChar('0'));
            QTest::newRow(qPrintable("Berlin forth " + text)) << "Europe/Berlin" << text << 60;
            QTest::newRow(qPrintable("New York forth " + QString(text).replace("-03-28", "-03-08").replace("-03-29", "-03-09")))
                << "America/New_York" << QString(text).replace("-03-28", "-03-08").replace("-03-29", "-03-09") << 60;
            QTest::newRow(qPrintable("Los Angeles back " + QString(text).replace("-03-28", "-11-01").replace("-03-29", "-11-02")))
                << "America/Los_Angeles" << QString(text).replace("-03-28", "-11-01").replace("-03-29", "-11-02") << 60;
        }
    }

private slots:
    void findsEverythingSinceAMoment_data() { clocks(); }
    void findsEverythingSinceAMoment()
    {
        QFETCH(QString, zone);
        QFETCH(QString, moment);
        QFETCH(int, tooEarly);
        const auto since = at(moment.toStdString());
        const auto tracker = around(since, zone.toStdString());
        const auto source = tracker->source();
        const Pulled pulled(*source, {{}, since});
        expectFromTheMomentOn(pulled);
        const auto meant = tracker->shelf->meaningOf(dateAsked(*tracker));
        QVERIFY(meant <= since);
        QVERIFY2(meant >= since.plusMinutes(-tooEarly), meant.toString().c_str());
        // The account's zone was believed after one look at what it leaves out.
        QCOMPARE(std::ranges::count(tracker->questions(), "changes"), 2);
    }

    void measuresWhereTheAccountNamesNoZone_data() { clocks(); }
    void measuresWhereTheAccountNamesNoZone()
    {
        QFETCH(QString, zone);
        QFETCH(QString, moment);
        const auto since = at(moment.toStdString());
        const auto tracker = around(since, zone.toStdString());
        sayZone(*tracker, "");
        const auto source = tracker->source();
        const Pulled pulled(*source, {{}, since});
        expectFromTheMomentOn(pulled);
        // Not by asking for a day too much.
        QVERIFY(tracker->shelf->meaningOf(dateAsked(*tracker)) >= since.plusMinutes(-180));
        QVERIFY(std::ranges::count(tracker->questions(), "changes") <= 12);
    }

    // The server's data of zones may be another, the account's record stale.
    void doesNotBelieveAWrongZone_data()
    {
        QTest::addColumn<QString>("said");
        QTest::newRow("too far east") << "Asia/Tokyo";
        QTest::newRow("too far west") << "America/New_York";
        QTest::newRow("no zone at all") << "Middle/Earth";
    }
    void doesNotBelieveAWrongZone()
    {
        QFETCH(QString, said);
        const auto since = at("2026-11-10T12:00:00Z");
        const auto tracker = around(since, "Europe/Berlin");
        sayZone(*tracker, said.toStdString());
        const auto source = tracker->source();
        expectFromTheMomentOn(Pulled(*source, {{}, since}));
    }

    void anAccountThatMayNotBeLookedAt()
    {
        const auto since = at("2026-11-10T12:00:00Z");
        const auto tracker = around(since, "Asia/Kolkata");
        tracker->instead = [](const std::string& question, const ServedRequest&) -> std::optional<std::string> {
            return question == "user" ? std::optional(httpAnswer(404, "{}")) : std::nullopt;
        };
        const auto source = tracker->source();
        expectFromTheMomentOn(Pulled(*source, {{}, since}));
    }

    // Nothing measured fits: a day too much is asked for, and nothing too much is given.
    void aServerThatReadsDatesAsItLikes()
    {
        const auto since = at("2026-11-10T12:00:00Z");
        const auto tracker = around(since, "UTC");
        tracker->answers["changes"] = tracker->answers["tickets"];
        auto& newest = tracker->answers["changes"]["items"];
        newest = json::array({{{"id", "5"}, {"LastUpdated", "2026-11-11T00:00:00Z"}}});
        const auto source = tracker->source();
        expectFromTheMomentOn(Pulled(*source, {{}, since}));
        QCOMPARE(dateAsked(*tracker), "2026-11-10 00:00:00");
    }

    void nothingThereYet()
    {
        FakeTracker tracker;
        tracker.shelf = std::make_shared<TicketShelf>();
        const auto source = tracker.source();
        const Pulled pulled(*source, {{}, at("2026-11-10T12:00:00Z")});
        QVERIFY(pulled.outcome.has_value());
        QVERIFY(pulled.interactions.empty());
        QVERIFY(!pulled.outcome->settledUntil);
    }

    void goesOnByTheServersClock()
    {
        const auto tracker = around(at("2026-11-10T12:00:00Z"), "Europe/Berlin");
        tracker->setTime(at("2026-11-12T08:00:00Z"));
        const auto source = tracker->source();
        QVERIFY(*Pulled(*source, {}).outcome->settledUntil == at("2026-11-12T07:55:00Z"));
        // Without one, by its newest ticket.
        tracker->setTime({});
        QVERIFY(*Pulled(*source, {}).outcome->settledUntil == at("2026-11-11T17:55:00Z"));
        // One customer is not everything.
        QVERIFY(!Pulled(*source, {helen, {}}).outcome->settledUntil);
    }

    void aChangeInTheVerySecond()
    {
        const auto since = at("2026-11-10T12:00:00Z");
        FakeTracker tracker;
        tracker.shelf = std::make_shared<TicketShelf>("Europe/Berlin");
        sayZone(tracker, "Europe/Berlin");
        const auto pattern = tracker.answers["tickets"]["items"][0];
        tracker.shelf->put(ticketLike(pattern, 1, since.plusMicros(-1'000'000)));
        tracker.shelf->put(ticketLike(pattern, 2, since));
        const auto source = tracker.source();
        const Pulled pulled(*source, {{}, since});
        QCOMPARE(pulled.interactions.size(), 1U);
        QCOMPARE(pulled.interactions.at(0).key.id, "2");
    }

    void zonesByName()
    {
        QVERIFY(!RtZone::named(""));
        QVERIFY(!RtZone::named("Middle/Earth"));
        const auto berlin = RtZone::named("Europe/Berlin");
        QVERIFY(berlin.has_value());
        QCOMPARE(berlin->dateFor(at("2026-07-01T12:00:00Z")), "2026-07-01 14:00:00");
        QCOMPARE(berlin->dateFor(at("2026-12-31T23:30:00Z")), "2027-01-01 00:30:00");
        QCOMPARE(berlin->dateFor(at("1880-01-01T00:00:00.5Z")), "1880-01-01 00:53:00");
        QCOMPARE(RtZone::fixed(-150).dateFor(at("2026-01-01T01:00:00Z")), "2025-12-31 22:30:00");
    }
};

QTEST_GUILESS_MAIN(TestRequestTrackerChanges)
#include "test_request_tracker_changes.moc"
