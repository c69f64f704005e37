#include <clocale>
#include <random>

#include <QTest>

#include "core/base/error_catalog.h"
#include "core/ingest/interchange.h"

#include "interchange_lines.h"

using namespace foreword;
using namespace foreword::ingesttest;

namespace {

std::string codeOf(const Result<Record>& record)
{
    return record ? "none" : errorEntry(record.error().code).name;
}

std::string replaced(std::string line, std::string_view what, std::string_view with)
{
    const auto at = line.find(what);
    if (at == std::string::npos)
        qFatal("the test's line does not hold %s", std::string(what).c_str());
    return line.replace(at, what.size(), with);
}

template <class Kind>
Kind recordOf(const std::string& line)
{
    const auto record = parseRecord(line);
    if (!record)
        qFatal("%s", englishMessage(record.error()).c_str());
    return std::get<Kind>(*record);
}

} // namespace

class TestInterchange : public QObject {
    Q_OBJECT

private slots:
    void readsEveryType()
    {
        const auto customer = recordOf<CustomerRecord>(customerLine);
        QCOMPARE(customer.key.id, std::string("C-100"));
        QCOMPARE(customer.addresses.at(0).street, std::string("Beispielstraße 5"));
        QCOMPARE(customer.birthDate, std::string("1981-04-12"));
        QCOMPARE(customer.attributes.at("value_tier"), std::string("gold"));
        QCOMPARE(customer.updatedAt->toString(), std::string("2026-11-09T10:02:00+01:00"));

        const auto interaction = recordOf<InteractionRecord>(interactionLine);
        QVERIFY(interaction.kind == InteractionKind::complaint && interaction.channel == Channel::email);
        QVERIFY(!interaction.closedAt && !interaction.updatedAt);
        QCOMPARE(interaction.tags, std::vector<std::string>{"vip"});

        const auto message = recordOf<MessageRecord>(messageLine);
        QCOMPARE(message.text, std::string("It is \"broken\".\nPlease help. €"));
        QVERIFY(message.sender == Sender::customer && message.html.empty());

        const auto consent = recordOf<ConsentRecord>(consentLine);
        QVERIFY(consent.id.empty() && consent.status == ConsentStatus::granted && consent.basis == ConsentBasis::optIn);

        const auto offer = recordOf<OfferRecord>(offerLine);
        QCOMPARE(offer.value, 20.5);
        QVERIFY(offer.complex && !offer.credit && !offer.validFrom && offer.validTo);

        const auto event = recordOf<EventRecord>(eventLine);
        QCOMPARE(event.data, std::string(R"({"a":true,"b":[1,2.5,{"d":null}]})"));
    }

    void fillsWhatMayBeAbsent()
    {
        const auto customer = recordOf<CustomerRecord>(R"({"type":"customer","source":"crm","id":"1"})");
        CustomerRecord expected;
        expected.key = {"crm", "1"};
        QVERIFY(customer == expected);
        const auto nulls = recordOf<CustomerRecord>(
            R"({"id":"1","names":null,"emails":null,"phones":null,"addresses":null,"birth_date":null,"external_ids":null,"attributes":null,)"
            R"("updated_at":null,"source":"crm","type":"customer"})");
        QVERIFY(nulls == customer);
        const auto interaction = recordOf<InteractionRecord>(
            R"({"type":"interaction","source":"h","id":"1","customer":{"source":"crm","id":"1"},"channel":"chat","opened_at":"2026-01-01T00:00:00Z"})");
        QVERIFY(interaction.kind == InteractionKind::other && interaction.status == InteractionStatus::open);
        const auto event = recordOf<EventRecord>(
            R"({"type":"event","source":"h","customer":{"source":"crm","id":"1"},"name":"outage","at":"2026-01-01T00:00:00Z"})");
        QCOMPARE(event.data, std::string("{}"));
        const auto html = recordOf<MessageRecord>(replaced(messageLine, R"("text":)", R"("text":null,"html":)"));
        QVERIFY(html.text.empty() && !html.html.empty());
    }

