// What is done in the background after a start, while others hold the workspace.
#include <QTest>

#include "core/desk/catching_up.h"
#include "tests/core/desk/linking_place.h"
#include "tests/core/identity/people.h"
#include "tests/sources/fake_sleeper.h"

using namespace foreword;

class TestCatchingUp : public QObject {
    Q_OBJECT

private:
    std::shared_ptr<const Definitions> m_definitions = *loadBuiltInDefinitions();
    FakeSleeper::Waits m_waits;
    std::vector<std::string> m_tried;

    // The writer answers so for so many times, and then works.
    Result<> caughtUp(test::Place& place, int times, ErrorCode code)
    {
        m_waits = std::make_shared<std::vector<std::chrono::milliseconds>>();
        m_tried.clear();
        FakeSleeper sleeper(m_waits);
        const OnWriter writer = [&](const std::function<Result<>(Connection&)>& work) -> Result<> {
            return times-- > 0 ? Result<>(fail(code)) : work(place.writer());
        };
        return catchUp(writer, *m_definitions, sleeper, {},
                       [&](const Result<>& outcome) { m_tried.push_back(outcome ? "done" : errorEntry(outcome.error().code).name); });
    }

private Q_SLOTS:
    void aBusyWorkspaceIsTriedAgain()
    {
        test::Place place;
        place.store(people::town(10));
        QVERIFY(place.waiting() > 0);
        QVERIFY(caughtUp(place, 2, ErrorCode::workspace_busy));
        QCOMPARE(m_tried, (std::vector<std::string>{"workspace_busy", "workspace_busy", "done"}));
        QCOMPARE(m_waits->size(), std::size_t(2));
        QVERIFY(m_waits->front() == pauseWhileBusy);
        QCOMPARE(place.waiting(), 0);
    }

    void anyOtherErrorEndsIt()
    {
        test::Place place;
        place.store(people::town(10));
        QVERIFY(!caughtUp(place, 1, ErrorCode::disk_full));
        QCOMPARE(m_tried, std::vector<std::string>{"disk_full"});
        QVERIFY(m_waits->empty());
        QVERIFY(place.waiting() > 0);
    }

    void whatIsCancelledIsNoTrouble()
    {
        test::Place place;
        QCOMPARE(caughtUp(place, 1, ErrorCode::cancelled).error().code, ErrorCode::cancelled);
        QVERIFY(m_tried.empty());
    }
};

QTEST_GUILESS_MAIN(TestCatchingUp)
#include "test_catching_up.moc"
