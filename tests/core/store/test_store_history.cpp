#include "store_fixture.h"

using namespace foreword;
using namespace foreword::storetest;

class TestStoreHistory : public QObject {
    Q_OBJECT

private:
    static std::string planOf(Connection& connection, const std::string& sql)
    {
        const std::string explain = "EXPLAIN QUERY PLAN " + sql;
        Query query(connection, explain);
        std::string plan;
        while (must(query.next()))
            plan += query.string(3) + "\n";
        return plan;
    }

private slots:
    void holdsEverythingInOrder()
    {
        Fixture fixture;
        const auto maria = fixture.person("C-1", "Maria Hoffmann");
        fixture.person("C-2", "Jonas Weber");
        fixture.put(message("b", "4712", "same time, later id", "2026-03-02T10:00:00Z", Sender::agent));
        fixture.put(message("a", "4711", "same time", "2026-03-02T11:00:00+01:00"));
        fixture.put(message("c", "4711", "earliest", "2026-03-01T10:00:00+05:00"));
        fixture.put(message("x", "4720", "of another customer"));
        auto late = interaction("4711", "C-1", "2026-03-01T09:00:00Z");
        late.closedAt = at("2026-03-09T09:00:00+01:00");
        late.status = InteractionStatus::closed;
        late.channel = Channel::visit;
        late.kind = InteractionKind::other;
        late.tags = {"vip", "größer"};
        late.updatedAt = at("2026-03-09T10:00:00Z");
        fixture.put(late);
        const auto early = interaction("4712", "C-1", "2026-02-01T09:00:00Z");
        fixture.put(early);
        fixture.put(interaction("4720", "C-2"));
        fixture.put(happening("C-1", "outage"));
        fixture.put(consent("C-1", ConsentStatus::objected));

        const auto history = must(readHistory(fixture.writer(), maria, {}));
        QCOMPARE(history.person, maria);
        QCOMPARE(history.records.size(), std::size_t{1});
        QVERIFY(history.records[0] == customer("C-1", "Maria Hoffmann"));
        QCOMPARE(history.interactions.size(), std::size_t{2});
        QVERIFY(history.interactions[0] == early);
        QVERIFY(history.interactions[1] == late);
        QCOMPARE(history.messages.size(), std::size_t{3});
        QCOMPARE(history.messages[0].text, std::string("earliest"));
        QCOMPARE(history.messages[0].at.offsetMinutes(), 300);
        QCOMPARE(history.messages[1].key.id, std::string("a"));
        QCOMPARE(history.messages[2].key.id, std::string("b"));
        QCOMPARE(history.messages[2].sender, Sender::agent);
        QCOMPARE(history.messages[2].senderName, std::string("Name of b"));
        QVERIFY(history.messages[2].language.empty()); // told with its annotations
        QCOMPARE(history.messages[2].interaction, 0U);
        QCOMPARE(history.messages[0].interaction, 1U);
        QVERIFY(history.messages[0].dictionaryVersion.empty());
        QVERIFY(history.events == std::vector{happening("C-1", "outage")});
        QVERIFY(history.consents == std::vector{consent("C-1", ConsentStatus::objected)});
    }

    void bringsRedactionsBack()
    {
        Fixture fixture;
        const auto maria = fixture.person("C-1", "Maria Hoffmann");
        fixture.put(interaction("4711", "C-1"));
        auto transaction = must(Transaction::write(fixture.writer()));
        const std::vector<Redaction> redactions = {{{8, 24}, "card_number"}};
        must(RecordTable(fixture.writer()).put(message("1", "4711", "my card **************** is"), "h", redactions));
        must(transaction.commit());
        QVERIFY(must(readHistory(fixture.writer(), maria, {})).messages.at(0).redactions == redactions);
    }

    void tellsWhoIsNotThere()
    {
        Fixture fixture;
        const auto history = readHistory(fixture.writer(), 99, {});
        QCOMPARE(codeOf(history), std::string("customer_not_found"));
        QCOMPARE(history.error().param("query"), std::string_view("99"));
        QVERIFY(!fixture.writer().inTransaction());
        QVERIFY(!must(readHistoryIfThere(fixture.writer(), 99, {})).has_value());
        const auto maria = fixture.person("C-1", "Maria Hoffmann");
        QCOMPARE(must(readHistoryIfThere(fixture.writer(), maria, {})).value().records.size(), std::size_t{1});
        CancelSource source;
        source.cancel();
        QCOMPARE(codeOf(readHistoryIfThere(fixture.writer(), maria, source.token())), std::string("cancelled"));
    }