    void keepsScalarsAsTheirText()
    {
        const auto customer = recordOf<CustomerRecord>(
            R"({"type":"customer","source":"crm","id":"1","attributes":{"s":"x","i":-5,"u":18446744073709551615,"f":12.50,"e":1E3,"t":true,"n":null},)"
            R"("external_ids":{"loyalty":4711}})");
        const std::map<std::string, std::string> expected = {{"s", "x"},     {"i", "-5"},  {"u", "18446744073709551615"},
                                                             {"f", "12.50"}, {"e", "1E3"}, {"t", "true"}};
        QVERIFY(customer.attributes == expected);
        QCOMPARE(customer.externalIds.at("loyalty"), std::string("4711"));
    }

    void dropsWhatSaysNothing()
    {
        const auto customer = recordOf<CustomerRecord>(
            R"({"type":"customer","source":"crm","id":"1","names":["","A"],"addresses":[{},{"city":""},{"city":"X"}]})");
        QCOMPARE(customer.names, std::vector<std::string>{"A"});
        QCOMPARE(customer.addresses.size(), std::size_t(1));
    }

    void rejects_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");
        const auto row = [](const std::string& line, const char* code, const char* field = "") {
            const auto name = QString::fromUtf8(line.data(), static_cast<qsizetype>(std::min<std::size_t>(line.size(), 100)));
            QTest::addRow("%s %s %s", code, field, qPrintable(name))
                << QByteArray(line.data(), static_cast<qsizetype>(line.size())) << QString(code) << QString(field);
        };
        brokenJson(row);
        wrongFields(row);
    }

    void rejects()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, code);
        QFETCH(QString, field);
        const auto record = parseRecord({line.constData(), static_cast<std::size_t>(line.size())});
        QCOMPARE(QString::fromStdString(codeOf(record)), code);
        if (!field.isEmpty())
            QCOMPARE(QString::fromStdString(std::string(record.error().param("field"))), field);
    }

    void saysWhatIsAllowed()
    {
        const auto record = parseRecord(replaced(messageLine, "\"customer\"", "\"client\""));
        QCOMPARE(std::string(record.error().param("value")), std::string("client"));
        QCOMPARE(std::string(record.error().param("allowed")), std::string("customer, agent, bot, system"));
        // A customer's words that stand in the wrong place do not get into an error.
        const auto misplaced = parseRecord(replaced(messageLine, "\"customer\"", "\"I cannot pay any more\""));
        QVERIFY(englishMessage(misplaced.error()).find("cannot") == std::string::npos);
        const auto named = parseRecord(replaced(messageLine, "\"sender\"", "\"I cannot pay any more\""));
        QVERIFY(englishMessage(named.error()).find("cannot") == std::string::npos);
    }

    void anUnknownFieldExplainsAMissingOne()
    {
        const auto record = parseRecord(replaced(messageLine, "\"text\"", "\"txt\""));
        QCOMPARE(codeOf(record), std::string("unknown_field"));
        QCOMPARE(std::string(record.error().param("field")), std::string("txt"));
    }

    void canonicalLineIsFixed()
    {
        QCOMPARE(canonicalLine(Record(recordOf<MessageRecord>(messageLine))), canonicalMessageLine);
        QCOMPARE(
            canonicalLine(Record(recordOf<OfferRecord>(offerLine))),
            std::string(
                R"({"type":"offer","source":"marketing","id":"fibre-1000","name":"Fibre","kind":"marketing","channels":["agent","email"],)"
                R"("valid_from":null,"valid_to":"2027-01-01T00:00:00Z","value":20.5,"selected_by":["purchase_history"],"credit":false,)"
                R"("complex":true,"updated_at":null})"));
        // The same instant, the same line.
        QCOMPARE(canonicalLine(Record(recordOf<InteractionRecord>(interactionLine))),
                 canonicalLine(Record(recordOf<InteractionRecord>(replaced(interactionLine, "10:02:00+01:00", "09:02:00Z")))));
        // The order of members and white space do not matter.
        QCOMPARE(canonicalLine(Record(recordOf<EventRecord>(eventLine))),
                 canonicalLine(Record(recordOf<EventRecord>(
                     replaced(eventLine, R"({"b":[1,2.50,{"d":null}],"a":true})", R"( {"a" : true, "b":[1, 25e-1,{"d":null}] } )")))));
    }

    void comesBackTheSame_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const std::string& line : {customerLine, interactionLine, messageLine, consentLine, offerLine, eventLine})
            QTest::newRow(line.substr(0, 24).c_str()) << QByteArray(line.c_str());
        QTest::newRow("first year") << QByteArray(replaced(eventLine, "2026-11-09T10:02:00Z", "0001-01-01T00:00:00+14:00").c_str());
        QTest::newRow("last year") << QByteArray(replaced(eventLine, "2026-11-09T10:02:00Z", "9999-12-31T23:59:59-14:00").c_str());
    }

    void comesBackTheSame()
    {
        QFETCH(QByteArray, line);
        const auto record = parseRecord(line.toStdString());
        QVERIFY(record);
        const std::string canonical = canonicalLine(*record);
        const auto again = parseRecord(canonical);
        QVERIFY2(again, canonical.c_str());
        QVERIFY(*again == *record);
        QCOMPARE(canonicalLine(*again), canonical);
    }

    // Lines with random bytes changed never crash, and what is accepted comes back the same.
    void survivesDamage()
    {
        std::mt19937 random(2);
        const std::vector<std::string> lines = {customerLine, interactionLine, messageLine, consentLine, offerLine, eventLine};
        for (int i = 0; i < 20'000; ++i) {
            std::string line = lines[random() % lines.size()];
            for (unsigned n = 1 + random() % 3; n > 0; --n) {
                const std::size_t at = random() % line.size();
                if (random() % 2 == 0)
                    line[at] = static_cast<char>(random() % 256);
                else
                    line.erase(at, 1 + random() % 4);
            }
            const auto record = parseRecord(line);
            if (!record)
                continue;
            const auto again = parseRecord(canonicalLine(*record));
            QVERIFY2(again && *again == *record, line.c_str());
        }
    }

    void isTheSameUnderAGermanLocale()
    {
        const std::string before = canonicalLine(Record(recordOf<OfferRecord>(offerLine)));
        if (!std::setlocale(LC_ALL, "de_DE.UTF-8"))
            QSKIP("no German locale here");
        const auto customer = recordOf<CustomerRecord>(R"({"type":"customer","source":"crm","id":"1","attributes":{"f":12.5}})");
        const auto event = recordOf<EventRecord>(eventLine);
        const std::string after = canonicalLine(Record(recordOf<OfferRecord>(offerLine)));
        std::setlocale(LC_ALL, "C");
        QCOMPARE(customer.attributes.at("f"), std::string("12.5"));
        QCOMPARE(event.data, std::string(R"({"a":true,"b":[1,2.5,{"d":null}]})"));
        QCOMPARE(after, before);
    }

