#include "core/ingest/mapped_formats.h" // before Qt, whose "signals" is a macro

#include <algorithm>
#include <map>

#include <QTest>

#include "core/ingest/file_import.h"
#include "core/ingest/mail/mail_threads.h"
#include "core/ingest/mail/parsed_mail.h"
#include "ingest_fixture.h"

using namespace foreword;
using namespace foreword::ingesttest;

namespace {

const std::string mapping = "[mail]\nsource = \"mail\"\nown = [\"@shop.example\"]\nbots = [\"noreply@shop.example\"]\n";

std::string mail(const std::string& id, const std::string& from, const std::string& to, const std::string& day, const std::string& more,
                 const std::string& body = "Words.\n")
{
    return "From x@example.com Mon Nov  9 10:02:00 2026\nMessage-ID: <" + id + "@example.com>\nFrom: " + from + "\nTo: " + to
        + "\nDate: " + day + " Nov 2026 10:02:00 +0100\n" + more + "\n" + body + "\n";
}

const std::string ada = "Ada Example <ada@example.com>";
const std::string shop = "Shop <help@shop.example>";

ImportOutcome import(Fixture& fixture, const std::string& content, const std::string& name = "in.mbox", bool skipBad = false)
{
    auto format = mappedFormat(mapping, "mapping.toml", {});
    if (!format)
        qFatal("%s", englishMessage(format.error().front()).c_str());
    Ingestor ingestor(fixture.connection(), {}, 100);
    ImportOptions options;
    options.skipBad = skipBad;
    return must(importFiles({fixture.file(name, content)}, **format, ingestor, options, {}));
}

// Interaction of each message.
std::map<std::string, std::int64_t> threads(Fixture& fixture)
{
    std::map<std::string, std::int64_t> out;
    const auto transaction = must(Transaction::read(fixture.connection()));
    for (const auto& conversation : must(AnnotationTable(fixture.connection()).pending("none", 1000))) {
        for (const auto& message : conversation.messages)
            out[message.key.id.substr(0, message.key.id.find('@'))] = conversation.interactionRow;
    }
    return out;
}

// What parseMail reads of a body with these headers.
ParsedMail read(const std::string& headers, const std::string& body)
{
    return must(parseMail("From: a@example.com\nDate: 9 Nov 2026 10:02:00 +0100\n" + headers + "\n" + body, {}));
}

} // namespace

class TestMailImport : public QObject {
    Q_OBJECT

private slots:
    void aThreadIsAnInteraction()
    {
        Fixture fixture;
        const std::string archive = mail("1", ada, shop, "9", "Subject: No signal\n", "The signal is gone.\n>From Friday on.\n")
            + mail("2", shop, ada, "10", "Subject: Re: No signal\nIn-Reply-To: <1@example.com>\nReferences: <1@example.com>\n")
            + mail("3", "ADA@example.com", shop, "11", "Subject: Re: No signal\nReferences: <1@example.com>\n <2@example.com>\n")
            + mail("4", "noreply@shop.example", ada, "12", "Subject: Your bill\n")
            + mail("5", shop, "boss@shop.example", "13", "Subject: Lunch\n");
        const auto outcome = import(fixture, archive);
        QVERIFY(outcome.written && outcome.rejected == 0);
        QCOMPARE(outcome.lines, std::int64_t(5));
        QCOMPARE(outcome.leftOut, std::int64_t(1));
        const auto found = threads(fixture);
        QCOMPARE(found.size(), std::size_t(4));
        QVERIFY(found.at("1") == found.at("2") && found.at("2") == found.at("3") && found.at("3") != found.at("4"));
        QVERIFY((outcome.counts.byType.at("interaction") == TypeCounts{2, 0, 0}));
        for (const auto& [type, count] : outcome.counts.unresolved)
            QCOMPARE(count, 0);
        const auto messages = fixture.messages();
        const auto byId = [&](const std::string& id) {
            return *std::ranges::find(messages, id + "@example.com", [](const auto& m) { return m.key.id; });
        };
        QCOMPARE(byId("1").text, std::string("The signal is gone.\nFrom Friday on.\n"));
        QCOMPARE(byId("1").at.toString(), std::string("2026-11-09T10:02:00+01:00"));
        QVERIFY(byId("1").sender == Sender::customer && byId("2").sender == Sender::agent && byId("4").sender == Sender::bot);
        const auto customers = fixture.customers();
        QCOMPARE(customers.size(), std::size_t(1));
        QVERIFY((customers[0].key == RecordKey{"mail", "ada@example.com"}));
        QVERIFY((customers[0].names == std::vector<std::string>{"Ada Example"}));
    }

