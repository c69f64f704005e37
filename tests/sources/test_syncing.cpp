// Sources kept in step on threads of their own, over a fake tracker.

#include <QTest>

#include <condition_variable>
#include <future>

#include "core/desk/sync_pace.h"
#include "core/desk/workspace_desk.h"
#include "site.h"

using namespace foreword;
using namespace std::chrono_literals;

namespace {

// What the desk tells of its only source, and a wait for what a test wants to hear.
class Listener {
public:
    void tell(const std::vector<SourceStatus>& sources)
    {
        const std::lock_guard lock(m_mutex);
        m_sources = sources;
        m_wake.notify_all();
    }
    bool hears(const std::function<bool(const SourceStatus&)>& wanted)
    {
        std::unique_lock lock(m_mutex);
        return m_wake.wait_for(lock, 30s, [&] { return m_sources.size() == 1 && wanted(m_sources[0]); });
    }
    bool hearsCount(std::size_t count)
    {
        std::unique_lock lock(m_mutex);
        return m_wake.wait_for(lock, 30s, [&] { return m_sources.size() == count; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<SourceStatus> m_sources;
};

// Holds whoever comes until it is opened.
class Gate {
public:
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_open = true;
        m_wake.notify_all();
    }
    void pass()
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, 30s, [&] { return m_open; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_open = false;
};

} // namespace

class TestSyncing : public QObject {
    Q_OBJECT

    // A desk whose callbacks come on the thread that has them: all here is made for that.
    static std::unique_ptr<Desk> deskOf(
        Site& site, std::function<std::chrono::milliseconds(const SyncPace&)> pause = [](const SyncPace&) { return 1h; })
    {
        DeskSetup setup{site.temporary.workspace(),
                        site.definitions,
                        site.clock,
                        [](const std::function<void()>& job) { job(); },
                        {},
                        true,
                        std::move(pause)};
        return makeWorkspaceDesk(std::move(setup));
    }
    static void follow(Desk& desk, Listener& listener)
    {
        desk.followSync({}, [&](const std::vector<SourceStatus>& sources) { listener.tell(sources); });
    }
    // Asking for the questions hands it over to the server's thread: both take one lock.
    static void say(FakeTracker& tracker, decltype(FakeTracker::instead) instead)
    {
        tracker.instead = std::move(instead);
        (void)tracker.questions();
    }
    static bool synced(const SourceStatus& status) { return status.lastSuccess && !status.running; }

private Q_SLOTS:
    void pullsAtOnceAndWhenAsked()
    {
        FakeTracker tracker;
        tracker.setTime(Timestamp::parse("2026-11-23T12:00:00Z"));
        Site site(tracker, "2026-11-23T12:00:00Z");
        Listener listener;
        auto desk = deskOf(site);
        follow(*desk, listener);
        QVERIFY(listener.hears(synced));
        QVERIFY(listener.hears([](const auto& s) { return s.records == 13; }));
        QVERIFY(site.settledUntil().has_value());
        QCOMPARE(site.tickets().size(), 2U);
        site.clock->pass(60s);
        const auto later = site.clock->now();
        desk->syncNow();
        QVERIFY(listener.hears([&](const auto& s) { return synced(s) && *s.lastSuccess == later; }));
    }

    // By schedule: nobody asks, and the pause between is the pace's.
    void pullsAgainByItself()
    {
        FakeTracker tracker;
        Site site(tracker);
        std::atomic<int> pauses = 0;
        auto desk = deskOf(
            site, [&](const SyncPace& pace) -> std::chrono::milliseconds { return pace.interval == 15min && ++pauses <= 3 ? 0ms : 1h; });
        Listener listener;
        follow(*desk, listener);
        QTRY_COMPARE_WITH_TIMEOUT(pauses.load(), 4, 30'000);
        QVERIFY(listener.hears(synced));
        QCOMPARE(std::ranges::count(tracker.questions(), "merged"), 3);
    }

    // While somebody with an open ticket is on screen, and only then.
    void pullsMoreOftenWhileAttendedTo()
    {
        FakeTracker tracker;
        Site site(tracker, "2026-11-23T12:00:00Z");
        must(site.pull());
        const auto view = std::make_shared<const CustomerView>(must(site.bench->open(site.helen48(), {site.clock->now(), {}, {}}, {})));
        QVERIFY(std::ranges::count(view->history.interactions, InteractionStatus::open, &InteractionRecord::status) > 0);
        auto closed = *view;
        for (auto& interaction : closed.history.interactions)
            interaction.status = InteractionStatus::closed;
        const auto before = std::ranges::count(tracker.questions(), "merged");
        std::atomic<int> attended = 0, usual = 0;
        auto desk = deskOf(site, [&](const SyncPace& pace) -> std::chrono::milliseconds {
            ++(pace.attended ? attended : usual);
            return pace.attended && attended <= 3 ? 0ms : 1h;
        });
        QTRY_COMPARE_WITH_TIMEOUT(usual.load(), 2, 30'000); // it has pulled, and waits for its hour
        desk->attend(view);
        QTRY_COMPARE_WITH_TIMEOUT(attended.load(), 4, 30'000);
        QCOMPARE(usual.load(), 2);
        QCOMPARE(std::ranges::count(tracker.questions(), "merged") - before, 1 + 3);
        // From here on nothing is due; what is asked says who is attended to.
        desk->attend(std::make_shared<const CustomerView>(closed));
        QTRY_COMPARE_WITH_TIMEOUT(usual.load(), 3, 30'000);
        desk->attend(view);
        QTRY_COMPARE_WITH_TIMEOUT(attended.load(), 5, 30'000);
        desk->attend(nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(usual.load(), 4, 30'000);
    }

    void aFailureIsToldAndMendsItself()
    {
        FakeTracker tracker;
        std::atomic<bool> broken = true;
        say(tracker, [&](const std::string&, const ServedRequest&) { return broken ? std::optional(httpAnswer(500, "")) : std::nullopt; });
        Site site(tracker, "2026-11-23T12:00:00Z");
        std::atomic<int> failures = -1;
        auto desk = deskOf(site, [&](const SyncPace& pace) -> std::chrono::milliseconds {
            failures = pace.failures;
            return pace.failures == 1 ? 0ms : 1h;
        });
        Listener listener;
        follow(*desk, listener);
        QVERIFY(listener.hears([](const auto& s) { return !s.running && s.failingSince && s.lastError->code == ErrorCode::http_status; }));
        QTRY_COMPARE_WITH_TIMEOUT(failures.load(), 2, 30'000);
        broken = false;
        desk->syncNow();
        QVERIFY(listener.hears([&](const auto& s) { return synced(s) && !s.failingSince && !s.lastError; }));
        QTRY_COMPARE_WITH_TIMEOUT(failures.load(), 0, 30'000);
    }

    // A pull hangs in the network: the desk reads all the same, and can stop it, or end.
    void nothingWaitsForTheNetwork_data()
    {
        QTest::addColumn<bool>("stopped");
        QTest::newRow("stopped by hand") << true;
        QTest::newRow("the desk ends") << false;
    }

    void nothingWaitsForTheNetwork()
    {
        QFETCH(bool, stopped);
        Gate gate;
        FakeTracker tracker;
        Site site(tracker, "2026-11-23T12:00:00Z");
        must(site.pull({helen, {}}));
        std::atomic<bool> hanging = false;
        say(tracker, [&](const std::string& question, const ServedRequest&) -> std::optional<std::string> {
            if (question != "tickets")
                return std::nullopt;
            hanging = true;
            gate.pass();
            return httpAnswer(500, "");
        });
        const auto person = site.helen48();
        Listener listener;
        auto desk = deskOf(site);
        follow(*desk, listener);
        QTRY_VERIFY_WITH_TIMEOUT(hanging.load(), 30'000);
        std::promise<std::size_t> messages;
        desk->openCustomer(person, {},
                           [&](Result<std::shared_ptr<const CustomerView>> view) { messages.set_value((*view)->history.messages.size()); });
        auto opened = messages.get_future();
        QVERIFY(opened.wait_for(30s) == std::future_status::ready);
        QCOMPARE(opened.get(), 10U);
        if (stopped) {
            desk->cancelSync();
            // It is no failure of the source.
            QVERIFY(listener.hears([](const auto& s) { return !s.running && !s.lastError && !s.failingSince; }));
        }
        desk.reset();
        gate.open();
        QVERIFY(!site.settledUntil());
    }

    void sourcesComeAndGo()
    {
        FakeTracker tracker;
        Site site(tracker);
        must(site.bench->removeSource("helpdesk"));
        Listener listener;
        auto desk = deskOf(site);
        follow(*desk, listener);
        QVERIFY(listener.hearsCount(0));
        SourceConfig config{"desk two", "rt", tracker.url(), "", {{"allow_http", "yes"}, {"every", "off"}}};
        SourceCredentials credentials;
        credentials.token = Secret("1-28-good");
        must(site.bench->addSource(config, std::move(credentials)));
        std::promise<void> told;
        desk->status({}, [&](Result<DeskStatus> status) {
            if (status && status->sources.size() == 1)
                told.set_value();
        });
        QVERIFY(told.get_future().wait_for(30s) == std::future_status::ready);
        // Off: only when asked.
        QVERIFY(listener.hears([](const auto& s) { return !s.running && !s.lastAttempt; }));
        QVERIFY(tracker.questions().empty());
        desk->syncNow();
        QVERIFY(listener.hears(synced));
        must(site.bench->removeSource("desk two"));
        desk->syncNow();
        QVERIFY(listener.hearsCount(0));
    }

    void theOutboxGoesAlong()
    {
        FakeTracker tracker;
        Site site(tracker);
        must(site.pull({helen, {}}));
        const auto item = must(must(site.bench->notes()).write(site.helen48(), "1", "Called back."));
        std::atomic<int> comments = 0;
        say(tracker, [&](const std::string& question, const ServedRequest&) -> std::optional<std::string> {
            if (question == "ticket")
                return httpAnswer(200, R"({"id":1,"Status":"open"})");
            if (question != "comment")
                return std::nullopt;
            ++comments;
            return httpAnswer(201, "[]", "Location: /REST/2.0/transaction/900\r\n");
        });
        Listener listener;
        auto desk = deskOf(site);
        follow(*desk, listener);
        QVERIFY(listener.hears([](const auto& s) { return synced(s) && s.lastAttempt; }));
        QCOMPARE(comments.load(), 1);
        QCOMPARE(must(must(site.bench->notes()).find(item.key)).state, OutboxState::sent);
    }

    void thePace()
    {
        const auto after = [](int failures, ErrorCode code = ErrorCode::host_unreachable, const char* seconds = "0") {
            return pauseBeforeSync({15min, failures, Error(code, {{"seconds", seconds}}), 0.5});
        };
        QCOMPARE(pauseBeforeSync({15min, 0, {}, 0.5}), 15min);
        QCOMPARE(pauseBeforeSync({15min, 0, {}, 0.0}), 13min + 30s);
        QCOMPARE(pauseBeforeSync({15min, 0, {}, 1.0}), 16min + 30s);
        QCOMPARE(pauseBeforeSync({15min, 0, {}, 0.5, true}), 15s);
        QCOMPARE(pauseBeforeSync({10s, 0, {}, 0.5, true}), 10s);
        QCOMPARE(pauseBeforeSync({15min, 2, Error(ErrorCode::host_unreachable), 0.5, true}), 2min);
        QCOMPARE(after(1), 1min);
        QCOMPARE(after(2), 2min);
        QCOMPARE(after(5), 16min);
        QCOMPARE(after(9), 1h);
        QCOMPARE(after(1'000), 1h);
        QCOMPARE(after(1, ErrorCode::auth_failed), 1h);
        QCOMPARE(after(1, ErrorCode::throttled, "600"), 10min);
        QCOMPARE(after(1, ErrorCode::throttled, "soon"), 1min);
    }
};

QTEST_GUILESS_MAIN(TestSyncing)
#include "test_syncing.moc"
