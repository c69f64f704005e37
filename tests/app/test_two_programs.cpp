// The window is open for a day; another program comes and goes on the same workspace meanwhile.
// What either of them writes must be there for the other, and after both have ended.
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "core/desk/workbench.h"
#include "core/store/connection.h"
#include "core/store/gone_table.h"
#include "core/store/tables.h"
#include "tests/app/opened_workspace.h"

using namespace foreword;

class TestTwoPrograms : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    const QString m_key = m_folder.filePath(QStringLiteral("key"));
    const QString m_workspace = m_folder.filePath(QStringLiteral("workspace"));
    std::shared_ptr<const Definitions> m_definitions;

    // The file of one customer.
    QString customer(const QString& name)
    {
        QFile file(m_folder.filePath(name + QStringLiteral(".jsonl")));
        const QJsonObject record{{QStringLiteral("type"), QStringLiteral("customer")},
                                 {QStringLiteral("source"), QStringLiteral("crm")},
                                 {QStringLiteral("id"), name},
                                 {QStringLiteral("names"), QJsonArray{name}}};
        const QByteArray line = QJsonDocument(record).toJson(QJsonDocument::Compact) + "\n";
        if (!file.open(QIODevice::WriteOnly) || file.write(line) != line.size())
            qFatal("cannot write");
        return file.fileName();
    }

    int run(const QStringList& arguments, QByteArray* out = nullptr)
    {
        QProcess process;
        process.start(QStringLiteral(FOREWORDCTL),
                      QStringList{QStringLiteral("--workspace"), m_workspace, QStringLiteral("--key-file"), m_key} + arguments);
        if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit)
            qFatal("forewordctl did not end");
        if (out)
            *out = process.readAllStandardOutput();
        return process.exitCode();
    }

    bool finds(const QString& name)
    {
        QByteArray out;
        return run({QStringLiteral("find"), name}, &out) == 0 && out.contains(name.toUtf8());
    }

    std::shared_ptr<const Workspace> open() const { return apptest::openedWorkspace(m_workspace, m_key); }

    void import(Workbench& workbench, const QString& name) { QVERIFY(workbench.import({customer(name).toStdString()}, {}, {})); }

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(m_key);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(QByteArray(64, 'a') + "\n");
        file.close();
        auto definitions = loadBuiltInDefinitions();
        QVERIFY(definitions);
        m_definitions = *definitions;
        QCOMPARE(run({QStringLiteral("workspace"), QStringLiteral("init")}), 0);
    }

    void whatIsWrittenAfterAnotherCameAndWent()
    {
        {
            const auto workspace = open();
            Workbench first(workspace, m_definitions, std::make_shared<SystemClock>());
            import(first, QStringLiteral("Wilkinson"));
            QVERIFY(finds(QStringLiteral("Wilkinson")));
            // The other one was not the last to leave: the log is still the one we write to.
            QVERIFY(QFileInfo::exists(m_workspace + QStringLiteral("/workspace.db-wal")));
            QVERIFY(workspace->info());
            import(first, QStringLiteral("Ashworth"));
            QVERIFY(finds(QStringLiteral("Ashworth")));
            QVERIFY(workspace->info());
        }
        QVERIFY(finds(QStringLiteral("Ashworth")));
    }

    void whatTheOtherWrites()
    {
        const auto workspace = open();
        Workbench first(workspace, m_definitions, std::make_shared<SystemClock>());
        import(first, QStringLiteral("Pemberton"));
        QCOMPARE(run({QStringLiteral("import"), customer(QStringLiteral("Thackeray"))}), 0);
        const auto found = first.find("Thackeray", 5);
        QVERIFY(found);
        QCOMPARE(found->size(), std::size_t(1));
        import(first, QStringLiteral("Lovelace"));
        QVERIFY(finds(QStringLiteral("Lovelace")));
        QVERIFY(finds(QStringLiteral("Thackeray")));
    }

    // What the window has not pulled for long, show calls stale.
    void whatIsStale()
    {
        const auto workspace = open();
        Workbench first(workspace, m_definitions, std::make_shared<SystemClock>());
        import(first, QStringLiteral("Sedgwick"));
        const auto pulled = [&](Timestamp at, bool fresh) {
            const auto writer = workspace->connect(Access::write).value();
            auto transaction = Transaction::write(*writer).value();
            SourceTable sources(*writer);
            if (fresh)
                QVERIFY(sources.add({"crm", "rt", "https://example.com", "anna", {}, {}, {}}, Secret("t"), Secret("p")));
            QVERIFY(sources.setLastPull("crm", at));
            QVERIFY(transaction.commit());
        };
        const auto shown = [&](const QStringList& more) {
            QByteArray out;
            if (run(QStringList{QStringLiteral("show"), QStringLiteral("crm:Sedgwick")} + more, &out) != 0)
                qFatal("not shown");
            return out;
        };
        const auto stale = [&] {
            return QJsonDocument::fromJson(shown({QStringLiteral("--json")})).object()[QStringLiteral("stale")].toArray();
        };
        const auto longAgo = SystemClock().now().plusDays(-3);
        pulled(longAgo, true);
        QCOMPARE(stale().size(), 1);
        QCOMPARE(stale()[0][QStringLiteral("source")], QStringLiteral("crm"));
        QVERIFY2(shown({}).contains("  stale: crm, last pulled " + QByteArray::fromStdString(longAgo.toString())), shown({}).constData());
        QVERIFY2(shown({}).contains(", stale)"), shown({}).constData());
        const auto brief = [&](const QStringList& more) {
            QByteArray out;
            if (run(QStringList{QStringLiteral("brief"), QStringLiteral("crm:Sedgwick")} + more, &out) != 0)
                qFatal("no brief");
            return out;
        };
        const auto source = [&] {
            return QJsonDocument::fromJson(brief({QStringLiteral("--json")})).object()[QStringLiteral("sources")].toArray()[0].toObject();
        };
        QVERIFY2(brief({}).contains("  stale: crm, last pulled "), brief({}).constData());
        QCOMPARE(source()[QStringLiteral("stale")], QJsonValue(true));
        pulled(SystemClock().now(), false);
        QCOMPARE(source()[QStringLiteral("stale")], QJsonValue(false));
        QVERIFY(!brief({}).contains("stale"));
        QVERIFY(stale().isEmpty());
        QVERIFY(!shown({}).contains("stale"));
    }

    // What a pull found gone is told by whoever is asked, in one shape.
    void whatIsGone()
    {
        const auto workspace = open();
        Workbench first(workspace, m_definitions, std::make_shared<SystemClock>());
        import(first, QStringLiteral("Winterbourne"));
        QFile ticket(m_folder.filePath(QStringLiteral("ticket.jsonl")));
        QVERIFY(ticket.open(QIODevice::WriteOnly));
        ticket.write(R"({"type":"interaction","source":"helpdesk","id":"4711","customer":{"source":"crm","id":"Winterbourne"},)"
                     R"("channel":"email","opened_at":"2026-11-01T09:00:00Z"})"
                     "\n");
        ticket.close();
        QVERIFY(first.import({ticket.fileName().toStdString()}, {}, {}));
        const auto told = [&](const char* command) {
            QByteArray out;
            if (run({QString::fromLatin1(command), QStringLiteral("crm:Winterbourne"), QStringLiteral("--json")}, &out) != 0)
                qFatal("not told");
            const auto object = QJsonDocument::fromJson(out).object();
            return command == QByteArray("export") ? object[QStringLiteral("derived")][QStringLiteral("gone")]
                                                   : object[QStringLiteral("gone")];
        };
        for (const char* command : {"show", "brief", "export"})
            QCOMPARE(told(command), QJsonValue(QJsonArray()));
        {
            const auto writer = workspace->connect(Access::write).value();
            auto transaction = Transaction::write(*writer).value();
            const Timestamp seen = *Timestamp::parse("2026-11-06T10:03:00+01:00");
            QVERIFY(GoneTable(*writer).mark({GoneRecord::Kind::customer, {"crm", "Winterbourne"}, seen}));
            QVERIFY(GoneTable(*writer).mark({GoneRecord::Kind::interaction, {"helpdesk", "4711"}, seen}));
            QVERIFY(transaction.commit());
        }
        const auto gone = [](const char* type, const char* source, const char* id) {
            return QJsonObject{{QStringLiteral("type"), QString::fromLatin1(type)},
                               {QStringLiteral("source"), QString::fromLatin1(source)},
                               {QStringLiteral("id"), QString::fromLatin1(id)},
                               {QStringLiteral("seen_at"), QStringLiteral("2026-11-06T10:03:00+01:00")}};
        };
        const QJsonArray both{gone("customer", "crm", "Winterbourne"), gone("interaction", "helpdesk", "4711")};
        for (const char* command : {"show", "brief", "export"})
            QCOMPARE(told(command), QJsonValue(both));
    }
};

QTEST_GUILESS_MAIN(TestTwoPrograms)
#include "test_two_programs.moc"