    void importingAgainChangesNothing()
    {
        Fixture fixture;
        std::string archive;
        for (int i = 0; i < 40; ++i) {
            const auto name = i % 3 == 0 ? "Ada E. <ada@example.com>" : i % 3 == 1 ? ada : "ada@example.com";
            archive += mail(std::to_string(i), i % 2 == 0 ? name : shop, i % 2 == 0 ? shop : name, std::to_string(1 + (i * 7) % 28),
                            "Subject: " + std::string(i % 5 == 0 ? "" : "Re: ") + "Matter " + std::to_string(i % 4) + "\n"
                                + (i % 7 == 0 ? "References: <" + std::to_string(i / 2) + "@example.com>\n" : ""));
        }
        archive += mail("3", ada, shop, "3", "Subject: A copy with another text\n", "Something else.\n");
        archive += "From x Mon Nov  9 10:02:00 2026\nFrom: bo@example.org\nTo: help@shop.example\n\nNo id and no date.\n";
        QVERIFY(import(fixture, archive).counts.byType.at("message").added == 41);
        const auto again = import(fixture, archive);
        for (const auto& [type, counts] : again.counts.byType)
            QVERIFY2(counts.added == 0 && counts.updated == 0 && counts.unchanged > 0, type.c_str());
        // In two files, the later first: the same threads.
        Fixture other;
        const auto half = archive.find("From x@example.com", archive.size() / 2);
        auto format = mappedFormat(mapping, "mapping.toml", {});
        Ingestor ingestor(other.connection(), {}, 100);
        must(importFiles({other.file("b.mbox", archive.substr(half)), other.file("a.mbox", archive.substr(0, half))}, **format, ingestor,
                         {}, {}));
        QCOMPARE(threads(other).size(), threads(fixture).size());
    }

    void aReplyThatNamesNothingIsFoundBySubject()
    {
        Fixture fixture;
        import(fixture,
               mail("1", ada, shop, "9", "Subject: No signal\n") + mail("2", shop, ada, "10", "Subject: AW: Re[2]: no signal\n")
                   + mail("3", "bo@example.org", shop, "10", "Subject: Re: No signal\n")
                   + mail("4", ada, shop, "11", "Subject: No signal\n"));
        const auto found = threads(fixture);
        QVERIFY(found.at("1") == found.at("2")); // a reply to Ada
        QVERIFY(found.at("3") != found.at("1")); // of somebody else
        QVERIFY(found.at("4") != found.at("1")); // not a reply: a matter of its own
    }

    void baseSubjects()
    {
        QCOMPARE(baseSubject("Re: AW: No Signal ").text, std::string("no signal"));
        QVERIFY(baseSubject("Re: x").reply && !baseSubject("Rest: x").reply && !baseSubject("x").reply);
        QCOMPARE(baseSubject("re[12]: x").text, std::string("x"));
        QCOMPARE(baseSubject("re[").text, std::string("re["));
        QVERIFY(baseSubject("Re: ").text.empty());
    }

    void oneMailInAFile()
    {
        Fixture fixture;
        const auto outcome = import(
            fixture,
            "From: ada@example.com\r\nTo: help@shop.example\r\nDate: Mon, 9 Nov 2026 10:02:00 +0100\r\n\r\nFrom here on.\r\n\r\nFrom there.\r\n",
            "in.eml");
        QCOMPARE(outcome.counts.byType.at("message").added, std::int64_t(1));
        QCOMPARE(fixture.messages().at(0).text, std::string("From here on.\n\nFrom there.\n"));
        QVERIFY(fixture.messages().at(0).key.id.starts_with("sha256-"));
    }

