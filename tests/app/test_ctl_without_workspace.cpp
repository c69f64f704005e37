// What forewordctl does without a workspace: tests of the policy, evaluations, given conversations.
#include <QJsonArray>
#include <QTest>

#include "tests/app/ctl_fixture.h"

using namespace foreword::apptest;

class TestCtlWithoutWorkspace : public QObject, private Ctl {
    Q_OBJECT

private slots:
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

    // Who is one person in a file, and how right that is.
    void findsPersonsInAFile()
    {
        const auto line = [](const char* id, const char* name, const char* birth) {
            return QByteArray("{\"type\":\"customer\",\"source\":\"crm\",\"id\":\"") + id + "\",\"names\":[\"" + name
                + "\"],\"emails\":[],\"phones\":[\"+44 20 7946 0321\"],\"addresses\":[],\"birth_date\":\"" + birth + "\"}\n";
        };
        const auto file = write(QStringLiteral("people.jsonl"),
                                line("1", "Ruth Pemberton", "1970-01-20") + line("2", "Pemberton, Ruth", "1970-01-20")
                                    + line("3", "Imran Qureshi", "1970-01-32") + line("4", "Thomas Marsh senior", "1951-02-03")
                                    + line("5", "Thomas Marsh", "1951-02-03"));
        const auto truth = write(QStringLiteral("truth.jsonl"),
                                 R"({"source":"crm","id":"1","entity":"r"})"
                                 "\n"
                                 R"({"source":"crm","id":"2","entity":"r"})"
                                 "\n"
                                 R"({"source":"crm","id":"3","entity":"i"})"
                                 "\n");
        const auto ran = run({QStringLiteral("identity"), file, QStringLiteral("--json")});
        QVERIFY2(ran.status == 0, ran.err.constData());
        const auto clusters = ran.json()[QStringLiteral("clusters")].toArray();
        QCOMPARE(clusters.size(), 4);
        QCOMPARE(clusters[0].toArray().size(), 2);
        QCOMPARE(clusters[0].toArray()[1].toObject()[QStringLiteral("id")].toString(), QStringLiteral("2"));
        const auto reviews = ran.json()[QStringLiteral("reviews")].toArray();
        QCOMPARE(reviews.size(), 1);
        QCOMPARE(reviews[0].toObject()[QStringLiteral("a")].toObject()[QStringLiteral("id")].toString(), QStringLiteral("4"));
        QVERIFY(reviews[0].toObject()[QStringLiteral("score")].toDouble() > 0.9);
        QStringList reasons;
        for (const auto& reason : reviews[0].toObject()[QStringLiteral("reasons")].toArray())
            reasons.append(reason.toObject()[QStringLiteral("what")].toString());
        QVERIFY2(reasons.contains(QStringLiteral("generation")), qPrintable(reasons.join(QLatin1Char(' '))));

        const auto measured = run({QStringLiteral("evaluate"), QStringLiteral("identity"), file, truth, QStringLiteral("--json")});
        QVERIFY2(measured.status == 0, measured.err.constData());
        const auto pairs = measured.json()[QStringLiteral("pairs")].toObject();
        QCOMPARE(pairs[QStringLiteral("tp")].toInt(-1), 1);
        QCOMPARE(pairs[QStringLiteral("fp")].toInt(-1), 0);
        QCOMPARE(measured.json()[QStringLiteral("records")].toInt(), 3);

        const auto bad = write(QStringLiteral("bad_truth.jsonl"), "{\"source\":\"crm\",\"id\":1,\"entity\":\"r\"}\n");
        const auto refused = run({QStringLiteral("evaluate"), QStringLiteral("identity"), file, bad});
        QCOMPARE(refused.status, 3);
        QVERIFY2(refused.err.contains("bad_truth.jsonl:1") || refused.err.contains("line 1"), refused.err.constData());
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
};

QTEST_GUILESS_MAIN(TestCtlWithoutWorkspace)
#include "test_ctl_without_workspace.moc"
