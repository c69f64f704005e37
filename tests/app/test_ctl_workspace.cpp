// What goes into a workspace by forewordctl and out of it: imports, export, erasing, another key.
#include <QJsonArray>
#include <QTest>

#include "tests/app/ctl_fixture.h"

using namespace foreword::apptest;

class TestCtlWorkspace : public QObject, private Ctl {
    Q_OBJECT

private slots:
    // What a person decides holds through imports, and taking it back restores what was; the order
    // in which records come changes nothing.
    void decisionsAboutPersons()
    {
        const auto line = [](const char* source, const char* id, const char* name, const char* birth, const char* email) {
            return QByteArray("{\"type\":\"customer\",\"source\":\"") + source + "\",\"id\":\"" + id + "\",\"names\":[\"" + name
                + "\"],\"emails\":[\"" + email + "\"],\"phones\":[],\"addresses\":[],\"birth_date\":" + birth + "}\n";
        };
        const QList<QByteArray> lines{line("crm", "1", "Ruth Pemberton", "\"1970-01-20\"", "ruth@example.com"),
                                      line("crm", "2", "Pemberton, Ruth", "\"1970-01-20\"", "ruth@example.org"),
                                      line("helpdesk", "3", "R. Pemberton", "null", "ruth@example.com"),
                                      line("crm", "4", "Imran Qureshi", "\"1982-07-01\"", "imran@example.com"),
                                      line("crm", "5", "Thomas Marsh", "\"1951-02-03\"", "marsh@example.com"),
                                      line("crm", "6", "Thomas Marsh", "\"1984-11-19\"", "marsh@example.com")};
        const QStringList keys{QStringLiteral("crm:1"), QStringLiteral("crm:2"), QStringLiteral("helpdesk:3"),
                               QStringLiteral("crm:4"), QStringLiteral("crm:5"), QStringLiteral("crm:6")};
        const auto workspace = [&](const QString& name, const QList<int>& order) {
            const QStringList options{QStringLiteral("--workspace"), freshWorkspace(name), QStringLiteral("--key-file"), m_keyFile,
                                      QStringLiteral("--json")};
            for (const int i : order) { // one import each
                const auto file = write(QStringLiteral("one.jsonl"), lines[i]);
                if (run(QStringList{QStringLiteral("import"), file} + options).status != 0)
                    qFatal("no import");
            }
            return options;
        };
        const auto persons = [&](const QStringList& options) {
            QStringList all;
            for (const auto& key : keys) {
                QStringList records;
                for (const auto& record :
                     run(QStringList{QStringLiteral("show"), key} + options).json()[QStringLiteral("records")].toArray())
                    records.append(record.toObject()[QStringLiteral("id")].toString());
                all.append(records.join(QLatin1Char('=')));
            }
            return all.join(QLatin1Char(' '));
        };
        const auto options = workspace(QStringLiteral("decided"), {0, 1, 2, 3, 4, 5});
        const auto before = persons(options);
        QCOMPARE(before, QStringLiteral("1=2=3 1=2=3 1=2=3 4 5 6"));
        QCOMPARE(persons(workspace(QStringLiteral("otherwise"), {5, 2, 4, 1, 3, 0})), before);

        const auto decide = [&](const char* verdict, const QString& a, const QString& b) {
            return run(QStringList{QStringLiteral("identity"), QLatin1String(verdict), a, b} + options).status;
        };
        const auto again =
            write(QStringLiteral("again.jsonl"), lines.join() + line("billing", "7", "Ruth Pemberton", "null", "ruth@example.com"));
        QCOMPARE(decide("split", keys[0], keys[1]), 0);
        QVERIFY(!persons(options).contains(QStringLiteral("1=2")));
        QCOMPARE(run(QStringList{QStringLiteral("import"), again} + options).status, 0);
        QVERIFY2(!persons(options).contains(QStringLiteral("1=2")), qPrintable(persons(options)));
        QCOMPARE(decide("undo", keys[0], keys[1]), 0);
        QCOMPARE(persons(options), QStringLiteral("7=1=2=3 7=1=2=3 7=1=2=3 4 5 6"));
        // Against all that speaks against it.
        QCOMPARE(decide("confirm", keys[3], keys[4]), 0);
        QCOMPARE(run(QStringList{QStringLiteral("import"), again} + options).status, 0);
        QVERIFY2(persons(options).contains(QStringLiteral("4=5")), qPrintable(persons(options)));
        QCOMPARE(decide("forbid", keys[3], keys[4]), 0);
        QCOMPARE(persons(options), QStringLiteral("7=1=2=3 7=1=2=3 7=1=2=3 4 5 6"));
        QCOMPARE(decide("confirm", keys[0], QStringLiteral("ruth@example.com")), 2); // one and the same
        QCOMPARE(decide("confirm", keys[0], QStringLiteral("crm:99")), 3);
    }

