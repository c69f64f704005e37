// What lines of a conversation as it happens are taken for: which conversation they are about, in
// what order it stands, and what is refused.
#include <algorithm>
#include <map>

#include <QTest>

#include "core/base/error_catalog.h"
#include "core/brief/brief_json.h"
#include "core/brief/brief_maker.h"
#include "core/desk/live_conversation.h"

using namespace foreword;

class TestLiveLines : public QObject {
    Q_OBJECT

private:
    std::shared_ptr<const Definitions> m_definitions = *loadBuiltInDefinitions();
    Timestamp m_asOf = *Timestamp::parse("2026-11-28T12:00:00Z");

    LiveConversation begun() { return {*m_definitions, {}, {}, ConsentChannel::agent, m_asOf}; }

private Q_SLOTS:
    // The same number in another system is another matter.
    void anotherSystemsTicketIsAnother()
    {
        const auto ticket = [](const char* source, const char* rest) {
            return std::string(R"({"type":"interaction",)") + source
                + R"("id":"4711","customer":{"source":"crm","id":"1"},"channel":"email","opened_at":"2026-11-01T09:00:00Z",)" + rest;
        };
        const char* closed = R"("kind":"order","status":"closed","closed_at":"2026-11-02T09:00:00Z"})";
        LiveConversation live = begun();
        const auto postureAfter = [&](const std::string& line) { return live.take(line, m_asOf)->decision.posture; };
        QCOMPARE(postureAfter(ticket(R"("source":"hd",)", R"("kind":"complaint","status":"open"})")), Posture::serviceFirst);
        QCOMPARE(postureAfter(ticket(R"("source":"shop",)", closed)), Posture::serviceFirst);
        QCOMPARE(live.history().interactions.size(), std::size_t(2));
        QCOMPARE(postureAfter(ticket(R"("source":"hd",)", closed)), Posture::normal);
        QCOMPARE(live.history().interactions.size(), std::size_t(2));
    }

    // Nor does what is said in it belong to the other one.
    void whatIsSaidInItIsSaidThere()
    {
        LiveConversation live = begun();
        const auto say = [&](const std::string& source, const char* text) {
            return live.take("{" + source + R"("interaction":"4711","sender":"customer","text":")" + text + R"("})", m_asOf).has_value();
        };
        QVERIFY(live.take(R"({"type":"interaction","source":"hd","id":"4711","customer":{"source":"crm","id":"1"},"channel":"email",)"
                          R"("kind":"complaint","status":"open","opened_at":"2026-11-01T09:00:00Z"})",
                          m_asOf));
        QVERIFY(say(R"("source":"shop",)", "Where is my parcel?"));
        QVERIFY(say(R"("source":"hd",)", "My router is still broken."));
        QVERIFY(say(R"("source":"shop",)", "It was to come today."));
        std::map<std::string, std::string> said;
        for (const auto& message : live.history().messages)
            said[live.history().interactions[message.interaction].key.source] += message.text;
        QCOMPARE(said,
                 (std::map<std::string, std::string>{{"hd", "My router is still broken."},
                                                     {"shop", "Where is my parcel?It was to come today."}}));
        QCOMPARE(live.history().interactions.size(), std::size_t(2));
    }

    // As it is when it is imported.
    void htmlIsReadAsText()
    {
        LiveConversation live = begun();
        const std::string html = "<style>p{}</style><p>This is a <b>complaint</b>.</p><p>Card 4111 1111 1111 1111</p>";
        const auto step = live.take(R"({"sender":"customer","sender_name":"Kim 4111 1111 1111 1111","html":")" + html + R"("})", m_asOf);
        QVERIFY(step);
        const HistoryMessage& message = live.history().messages.front();
        QCOMPARE(QString::fromStdString(message.text), QStringLiteral("This is a complaint.\n\nCard *******************"));
        QCOMPARE(message.redactions.size(), std::size_t(1));
        QVERIFY(message.senderName.find("4111") == std::string::npos);
        QCOMPARE(step->decision.posture, Posture::serviceFirst);
    }