    void stopsWhenCancelled()
    {
        Fixture fixture;
        const auto maria = fixture.person("C-1", "Maria Hoffmann");
        CancelSource source;
        source.cancel();
        QCOMPARE(codeOf(readHistory(fixture.writer(), maria, source.token())), std::string("cancelled"));
        QCOMPARE(codeOf(readHistory(fixture.writer(), maria, {})), std::string("none"));
    }

    // One person's rows are found by index, and the messages of a conversation in one range.
    void readsWithoutScanning()
    {
        Fixture fixture;
        // A plan of a statement that writes counts as writing.
        auto transaction = must(Transaction::write(fixture.writer()));
        const auto plan = planOf(fixture.writer(),
                                 "SELECT m.text, a.items FROM message m LEFT JOIN annotation a ON a.message = m.row "
                                 "WHERE m.row >= ?1 AND m.row < ?2 ORDER BY m.row");
        QCOMPARE(plan,
                 std::string("SEARCH m USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)\n"
                             "SEARCH a USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN\n"));
        for (const char* sql : {
                 "SELECT row FROM customer WHERE person = ?1",
                 "SELECT i.row FROM interaction i JOIN conversation v ON v.row = i.row WHERE i.customer = ?1",
                 "SELECT row FROM consent WHERE customer = ?1",
                 "SELECT row FROM event WHERE customer = ?1",
                 "SELECT row FROM consent WHERE ext_id = ?1 AND source = ?2 AND ext_id <> ''",
                 "SELECT row FROM event WHERE hash = ?1 AND ext_id = ''",
                 "UPDATE interaction SET customer = ?1 WHERE customer IS NULL AND customer_ext_id = ?2 AND customer_source = ?3",
                 "SELECT row FROM customer WHERE identified = 0 OR person IS NULL ORDER BY row LIMIT ?1",
                 "SELECT record FROM identifier WHERE kind = ?1 AND normal = ?2 ORDER BY record LIMIT ?3",
                 "SELECT message FROM annotation WHERE dictionary IS NULL AND message >= ?1 ORDER BY message LIMIT 1",
                 ("SELECT row FROM message WHERE conversation = ?1 AND at <= ?2 AND sender < 2 AND visibility = 0 ORDER BY at DESC, "
                  "sender DESC LIMIT 1"),
                 "SELECT conversation FROM message WHERE at <= ?1 AND sender < 2 AND visibility = 0 ORDER BY at DESC",
                 ("UPDATE annotation SET dictionary = NULL, items = x'' WHERE dictionary IS NOT NULL AND message IN "
                  "(SELECT row FROM message WHERE conversation = ?1 AND at >= ?2)"),
                 "SELECT max(doc) FROM message",
             }) {
            const auto found = planOf(fixture.writer(), sql);
            // Walking a partial index from its beginning is called a scan, too.
            const auto scan = found.find("SCAN");
            QVERIFY2(scan == std::string::npos || found.find("INDEX customer_unlinked") != std::string::npos, found.c_str());
            QVERIFY2(found.find("TEMP B-TREE") == std::string::npos, found.c_str());
        }
    }

    // Messages of one person that came between those of many others still lie together.
    void staysTogetherOnDisk()
    {
        Fixture fixture;
        auto transaction = must(Transaction::write(fixture.writer()));
        for (int i = 0; i < 3000; ++i) {
            const auto conversation = std::to_string(i % 100);
            fixture.putInside(message(std::to_string(i), conversation, std::string(300, 'w')));
        }
        must(transaction.commit());
        // 30 messages of about 400 bytes: by order of arrival they would lie on 30 pages.
        const auto spread = fixture.number(
            "SELECT count(DISTINCT row / 10) FROM (SELECT row_number() OVER (ORDER BY row) AS row, conversation FROM message) "
            "WHERE conversation = (SELECT row FROM conversation WHERE ext_id = '7')");
        QVERIFY(spread <= 4);
    }
};

QTEST_GUILESS_MAIN(TestStoreHistory)
#include "test_store_history.moc"
