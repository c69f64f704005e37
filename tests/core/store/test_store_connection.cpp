#include "store_fixture.h"

#include <thread>

using namespace foreword;
using namespace foreword::storetest;

namespace {

// Counts far enough to take seconds.
constexpr const char* endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                                "SELECT count(*) FROM n WHERE i < 1000000000";

} // namespace

class TestStoreConnection : public QObject {
    Q_OBJECT

private slots:
    void rollsBackWhatIsNotCommitted()
    {
        Fixture fixture;
        {
            auto transaction = must(Transaction::write(fixture.writer()));
            fixture.putInside(customer("C-1", "Maria Hoffmann"));
            QVERIFY(fixture.writer().inTransaction());
        }
        QVERIFY(!fixture.writer().inTransaction());
        QCOMPARE(fixture.number("SELECT count(*) FROM customer"), 0);
        QCOMPARE(fixture.number("SELECT count(*) FROM name_trigrams('\"mar\"')"), 0);
    }

    void beginsInTwoStepsToo()
    {
        Fixture fixture;
        Transaction transaction(fixture.writer());
        QCOMPARE(codeOf(transaction.commit()), std::string("store_failed")); // not begun
        must(transaction.begin());
        fixture.putInside(customer("C-1", "Maria Hoffmann"));
        must(transaction.commit());
        QCOMPARE(codeOf(transaction.commit()), std::string("store_failed")); // twice
        QCOMPARE(fixture.number("SELECT count(*) FROM customer"), 1);
    }

    void writesOnlyInTransactions()
    {
        Fixture fixture;
        const auto put = RecordTable(fixture.writer()).put(customer("C-1", "Maria"), "hash");
        QCOMPARE(codeOf(put), std::string("internal"));
        QCOMPARE(fixture.number("SELECT count(*) FROM customer"), 0);
    }

    void doesNotNestWriting()
    {
        Fixture fixture;
        auto transaction = must(Transaction::write(fixture.writer()));
        QCOMPARE(codeOf(Transaction::write(fixture.writer())), std::string("internal"));
        // Reading joins, and its end does not end the outer one.
        {
            auto reading = must(Transaction::read(fixture.writer()));
            must(reading.commit());
        }
        fixture.putInside(customer("C-1", "Maria Hoffmann"));
        must(transaction.commit());
        QCOMPARE(fixture.number("SELECT count(*) FROM customer"), 1);
    }

    void readersDoNotWrite()
    {
        Fixture fixture;
        const auto reader = fixture.reader();
        QCOMPARE(codeOf(Transaction::write(*reader)), std::string("internal"));
        auto reading = must(Transaction::read(*reader));
        Query insert(*reader, "INSERT INTO person (display_name) VALUES ('x')");
        QCOMPARE(codeOf(insert.run()), std::string("file_unwritable"));
    }

    void readersSeeOneState()
    {
        Fixture fixture;
        const auto reader = fixture.reader();
        auto reading = must(Transaction::read(*reader));
        const auto count = [&] {
            Query query(*reader, "SELECT count(*) FROM customer");
            return must(query.number()).value_or(-1);
        };
        QCOMPARE(count(), 0);
        fixture.put(customer("C-1", "Maria Hoffmann"));
        QCOMPARE(count(), 0);
        must(reading.commit());
        QCOMPARE(count(), 1);
    }

    void onlyOneWrites()
    {
        Fixture fixture;
        const auto other = must(fixture.workspace().connect(Access::write));
        other->setBusyTimeout(std::chrono::milliseconds(1));
        auto transaction = must(Transaction::write(fixture.writer()));
        QCOMPARE(codeOf(Transaction::write(*other)), std::string("workspace_busy"));
        must(transaction.commit());
        QCOMPARE(codeOf(Transaction::write(*other)), std::string("none"));
    }

