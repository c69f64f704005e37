// The command line of forewordctl: its exit statuses, its help, what it refuses.
#include <QJsonArray>
#include <QTest>

#include "tests/app/ctl_fixture.h"

using namespace foreword::apptest;

class TestCtl : public QObject, private Ctl {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto imported = importSample();
        QVERIFY2(imported.status == 0, imported.err.constData());
    }

    void exitStatusesAreThoseOfTheContract()
    {
        QCOMPARE(run({}).status, 2);
        QCOMPARE(run({QStringLiteral("dance")}).status, 2);
        QCOMPARE(run({QStringLiteral("brief")}).status, 2);
        QCOMPARE(run({QStringLiteral("workspace"), QStringLiteral("info"), QStringLiteral("--workspace"), m_workspace}).status,
                 2); // no key
        QCOMPARE(with({QStringLiteral("brief"), QStringLiteral("nobody@example.com")}).status, 3);
        QCOMPARE(with({QStringLiteral("import"), m_folder.filePath(QStringLiteral("none.jsonl"))}).status, 1);
        const auto wrong = write(QStringLiteral("wrong"), QByteArray(64, '8'));
        const auto locked = run({QStringLiteral("workspace"), QStringLiteral("info"), QStringLiteral("--workspace"), m_workspace,
                                 QStringLiteral("--key-file"), wrong});
        QCOMPARE(locked.status, 1);
        QVERIFY2(locked.err.contains("key does not fit"), locked.err.constData());
        QCOMPARE(
            with({QStringLiteral("--as-of"), QStringLiteral("yesterday"), QStringLiteral("brief"), QStringLiteral("crm:C-20417")}).status,
            2);
    }

    // What the sample came from is no connected system: nothing is written, and it is said.
    void notesNeedAConnectedSystem()
    {
        const auto text = write(QStringLiteral("note.txt"), "Called back.");
        const auto note = [&](const QString& interaction, const QString& file) {
            return with({"note", "crm:C-20417", "--interaction", interaction, "--text-file", file}).status;
        };
        QCOMPARE(note(QStringLiteral("no-such"), text), 3);
        QCOMPARE(note(QStringLiteral("no-such"), write(QStringLiteral("empty.txt"), " \n")), 3);
        QCOMPARE(note(QStringLiteral("no-such"), m_folder.filePath(QStringLiteral("nowhere.txt"))), 1);
        const auto listed = with({"outbox", "list"});
        QCOMPARE(listed.status, 0);
        QVERIFY(listed.json()[QStringLiteral("outbox")].isArray());
        QVERIFY(listed.json()[QStringLiteral("outbox")].toArray().isEmpty());
        QCOMPARE(with({"outbox", "discard", "0123"}).status, 2);
        QCOMPARE(with({"outbox", "retry", "0123"}).status, 2);
        QCOMPARE(with({"outbox", "retry"}).status, 0);
    }

    void helpIsThereForEachCommand_data()
    {
        QTest::addColumn<QStringList>("command");
        for (const char* command : {"",       "workspace",  "workspace init", "workspace info", "workspace rekey", "workspace lock",
                                    "source", "source add", "source list",    "source test",    "source remove",   "import",
                                    "pull",   "find",       "show",           "brief",          "signals",         "summarize",
                                    "decide", "note",       "outbox",         "outbox list",    "outbox retry",    "outbox discard",
                                    "erase",  "export"})
            QTest::newRow(command) << QString::fromLatin1(command).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    }

    void helpIsThereForEachCommand()
    {
        QFETCH(QStringList, command);
        const auto ran = run(command + QStringList{QStringLiteral("--help")});
        QCOMPARE(ran.status, 0);
        QVERIFY(ran.out.contains("Usage"));
    }
};

QTEST_GUILESS_MAIN(TestCtl)
#include "test_ctl.moc"
