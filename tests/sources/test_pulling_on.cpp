// Pulls that go on where the last one ended: whatever changes between and during them, and
// wherever one breaks, the store ends as after one pull of everything.

#include <random>

#include <QTest>

#include "core/desk/puller.h"
#include "site.h"

using namespace foreword;
using nlohmann::json;

namespace {

std::int64_t writes(const PullOutcome& outcome)
{
    std::int64_t sum = 0;
    for (const auto& [type, counts] : outcome.stored.byType)
        sum += counts.added + counts.updated;
    return sum;
}

// A helpdesk that works on while it is asked.
class Helpdesk {
public:
    Helpdesk(FakeTracker& tracker, const std::string& zone, Timestamp now, unsigned seed)
        : m_tracker(tracker), m_pattern(tracker.answers["tickets"]["items"][0]), m_now(now), m_random(seed)
    {
        m_pattern["Requestor"][0]["LastUpdated"] = "2026-01-01T00:00:00Z";
        tracker.shelf = std::make_shared<TicketShelf>(zone);
        tracker.answers["user"]["Timezone"] = zone;
        tracker.answers["merged"]["items"] = json::array(); // a number that this helpdesk gives anew
        pass(0);
    }

    int below(int end) { return int(m_random() % unsigned(end)); }
    void pass(int seconds)
    {
        m_now = m_now.plusMicros(std::int64_t(seconds) * 1'000'000);
        m_tracker.setTime(m_now);
    }
    // Something old or new changes; the time it carries is when the work on it began.
    void change(std::size_t subjectBytes = 0)
    {
        const bool fresh = m_changedAt.empty() || below(3) == 0;
        if (fresh)
            m_changedAt.emplace_back();
        const auto number = fresh ? m_changedAt.size() - 1 : std::size_t(below(int(m_changedAt.size())));
        auto& changedAt = m_changedAt[number];
        changedAt = std::max(changedAt, m_now.plusMicros(-std::int64_t(below(200)) * 1'000'000));
        auto ticket = m_pattern;
        ticket["id"] = std::to_string(number + 1);
        ticket["Subject"] = "Change " + std::to_string(++m_changes) + std::string(subjectBytes, '.');
        ticket["LastUpdated"] = changedAt.toString();
        m_tracker.shelf->put(std::move(ticket));
    }

private:
    FakeTracker& m_tracker;
    json m_pattern;
    Timestamp m_now;
    std::mt19937 m_random;
    std::vector<Timestamp> m_changedAt; // by number, from 1
    int m_changes = 0;
};

} // namespace

