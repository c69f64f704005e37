// forewordctl as a user starts it: a real process, a real encrypted workspace, the public
// contract's JSON and exit statuses.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Ran {
    int status = -1;
    QByteArray out, err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QList<QJsonObject> lines() const
    {
        QList<QJsonObject> objects;
        for (const auto& line : out.split('\n')) {
            if (!line.isEmpty())
                objects.append(QJsonDocument::fromJson(line).object());
        }
        return objects;
    }
};

const QString asOf = QStringLiteral("2026-11-09T10:04:00+01:00");

QStringList sampleFiles()
{
    QStringList files;
    for (const auto* name : {"crm", "helpdesk", "billing", "marketing"})
        files.append(QStringLiteral(FOREWORD_SOURCE_DIR "/resources/sample/%1.jsonl").arg(QLatin1String(name)));
    return files;
}

// Text of each message of the sample that has plain text, by id.
QHash<QString, QByteArray> sampleTexts()
{
    QHash<QString, QByteArray> texts;
    for (const auto& path : sampleFiles()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(path));
        for (const auto& line : file.readAll().split('\n')) {
            const auto record = QJsonDocument::fromJson(line).object();
            if (record[QStringLiteral("type")] == QStringLiteral("message") && record.contains(QStringLiteral("text")))
                texts.insert(record[QStringLiteral("id")].toString(), record[QStringLiteral("text")].toString().toUtf8());
        }
    }
    return texts;
}

} // namespace

class TestCtl : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_workspace, m_keyFile;

    QString write(const QString& name, const QByteArray& content)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }

    Ran run(const QStringList& arguments, const QByteArray& input = {})
    {
        QProcess process;
        process.start(QStringLiteral(FOREWORDCTL), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60000))
            qFatal("forewordctl did not end");
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    // With the workspace of the sample history, as JSON.
    Ran with(const QStringList& arguments)
    {
        return run(QStringList{QStringLiteral("--workspace"), m_workspace, QStringLiteral("--key-file"), m_keyFile,
                               QStringLiteral("--json"), QStringLiteral("--as-of"), asOf}
                   + arguments);
    }

    QString freshWorkspace(const QString& name)
    {
        const auto folder = m_folder.filePath(name);
        const auto made = run({QStringLiteral("workspace"), QStringLiteral("init"), QStringLiteral("--workspace"), folder,
                               QStringLiteral("--key-file"), m_keyFile});
        if (made.status != 0)
            qFatal("%s", made.err.constData());
        return folder;
    }

    Ran import(const QString& workspace, const QStringList& arguments)
    {
        return run(QStringList{QStringLiteral("import"), QStringLiteral("--json"), QStringLiteral("--workspace"), workspace,
                               QStringLiteral("--key-file"), m_keyFile}
                   + arguments);
    }

    static int sum(const QJsonObject& counts)
    {
        int total = 0;
        for (const auto& value : counts)
            total += value.toInt();
        return total;
    }

