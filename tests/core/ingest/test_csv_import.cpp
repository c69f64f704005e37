#include "core/ingest/mapped_formats.h" // before Qt, whose "signals" is a macro

#include <algorithm>
#include <charconv>

#include <QTest>

#include "core/ingest/file_import.h"
#include "ingest_fixture.h"

using namespace foreword;
using namespace foreword::ingesttest;

namespace {

const std::string customers = R"(
[csv]
[[record]]
type = "customer"
source = "crm"
[record.fields]
id = "Number"
names = { columns = ["First", "Last"], join = " " }
emails = { column = "Mail", list = "," }
birth_date = { column = "Born", format = "dd.MM.yyyy" }
addresses.city = "City"
attributes.value_tier = { column = "Tier", map = { A = "gold", B = "silver" }, other = "bronze" }
attributes.language = { value = "de" }
)";
const std::string header = "Number,First,Last,Mail,Born,City,Tier\n";

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    const auto at = text.find(from);
    if (at == std::string::npos)
        qFatal("the test's text has no \"%s\"", from.c_str());
    return text.replace(at, from.size(), to);
}

ImportOutcome import(Fixture& fixture, const std::string& mapping, const std::string& content, std::size_t longestRow = 1'000'000,
                     bool skipBad = false)
{
    auto format = mappedFormat(mapping, "mapping.toml", FormatLimits{longestRow});
    if (!format)
        qFatal("%s", englishMessage(format.error().front()).c_str());
    Ingestor ingestor(fixture.connection(), {}, 100);
    ImportOptions options;
    options.skipBad = skipBad;
    auto outcome = importFiles({fixture.file("in.csv", content)}, **format, ingestor, options, {});
    if (!outcome) {
        ImportOutcome failed;
        const auto& error = outcome.error();
        const std::string_view number = error.param("line");
        int line = 0;
        std::from_chars(number.data(), number.data() + number.size(), line);
        failed.rejects.push_back({std::string(error.param("file")), line, error});
        return failed;
    }
    return std::move(*outcome);
}

std::string messageOf(const Reject& reject)
{
    return std::to_string(reject.line) + ": " + englishMessage(reject.error);
}

} // namespace

class TestCsvImport : public QObject {
    Q_OBJECT

private slots:
    void aRowIsARecord()
    {
        Fixture fixture;
        const auto outcome =
            import(fixture, customers,
                   header + "7,Ada,Example,\"ada@example.com, a@example.org\",05.11.1981,Köln,A\n8, Bo ,\"Fic\"\"tion\",,,,Z\n");
        QVERIFY(outcome.written);
        QCOMPARE(outcome.lines, std::int64_t(2));
        const auto found = fixture.customers();
        QCOMPARE(found.size(), std::size_t(2));
        QVERIFY((found[0].key == RecordKey{"crm", "7"}));
        QVERIFY((found[0].names == std::vector<std::string>{"Ada Example"}));
        QVERIFY((found[0].emails == std::vector<std::string>{"ada@example.com", "a@example.org"}));
        QCOMPARE(found[0].birthDate, std::string("1981-11-05"));
        QCOMPARE(found[0].addresses.at(0).city, std::string("Köln"));
        QCOMPARE(found[0].attributes.at("value_tier"), std::string("gold"));
        QCOMPARE(found[0].attributes.at("language"), std::string("de"));
        QVERIFY((found[1].names == std::vector<std::string>{"Bo Fic\"tion"}));
        QCOMPARE(found[1].attributes.at("value_tier"), std::string("bronze"));
        QVERIFY(found[1].emails.empty() && found[1].addresses.empty() && found[1].birthDate.empty());
        // Again: nothing changes.
        const auto again = import(fixture, customers, header + "7,Ada,Example,\"ada@example.com, a@example.org\",05.11.1981,Köln,A\n");
        QVERIFY((again.counts.byType.at("customer") == TypeCounts{0, 0, 1}));
    }