class TestPullingOn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsAsOnePullOfEverything_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("start");
        QTest::addColumn<int>("seed");
        const auto rows = [](const char* zone, const char* start) {
            for (int seed = 0; seed < 3; ++seed)
                QTest::newRow(qPrintable(QString("%1 %2").arg(zone).arg(seed))) << zone << start << seed;
        };
        rows("Europe/Berlin", "2026-10-24T18:00:00Z"); // clocks go back
        rows("America/New_York", "2026-03-08T00:00:00Z"); // clocks go forth
        rows("Asia/Kolkata", "2026-06-01T00:00:00Z");
        rows("Australia/Lord_Howe", "2026-10-03T08:00:00Z");
    }

    void endsAsOnePullOfEverything()
    {
        QFETCH(QString, zone);
        QFETCH(QString, start);
        QFETCH(int, seed);
        FakeTracker tracker;
        Helpdesk helpdesk(tracker, zone.toStdString(), *Timestamp::parse(start.toStdString()), unsigned(seed));
        // While tickets are read, others change.
        int broken = -1;
        tracker.instead = [&](const std::string& question, const ServedRequest&) -> std::optional<std::string> {
            if (question == "tickets" && helpdesk.below(2) == 0)
                helpdesk.change();
            if (broken < 0)
                return std::nullopt;
            --broken;
            if (broken < 0)
                return httpAnswer(500, "");
            return std::nullopt;
        };
        Site site(tracker);
        for (int step = 0; step < 25; ++step) {
            for (int i = helpdesk.below(4); i > 0; --i)
                helpdesk.change();
            helpdesk.pass(1 + helpdesk.below(helpdesk.below(2) == 0 ? 30 : 5'000));
            broken = helpdesk.below(3) == 0 ? helpdesk.below(8) : -1;
            const auto before = site.settledUntil();
            const auto pulled = site.pull();
            // One that broke changes nothing about where to go on.
            if (!pulled)
                QVERIFY(site.settledUntil() == before);
            broken = -1;
            site.startAgain();
        }
        tracker.instead = nullptr;
        QVERIFY(must(site.pull()).since.has_value());

        Site fresh(tracker);
        QVERIFY(!must(fresh.pull()).since);
        QVERIFY(fresh.tickets().size() > 5);
        QVERIFY(site.tickets() == fresh.tickets());
        // What is asked for again is not written again.
        QCOMPARE(writes(must(site.pull())), 0);
        QCOMPARE(writes(must(site.pull({{}, Timestamp::parse("2026-01-01T00:00:00Z")}))), 0);
    }

    // Another program holds the lock while a batch is written, and lets go a moment later.
    void whatCouldNotBeWrittenIsNotWrittenEmptied()
    {
        FakeTracker tracker;
        Helpdesk helpdesk(tracker, "Europe/Berlin", *Timestamp::parse("2026-11-10T12:00:00Z"), 1);
        // More than is written at once, long before the last comes.
        for (int i = 0; i < 750; ++i)
            helpdesk.change(90'000);
        Site site(tracker);
        const auto writer = must(site.temporary.workspace()->connect(Access::write));
        const auto other = must(site.temporary.workspace()->connect(Access::write));
        writer->setBusyTimeout(std::chrono::milliseconds(0));
        std::optional<Transaction> lock;
        int calls = 0, after = 0;
        const OnWriter onWriter = [&](const std::function<Result<>(Connection&)>& work) {
            if (calls++ == 1) // the first asks for the source
                lock.emplace(must(Transaction::write(*other)));
            auto done = work(*writer);
            if (after > 0 || !done) {
                lock.reset();
                ++after;
            }
            return done;
        };
        Puller puller(onWriter, *site.definitions, *site.clock);
        const auto pulled = puller.pull("helpdesk", {}, {});
        QCOMPARE(pulled.error().code, ErrorCode::workspace_busy);
        QVERIFY(after > 2); // it failed on the way, and what was left was written at the end
        for (const auto person : must(PersonTable(*writer).all())) {
            const auto history = must(readHistory(*writer, person, {}));
            for (const auto& record : history.records)
                QVERIFY(!record.key.id.empty());
        }
        must(puller.pull("helpdesk", {}, {}));
        QVERIFY(site.tickets().size() > 200);
    }

    void sinceLeavesNoGap()
    {
        FakeTracker tracker;
        const auto noon = *Timestamp::parse("2026-11-10T12:00:00Z");
        Helpdesk helpdesk(tracker, "Europe/Berlin", noon, 1);
        helpdesk.change();
        Site site(tracker);
        // A first look at the newest is not everything.
        must(site.pull({{}, noon.plusMinutes(-1)}));
        QVERIFY(!site.settledUntil());
        // Neither is one customer.
        must(site.pull({helen, {}}));
        QVERIFY(!site.settledUntil());
        must(site.pull());
        QVERIFY(site.settledUntil() == noon.plusMinutes(-5));
        helpdesk.pass(7'200);
        must(site.pull({{}, noon.plusMinutes(60)}));
        QVERIFY(site.settledUntil() == noon.plusMinutes(-5));
        must(site.pull({{}, noon.plusMinutes(-60)}));
        QVERIFY(site.settledUntil() == noon.plusMinutes(115));
    }

    // How old the copies of all others are is told by the last pull of everybody.
    void oneCustomerMakesNobodyElseFresh()
    {
        FakeTracker tracker;
        Site site(tracker);
        const auto lastPull = [&] { return must(site.bench->sources()).at(0).lastPullAt; };
        must(site.pull({helen, {}}));
        const auto first = lastPull(); // of nobody else so far
        QVERIFY(first.has_value());
        site.clock->pass(std::chrono::hours(1));
        must(site.pull());
        const auto ofAll = lastPull();
        QVERIFY(*ofAll > *first);
        site.clock->pass(std::chrono::hours(1));
        must(site.pull({helen, {}}));
        QCOMPARE(lastPull()->toString(), ofAll->toString());
    }
};

QTEST_GUILESS_MAIN(TestPullingOn)
#include "test_pulling_on.moc"
