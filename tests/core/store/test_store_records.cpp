#include "store_fixture.h"

#include <algorithm>
#include <functional>
#include <numeric>

using namespace foreword;
using namespace foreword::storetest;

namespace {

// Everything of a table but the numbers that depend on the order of arrival.
std::vector<std::string> contentOf(Fixture& fixture, const char* sql)
{
    std::vector<std::string> lines;
    Query query(fixture.writer(), sql);
    while (must(query.next()))
        lines.push_back(query.string(0));
    std::ranges::sort(lines);
    return lines;
}

std::vector<std::string> wholeContent(Fixture& fixture)
{
    std::vector<std::string> all;
    for (
        const char* sql : {
            "SELECT 'customer ' || source || ext_id || names FROM customer",
            ("SELECT 'interaction ' || v.ext_id || i.subject || coalesce(c.ext_id, '-') FROM interaction i JOIN conversation v ON "
             "v.row = i.row LEFT JOIN customer c ON c.row = i.customer"),
            "SELECT 'message ' || m.ext_id || m.text || v.ext_id || v.arrived FROM message m JOIN conversation v ON v.row = m.conversation",
            "SELECT 'consent ' || n.status || coalesce(c.ext_id, '-') FROM consent n LEFT JOIN customer c ON c.row = n.customer",
            "SELECT 'event ' || e.name || coalesce(c.ext_id, '-') FROM event e LEFT JOIN customer c ON c.row = e.customer",
            "SELECT 'word ' || term || doc FROM words",
            "SELECT 'trigram ' || term || doc FROM trigrams",
        }) {
        const auto lines = contentOf(fixture, sql);
        all.insert(all.end(), lines.begin(), lines.end());
    }
    return all;
}

void addVocabularies(Fixture& fixture)
{
    auto transaction = must(Transaction::write(fixture.writer()));
    must(runScript(fixture.writer(),
                   "CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, message_words, row);"
                   "CREATE VIRTUAL TABLE temp.trigrams USING fts5vocab(main, name_trigrams, row);"));
    must(transaction.commit());
}

} // namespace

class TestStoreRecords : public QObject {
    Q_OBJECT

private:
    using Step = std::function<void(Fixture&)>;

