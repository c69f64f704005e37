#include "store_fixture.h"

#include "core/store/excerpt.h"
#include "core/store/word_folding.h"
#include "core/store/word_likeness.h"

using namespace foreword;
using namespace foreword::storetest;

class TestStoreSearch : public QObject {
    Q_OBJECT

private:
    // A workspace with a few people, made once.
    std::unique_ptr<Fixture> m_fixture;

    std::string exact(const std::string& query, std::vector<Identifier> normalized = {})
    {
        std::string text;
        for (const auto& hit : must(Search(m_fixture->writer()).exact(query, normalized)))
            text += hit.displayName + "/" + hit.field + " ";
        return text;
    }

    std::string find(const std::string& query, int limit = 10, std::vector<Identifier> normalized = {})
    {
        std::string text;
        int last = 1'000'000;
        for (const auto& hit : must(Search(m_fixture->writer()).find(query, normalized, limit))) {
            if (hit.score > last)
                qFatal("hits are not in order of their score");
            last = hit.score;
            text += hit.displayName + "/" + hit.field + " ";
        }
        return text;
    }

private slots:
    void init()
    {
        m_fixture = std::make_unique<Fixture>();
        Fixture& f = *m_fixture;
        f.person("C-1", "Maria Hoffmann");
        f.person("C-2", "Jonas Weber");
        f.person("C-3", "Zoë O'Neil");
        f.person("C-4", "Marian Hoff");
        f.put(interaction("4711", "C-1"));
        f.put(interaction("INC-1001", "C-2"));
        f.put(interaction("C-3", "C-1")); // a ticket with the id of a customer
        f.put(message("1", "4711", "The router in the cellar keeps rebooting, said Jonas Weber. Straße, café, naïve."));
        f.put(message("2", "INC-1001", "My invoice is wrong: router rental was cancelled."));
    }

    void findsByRecordAndTicket()
    {
        QCOMPARE(exact("crm:C-1"), std::string("Maria Hoffmann/external "));
        QCOMPARE(exact("  crm:C-1\n"), std::string("Maria Hoffmann/external "));
        QCOMPARE(exact("helpdesk:4711"), std::string("Maria Hoffmann/ticket "));
        QCOMPARE(exact("4711"), std::string("Maria Hoffmann/ticket "));
        QCOMPARE(exact("#4711"), std::string("Maria Hoffmann/ticket "));
        QCOMPARE(exact("# 4711"), std::string("Maria Hoffmann/ticket "));
        QCOMPARE(exact("inc-1001"), std::string("Jonas Weber/ticket "));
        QCOMPARE(exact("C-2"), std::string("Jonas Weber/external "));
        QCOMPARE(exact("C-3"), std::string("Maria Hoffmann/ticket ")); // a ticket is meant before a bare customer id
        QCOMPARE(exact("shop:C-1"), std::string());
        QCOMPARE(exact("471"), std::string());
        QCOMPARE(exact(""), std::string());
        QCOMPARE(exact("#"), std::string());
        QCOMPARE(exact(":"), std::string());
        QCOMPARE(exact(std::string(100000, ':')), std::string());
    }

    void idsMayHoldColons()
    {
        auto record = customer("urn:x:7", "Aylin Kaya");
        record.key.source = "a:b";
        const auto row = m_fixture->put(record).row;
        auto transaction = must(Transaction::write(m_fixture->writer()));
        must(PersonTable(m_fixture->writer()).link(std::span(&row, 1), "Aylin Kaya"));
        must(transaction.commit());
        QCOMPARE(exact("a:b:urn:x:7"), std::string("Aylin Kaya/external "));
    }

    void findsByIdentifier()
    {
        QCOMPARE(exact("whatever", {{"email", "C-2@example.com"}}), std::string("Jonas Weber/email "));
        QCOMPARE(exact("whatever", {{"email", "c-2@example.org"}}), std::string());
        // Names are not exact, even as identifiers.
        auto transaction = must(Transaction::write(m_fixture->writer()));
        const Identifier name{"name", "jonas weber"};
        must(PersonTable(m_fixture->writer()).setIdentifiers(2, std::span(&name, 1)));
        must(transaction.commit());
        QCOMPARE(exact("whatever", {name}), std::string());
    }

    void severalPeopleWithOneNumberAreAllFound()
    {
        auto transaction = must(Transaction::write(m_fixture->writer()));
        const Identifier phone{"phone", "+4930901820"};
        for (const std::int64_t record : {1, 2})
            must(PersonTable(m_fixture->writer()).setIdentifiers(record, std::span(&phone, 1)));
        must(transaction.commit());
        QCOMPARE(exact("030 901820", {phone}), std::string("Jonas Weber/phone Maria Hoffmann/phone "));
    }

