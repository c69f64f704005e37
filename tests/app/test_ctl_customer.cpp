// What forewordctl says of a customer: found, shown, briefed, decided, with the exact words.
#include <QHash>
#include <QJsonArray>
#include <QTest>

#include "tests/app/ctl_fixture.h"

using namespace foreword::apptest;

namespace {

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

class TestCtlCustomer : public QObject, private Ctl {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto imported = importSample();
        QVERIFY2(imported.status == 0, imported.err.constData());
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

    void showsConflictsSideBySide()
    {
        const auto profile = with({QStringLiteral("show"), QStringLiteral("crm:C-20417")}).json();
        QCOMPARE(profile[QStringLiteral("records")].toArray().size(), 3);
        // What was imported has no system to be reached.
        QVERIFY(profile[QStringLiteral("stale")].isArray() && profile[QStringLiteral("stale")].toArray().isEmpty());
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

    void everyValueHasSourceAndAge()
    {
        const auto profile = with({QStringLiteral("show"), QStringLiteral("crm:C-20417")}).json();
        const auto check = [](const QJsonObject& value) {
            QVERIFY(!value[QStringLiteral("sources")].toArray().isEmpty());
            QVERIFY(value[QStringLiteral("age_days")].toInt(-1) >= 0);
        };
        int owned = 0;
        for (const auto& field : profile[QStringLiteral("fields")].toArray()) {
            check(field.toObject());
            QVERIFY(!field[QStringLiteral("chosen_by")].toString().isEmpty());
            for (const auto& other : field[QStringLiteral("others")].toArray())
                check(other.toObject());
            owned += field[QStringLiteral("owner")].toString().isEmpty() ? 0 : 1;
        }
        QVERIFY(owned >= 3);
        const auto tenure = profile[QStringLiteral("tenure")].toObject();
        QCOMPARE(tenure[QStringLiteral("since")].toString(), QStringLiteral("2017-03-01"));
        QCOMPARE(tenure[QStringLiteral("years")].toInt(), 9);
        QVERIFY(!tenure[QStringLiteral("owner")].toString().isEmpty());
    }

    void consentIsALedgerWithProof()
    {
        const auto profile = with({QStringLiteral("show"), QStringLiteral("crm:C-20417")}).json();
        int entries = 0;
        for (const auto& reading : profile[QStringLiteral("consent")].toArray()) {
            QVERIFY(!reading[QStringLiteral("state")].toString().isEmpty());
            for (const auto& entry : reading[QStringLiteral("entries")].toArray()) {
                ++entries;
                for (const auto* key : {"source", "id", "customer", "at", "basis", "counts", "proof", "copied_at"})
                    QVERIFY2(entry.toObject().contains(QLatin1String(key)), key);
            }
        }
        QVERIFY(entries > 0);
    }

    void aSharedNumberListsEverybody()
    {
        const auto workspace = freshWorkspace(QStringLiteral("shared"));
        const auto file = write(QStringLiteral("shared.jsonl"),
                                R"({"type":"customer","source":"crm","id":"1","names":["Ada Example"],"phones":["+44 7700 900111"]})"
                                "\n"
                                R"({"type":"customer","source":"crm","id":"2","names":["Ben Sample"],"phones":["+44 7700 900111"]})"
                                "\n");
        QCOMPARE(import(workspace, {file}).status, 0);
        const QStringList there{QStringLiteral("--json"), QStringLiteral("--workspace"), workspace, QStringLiteral("--key-file"),
                                m_keyFile};
        const auto shown = run(QStringList{QStringLiteral("show"), QStringLiteral("crm:1")} + there).json();
        const auto others = shown[QStringLiteral("could_also_be")].toArray();
        QCOMPARE(others.size(), 1);
        QCOMPARE(others[0][QStringLiteral("name")].toString(), QStringLiteral("Ben Sample"));
        const auto found = run(QStringList{QStringLiteral("find"), QStringLiteral("07700 900111")} + there).json();
        const auto hits = found[QStringLiteral("customers")].toArray();
        QCOMPARE(hits.size(), 2);
        QCOMPARE(hits[0][QStringLiteral("could_also_be")].toArray()[0].toString(), hits[1][QStringLiteral("name")].toString());
    }

    void healthByKindWithTrendAndAsAFile()
    {
        const auto file = m_folder.filePath(QStringLiteral("health.csv"));
        const auto on = [&](const QString& when, const QStringList& more) {
            return run(QStringList{QStringLiteral("health"), QStringLiteral("--workspace"), m_workspace, QStringLiteral("--key-file"),
                                   m_keyFile, QStringLiteral("--as-of"), when}
                       + more);
        };
        QCOMPARE(on(QStringLiteral("2026-11-08T10:00:00+01:00"), {QStringLiteral("--export"), file}).status, 0);
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const auto lines = csv.readAll().split('\n').size() - 1;
        const auto health = on(asOf, {QStringLiteral("--json")}).json();
        QVERIFY(lines > 20 && health[QStringLiteral("findings")].toArray().size() > 20);
        QCOMPARE(health[QStringLiteral("compared_with")].toString(), QStringLiteral("2026-11-08T10:00:00+01:00"));
        for (const auto& value : health[QStringLiteral("topics")].toArray()) {
            const auto topic = value.toObject();
            QVERIFY(!topic[QStringLiteral("owner")].toString().isEmpty() && topic[QStringLiteral("count")].toInt() > 0);
            QVERIFY(topic[QStringLiteral("trend")].isDouble());
        }
        QCOMPARE(on(asOf, {QStringLiteral("--export"), QStringLiteral("health.txt")}).status, 2);
        QCOMPARE(on(asOf, {QStringLiteral("--export"), m_folder.filePath(QStringLiteral("nowhere/health.csv"))}).status, 1);
    }

    void namesAreReadInOrder()
    {
        QCOMPARE(with({QStringLiteral("show"), QStringLiteral("billing:GB-701101")}).json()[QStringLiteral("name")].toString(),
                 QStringLiteral("Dylan Pascoe"));
    }

    void everyKeyOfABriefIsThere()
    {
        const auto ran = with({QStringLiteral("brief"), QStringLiteral("crm:C-20417"), QStringLiteral("maria.hoffmann@example.com"),
                               QStringLiteral("--timings")});
        QVERIFY2(ran.status == 0, ran.err.constData());
        const auto lines = ran.lines();
        QCOMPARE(lines.size(), 2);
        for (const auto* key : {"situation", "history", "tried", "promised", "told", "asked_again", "open_questions", "resolution",
                                "satisfaction", "key_sentences", "posture", "offers", "signals", "gone", "timings_us"})
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

    void cardNumbersAreNowhere()
    {
        const auto ran = with({QStringLiteral("brief"), QStringLiteral("callum.ferrier@example.com")});
        QVERIFY2(ran.status == 0, ran.err.constData());
        QVERIFY(!ran.out.contains("4111"));
        QCOMPARE(with({QStringLiteral("find"), QStringLiteral("4111 1111 1111 1111")}).json()[QStringLiteral("customers")].toArray().size(),
                 0);
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
};

QTEST_GUILESS_MAIN(TestCtlCustomer)
#include "test_ctl_customer.moc"