    void belongsToOneThread()
    {
        Fixture fixture;
        auto reader = fixture.reader(); // not used here yet
        std::string first, second;
        std::thread([&] { first = codeOf(readQueue(*reader, at("2026-01-01T00:00:00Z"), 1)); }).join();
        QCOMPARE(first, std::string("none"));
        QCOMPARE(codeOf(readQueue(*reader, at("2026-01-01T00:00:00Z"), 1)), std::string("internal"));
        fixture.put(customer("C-1", "Maria Hoffmann"));
        std::thread([&] { second = codeOf(Transaction::write(fixture.writer())); }).join();
        QCOMPARE(second, std::string("internal"));
    }

    void stopsWhenCancelled()
    {
        Fixture fixture;
        const auto reader = fixture.reader();
        CancelSource source;
        std::thread later;
        {
            const CancelScope scope(*reader, source.token());
            Query query(*reader, endless);
            later = std::thread([&] { source.cancel(); });
            QCOMPARE(codeOf(query.number()), std::string("cancelled"));
            later.join();
            Query another(*reader, endless);
            QCOMPARE(codeOf(another.number()), std::string("cancelled"));
            {
                const CancelScope inner(*reader, CancelToken());
                Query counted(*reader, "SELECT count(*) FROM (VALUES (1), (2))");
                QCOMPARE(must(counted.number()).value_or(0), 2);
            }
            Query third(*reader, endless);
            QCOMPARE(codeOf(third.number()), std::string("cancelled"));
        }
        Query after(*reader, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT count(*) FROM n");
        QCOMPARE(must(after.number()).value_or(0), 100000);
    }

    void cancelledWritingLeavesNothing()
    {
        Fixture fixture;
        CancelSource source;
        source.cancel();
        {
            auto transaction = must(Transaction::write(fixture.writer()));
            fixture.putInside(customer("C-1", "Maria Hoffmann"));
            const CancelScope scope(fixture.writer(), source.token());
            Query query(fixture.writer(),
                        "INSERT INTO person (display_name) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 "
                        "FROM n WHERE i < 1000000) SELECT 'x' FROM n");
            QCOMPARE(codeOf(query.run()), std::string("cancelled"));
        }
        QCOMPARE(fixture.number("SELECT count(*) FROM customer"), 0);
        QCOMPARE(fixture.number("SELECT count(*) FROM person"), 0);
    }

    void preparesTheSameSqlTwice()
    {
        Fixture fixture;
        constexpr const char* sql = "SELECT i FROM (SELECT ?1 AS i UNION ALL SELECT ?1 + 1)";
        Query outer(fixture.writer(), sql);
        outer.with(10);
        std::string seen;
        while (must(outer.next())) {
            Query inner(fixture.writer(), sql);
            inner.with(outer.integer(0) * 10);
            while (must(inner.next()))
                seen += std::to_string(inner.integer(0)) + " ";
        }
        QCOMPARE(seen, std::string("100 101 110 111 "));
    }

    void bindsWhatItIsGiven()
    {
        Fixture fixture;
        Query query(fixture.writer(), "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7");
        const std::string bytes("a\0b", 3);
        query.with(std::string_view(), bytes, Blob{bytes}, -0.5, std::optional<std::int64_t>(), at("2026-01-01T00:00:00+02:00"));
        QVERIFY(must(query.next()));
        QVERIFY(!query.null(0)); // an empty text is not NULL
        QCOMPARE(query.string(1), bytes);
        QCOMPARE(std::string(query.blob(2)), bytes);
        QCOMPARE(query.real(3), -0.5);
        QVERIFY(query.null(4));
        QCOMPARE(query.time(5).toString(), std::string("2026-01-01T00:00:00+02:00"));
        // One parameter too many is an error, not silence.
        Query one(fixture.writer(), "SELECT ?1");
        QCOMPARE(codeOf(one.with(1, 2).next()), std::string("store_failed"));
    }

    void refusesSqlThatDoesNotParse()
    {
        Fixture fixture;
        Query query(fixture.writer(), "SELEKT secret");
        const auto outcome = query.with(1).next();
        QCOMPARE(codeOf(outcome), std::string("store_failed"));
        QVERIFY(outcome.error().param("detail").find("secret") == std::string_view::npos);
    }
};

QTEST_GUILESS_MAIN(TestStoreConnection)
#include "test_store_connection.moc"