    void findsNames_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("first");
        QTest::newRow("whole") << QByteArray("Maria Hoffmann") << QByteArray("Maria Hoffmann/name");
        QTest::newRow("other order") << QByteArray("hoffmann, maria") << QByteArray("Maria Hoffmann/name");
        QTest::newRow("beginnings") << QByteArray("mar hoffm") << QByteArray("Maria Hoffmann/name");
        QTest::newRow("one letter less") << QByteArray("Hofmann") << QByteArray("Maria Hoffmann/name");
        QTest::newRow("two typos") << QByteArray("Mraia Hofman") << QByteArray("Maria Hoffmann/name");
        QTest::newRow("swapped in a short name") << QByteArray("Jnoas") << QByteArray("Jonas Weber/name");
        QTest::newRow("swapped at its beginning") << QByteArray("Ojnas") << QByteArray("Jonas Weber/name");
        QTest::newRow("that, and a typo in the other") << QByteArray("Ojnas Wbeer") << QByteArray("Jonas Weber/name");
        QTest::newRow("diacritics") << QByteArray("zoe") << QByteArray("Zoë O'Neil/name");
        QTest::newRow("diacritics asked for") << QByteArray("ZOË") << QByteArray("Zoë O'Neil/name");
        QTest::newRow("apostrophe") << QByteArray("o'neil") << QByteArray("Zoë O'Neil/name");
    }

    void findsNames()
    {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, first);
        const auto found = QByteArray::fromStdString(find(query.toStdString()));
        QVERIFY2(found.startsWith(first + ' '), found.constData());
    }

    void ranks()
    {
        // Identifier, then a whole name, then a beginning, then words.
        QCOMPARE(find("jonas weber", 10, {{"email", "C-3@example.com"}}),
                 std::string("Zoë O'Neil/email Jonas Weber/name Maria Hoffmann/words "));
        QCOMPARE(find("maria"), std::string("Maria Hoffmann/name Marian Hoff/name "));
        QCOMPARE(find("maria", 1), std::string("Maria Hoffmann/name "));
        QCOMPARE(find("maria", 0), std::string());
        // Not everybody is alike.
        QCOMPARE(find("schmidt"), std::string());
    }

    void findsWords()
    {
        QCOMPARE(find("cellar reboot"), std::string("Maria Hoffmann/words "));
        QCOMPARE(find("CAFE"), std::string("Maria Hoffmann/words "));
        QCOMPARE(find("straße"), std::string("Maria Hoffmann/words "));
        QCOMPARE(find("nai\u0308ve"), std::string("Maria Hoffmann/words "));
        QCOMPARE(find("cellar invoice"), std::string());
        const auto hits = must(Search(m_fixture->writer()).find("invoice", {}, 10));
        QCOMPARE(hits.at(0).matched, std::string("My invoice is wrong: router rental was cancelled."));
    }

    // Whoever is called exactly so is not lost among many whose names only begin so.
    void wholeWordsComeFirst()
    {
        for (int i = 0; i < 30; ++i)
            m_fixture->person("B-" + std::to_string(i), "Ada Bergmann");
        m_fixture->person("A-1", "Ada Berg");
        for (int i = 0; i < 40; ++i)
            m_fixture->person("D-" + std::to_string(i), "Dora Bergmann");
        QCOMPARE(find("ada berg", 3), std::string("Ada Berg/name Ada Bergmann/name Ada Bergmann/name "));
        QCOMPARE(find("berg ada", 1), std::string("Ada Berg/name "));
        QCOMPARE(find("ada brg", 1), std::string("Ada Berg/name "));
        QCOMPARE(find("a berg", 1), std::string("Ada Berg/name "));
    }

    // More bear the one word than are told apart: the other one decides, whichever comes first.
    void wordsThatThousandsBear()
    {
        auto transaction = must(Transaction::write(m_fixture->writer()));
        Query word(m_fixture->writer(), "INSERT INTO name_word (row, word) VALUES (?1, ?2)");
        must(word.with(9000, "ulrike").run());
        must(word.with(9001, "ulrich").run());
        Query name(m_fixture->writer(), "INSERT INTO name (row, record, name, folded) VALUES (?1, 2, 'Ulrike', 'ulrike')");
        Query use(m_fixture->writer(), "INSERT INTO name_word_use (word, name) VALUES (9000, ?1)");
        for (int i = 10'000; i < 17'000; ++i) {
            must(name.with(i).run());
            must(use.with(i).run());
        }
        must(transaction.commit());
        m_fixture->person("U-1", "Ulrike Zander");
        m_fixture->person("U-2", "Zander Ulrike");
        QCOMPARE(find("ulrike zander"), std::string("Ulrike Zander/name Zander Ulrike/name "));
        QCOMPARE(find("zan ulr"), std::string("Ulrike Zander/name Zander Ulrike/name "));
        QCOMPARE(find("ulrkie zandre"), std::string("Ulrike Zander/name Zander Ulrike/name "));
    }

    // Hundreds of messages of one person hide nobody.
    void everybodyWhoWroteItIsFound()
    {
        for (int i = 0; i < 300; ++i)
            m_fixture->put(message("many" + std::to_string(i), "INC-1001", "The router again."));
        QCOMPARE(find("router", 2), std::string("Jonas Weber/words Maria Hoffmann/words "));
        QCOMPARE(find("rout", 2), std::string("Jonas Weber/words Maria Hoffmann/words "));
        // A word that is whole comes before one that goes on, however new.
        m_fixture->put(message("whole", "4711", "One rout of all."));
        m_fixture->put(message("newer", "INC-1001", "The router again."));
        QCOMPARE(find("rout", 2), std::string("Maria Hoffmann/words Jonas Weber/words "));
        QCOMPARE(find("rout", 1), std::string("Maria Hoffmann/words "));
    }

    void excerptShowsWhatWasFound()
    {
        const std::string text = "One two three four five six seven eight nine ten, eleven twelve thirteen Café fourteen fifteen sixteen "
                                 "seventeen eighteen nineteen twenty.";
        QCOMPARE(excerptOf(text, {"two"}), std::string("One two three four five six seven eight nine ten, eleven twelve…"));
        QCOMPARE(excerptOf(text, {"eleven", "cafe"}),
                 std::string("…nine ten, eleven twelve thirteen Café fourteen fifteen sixteen seventeen eighteen nineteen…"));
        QCOMPARE(excerptOf(text, {"twent"}),
                 std::string("…ten, eleven twelve thirteen Café fourteen fifteen sixteen seventeen eighteen nineteen twenty."));
        // Where most of the words are, not where the first is.
        QCOMPARE(excerptOf(text, {"one", "fifteen", "sixteen"}), excerptOf(text, {"twent"}));
        QCOMPARE(excerptOf(text, {"nowhere"}), std::string("One two three four five six seven eight nine ten, eleven twelve…"));
        QCOMPARE(excerptOf("Short.", {"nowhere"}), std::string("Short."));
        QCOMPARE(excerptOf("", {"nowhere"}), std::string());
        QCOMPARE(excerptOf(std::string(30'000, '.'), {"x"}), std::string("…"));
        QCOMPARE(excerptOf("\xff\xfe broken \xff", {"broken"}), std::string("\xff\xfe broken \xff"));
    }

    void nothingTypedIsSyntax()
    {
        const std::string nul("router\0\" OR", 11);
        for (const std::string& query : {std::string("\""),
                                         std::string("router\" OR \"x"),
                                         std::string("NEAR(router cellar, 2)"),
                                         std::string("text:router"),
                                         std::string("router*"),
                                         std::string("^router"),
                                         std::string("-router"),
                                         std::string("{text}: router"),
                                         std::string("AND"),
                                         std::string("OR"),
                                         std::string("NOT router"),
                                         std::string("'; DROP TABLE message; --"),
                                         std::string("(((("),
                                         std::string("%_"),
                                         std::string("\xff\xfe"),
                                         std::string("…"),
                                         std::string(200000, 'a'),
                                         std::string(5000, '"'),
                                         std::string("😀"),
                                         std::string("a"),
                                         nul}) {
            QCOMPARE(codeOf(Search(m_fixture->writer()).find(query, {}, 10)), std::string("none"));
            QCOMPARE(codeOf(Search(m_fixture->writer()).exact(query, {})), std::string("none"));
        }
        QCOMPARE(find("router* cellar"), std::string("Maria Hoffmann/words "));
        QCOMPARE(m_fixture->number("SELECT count(*) FROM message"), 2);
    }

    void likenessIsFair()
    {
        const auto likeness = [](const char* a, const char* b) {
            const int there = WordLikeness(a).to(b);
            return there == WordLikeness(b).to(a) ? there : -1;
        };
        QCOMPARE(likeness("weber", "weber"), 1000);
        QCOMPARE(likeness("weber", "wbeer"), 800); // a swap is one edit of five
        QCOMPARE(likeness("hofman", "hoffmann"), 750);
        QCOMPARE(likeness("anna", "hans"), 250);
        QCOMPARE(likeness("müller", "muller"), 834);
        QCOMPARE(likeness("abc", "xyz"), 0);
        QCOMPARE(likeness("", ""), 1000);
        QCOMPARE(likeness("", "a"), 0);
        // What is told sooner is told the same.
        const std::vector<std::string> words{"weber",    "wbeer",      "webre",     "hofman",      "hoffmann", "hofmanns", "anna",
                                             "nana",     "hans",       "müller",    "muller",      "meier",    "maier",    "mayer",
                                             "schmidt",  "schmitt",    "schmiedel", "schmidtke",   "li",       "il",       "o",
                                             "lindberg", "lindbergen", "bergerlin", "castelbranco"};
        for (const auto& a : words) {
            for (const auto& b : words) {
                const int there = WordLikeness(a).to(b);
                QCOMPARE(WordLikeness(a).to(b, 550), there >= 550 ? there : 0);
            }
        }
        QCOMPARE(foldedTokens("  Dr. Zoë  O'Neil-GROẞ ", 10), (std::vector<std::string>{"dr", "zoe", "o", "neil", "gross"}));
        QCOMPARE(foldedTokens("a b c", 2), (std::vector<std::string>{"a", "b"}));
    }
};

QTEST_GUILESS_MAIN(TestStoreSearch)
#include "test_store_search.moc"
