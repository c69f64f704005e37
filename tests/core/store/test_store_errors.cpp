#include "store_fixture.h"

#include <sqlite3.h>

#include "core/store/sqlite_error.h"

using namespace foreword;
using namespace foreword::storetest;

class TestStoreErrors : public QObject {
    Q_OBJECT

private slots:
    void mapsEveryCode_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("busy") << SQLITE_BUSY << QByteArray("workspace_busy");
        QTest::newRow("busy snapshot") << SQLITE_BUSY_SNAPSHOT << QByteArray("workspace_busy");
        QTest::newRow("locked") << SQLITE_LOCKED << QByteArray("workspace_busy");
        QTest::newRow("protocol") << SQLITE_PROTOCOL << QByteArray("workspace_busy");
        QTest::newRow("interrupt") << SQLITE_INTERRUPT << QByteArray("cancelled");
        QTest::newRow("full") << SQLITE_FULL << QByteArray("disk_full");
        QTest::newRow("not a database") << SQLITE_NOTADB << QByteArray("workspace_damaged");
        QTest::newRow("corrupt") << SQLITE_CORRUPT << QByteArray("workspace_damaged");
        QTest::newRow("corrupt table") << SQLITE_CORRUPT_VTAB << QByteArray("workspace_damaged");
        QTest::newRow("permission") << SQLITE_PERM << QByteArray("file_unwritable");
        QTest::newRow("read-only") << SQLITE_READONLY << QByteArray("file_unwritable");
        QTest::newRow("cannot open") << SQLITE_CANTOPEN << QByteArray("file_unwritable");
        QTest::newRow("i/o") << SQLITE_IOERR << QByteArray("store_failed");
        QTest::newRow("i/o read") << SQLITE_IOERR_READ << QByteArray("store_failed");
        QTest::newRow("constraint") << SQLITE_CONSTRAINT_UNIQUE << QByteArray("store_failed");
        QTest::newRow("memory") << SQLITE_NOMEM << QByteArray("store_failed");
        QTest::newRow("error") << SQLITE_ERROR << QByteArray("store_failed");
        QTest::newRow("misuse") << SQLITE_MISUSE << QByteArray("store_failed");
        QTest::newRow("too big") << SQLITE_TOOBIG << QByteArray("store_failed");
    }

    void mapsEveryCode()
    {
        QFETCH(int, code);
        QFETCH(QByteArray, expected);
        const Error error = sqliteError(nullptr, code, "folder/workspace.db");
        QCOMPARE(QByteArray(errorEntry(error.code).name), expected);
        // Every placeholder of the message is filled.
        const auto message = fillTemplate(errorEntry(error.code).message, error);
        QVERIFY2(message.find('?') == std::string::npos, message.c_str());
    }

    void saysNothingOfTheCustomer()
    {
        Fixture fixture;
        auto transaction = must(Transaction::write(fixture.writer()));
        Query insert(fixture.writer(), "INSERT INTO person (row, display_name) VALUES (?1, ?2)");
        must(insert.with(1, "Maria Hoffmann").run());
        const auto again = insert.with(1, "Maria Hoffmann").run();
        QCOMPARE(codeOf(again), std::string("store_failed"));
        for (const auto& [name, value] : again.error().params) {
            QVERIFY(value.find("Maria") == std::string::npos);
            QVERIFY(value.find("person") == std::string::npos);
            QVERIFY(value.find("INSERT") == std::string::npos);
        }
    }

    void tellsAFullDisk()
    {
        Fixture fixture;
        must(Query(fixture.writer(), "PRAGMA max_page_count = 120").run());
        std::string outcome = "none";
        int stored = 0;
        for (int i = 0; i < 1000 && outcome == "none"; ++i) {
            auto transaction = must(Transaction::write(fixture.writer()));
            const auto record = customer("C-" + std::to_string(i), std::string(2000, 'n'));
            const auto put = RecordTable(fixture.writer()).put(record, sha256Hex(record.key.id));
            outcome = codeOf(put);
            if (put) {
                must(transaction.commit());
                ++stored;
            }
        }
        QCOMPARE(outcome, std::string("disk_full"));
        QVERIFY(stored > 0);
        QCOMPARE(fixture.number("SELECT count(*) FROM customer"), stored);
        QCOMPARE(fixture.number("SELECT count(*) FROM name"), stored);
        // With room again it goes on.
        must(Query(fixture.writer(), "PRAGMA max_page_count = 100000").run());
        QCOMPARE(fixture.put(customer("C-new", "Maria Hoffmann")).change, Change::added);
    }

    void cannotCommitWhatWasRolledBack()
    {
        Fixture fixture;
        auto transaction = must(Transaction::write(fixture.writer()));
        fixture.putInside(customer("C-1", "Maria Hoffmann"));
        must(Query(fixture.writer(), "ROLLBACK").run()); // as SQLite does on some I/O errors
        QCOMPARE(codeOf(transaction.commit()), std::string("store_failed"));
    }
};

QTEST_GUILESS_MAIN(TestStoreErrors)
#include "test_store_errors.moc"
