// Linking while others go on: what is cancelled, what arrives, changes, is decided or goes while
// all records are compared, and a decision while many wait.
#include <QtTest>

#include <algorithm>

#include "core/desk/match_memory.h"
#include "tests/core/desk/linking_place.h"
#include "tests/core/identity/people.h"

using namespace foreword;

namespace {

using test::must;
using test::Place;

} // namespace

class TestLinkingMeanwhile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // At each step at which the writer is asked for, and between them.
    void cancelledAnywhereTheOldGroupsAreWhole()
    {
        const auto records = people::town(60);
        Place place;
        place.store({records.begin() + 10, records.end()});
        place.groupAll();
        place.store({records.begin(), records.begin() + 10});
        const auto before = place.groups();
        const auto pairs = place.pairs();
        int steps = 0;
        for (int step = 0;; ++step) {
            CancelSource source;
            int taken = 0;
            const OnWriter writer = [&](const std::function<Result<>(Connection&)>& work) {
                if (taken++ == step)
                    source.cancel();
                return work(place.writer());
            };
            if (relinkAll(writer, {}, source.token()))
                break;
            ++steps;
            QVERIFY(place.groups() == before);
            QVERIFY(place.pairs() == pairs);
            QCOMPARE(place.waiting(), 10);
        }
        QVERIFY2(steps >= 3, std::to_string(steps).c_str());
        QCOMPARE(place.waiting(), 0);
        Place atOnce;
        atOnce.store(records);
        atOnce.groupAll();
        QVERIFY(place.groups() == atOnce.groups());
    }

    // While all are compared, nothing is locked.
    void othersWriteWhileAllAreCompared()
    {
        Place place;
        place.store(people::town(60));
        const auto other = place.another();
        int written = 0;
        const auto write = [&](std::int64_t, std::int64_t) {
            QVERIFY(!place.writer().inTransaction());
            auto transaction = must(Transaction::write(*other));
            must(MatchTable(*other).wait(1));
            must(transaction.commit());
            ++written;
        };
        must(relinkAll(directly(place.writer()), write, {}));
        QVERIFY(written > 0);
    }

    // What comes, changes and is decided while all are compared is in the groups at the end, as if
    // it had been there before.
    void whatHappensMeanwhileIsNotLost_data()
    {
        QTest::addColumn<bool>("many");
        QTest::newRow("few") << false;
        QTest::newRow("many") << true;
    }
    void whatHappensMeanwhileIsNotLost()
    {
        QFETCH(bool, many);
        auto records = people::town(90);
        const std::size_t late = many ? 40 : 1;
        const std::vector<CustomerRecord> coming{records.begin(), records.begin() + static_cast<std::ptrdiff_t>(late)};
        Place place;
        place.store({records.begin() + static_cast<std::ptrdiff_t>(late), records.end()});
        const RecordKey own{"crm", "t70"}, again{"helpdesk", "h70"}, stranger{"crm", "t80"};
        auto moved = *std::ranges::find(records, RecordKey{"crm", "t60"}, &CustomerRecord::key);
        moved.names = {"Zora Quellington"};
        moved.birthDate = "1961-03-04";
        int calls = 0;
        const auto meanwhile = [&](std::int64_t, std::int64_t) {
            if (calls++ > 0)
                return;
            place.store(coming);
            place.store({moved});
            place.decideLater(own, again, false);
            place.decideLater(own, stranger, true);
        };
        must(relinkAll(directly(place.writer()), meanwhile, {}));
        QVERIFY(calls > 0);
        // Decisions hold at once; what came waits.
        QVERIFY(!place.together(own, again));
        QVERIFY(place.together(own, stranger));
        QCOMPARE(place.waiting(), static_cast<std::int64_t>(late) + 1);
        must(relink(directly(place.writer()), {}, {}));
        QCOMPARE(place.waiting(), 0);
        Place before;
        std::ranges::replace_if(records, [&](const auto& record) { return record.key == moved.key; }, moved);
        before.store(records);
        before.decideLater(own, again, false);
        before.decideLater(own, stranger, true);
        before.groupAll();
        QVERIFY(place.groups() == before.groups());
        QVERIFY(place.pairs() == before.pairs());
    }

    // Changed and changed back: as it was read, but what was kept of it between is not what it is.
    void whatIsChangedAndChangedBackIsComparedAgain()
    {
        const auto records = people::town(60);
        Place place;
        place.store(records);
        place.groupAll();
        const auto groups = place.groups();
        const auto& own = *std::ranges::find(records, RecordKey{"crm", "t20"}, &CustomerRecord::key);
        auto other = own;
        other.names = {"Zora Quellington"};
        other.birthDate = "1961-03-04";
        other.emails.clear();
        int calls = 0;
        const auto meanwhile = [&](std::int64_t, std::int64_t) {
            if (calls++ > 0)
                return;
            place.store({other});
            place.groupWaiting();
            place.store({own});
        };
        must(relinkAll(directly(place.writer()), meanwhile, {}));
        QCOMPARE(place.waiting(), 1);
        must(relink(directly(place.writer()), {}, {}));
        QVERIFY(place.groups() == groups);
        const auto row = must(IdentityTable(place.writer()).rowOf(own.key));
        QVERIFY(must(MatchMemory(place.writer()).traits(*row))->birth == parseDate(own.birthDate));
    }

    // Whoever goes while all are compared does not come back by what was read of them before.
    void whoeverGoesMeanwhileStaysAway()
    {
        const auto records = people::town(60);
        Place place;
        place.store(records);
        place.groupAll();
        const RecordKey gone{"crm", "t7"};
        std::int64_t comparisons = 0;
        const auto erase = [&](std::int64_t done, std::int64_t) {
            if (done == 0 && ++comparisons == 1)
                place.erase(gone);
        };
        must(relinkAll(directly(place.writer()), erase, {}));
        QCOMPARE(comparisons, 2);
        for (const auto& group : place.groups())
            QVERIFY(!group.contains(gone));
        for (const auto& [pair, kind] : place.pairs())
            QVERIFY(pair.first != gone && pair.second != gone);
        QVERIFY(place.groups().size() > 20);
    }

    // An agent's word is not kept waiting by the records of an import that was cancelled.
    void aDecisionLinksOnlyThoseItIsAbout_data()
    {
        QTest::addColumn<bool>("compared");
        QTest::newRow("before all were compared once") << false;
        QTest::newRow("after") << true;
    }
    void aDecisionLinksOnlyThoseItIsAbout()
    {
        QFETCH(bool, compared);
        const auto records = people::town(60);
        Place place;
        place.store({records.begin(), records.begin() + 40});
        if (compared)
            place.groupAll();
        place.store({records.begin() + 40, records.end()});
        const auto waiting = place.waiting();
        QVERIFY(waiting > 0);
        // One of them waits and was never compared.
        place.decide(records.front().key, records.back().key, IdentityVerdict::confirm);
        QVERIFY(place.together(records.front().key, records.back().key));
        QCOMPARE(place.waiting(), waiting);
        place.groupWaiting();
        QVERIFY(place.together(records.front().key, records.back().key));
        QCOMPARE(place.waiting(), 0);
    }
};

QTEST_GUILESS_MAIN(TestLinkingMeanwhile)
#include "test_linking_meanwhile.moc"