    void readsBodies_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("html");
        const auto row = [](const char* name, const QByteArray& headers, const QByteArray& body, const char* text, const char* html = "") {
            QTest::newRow(name) << headers << body << QByteArray(text) << QByteArray(html);
        };
        const QByteArray mixed = "Content-Type: multipart/mixed; boundary=m\n",
                         alternative = "Content-Type: multipart/alternative; boundary=a\n";
        const QByteArray plainPart = "--a\nContent-Type: text/plain; charset=utf-8\n\nplain\n",
                         htmlPart = "--a\nContent-Type: text/html\n\n<p>rich</p>\n";
        row("plain", "", "Hello.\n", "Hello.\n");
        row("quoted-printable, Latin 1", "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n",
            "J=FCrgen =\nhier\n", "J\xC3\xBCrgen hier\n");
        row("base64, Windows", "Content-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: base64\n", "gCA1\n",
            "\xE2\x82\xAC 5");
        row("no charset, not UTF-8", "", "J\xFCrgen\n", "J\xC3\xBCrgen\n");
        row("a charset nobody knows", "Content-Type: text/plain; charset=x-klingon\n", "J\xC3\xBCrgen\n", "J\xC3\xBCrgen\n");
        row("Japanese", "Content-Type: text/plain; charset=iso-2022-jp\n", "\x1B$B$3$s\x1B(B\n", "\xE3\x81\x93\xE3\x82\x93\n");
        row("HTML", "Content-Type: text/html\n", "<p>rich</p>\n", "", "<p>rich</p>\n");
        row("alternative", alternative, plainPart + htmlPart + "--a--\n", "plain");
        row("alternative without words in plain", alternative, "--a\n\n \n" + htmlPart + "--a--\n", "", "<p>rich</p>");
        row("attachments", mixed,
            "--m\n\nwords\n--m\nContent-Type: application/pdf\nContent-Disposition: attachment\n\nJVBERi0=\n--m\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nattached\n--m--\n",
            "words");
        row("a mail inside", mixed, "--m\n\nwords\n--m\nContent-Type: message/rfc822\n\nFrom: b@example.com\n\ninner\n--m--\n", "words");
        row("two texts", mixed, "--m\n\none\n--m\n\ntwo\n--m--\n", "one\ntwo");
        row("related inside alternative", alternative,
            plainPart
                + "--a\nContent-Type: multipart/related; boundary=r\n\n--r\nContent-Type: text/html\n\n<p>rich</p>\n--r\nContent-Type: image/png\n\nx\n--r--\n--a--\n",
            "plain");
        row("a boundary that never comes", mixed, "--n\n\nwords\n", "");
        row("a boundary that is not closed", mixed, "--m\n\nwords\n", "words\n");
        row("no boundary at all", "Content-Type: multipart/mixed\n", "words\n", "");
    }

    void readsBodies()
    {
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, html);
        const auto parsed = read(headers.toStdString(), body.toStdString());
        QCOMPARE(QByteArray::fromStdString(parsed.text), text);
        QCOMPARE(QByteArray::fromStdString(parsed.html), html);
    }

    void readsHeaders()
    {
        const auto parsed = read(
            "Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?= =?iso-8859-1?B?IHVuZCBUc2NoPHw=?=\nTo: =?utf-8?B?SsO8cmdlbg==?= <J@Example.com>, Team: b@example.com, c@example.com;\n"
            "References: <a@x> <b@x>\nIn-Reply-To: <b@x>\n",
            "\n");
        QCOMPARE(parsed.subject.substr(0, 7),
                 std::string("Gr\xC3\xBC\xC3\x9F"
                             "e"));
        QCOMPARE(parsed.to.size(), std::size_t(3));
        QCOMPARE(parsed.to[0].name, std::string("J\xC3\xBCrgen"));
        QCOMPARE(parsed.to[0].address, std::string("j@example.com"));
        QVERIFY((parsed.references == std::vector<std::string>{"a@x", "b@x"}));
    }

    void hostileMailIsBounded()
    {
        std::string deep = "From: a@example.com\nDate: 9 Nov 2026 10:02:00 +0100\nContent-Type: multipart/mixed; boundary=b\n\n";
        for (int i = 0; i < 20'000; ++i)
            deep += "--b\nContent-Type: multipart/mixed; boundary=b\n\n";
        QVERIFY(must(parseMail(deep + "words\n", {})).text.size() < 100);
        std::string mails = deep.substr(0, deep.find("Content"));
        for (int i = 0; i < 20'000; ++i)
            mails += "Content-Type: message/rfc822\n\n";
        QVERIFY(must(parseMail(mails + "words\n", {})).text.empty());
        const auto huge = parseMail("From: a@example.com\nX: " + std::string(2'000'000, 'x') + "\n\nwords\n", {});
        QVERIFY(!huge && huge.error().code == ErrorCode::mail_headers);
        std::string many = "From: a@example.com\nDate: 9 Nov 2026 10:02:00 +0100\nTo: ";
        for (int i = 0; i < 50'000; ++i)
            many += "x" + std::to_string(i) + "@example.com, ";
        QCOMPARE(must(parseMail(many + "\n\nwords\n", {})).to.size(), std::size_t(1000));
    }

    void namesWhatIsWrong()
    {
        Fixture fixture;
        const std::string bad = mail("1", ada, shop, "9", "")
            + "From x\nTo: help@shop.example\nDate: 9 Nov 2026 10:02:00 +0100\n\nwords\n\n"
            + "From nobody\nFrom: ada@example.com\n\nwords\n\nFrom x\nnonsense\n";
        const auto outcome = import(fixture, bad);
        QVERIFY(!outcome.written);
        QVERIFY(fixture.messages().empty());
        QCOMPARE(outcome.rejects.size(), std::size_t(3));
        QVERIFY(outcome.rejects[0].line == 9 && outcome.rejects[0].error.code == ErrorCode::mail_no_sender);
        QVERIFY(outcome.rejects[1].line == 15 && outcome.rejects[1].error.code == ErrorCode::mail_no_date);
        QVERIFY(import(fixture, bad, "in.mbox", true).counts.byType.at("message").added == 1);
    }
};

QTEST_GUILESS_MAIN(TestMailImport)
#include "test_mail_import.moc"