    // A line need not name the system.
    void aRecordOfNoSourceIsOfItsNumber()
    {
        const std::string rest = R"("id":"4711","customer":{"source":"crm","id":"1"},"channel":"email","opened_at":"2026-11-01T09:00:00Z",)"
                                 R"("kind":"complaint",)";
        LiveConversation live = begun();
        QVERIFY(live.take(R"({"interaction":"4711","sender":"customer","text":"Hello, it is about my bill."})", m_asOf));
        QVERIFY(live.take(R"({"type":"interaction","source":"hd",)" + rest + R"("status":"open"})", m_asOf));
        const auto step =
            live.take(R"({"type":"interaction",)" + rest + R"("status":"closed","closed_at":"2026-11-02T09:00:00Z"})", m_asOf);
        QVERIFY(step);
        QCOMPARE(step->decision.posture, Posture::normal);
        QCOMPARE(live.history().interactions.size(), std::size_t(1));
        QVERIFY(live.history().interactions.front().key == (RecordKey{"hd", "4711"}));
        QCOMPARE(live.history().messages.size(), std::size_t(1));
    }

    // What happens is of the newest that is open, not of the one told of last.
    void anOlderTicketThatComesLateStandsBefore()
    {
        const auto ticket = [](const char* id, const char* opened) {
            return std::string(R"({"type":"interaction","source":"hd","id":")") + id
                + R"(","customer":{"source":"crm","id":"1"},"channel":"email","kind":"other","status":"open","opened_at":")" + opened
                + "\"}";
        };
        const auto said = [](const char* in, const char* at) {
            return std::string(R"({"source":"hd","interaction":")") + in + R"(","sender":"customer","text":"Of ticket )" + in
                + R"(.","at":")" + at + "\"}";
        };
        LiveConversation live = begun();
        for (const auto& line : {ticket("2", "2026-11-02T09:00:00Z"), said("2", "2026-11-02T09:00:00Z"), said("4", "2026-11-04T09:00:00Z"),
                                 ticket("3", "2026-11-03T09:00:00Z"), said("3", "2026-11-03T09:00:00Z"),
                                 ticket("1", "2026-11-01T09:00:00Z"), ticket("4", "2026-10-30T09:00:00Z")}) {
            QVERIFY2(live.take(line, m_asOf), line.c_str());
            QCOMPARE(briefJson(live.brief()).dump(), briefJson(makeBrief(live.history(), m_asOf)).dump());
        }
        std::string order;
        for (const auto& interaction : live.history().interactions)
            order += interaction.key.id;
        QCOMPARE(order, std::string("4123"));
        for (const auto& message : live.history().messages)
            QCOMPARE(message.text, "Of ticket " + live.history().interactions[message.interaction].key.id + ".");
        QCOMPARE(live.history().messages.size(), std::size_t(3));
    }

    void hostileLinesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("error");
        const QByteArray start = R"({"sender":"customer","text":"x","x":)";
        QTest::newRow("deep") << start + QByteArray(1'000'000, '[') + QByteArray(1'000'000, ']') + "}" << QByteArray("bad_json");
        QTest::newRow("a name twice") << QByteArray(R"({"sender":"customer","text":"x","text":"y"})") << QByteArray("bad_json");
        QTest::newRow("broken letters") << QByteArray("{\"sender\":\"customer\",\"text\":\"\xff\"}") << QByteArray("bad_utf8");
        QTest::newRow("a list") << QByteArray("[1]") << QByteArray("not_an_object");
        QTest::newRow("a name of ours") << start + "1}" << QByteArray("unknown_field");
        QTest::newRow("a type of its own") << QByteArray(R"({"type":7,"sender":"customer","text":"x"})") << QByteArray("wrong_field_type");
        QTest::newRow("nobody says it") << QByteArray(R"({"text":"x"})") << QByteArray("missing_field");
    }

    void hostileLinesAreRefused()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, error);
        LiveConversation live = begun();
        const auto step = live.take(line.toStdString(), m_asOf);
        QVERIFY(!step);
        QCOMPARE(QByteArray(errorEntry(step.error().code).name), error);
        QVERIFY(live.history().messages.empty());
    }
};

QTEST_GUILESS_MAIN(TestLiveLines)
#include "test_live_lines.moc"