    void readsWhatTablesLookLike_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("csv");
        const QByteArray plain = "Number,First\n7,J\xC3\xBCrgen\n";
        QTest::newRow("comma") << plain << QByteArray();
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + plain << QByteArray();
        QTest::newRow("byte order mark and quotes")
            << QByteArray("\xEF\xBB\xBF\"Number\",\"First\"\r\n\"7\",\"J\xC3\xBCrgen\"") << QByteArray();
        QTest::newRow("CRLF, no last end") << QByteArray("Number,First\r\n7,J\xC3\xBCrgen") << QByteArray();
        QTest::newRow("CR alone, no last end") << QByteArray("Number,First\r7,J\xC3\xBCrgen") << QByteArray();
        QTest::newRow("semicolon") << QByteArray(plain).replace(',', ';') << QByteArray();
        QTest::newRow("tab") << QByteArray(plain).replace(',', '\t') << QByteArray();
        QTest::newRow("tab, named") << QByteArray(plain).replace(',', '\t') << QByteArray("separator = \"tab\"");
        QTest::newRow("sep=") << "sep=;\r\n" + QByteArray(plain).replace(',', ';') << QByteArray();
        QTest::newRow("quoted sep=, mark") << "\xEF\xBB\xBF\"sep=|\"\r\n" + QByteArray(plain).replace(',', '|') << QByteArray();
        QTest::newRow("empty lines") << QByteArray("Number,First\n\n\r\n7,J\xC3\xBCrgen\n\n") << QByteArray();
        QTest::newRow("a separator too many") << QByteArray("Number,First\n7,J\xC3\xBCrgen,,\n") << QByteArray();
        QTest::newRow("Windows") << QByteArray("Number,First\n7,J\xFCrgen\n") << QByteArray("encoding = \"windows-1252\"");
        const QString wide = QString::fromUtf8(plain);
        QByteArray utf16("\xFF\xFE");
        for (const QChar c : wide)
            utf16.append(static_cast<char>(c.unicode() & 0xff)).append(static_cast<char>(c.unicode() >> 8));
        QTest::newRow("UTF-16 with mark") << utf16 << QByteArray("encoding = \"UTF-16\"");
    }

    void readsWhatTablesLookLike()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, csv);
        Fixture fixture;
        const auto mapping = "[csv]\n" + csv.toStdString()
            + "\n[[record]]\ntype = \"customer\"\nsource = \"crm\"\nfields = { id = \"Number\", names = \"First\" }\n";
        const auto outcome = import(fixture, mapping, content.toStdString());
        QVERIFY2(outcome.rejects.empty(), outcome.rejects.empty() ? "" : messageOf(outcome.rejects[0]).c_str());
        const auto found = fixture.customers();
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].key.id, std::string("7"));
        QVERIFY((found[0].names == std::vector<std::string>{"J\xC3\xBCrgen"}));
    }

    // Texts with line ends inside quotes, times in a zone with summer times, several records a row.
    void messagesWithTheirInteraction()
    {
        const std::string mapping = R"(
[csv]
time_zone = "Europe/Berlin"
[[record]]
type = "interaction"
source = "desk"
only_if = "Subject"
[record.fields]
id = "Ticket"
customer.source = { value = "crm" }
customer.id = "Customer"
channel = { value = "email" }
kind = { column = "About", map = { "Störung" = "fault" }, other = "other" }
subject = "Subject"
opened_at = { column = "When", format = "dd.MM.yyyy HH:mm" }
[[record]]
type = "message"
source = "desk"
[record.fields]
id = { columns = ["Ticket", "No"], join = "-" }
interaction = "Ticket"
sender = { column = "Who", map = { K = "customer", A = "agent" } }
at = { column = "When", format = "dd.MM.yyyy HH:mm" }
text = "Text"
)";
        Fixture fixture;
        const auto outcome = import(fixture, mapping,
                                    "Ticket;No;Customer;About;Subject;When;Who;Text\n"
                                    "12;1;C-1;Störung;Kein Netz;09.11.2026 10:02;K;\"Seit Freitag\r\nkein Netz; \"\"gar nichts\"\".\"\n"
                                    "12;2;C-1;;;01.07.2026 08:00;A;Danke.\n");
        QVERIFY2(outcome.rejects.empty(), outcome.rejects.empty() ? "" : messageOf(outcome.rejects[0]).c_str());
        QVERIFY((outcome.counts.byType.at("interaction") == TypeCounts{1, 0, 0}));
        auto messages = fixture.messages();
        std::ranges::sort(messages, {}, [](const auto& m) { return m.key.id; });
        QCOMPARE(messages.size(), std::size_t(2));
        QCOMPARE(messages[0].key.id, std::string("12-1"));
        QCOMPARE(messages[0].text, std::string("Seit Freitag\r\nkein Netz; \"gar nichts\"."));
        QCOMPARE(messages[0].at.toString(), std::string("2026-11-09T10:02:00+01:00"));
        QCOMPARE(messages[1].at.toString(), std::string("2026-07-01T08:00:00+02:00"));
        QVERIFY(messages[1].sender == Sender::agent);
    }

    void namesWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("message");
        const QByteArray head(header.c_str());
        QTest::newRow("no id") << head + "7,A,B,,,,A\n,Ada,,,,,A\n" << QByteArray(R"(3: Column "Number" does not fit field "id")");
        QTest::newRow("bad date") << head + "7,,,,31.02.1981,,A\n"
                                  << QByteArray(
                                         R"(2: Column "Born" does not fit field "birth_date": it does not fit the format dd.MM.yyyy)");
        QTest::newRow("short row") << head + "7,Ada\n" << QByteArray("2: The row has 2 fields and the header 7");
        QTest::newRow("long row") << head + "7,A,B,,,,A,more\n" << QByteArray("2: The row has 8 fields and the header 7");
        QTest::newRow("quote inside") << head + "7,A,\"B\" C,,,,A\n"
                                      << QByteArray(R"(2: A quotation mark stands in the wrong place in column "Last")");
        QTest::newRow("line after line ends in quotes") << head + "7,\"A\n\n\",B,,,,A\n8,x\n" << QByteArray("5: The row has 2 fields");
        QTest::newRow("not UTF-8") << head + "7,J\xFCrgen,,,,,A\n" << QByteArray("2: The line is not valid UTF-8");
        QTest::newRow("never closed") << head + "7,\"Ada" + QByteArray(2000, 'x') + "\n"
                                      << QByteArray("2: The row that begins here does not end");
        QTest::newRow("closed by the end") << head + "7,\"Ada" << QByteArray("2: A quotation mark");
        QTest::newRow("no such column") << QByteArray("Number,First\n7,A\n") << QByteArray(R"(1: The header has no column "Last")");
        QTest::newRow("a column twice") << head.chopped(1) + ",First\n" << QByteArray(R"(1: The header has the column "First" twice)");
    }

    void namesWhatIsWrong()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, message);
        Fixture fixture;
        const auto outcome = import(fixture, customers, content.toStdString(), 1000);
        QVERIFY(!outcome.written);
        QCOMPARE(outcome.rejects.size(), std::size_t(1));
        QVERIFY2(messageOf(outcome.rejects[0]).starts_with(message.constData()), messageOf(outcome.rejects[0]).c_str());
        QVERIFY(outcome.rejects[0].file.ends_with("in.csv"));
        QVERIFY(fixture.customers().empty());
    }

    void aBadRowDoesNotHideTheNext()
    {
        Fixture fixture;
        const auto outcome = import(fixture, customers, header + "7,A,\"B\" C,,,,A\n8,Ada,,,,,A\n9,x\n10,Bo,,,,,B\n", 1000, true);
        QCOMPARE(outcome.rejected, std::int64_t(2));
        QCOMPARE(outcome.lines, std::int64_t(4));
        QCOMPARE(fixture.customers().size(), std::size_t(2));
    }

    void aValueOutsideTheMapIsNamed()
    {
        Fixture fixture;
        const auto outcome = import(fixture, replaced(customers, ", other = \"bronze\"", ""), header + "7,A,,,,,Z\n");
        QVERIFY2(messageOf(outcome.rejects.at(0))
                     .starts_with(R"(2: Column "Tier" does not fit field "attributes.value_tier": it is not in the map)"),
                 messageOf(outcome.rejects.at(0)).c_str());
    }

    void namesWhatIsWrongWithTheMapping_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char* from, const char* to, const char* message) {
            QTest::newRow(to) << QByteArray(from) << QByteArray(to) << QByteArray(message);
        };
        row("[csv]", "[csv]\nencoding = \"UTF-7000\"", "\"encoding\" has the value \"UTF-7000\"");
        row("[csv]", "[csv]\ntime_zone = \"Berlin\"", "\"time_zone\" has the value \"Berlin\"");
        row("[csv]", "[csv]\nseparator = \"::\"", "\"separator\" has the value \"::\"");
        row("[csv]", "[mail]", "\"source\" is missing");
        row("type = \"customer\"", "type = \"client\"", "\"type\" has the value \"client\"");
        row("id = \"Number\"", "", "\"id\" is missing");
        row("id = \"Number\"", "id = \"Number\"\nnickname = \"First\"", "Key \"nickname\" is not known");
        row("dd.MM.yyyy", "dd.MM", "\"format\" has the value \"dd.MM\"");
        row("source = \"crm\"", "", "\"source\" is missing");
        row("addresses.city", "addresses.town", "Key \"town\" is not known");
        row("{ value = \"de\" }", "{ value = \"de\", column = \"Tier\" }", "\"column\" has the value");
        row("list = \",\"", "liste = \",\"", "Key \"liste\" is not known");
    }

    void namesWhatIsWrongWithTheMapping()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, message);
        const auto format = mappedFormat(replaced(customers, from.toStdString(), to.toStdString()), "mapping.toml", {});
        QVERIFY(!format);
        const auto has = [&](const Error& error) { return englishMessage(error).find(message.toStdString()) != std::string::npos; };
        QVERIFY2(std::ranges::any_of(format.error(), has), englishMessage(format.error().front()).c_str());
        for (const Error& error : format.error())
            QVERIFY(error.param("file") == "mapping.toml" && !error.param("line").empty());
    }
};

QTEST_GUILESS_MAIN(TestCsvImport)
#include "test_csv_import.moc"