private:
    static void brokenJson(const auto& row)
    {
        row("", "bad_json");
        row("{", "bad_json");
        row("nonsense", "bad_json");
        row(customerLine + "x", "bad_json");
        row(customerLine + customerLine, "bad_json");
        row("\xEF\xBB\xBF" + customerLine, "bad_json");
        row("[]", "not_an_object");
        row("\"text\"", "not_an_object");
        row("null", "not_an_object");
        row(replaced(customerLine, "Maria", "Mari\xFF"), "bad_utf8");
        row(replaced(customerLine, "Maria", "\xED\xA0\x80"), "bad_utf8");
        row(replaced(customerLine, "Maria", "\\ud800"), "bad_json");
        row(replaced(customerLine, "Maria", std::string_view("\0", 1)), "bad_json");
        row(replaced(customerLine, "Maria", "\\u0000"), "bad_value", "names[0]");
        row(replaced(customerLine, "\"source\":", "\"source\":\"x\",\"source\":"), "bad_json");
        row(replaced(eventLine, "\"a\":true", "\"b\":true"), "bad_json", "data.b");
        row(replaced(offerLine, "20.5", "1e999"), "bad_json");
        row(replaced(offerLine, "20.5", "NaN"), "bad_json");
        row(replaced(offerLine, "20.5", "020"), "bad_json");
        row(replaced(eventLine, "true", std::string(100, '[') + std::string(100, ']')), "bad_json");
        row(std::string(1'000'000, '['), "bad_json");
    }

    static void wrongFields(const auto& row)
    {
        row("{}", "missing_field", "type");
        row(R"({"type":5})", "wrong_field_type", "type");
        row(R"({"type":"order"})", "unknown_type", "type");
        row(R"({"type":"customer","id":"1"})", "missing_field", "source");
        row(R"({"type":"customer","source":"crm","id":""})", "bad_value", "id");
        row(R"({"type":"customer","source":"crm","id":null})", "missing_field", "id");
        row(R"({"type":"customer","source":"crm","id":4711})", "wrong_field_type", "id");
        row(replaced(customerLine, "C-100", std::string(2000, 'x')), "bad_value", "id");
        row(replaced(customerLine, "\"names\":[\"Maria Hoffmann\"]", "\"names\":\"Maria\""), "wrong_field_type", "names");
        row(replaced(customerLine, "[\"Maria Hoffmann\"]", "[\"M\",5]"), "wrong_field_type", "names[1]");
        row(replaced(customerLine, "\"Berlin\"", "5"), "wrong_field_type", "addresses[0].city");
        row(replaced(customerLine, "\"city\"", "\"town\""), "unknown_field", "addresses[0].town");
        row(replaced(customerLine, "[{", "[7,{"), "wrong_field_type", "addresses[0]");
        row(replaced(customerLine, "1981-04-12", "1981-02-30"), "bad_value", "birth_date");
        row(replaced(customerLine, "1981-04-12", "12.04.1981"), "bad_value", "birth_date");
        row(replaced(customerLine, "\"gold\"", "{}"), "wrong_field_type", "attributes.value_tier");
        row(replaced(customerLine, "\"L-9\"", "[]"), "wrong_field_type", "external_ids.loyalty");
        row(replaced(customerLine, "+01:00", ""), "bad_time", "updated_at");
        row(replaced(customerLine, "\"updated_at\"", "\"updated\""), "unknown_field", "updated");
        row(replaced(interactionLine, "\"email\"", "\"fax\""), "bad_value", "channel");
        row(replaced(interactionLine, "\"email\"", "null"), "missing_field", "channel");
        row(replaced(interactionLine, "\"complaint\"", "\"Complaint\""), "bad_value", "kind");
        row(replaced(interactionLine, "\"open\"", "\"\""), "bad_value", "status");
        row(replaced(interactionLine, R"({"source":"crm","id":"C-100"})", R"("C-100")"), "wrong_field_type", "customer");
        row(replaced(interactionLine, R"({"source":"crm","id":"C-100"})", R"({"id":"C-100"})"), "missing_field", "customer.source");
        row(replaced(interactionLine, R"("id":"C-100"})", R"("id":"C-100","x":1})"), "unknown_field", "customer.x");
        row(replaced(interactionLine, "2026-11-09T10:02:00+01:00", "2026-11-09"), "bad_time", "opened_at");
        row(replaced(interactionLine, "\"2026-11-09T10:02:00+01:00\"", "1762678920"), "wrong_field_type", "opened_at");
        row(replaced(messageLine, "\"text\"", "\"html\":\"<p>\",\"text\""), "bad_value", "html");
        row(replaced(messageLine, textMember, ""), "missing_field", "text");
        row(replaced(messageLine, "\"public\"", "\"secret\""), "bad_value", "visibility");
        row(replaced(consentLine, "\"granted\"", "\"yes\""), "bad_value", "status");
        row(replaced(consentLine, "\"opt_in\"", "\"optIn\""), "bad_value", "basis");
        row(replaced(consentLine, "\"marketing\"", "\"\""), "bad_value", "purpose");
        row(replaced(consentLine, "\"email\"", "\"chat\""), "bad_value", "channel");
        row(replaced(offerLine, "\"agent\"", "\"pigeon\""), "bad_value", "channels");
        row(replaced(offerLine, "20.5", "\"20.5\""), "wrong_field_type", "value");
        row(replaced(offerLine, "false", "0"), "wrong_field_type", "credit");
        row(replaced(eventLine, R"({"b":[1,2.50,{"d":null}],"a":true})", "[]"), "wrong_field_type", "data");
    }
};

QTEST_GUILESS_MAIN(TestInterchange)
#include "test_interchange.moc"