private slots:
    void initTestCase()
    {
        m_keyFile = write(QStringLiteral("key"), QByteArray(64, '7') + '\n');
        m_workspace = freshWorkspace(QStringLiteral("sample"));
        const auto imported = import(m_workspace, sampleFiles());
        QVERIFY2(imported.status == 0, imported.err.constData());
        QVERIFY(sum(imported.json()[QStringLiteral("added")].toObject()) > 200);
        QCOMPARE(sum(imported.json()[QStringLiteral("unresolved")].toObject()), 0);
        QVERIFY(imported.json()[QStringLiteral("rejects")].isArray());
    }

    void policyTestRunsTheTestsOfCueLists()
    {
        const auto ran = run({QStringLiteral("policy"), QStringLiteral("test"), QStringLiteral("--json")});
        QVERIFY2(ran.status == 0, ran.err.constData());
        QVERIFY(ran.json()[QStringLiteral("tests")].toArray().size() > 50);
        QCOMPARE(ran.json()[QStringLiteral("failed")].toInt(-1), 0);
        const auto cues = ran.json()[QStringLiteral("cue_tests")].toObject();
        QVERIFY(cues[QStringLiteral("errors")].isArray());
        QVERIFY(cues[QStringLiteral("errors")].toArray().isEmpty());
        QStringList languages;
        for (const auto& count : cues[QStringLiteral("languages")].toArray()) {
            languages.append(count[QStringLiteral("language")].toString());
            QVERIFY(count[QStringLiteral("tests")].toInt() > 50);
            QCOMPARE(count[QStringLiteral("failed")].toInt(-1), 0);
        }
        QCOMPARE(languages.join(QLatin1Char(' ')), QStringLiteral("de en es fr"));
    }

    void evaluatesSignals()
    {
        const auto line = [](const char* id, const char* text, const char* expect) {
            return QByteArray("{\"conversation_id\":\"") + id
                + "\",\"language\":\"en\",\"messages\":[{\"id\":\"m1\",\"sender\":\"customer\","
                  "\"at\":\"2026-03-02T10:00:00Z\",\"channel\":\"email\",\"text\":\""
                + text + "\"}],\"expect\":" + expect + "}\n";
        };
        const auto file =
            write(QStringLiteral("labelled.jsonl"),
                  line("a", "My husband died in May.", R"({"present":["bereavement"],"evidence":{"bereavement":["husband died"]}})")
                      + line("b", "My mother died in May.", R"({"only":["bereavement"],"present":[]})")
                      + line("c", "Good morning.", R"({"present":["human_requested"]})"));
        const auto ran = run({QStringLiteral("evaluate"), QStringLiteral("signals"), file, QStringLiteral("--json")});
        QVERIFY2(ran.status == 0, ran.err.constData());
        const auto json = ran.json();
        QCOMPARE(json[QStringLiteral("conversations")].toInt(), 3);
        const auto bereavement = json[QStringLiteral("signals")].toObject()[QStringLiteral("bereavement")].toObject();
        QCOMPARE(bereavement[QStringLiteral("tp")].toInt(), 1);
        QCOMPARE(bereavement[QStringLiteral("fp")].toInt(), 1);
        QCOMPARE(bereavement[QStringLiteral("evidence")].toObject()[QStringLiteral("covered")].toInt(), 1);
        QCOMPARE(json[QStringLiteral("signals")].toObject()[QStringLiteral("human_requested")].toObject()[QStringLiteral("fn")].toInt(), 1);
        // For people the same figures, a line each.
        const auto plain = run({QStringLiteral("evaluate"), QStringLiteral("signals"), file});
        QVERIFY2(plain.out.contains("bereavement:"), plain.out.constData());
    }

    void evaluationNamesTheLineItRefuses()
    {
        const auto file = write(QStringLiteral("unlabelled.jsonl"), "{\"conversation_id\":\"a\",\"messages\":[]}\n");
        for (const auto* kind : {"signals", "briefs", "summaries"}) {
            const auto ran = run({QStringLiteral("evaluate"), QLatin1String(kind), file, QStringLiteral("--json")});
            QCOMPARE(ran.status, 3);
            QVERIFY2(ran.err.contains("unlabelled.jsonl:1: Field \"expect\" is missing"), ran.err.constData());
        }
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

    void everyKeyOfABriefIsThere()
    {
        const auto ran = with({QStringLiteral("brief"), QStringLiteral("crm:C-20417"), QStringLiteral("maria.hoffmann@example.com"),
                               QStringLiteral("--timings")});
        QVERIFY2(ran.status == 0, ran.err.constData());
        const auto lines = ran.lines();
        QCOMPARE(lines.size(), 2);
        for (const auto* key : {"situation", "history", "tried", "promised", "told", "asked_again", "open_questions", "resolution",
                                "satisfaction", "key_sentences", "posture", "offers", "signals", "timings_us"})
            QVERIFY2(lines[0].contains(QLatin1String(key)), key);
        for (const auto* key : {"open", "read", "fold", "decide", "total"})
            QVERIFY2(lines[1][QStringLiteral("timings_us")].toObject().contains(QLatin1String(key)), key);
        QCOMPARE(lines[0][QStringLiteral("situation")], lines[1][QStringLiteral("situation")]);
        QVERIFY(!lines[0][QStringLiteral("situation")].toArray().isEmpty());
        QCOMPARE(lines[0][QStringLiteral("posture")].toString(), QStringLiteral("service_first"));
    }

    void everyCitationIsAPlaceInAMessage()
    {
        const auto texts = sampleTexts();
        const auto brief = with({QStringLiteral("brief"), QStringLiteral("crm:C-20417")}).json();
        int seen = 0;
        for (const auto* section : {"situation", "history", "tried", "promised", "told", "asked_again", "open_questions"}) {
            for (const auto& statement : brief[QLatin1String(section)].toArray()) {
                const auto citations = statement[QStringLiteral("citations")].toArray();
                QVERIFY2(!citations.isEmpty(), section);
                for (const auto& citation : citations) {
                    const auto text = texts.find(citation[QStringLiteral("message_id")].toString());
                    QVERIFY(text != texts.end());
                    const int start = citation[QStringLiteral("start")].toInt();
                    const int end = citation[QStringLiteral("end")].toInt();
                    QVERIFY(0 <= start && start < end && end <= text->size());
                    ++seen;
                }
            }
        }
        QVERIFY(seen > 5);
    }

    void signalsQuoteExactWords()
    {
        const auto texts = sampleTexts();
        const auto brief = with({QStringLiteral("brief"), QStringLiteral("crm:C-20417")}).json();
        QStringList ids;
        for (const auto& signal : brief[QStringLiteral("signals")].toArray()) {
            ids.append(signal[QStringLiteral("id")].toString());
            for (const auto& evidence : signal[QStringLiteral("evidence")].toArray()) {
                if (!evidence.toObject().contains(QStringLiteral("message_id")))
                    continue;
                const auto text = texts.value(evidence[QStringLiteral("message_id")].toString());
                const int start = evidence[QStringLiteral("start")].toInt();
                QCOMPARE(text.mid(start, evidence[QStringLiteral("end")].toInt() - start),
                         evidence[QStringLiteral("quote")].toString().toUtf8());
            }
        }
        QVERIFY(ids.contains(QStringLiteral("open_complaint")));
        QVERIFY(ids.contains(QStringLiteral("marketing_objection")));
        QVERIFY(ids.contains(QStringLiteral("repeat_contact")));
    }

    void decidesTheSameBytesTwice()
    {
        const auto first = with({QStringLiteral("decide"), QStringLiteral("crm:C-20417")});
        const auto second = with({QStringLiteral("decide"), QStringLiteral("crm:C-20417")});
        QCOMPARE(first.status, 0);
        QCOMPARE(first.out, second.out);
        QCOMPARE(first.json()[QStringLiteral("record_id")].toString().size(), 64);
        bool supportAllowed = false, upsellStopped = false;
        for (const auto& offer : first.json()[QStringLiteral("offers")].toArray()) {
            const auto kind = offer[QStringLiteral("kind")].toString();
            const auto verdict = offer[QStringLiteral("verdict")].toString();
            supportAllowed |= kind == QStringLiteral("support") && verdict == QStringLiteral("allow");
            upsellStopped |= kind == QStringLiteral("upsell") && verdict != QStringLiteral("allow")
                && !offer[QStringLiteral("rule")].toString().isEmpty();
        }
        QVERIFY(supportAllowed);
        QVERIFY(upsellStopped);
    }

    void decidesOverGivenOffers()
    {
        const auto offers =
            write(QStringLiteral("offers.jsonl"),
                  R"({"type":"offer","source":"m","id":"credit","name":"Credit","kind":"support","channels":["agent"],"value":1})"
                  "\n");
        const auto ran = with({QStringLiteral("decide"), QStringLiteral("crm:C-20417"), QStringLiteral("--offers"), offers});
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.json()[QStringLiteral("offers")].toArray().size(), 1);
        QCOMPARE(ran.json()[QStringLiteral("offers")][0][QStringLiteral("id")].toString(), QStringLiteral("credit"));
        QCOMPARE(
            with({QStringLiteral("decide"), QStringLiteral("crm:C-20417"), QStringLiteral("--channel"), QStringLiteral("pigeon")}).status,
            2);
    }

    void findsByAnyIdentifier_data()
    {
        QTest::addColumn<QString>("query");
        for (const char* query : {"crm:C-20417", "MARIA.HOFFMANN@example.com", "+49 30 23125 820", "030 23125820", "4711", "#4711",
                                  "hoffmann maria", "Hofmann"})
            QTest::newRow(query) << QString::fromLatin1(query);
    }

    void findsByAnyIdentifier()
    {
        QFETCH(QString, query);
        const auto ran = with({QStringLiteral("find"), query});
        QCOMPARE(ran.status, 0);
        const auto customers = ran.json()[QStringLiteral("customers")].toArray();
        QVERIFY2(!customers.isEmpty(), ran.out.constData());
        QCOMPARE(customers[0][QStringLiteral("name")].toString(), QStringLiteral("Maria Hoffmann"));
    }

    void showsConflictsSideBySide()
    {
        const auto profile = with({QStringLiteral("show"), QStringLiteral("crm:C-20417")}).json();
        QCOMPARE(profile[QStringLiteral("records")].toArray().size(), 3);
        bool found = false;
        for (const auto& field : profile[QStringLiteral("fields")].toArray()) {
            if (field[QStringLiteral("name")] == QStringLiteral("birth_date")) {
                found = true;
                QVERIFY(field[QStringLiteral("conflict")].toBool());
                QCOMPARE(field[QStringLiteral("others")].toArray().size(), 1);
            }
        }
        QVERIFY(found);
    }

    void cardNumbersAreNowhere()
    {
        const auto ran = with({QStringLiteral("brief"), QStringLiteral("callum.ferrier@example.com")});
        QVERIFY2(ran.status == 0, ran.err.constData());
        QVERIFY(!ran.out.contains("4111"));
        QCOMPARE(with({QStringLiteral("find"), QStringLiteral("4111 1111 1111 1111")}).json()[QStringLiteral("customers")].toArray().size(),
                 0);
    }

    void readsConversations()
    {
        const QByteArray line =
            R"({"conversation_id":"c1","language":"en","messages":[)"
            R"({"id":"m1","sender":"customer","at":"2026-03-02T10:00:00Z","channel":"chat","text":"Stop sending me your offers. My card is 4111 1111 1111 1111."},)"
            R"({"id":"m2","sender":"agent","at":"2026-03-02T10:01:00Z","channel":"chat","text":"I am sorry. I will remove you from the list by Friday."}]})"
            "\n";
        const auto file = write(QStringLiteral("conversations.jsonl"), line + "{\"conversation_id\":1}\n" + line);
        const auto ran = run({QStringLiteral("signals"), QStringLiteral("--json"), file});
        QCOMPARE(ran.status, 3);
        QVERIFY2(ran.err.contains("conversations.jsonl:2"), ran.err.constData());
        const auto lines = ran.lines();
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0], lines[1]);
        QCOMPARE(lines[0][QStringLiteral("conversation_id")].toString(), QStringLiteral("c1"));
        const auto redaction = lines[0][QStringLiteral("redactions")][0];
        QCOMPARE(redaction[QStringLiteral("start")].toInt(), 40);
        QCOMPARE(redaction[QStringLiteral("end")].toInt(), 59);
        const auto card = lines[0][QStringLiteral("signals")][0];
        QCOMPARE(card[QStringLiteral("id")].toString(), QStringLiteral("card_data_in_text"));
        QCOMPARE(card[QStringLiteral("state")].toString(), QStringLiteral("confirmed"));
        const auto signal = lines[0][QStringLiteral("signals")][1];
        QCOMPARE(signal[QStringLiteral("id")].toString(), QStringLiteral("marketing_objection"));
        QCOMPARE(signal[QStringLiteral("state")].toString(), QStringLiteral("suspected"));
        QCOMPARE(signal[QStringLiteral("rank")].toString(), QStringLiteral("P1"));

        const auto summary = run({QStringLiteral("summarize"), QStringLiteral("-")}, line);
        QCOMPARE(summary.status, 0);
        const auto brief = summary.json()[QStringLiteral("brief")].toObject();
        QCOMPARE(brief[QStringLiteral("promised")].toArray().size(), 1);
        QVERIFY(brief[QStringLiteral("key_sentences")].toArray().size() >= 2);
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

    void severalPeopleAreListed()
    {
        const auto workspace = freshWorkspace(QStringLiteral("family"));
        const auto file = write(
            QStringLiteral("family.jsonl"),
            R"({"type":"customer","source":"crm","id":"1","names":["Ada Example"],"phones":["+44 7700 900111"]})"
            "\n"
            R"({"type":"customer","source":"crm","id":"2","names":["Ben Example"],"phones":["07700 900111"],"addresses":[{"street":"","city":"","postcode":"","country":"GB"}]})"
            "\n");
        QCOMPARE(import(workspace, {file}).status, 0);
        const auto ran = run({QStringLiteral("show"), QStringLiteral("07700900111"), QStringLiteral("--json"),
                              QStringLiteral("--workspace"), workspace, QStringLiteral("--key-file"), m_keyFile});
        QCOMPARE(ran.status, 3);
        QCOMPARE(ran.json()[QStringLiteral("candidates")].toArray().size(), 2);
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
        QCOMPARE(derived[QStringLiteral("profile")], QJsonValue(with({QStringLiteral("show"), customer}).json()));

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

QTEST_GUILESS_MAIN(TestCtl)
#include "test_ctl.moc"