    void initTestCase()
    {
        const auto imported = importSample();
        QVERIFY2(imported.status == 0, imported.err.constData());
        QVERIFY(sum(imported.json()[QStringLiteral("added")].toObject()) > 200);
        QCOMPARE(sum(imported.json()[QStringLiteral("unresolved")].toObject()), 0);
        QVERIFY(imported.json()[QStringLiteral("rejects")].isArray());
    }

    void importsExactlyOnce()
    {
        const auto again = import(m_workspace, sampleFiles());
        QCOMPARE(again.status, 0);
        QCOMPARE(sum(again.json()[QStringLiteral("added")].toObject()), 0);
        QCOMPARE(sum(again.json()[QStringLiteral("updated")].toObject()), 0);
        QVERIFY(sum(again.json()[QStringLiteral("unchanged")].toObject()) > 200);
    }

    void aBadLineLeavesNothingBehind()
    {
        const auto workspace = freshWorkspace(QStringLiteral("bad"));
        const auto file = write(
            QStringLiteral("bad.jsonl"),
            R"({"type":"customer","source":"crm","id":"C-1","names":["Ada Example"]})"
            "\n{\"type\":\"customer\",\n"
            R"({"type":"interaction","source":"h","id":"1","customer":{"source":"crm","id":"C-1"},"channel":"pigeon","kind":"other","subject":"","status":"open","opened_at":"2026-01-01T00:00:00Z"})"
            "\n");
        const auto refused = import(workspace, {file});
        QCOMPARE(refused.status, 3);
        const auto rejects = refused.json()[QStringLiteral("rejects")].toArray();
        QCOMPARE(rejects.size(), 2);
        QCOMPARE(rejects[0][QStringLiteral("line")].toInt(), 2);
        QCOMPARE(rejects[0][QStringLiteral("code")].toString(), QStringLiteral("bad_json"));
        QCOMPARE(rejects[1][QStringLiteral("line")].toInt(), 3);
        QCOMPARE(rejects[1][QStringLiteral("code")].toString(), QStringLiteral("bad_value"));
        QVERIFY(rejects[1][QStringLiteral("message")].toString().contains(QStringLiteral("pigeon")));
        QCOMPARE(rejects[1][QStringLiteral("file")].toString(), file);
        QCOMPARE(sum(refused.json()[QStringLiteral("added")].toObject()), 0);

        const auto info = run({QStringLiteral("workspace"), QStringLiteral("info"), QStringLiteral("--json"), QStringLiteral("--workspace"),
                               workspace, QStringLiteral("--key-file"), m_keyFile});
        QCOMPARE(info.json()[QStringLiteral("counts")][QStringLiteral("customer")].toInt(), 0);

        const auto skipped = import(workspace, {QStringLiteral("--skip-bad"), file});
        QCOMPARE(skipped.status, 0);
        QCOMPARE(skipped.json()[QStringLiteral("added")][QStringLiteral("customer")].toInt(), 1);
        QCOMPARE(skipped.json()[QStringLiteral("rejects")].toArray().size(), 2);
    }

    // What comes out, imported into an empty workspace, is the same person again.
    void exportsACustomer()
    {
        const QString customer = QStringLiteral("crm:C-20417");
        const auto lines = run({QStringLiteral("export"), customer, QStringLiteral("--workspace"), m_workspace,
                                QStringLiteral("--key-file"), m_keyFile, QStringLiteral("--as-of"), asOf});
        QVERIFY2(lines.status == 0, lines.err.constData());
        const auto whole = with({QStringLiteral("export"), customer}).json();
        QCOMPARE(whole[QStringLiteral("records")].toArray().size(), lines.lines().size());
        const auto derived = whole[QStringLiteral("derived")].toObject();
        QVERIFY(!derived[QStringLiteral("links")].toArray().isEmpty());
        QVERIFY(!derived[QStringLiteral("brief")][QStringLiteral("signals")].toArray().isEmpty());
        QVERIFY(!derived[QStringLiteral("messages")][0][QStringLiteral("annotations")].toArray().isEmpty());
        auto shown = with({QStringLiteral("show"), customer}).json();
        const auto links = shown.take(QStringLiteral("links")).toArray();
        QCOMPARE(links.size() + 1, shown[QStringLiteral("records")].toArray().size());
        QVERIFY(links[0][QStringLiteral("score")].toDouble() > 0.9);
        QVERIFY(!links[0][QStringLiteral("reasons")].toArray().isEmpty());
        QVERIFY(shown.take(QStringLiteral("reviews")).isArray());
        QVERIFY(shown.take(QStringLiteral("apart")).isArray());
        QVERIFY(shown.take(QStringLiteral("stale")).isArray()); // of the copies here, not of the person
        QVERIFY(shown.take(QStringLiteral("gone")).isArray());  // stands beside the profile in an export
        QCOMPARE(derived[QStringLiteral("profile")], QJsonValue(shown));

        const auto workspace = freshWorkspace(QStringLiteral("export"));
        const auto imported = import(workspace, {write(QStringLiteral("export.jsonl"), lines.out)});
        QVERIFY2(imported.status == 0, imported.err.constData());
        QCOMPARE(sum(imported.json()[QStringLiteral("added")].toObject()), lines.lines().size());
        QCOMPARE(sum(imported.json()[QStringLiteral("unresolved")].toObject()), 0);
        const auto there = [&](const QString& command, const QStringList& more = {}) {
            return run(QStringList{command, customer, QStringLiteral("--workspace"), workspace, QStringLiteral("--key-file"), m_keyFile,
                                   QStringLiteral("--as-of"), asOf}
                       + more);
        };
        QCOMPARE(there(QStringLiteral("export")).out, lines.out);
        const auto before = with({QStringLiteral("brief"), customer}).json();
        const auto after = there(QStringLiteral("brief"), {QStringLiteral("--json")}).json();
        for (const auto* key : {"situation", "history", "tried", "promised", "told", "asked_again", "open_questions", "resolution",
                                "satisfaction", "key_sentences", "posture"})
            QCOMPARE(after[QLatin1String(key)], before[QLatin1String(key)]);
        // Offers are nobody's and stay, and with them the signal that is about one.
        QJsonArray signalsBefore;
        for (const auto signal : before[QStringLiteral("signals")].toArray()) {
            if (signal[QStringLiteral("id")].toString() != QLatin1String("special_category_targeting"))
                signalsBefore.append(signal);
        }
        QVERIFY(signalsBefore.size() >= 4);
        QCOMPARE(after[QStringLiteral("signals")].toArray(), signalsBefore);
    }