    static std::vector<Step> oneOfEach()
    {
        return {
            [](Fixture& f) { f.put(customer("C-1", "Maria Hoffmann")); },
            [](Fixture& f) { f.put(interaction("4711", "C-1")); },
            [](Fixture& f) { f.put(message("1", "4711", "first words")); },
            [](Fixture& f) { f.put(message("2", "4711", "second words", "2026-03-01T11:00:00Z")); },
            [](Fixture& f) { f.put(consent("C-1", ConsentStatus::granted)); },
            [](Fixture& f) { f.put(happening("C-1", "outage")); },
        };
    }

private slots:
    void isTheSameInWhateverOrder()
    {
        auto order = std::vector<std::size_t>(oneOfEach().size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::vector<std::string> expected;
        int orders = 0;
        do {
            if (orders++ % 31 != 0) // two dozen of the 720 will do
                continue;
            Fixture fixture;
            addVocabularies(fixture);
            for (const auto step : order)
                oneOfEach()[step](fixture);
            for (const auto step : order) // all of it again: nothing changes
                oneOfEach()[step](fixture);
            const auto content = wholeContent(fixture);
            if (expected.empty())
                expected = content;
            QVERIFY(content == expected);
            const auto unresolved = must(RecordTable(fixture.writer()).unresolved());
            QVERIFY(std::ranges::all_of(unresolved, [](const auto& count) { return count.second == 0; }));
        } while (std::ranges::next_permutation(order).found);
        QVERIFY(expected.size() > 10);
    }

    void saysWhatItDid()
    {
        Fixture fixture;
        const auto check = [&](const auto& record) {
            const Put first = fixture.put(record, "1");
            QCOMPARE(first.change, Change::added);
            QVERIFY(first.row > 0);
            const Put again = fixture.put(record, "1");
            QCOMPARE(again.change, Change::unchanged);
            QCOMPARE(again.row, first.row);
            const Put other = fixture.put(record, "2");
            QCOMPARE(other.change, Change::updated);
            QCOMPARE(other.row, first.row);
        };
        check(customer("C-1", "Maria Hoffmann"));
        check(interaction("4711", "C-1"));
        check(message("1", "4711", "words"));
        auto withId = consent("C-1", ConsentStatus::granted);
        withId.id = "7";
        check(withId);
        auto event7 = happening("C-1", "outage");
        event7.id = "7";
        check(event7);
        OfferRecord offer;
        offer.key = {"marketing", "fibre"};
        check(offer);
    }

    void knowsRecordsWithoutIdByTheirHash()
    {
        Fixture fixture;
        QCOMPARE(fixture.put(consent("C-1", ConsentStatus::granted), "1").change, Change::added);
        QCOMPARE(fixture.put(consent("C-1", ConsentStatus::granted), "1").change, Change::unchanged);
        QCOMPARE(fixture.put(consent("C-1", ConsentStatus::revoked), "2").change, Change::added);
        QCOMPARE(fixture.put(happening("C-1", "outage"), "1").change, Change::added);
        QCOMPARE(fixture.put(happening("C-1", "outage"), "1").change, Change::unchanged);
        QCOMPARE(fixture.put(happening("C-1", "outage"), "2").change, Change::added);
        QCOMPARE(fixture.number("SELECT count(*) FROM consent"), 2);
        QCOMPARE(fixture.number("SELECT count(*) FROM event"), 2);
    }

    void keepsSourcesApart()
    {
        Fixture fixture;
        auto other = customer("C-1", "Somebody Else");
        other.key.source = "shop";
        QCOMPARE(fixture.put(customer("C-1", "Maria Hoffmann")).change, Change::added);
        QCOMPARE(fixture.put(other).change, Change::added);
        auto elsewhere = message("1", "4711", "words");
        elsewhere.key.source = "chat";
        fixture.put(message("1", "4711", "words"));
        QCOMPARE(fixture.put(elsewhere).change, Change::added);
        QCOMPARE(fixture.number("SELECT count(*) FROM conversation"), 2);
    }

    void theNewerWins()
    {
        Fixture fixture;
        const auto named = [](const char* name, const char* updated) {
            auto record = customer("C-1", name);
            if (updated)
                record.updatedAt = at(updated);
            return record;
        };
        const auto name = [&] { return must(PersonTable(fixture.writer()).unlinked(10)).at(0).record.names.at(0); };
        fixture.put(named("at noon", "2026-01-01T12:00:00Z"), "1");
        QCOMPARE(fixture.put(named("at eleven", "2026-01-01T11:00:00Z"), "2").change, Change::unchanged);
        QCOMPARE(name(), std::string("at noon"));
        // The same instant in another zone: the later import.
        QCOMPARE(fixture.put(named("at noon, later", "2026-01-01T13:00:00+01:00"), "3").change, Change::updated);
        QCOMPARE(fixture.put(named("at one", "2026-01-01T13:00:00Z"), "4").change, Change::updated);
        QCOMPARE(fixture.put(named("no time", nullptr), "5").change, Change::updated);
        QCOMPARE(fixture.put(named("long ago", "1999-01-01T13:00:00Z"), "6").change, Change::updated);
        QCOMPARE(name(), std::string("long ago"));
    }

    void countsWhatWaits()
    {
        Fixture fixture;
        fixture.put(interaction("4711", "C-1"));
        fixture.put(message("1", "4711", "words"));
        fixture.put(message("2", "4712", "words"));
        fixture.put(message("3", "4712", "words"));
        fixture.put(consent("C-1", ConsentStatus::granted));
        fixture.put(happening("C-1", "outage"));
        using Counts = std::map<std::string, std::int64_t>;
        const auto unresolved = [&] { return must(RecordTable(fixture.writer()).unresolved()); };
        QVERIFY(unresolved() == (Counts{{"interaction", 1}, {"message", 2}, {"consent", 1}, {"event", 1}}));
        QCOMPARE(must(fixture.workspace().info()).counts.at("unresolved"), 5);
        fixture.put(customer("C-1", "Maria Hoffmann"));
        QVERIFY(unresolved() == (Counts{{"interaction", 0}, {"message", 2}, {"consent", 0}, {"event", 0}}));
        fixture.put(interaction("4712", "C-2"));
        QVERIFY(unresolved() == (Counts{{"interaction", 1}, {"message", 0}, {"consent", 0}, {"event", 0}}));
    }

    void followsAChangedReference()
    {
        Fixture fixture;
        const auto maria = fixture.person("C-1", "Maria Hoffmann");
        const auto jonas = fixture.person("C-2", "Jonas Weber");
        fixture.put(interaction("4711", "C-1"));
        fixture.put(message("1", "4711", "words"));
        fixture.put(interaction("4711", "C-2"), "2");
        QCOMPARE(must(readHistory(fixture.writer(), maria, {})).messages.size(), std::size_t{0});
        QCOMPARE(must(readHistory(fixture.writer(), jonas, {})).messages.size(), std::size_t{1});
        // To one that is not there yet, and back when it comes.
        fixture.put(interaction("4711", "C-3"), "3");
        QCOMPARE(must(readHistory(fixture.writer(), jonas, {})).messages.size(), std::size_t{0});
        const auto third = fixture.person("C-3", "Aylin Kaya");
        QCOMPARE(must(readHistory(fixture.writer(), third, {})).messages.size(), std::size_t{1});
        auto withId = consent("C-1", ConsentStatus::granted);
        withId.id = "7";
        fixture.put(withId, "1");
        withId.customer.id = "C-2";
        fixture.put(withId, "2");
        QCOMPARE(must(readHistory(fixture.writer(), maria, {})).consents.size(), std::size_t{0});
        QCOMPARE(must(readHistory(fixture.writer(), jonas, {})).consents.size(), std::size_t{1});
    }

    void movesAMessageToAnotherInteraction()
    {
        Fixture fixture;
        const auto maria = fixture.person("C-1", "Maria Hoffmann");
        fixture.put(interaction("4711", "C-1"));
        fixture.put(interaction("4712", "C-1", "2026-03-02T09:00:00Z"));
        fixture.put(message("1", "4711", "words that move"));
        const auto stray = fixture.put(message("2", "4799", "a stray"));
        fixture.put(message("1", "4712", "words that move"), "2");
        const auto home = fixture.put(message("2", "4712", "a stray"), "2");
        QCOMPARE(home.change, Change::updated);
        QVERIFY(home.row != stray.row);
        const auto history = must(readHistory(fixture.writer(), maria, {}));
        QCOMPARE(history.messages.size(), std::size_t{2});
        for (const auto& moved : history.messages)
            QCOMPARE(history.interactions.at(moved.interaction).key.id, std::string("4712"));
        QCOMPARE(fixture.number("SELECT count(*) FROM message_words('stray')"), 1);
        QCOMPARE(fixture.number("SELECT count(*) FROM annotation"), 2);
        // The interaction that was only ever named by the stray is forgotten.
        QCOMPARE(fixture.number("SELECT count(*) FROM conversation"), 2);
    }

    void indexFollowsTheWords()
    {
        Fixture fixture;
        fixture.put(customer("C-1", "Zacharias Quibble"));
        fixture.put(message("1", "4711", "zebra crossing"));
        const auto count = [&](const char* index, const char* match) {
            const std::string sql = std::string("SELECT count(*) FROM ") + index + "('\"" + match + "\"')";
            return fixture.number(sql.c_str());
        };
        QCOMPARE(count("message_words", "zebra"), 1);
        QCOMPARE(count("name_trigrams", "qui"), 1);
        fixture.put(message("1", "4711", "yacht harbour"), "2");
        fixture.put(customer("C-1", "Yolanda Worth"), "2");
        QCOMPARE(count("message_words", "zebra"), 0);
        QCOMPARE(count("message_words", "yacht"), 1);
        QCOMPARE(count("name_trigrams", "qui"), 0);
        QCOMPARE(count("name_trigrams", "wor"), 1);
        QCOMPARE(fixture.number("SELECT count(*) FROM name_word WHERE word = 'quibble'"), 0);
        auto transaction = must(Transaction::write(fixture.writer()));
        // Compares index and content, and fails if they differ.
        for (const char* sql : {"INSERT INTO message_words (message_words, rank) VALUES ('integrity-check', 1)",
                                "INSERT INTO name_trigrams (name_trigrams, rank) VALUES ('integrity-check', 1)"})
            QCOMPARE(codeOf(Query(fixture.writer(), sql).run()), std::string("none"));
        // Words that are gone have left the index's own pages too.
        QCOMPARE(fixture.number("SELECT count(*) FROM message_words_data WHERE instr(block, CAST('zebra' AS BLOB))"), 0);
        QCOMPARE(fixture.number("SELECT count(*) FROM message_words_data WHERE instr(block, CAST('yacht' AS BLOB))"), 1);
    }

    void everyFieldComesBack()
    {
        Fixture fixture;
        auto record = customer("C-1", "Maria \"M\" Hoffmann");
        record.names.push_back("Maria Müller");
        record.phones = {"+49 30 901820"};
        record.addresses = {{"Weg 1", "Köln", "50667", "DE"}, {"", "", "", ""}};
        record.birthDate = "1981-04-12";
        record.externalIds = {{"loyalty", "L-9"}};
        record.attributes = {{"value_tier", "gold"}, {"empty", ""}};
        record.updatedAt = at("2026-01-01T00:00:00.123456-05:30");
        const auto row = fixture.put(record).row;
        const auto found = must(PersonTable(fixture.writer()).unlinked(10)).at(0);
        QCOMPARE(found.row, row);
        QCOMPARE(found.person, 0);
        QVERIFY(found.record == record);
        QCOMPARE(found.record.updatedAt->offsetMinutes(), -330);

        OfferRecord offer;
        offer.key = {"marketing", "fibre"};
        offer.name = "Fibre 1000";
        offer.kind = OfferKind::serviceNotice;
        offer.channels = {"agent", "email"};
        offer.validFrom = at("2026-01-01T00:00:00+01:00");
        offer.value = 20.125;
        offer.selectedBy = {"purchase_history"};
        offer.credit = true;
        offer.complex = true;
        offer.updatedAt = at("2026-02-01T00:00:00Z");
        fixture.put(offer);
        OfferRecord first;
        first.key = {"marketing", "a"};
        first.validTo = at("2026-01-01T00:00:00Z");
        fixture.put(first);
        const auto offers = must(RecordTable(fixture.writer()).offers());
        QCOMPARE(offers.size(), std::size_t{2});
        QVERIFY(offers[0] == first);
        QVERIFY(offers[1] == offer);
    }

    void namesNeedNoReason()
    {
        Fixture fixture;
        auto record = customer("C-1", "");
        record.names = {"", "", "!!!", std::string(5000, 'x'), "a b a b a b", "李小龙", std::string("nul\0name", 8)};
        QCOMPARE(fixture.put(record).change, Change::added);
        QCOMPARE(fixture.put(record, "2").change, Change::updated);
        QVERIFY(must(PersonTable(fixture.writer()).unlinked(10)).at(0).record.names == record.names);
    }

    // Words of new messages wait for the end of their transaction; what changes or leaves before
    // it takes its words along.
    void theIndexFitsAfterEachTransaction()
    {
        Fixture fixture;
        const auto found = [&](const char* sql) { return fixture.number(sql); };
        {
            auto transaction = must(Transaction::write(fixture.writer()));
            fixture.putInside(message("m1", "4711", "alpha"));
            fixture.putInside(message("m2", "4711", "beta"));
            fixture.putInside(message("m1", "4711", "gamma"), "2");
            fixture.putInside(message("m2", "4712", "beta moved"), "2");
            fixture.putInside(message("m3", "4712", "delta"));
            must(transaction.commit());
        }
        {
            auto transaction = must(Transaction::write(fixture.writer()));
            fixture.putInside(message("m4", "4712", "epsilon"));
        } // rolled back
        fixture.put(message("m5", "4712", "zeta"));
        QCOMPARE(found("SELECT count(*) FROM message_words('alpha OR epsilon')"), 0);
        QCOMPARE(found("SELECT count(*) FROM message_words('beta OR gamma OR delta OR zeta')"), 4);
        auto transaction = must(Transaction::write(fixture.writer()));
        must(Query(fixture.writer(), "INSERT INTO message_words (message_words, rank) VALUES ('integrity-check', 1)").run());
        must(transaction.commit());
    }
};

QTEST_GUILESS_MAIN(TestStoreRecords)
#include "test_store_records.moc"
