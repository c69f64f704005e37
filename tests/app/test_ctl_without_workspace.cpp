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