    void erasesACustomer()
    {
        const auto workspace = freshWorkspace(QStringLiteral("erase"));
        QCOMPARE(import(workspace, sampleFiles()).status, 0);
        const auto at = [&](const QStringList& arguments) {
            return run(
                QStringList{QStringLiteral("--workspace"), workspace, QStringLiteral("--key-file"), m_keyFile, QStringLiteral("--json")}
                + arguments);
        };
        const QString customer = QStringLiteral("maria.hoffmann@example.com");
        // Nobody can be asked here.
        const auto refused = at({QStringLiteral("erase"), customer});
        QCOMPARE(refused.status, 2);
        QVERIFY2(refused.err.contains("--yes"), refused.err.constData());
        QCOMPARE(at({QStringLiteral("show"), customer}).status, 0);
        QCOMPARE(at({QStringLiteral("erase"), QStringLiteral("nobody@example.com"), QStringLiteral("--yes")}).status, 3);

        const auto erased = at({QStringLiteral("erase"), customer, QStringLiteral("--yes")});
        QVERIFY2(erased.status == 0, erased.err.constData());
        const auto removed = erased.json()[QStringLiteral("removed")].toObject();
        QCOMPARE(removed[QStringLiteral("customer")].toInt(), 3);
        QVERIFY(removed[QStringLiteral("message")].toInt() > 5);
        QVERIFY(!erased.out.contains("Hoffmann"));
        QCOMPARE(at({QStringLiteral("show"), customer}).status, 3);
        QCOMPARE(at({QStringLiteral("erase"), customer, QStringLiteral("--yes")}).status, 3);

        const auto again = import(workspace, sampleFiles()).json();
        QCOMPARE(sum(again[QStringLiteral("added")].toObject()), 0);
        QCOMPARE(again[QStringLiteral("erased")][QStringLiteral("customer")].toInt(), 3);
        QCOMPARE(again[QStringLiteral("erased")][QStringLiteral("message")].toInt(), removed[QStringLiteral("message")].toInt());
        QCOMPARE(at({QStringLiteral("show"), customer}).status, 3);
    }

    void changesTheKey()
    {
        const auto workspace = freshWorkspace(QStringLiteral("rekey"));
        const auto newKey = write(QStringLiteral("new-key"), QByteArray(64, '9'));
        const QStringList at{QStringLiteral("--workspace"), workspace, QStringLiteral("--key-file")};
        QCOMPARE(run(QStringList{QStringLiteral("workspace"), QStringLiteral("rekey"), QStringLiteral("--new-key-file"), newKey} + at
                     + QStringList{m_keyFile})
                     .status,
                 0);
        QCOMPARE(run(QStringList{QStringLiteral("workspace"), QStringLiteral("info")} + at + QStringList{m_keyFile}).status, 1);
        QCOMPARE(run(QStringList{QStringLiteral("workspace"), QStringLiteral("info")} + at + QStringList{newKey}).status, 0);
        QCOMPARE(run(QStringList{QStringLiteral("workspace"), QStringLiteral("lock")} + at + QStringList{newKey}).status, 0);
    }
};

QTEST_GUILESS_MAIN(TestCtlWorkspace)
#include "test_ctl_workspace.moc"
