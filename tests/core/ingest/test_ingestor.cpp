#include <QTest>

#include "core/ingest/preparing.h"
#include "ingest_fixture.h"

using namespace foreword;
using namespace foreword::ingesttest;

class TestIngestor : public QObject {
    Q_OBJECT

private slots:
    void putsEveryTypeOnce()
    {
        Fixture fixture;
        const std::vector<std::string> lines = {
            customerNumber(1),
            interactionNumber(1),
            messageNumber(1, "Hello"),
            R"({"type":"consent","source":"crm","customer":{"source":"crm","id":"C-1"},"purpose":"marketing","channel":"email","status":"granted","at":"2026-01-01T00:00:00Z"})",
            R"({"type":"offer","source":"marketing","id":"fibre","kind":"upsell"})",
            R"({"type":"event","source":"billing","customer":{"source":"crm","id":"C-1"},"name":"outage","at":"2026-01-01T00:00:00Z"})"};
        for (const int run : {1, 2}) {
            Ingestor ingestor(fixture.connection(), {});
            for (const std::string& line : lines)
                must(ingestor.add(record(line)));
            const IngestCounts counts = must(ingestor.finish());
            QCOMPARE(counts.byType.size(), lines.size());
            for (const auto& [type, count] : counts.byType)
                QVERIFY2(count == (run == 1 ? TypeCounts{1, 0, 0} : TypeCounts{0, 0, 1}), type.c_str());
        }
    }

    void countsWhatIsUnresolved()
    {
        Fixture fixture;
        Ingestor ingestor(fixture.connection(), {});
        must(ingestor.add(record(messageNumber(1, "Hello"))));
        must(ingestor.add(record(interactionNumber(2))));
        auto unresolved = must(ingestor.finish()).unresolved;
        QCOMPARE(unresolved["message"], std::int64_t(1));
        QCOMPARE(unresolved["interaction"], std::int64_t(1));
        Ingestor later(fixture.connection(), {});
        must(later.add(record(interactionNumber(1))));
        must(later.add(record(customerNumber(1))));
        must(later.add(record(customerNumber(2))));
        for (const auto& [type, count] : must(later.finish()).unresolved)
            QVERIFY2(count == 0, type.c_str());
    }

    void makesTextOfHtmlAndMasksIt()
    {
        Fixture fixture;
        Ingestor ingestor(fixture.connection(), {});
        must(ingestor.add(record(interactionNumber(1))));
        must(ingestor.add(record(messageNumber(1, "<p>My card is <b>4111 1111</b> 1111 1111</p><script>x</script>", "html"))));
        must(ingestor.finish());
        const auto messages = fixture.messages();
        QCOMPARE(messages.size(), std::size_t(1));
        QCOMPARE(messages[0].text, std::string("My card is *******************"));
        QCOMPARE(messages[0].redactions.size(), std::size_t(1));
        QVERIFY((messages[0].redactions[0] == Redaction{{11, 30}, "card_number"}));
    }

    // No record keeps card data in any text; identifiers that are card numbers go, keys stay.
    void masksEveryFreeText()
    {
        const std::string pan = "4111 1111 1111 1111";
        const auto line = [&pan](std::string text) {
            for (auto at = text.find("PAN"); at != std::string::npos; at = text.find("PAN"))
                text.replace(at, 3, pan);
            return canonicalLine(must(prepareRecord(record(text))).record);
        };
        for (
            const char* text :
            {R"({"type":"customer","source":"crm","id":"1","names":["PAN"],"addresses":[{"street":"PAN","city":"PAN"}],"attributes":{"note":"PAN","n":4111111111111111,"PAN":"x"}})",
             R"({"type":"interaction","source":"h","id":"1","customer":{"source":"crm","id":"1"},"channel":"email","opened_at":"2026-01-01T00:00:00Z","subject":"PAN","tags":["PAN"]})",
             R"({"type":"message","source":"h","id":"1","interaction":"1","sender":"customer","at":"2026-01-01T00:00:00Z","sender_name":"PAN","text":"PAN"})",
             R"({"type":"message","source":"h","id":"1","interaction":"1","sender":"customer","at":"2026-01-01T00:00:00Z","html":"<i>PAN</i>"})",
             R"({"type":"offer","source":"m","id":"1","kind":"upsell","name":"PAN","selected_by":["PAN"]})",
             R"({"type":"consent","source":"crm","customer":{"source":"crm","id":"1"},"purpose":"PAN","channel":"any","status":"granted","at":"2026-01-01T00:00:00Z"})",
             R"({"type":"event","source":"b","customer":{"source":"crm","id":"1"},"name":"paid","at":"2026-01-01T00:00:00Z","data":{"a":["PAN",{"b":"x PAN","PAN":1,"5555555555554444":{}}],"n":4111111111111111}})"}) {
            const std::string kept = line(text);
            QVERIFY2(kept.find("1111") == std::string::npos, kept.c_str());
            QVERIFY2(kept.find("***") != std::string::npos, kept.c_str());
        }
        const std::string ids = line(
            R"({"type":"customer","source":"crm","id":"4111111111111111","emails":["PAN@example.com","a@example.com"],"phones":["PAN","+49 30 23125 001"],"external_ids":{"account":"PAN","credit_card":"PAN","loyalty":"9999 0000 0000 0004","PAN":"x"}})");
        QVERIFY2(ids.find(R"("id":"4111111111111111")") != std::string::npos, ids.c_str());
        QVERIFY2(ids.find(R"("emails":["a@example.com"],"phones":["+49 30 23125 001"])") != std::string::npos, ids.c_str());
        QVERIFY2(ids.find(R"("external_ids":{"*******************":"x","loyalty":"9999 0000 0000 0004"})") != std::string::npos,
                 ids.c_str());
    }

