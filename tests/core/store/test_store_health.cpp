// Runs of data health: one a day, the last earlier one to compare with, old ones gone.
#include "core/store/health_table.h"
#include "store_fixture.h"

using namespace foreword;
using namespace foreword::storetest;

class TestStoreHealth : public QObject {
    Q_OBJECT

private slots:
    void theLastOfAnEarlierDay()
    {
        Fixture fixture;
        HealthTable table(fixture.writer());
        QVERIFY(!must(table.before(at("2026-11-28T10:00:00+01:00"))));
        keep(fixture, "2026-11-20T10:00:00+01:00", {{"tiers_differ", "", 3}, {"attribute_undefined", "plan", 7}});
        keep(fixture, "2026-11-27T23:59:00+01:00", {{"tiers_differ", "", 2}});
        keep(fixture, "2026-11-28T08:00:00+01:00", {{"tiers_differ", "", 9}});
        const auto run = must(table.before(at("2026-11-28T10:00:00+01:00")));
        QVERIFY(run);
        QCOMPARE(run->at.toString(), std::string("2026-11-27T23:59:00+01:00"));
        QCOMPARE(run->counts, (std::vector<HealthCount>{{"tiers_differ", "", 2}}));
        QCOMPARE(must(table.before(at("2026-11-27T00:00:00+01:00")))->counts,
                 (std::vector<HealthCount>{{"attribute_undefined", "plan", 7}, {"tiers_differ", "", 3}}));
    }

    void aDayIsKeptOnce()
    {
        Fixture fixture;
        keep(fixture, "2026-11-27T08:00:00+01:00", {{"tiers_differ", "", 2}, {"unreachable", "", 1}});
        keep(fixture, "2026-11-27T18:00:00+01:00", {{"tiers_differ", "", 4}});
        const auto run = must(HealthTable(fixture.writer()).before(at("2026-11-28T00:00:00+01:00")));
        QCOMPARE(run->at.toString(), std::string("2026-11-27T18:00:00+01:00"));
        QCOMPARE(run->counts, (std::vector<HealthCount>{{"tiers_differ", "", 4}}));
    }

    void oldRunsGo()
    {
        Fixture fixture;
        keep(fixture, "2025-01-01T08:00:00+01:00", {{"tiers_differ", "", 2}});
        keep(fixture, "2026-11-27T08:00:00+01:00", {});
        QVERIFY(!must(HealthTable(fixture.writer()).before(at("2026-01-01T00:00:00+01:00"))));
    }

private:
    static void keep(Fixture& fixture, const char* when, std::vector<HealthCount> counts)
    {
        auto transaction = must(Transaction::write(fixture.writer()));
        must(HealthTable(fixture.writer()).keep({at(when), std::move(counts)}));
        must(transaction.commit());
    }
};

QTEST_GUILESS_MAIN(TestStoreHealth)
#include "test_store_health.moc"