    void anErrorQuotesNoCardNumber()
    {
        const auto refused =
            parseRecord(R"({"type":"offer","source":"m","id":"1","kind":"4111111111111111","name":"x","channels":["agent"]})");
        QVERIFY(!refused);
        QCOMPARE(refused.error().param("field"), std::string_view("kind"));
        QCOMPARE(refused.error().param("value"), std::string_view("****************"));
    }

    void equalAfterMaskingIsEqual()
    {
        const auto hash = [](const std::string& text) { return must(prepareRecord(record(messageNumber(1, text)))).hash; };
        QCOMPARE(hash("card 4111111111111111"), hash("card 5555555555554444"));
        QVERIFY(hash("card 4111111111111111") != hash("card 4111111111111112"));
    }

    void repairsWhatAdaptersBring()
    {
        MessageRecord message;
        message.key = {"h", "1"};
        message.interaction = "1";
        message.text = std::string("a\0b\xFF", 4);
        const auto prepared = must(prepareRecord(Record(message)));
        QCOMPARE(std::get<MessageRecord>(prepared.record).text,
                 std::string("a\uFFFD"
                             "b\uFFFD"));
        EventRecord event;
        event.data = "{";
        const auto failed = prepareRecord(Record(event));
        QVERIFY(!failed && failed.error().code == ErrorCode::bad_value);
    }

    void aBatchIsWrittenWholeOrNotAtAll()
    {
        Fixture fixture;
        int batches = 0;
        const auto failSecond = [&batches]() -> Result<> {
            if (++batches == 2)
                return fail(ErrorCode::store_failed);
            return {};
        };
        Ingestor ingestor(fixture.connection(), failSecond, 3);
        int added = 0;
        for (int n = 1; n <= 6; ++n)
            added += ingestor.add(record(customerNumber(n))) ? 1 : 0;
        QCOMPARE(added, 5);
        QCOMPARE(batches, 2);
        QCOMPARE(fixture.customers().size(), std::size_t(3));
        // It may be used on; what failed is not counted.
        must(ingestor.add(record(customerNumber(7))));
        QCOMPARE(must(ingestor.finish()).byType["customer"].added, std::int64_t(4));
        QCOMPARE(fixture.customers().size(), std::size_t(4));
    }

    void anUnfinishedBatchIsNotWritten()
    {
        Fixture fixture;
        {
            Ingestor ingestor(fixture.connection(), {}, 10);
            must(ingestor.add(record(customerNumber(1))));
        }
        QVERIFY(fixture.customers().empty());
    }

    void afterBatchRunsInTheTransaction()
    {
        Fixture fixture;
        std::size_t seen = 0;
        Ingestor ingestor(fixture.connection(), [&]() -> Result<> {
            if (!fixture.connection().inTransaction())
                return fail(ErrorCode::internal);
            FOREWORD_TRY(const auto unlinked, PersonTable(fixture.connection()).unlinked(100));
            seen = unlinked.size();
            return {};
        });
        must(ingestor.add(record(customerNumber(1))));
        must(ingestor.add(record(customerNumber(2))));
        must(ingestor.finish());
        QCOMPARE(seen, std::size_t(2));
    }

    void theNewerWinsInOneBatchToo()
    {
        Fixture fixture;
        Ingestor ingestor(fixture.connection(), {});
        must(ingestor.add(record(customerNumber(1, R"(,"birth_date":"1981-04-12","updated_at":"2026-02-01T00:00:00Z")"))));
        must(ingestor.add(record(customerNumber(1, R"(,"birth_date":"1999-09-09","updated_at":"2026-01-01T00:00:00Z")"))));
        const auto counts = must(ingestor.finish()).byType["customer"];
        QVERIFY((counts == TypeCounts{1, 0, 1}));
        QCOMPARE(fixture.customers().at(0).birthDate, std::string("1981-04-12"));
    }
};

QTEST_GUILESS_MAIN(TestIngestor)
#include "test_ingestor.moc"
