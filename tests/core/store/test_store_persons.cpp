#include "store_fixture.h"

using namespace foreword;
using namespace foreword::storetest;

class TestStorePersons : public QObject {
    Q_OBJECT

private:
    static std::int64_t link(Fixture& fixture, std::vector<std::int64_t> records, const std::string& name)
    {
        auto transaction = must(Transaction::write(fixture.writer()));
        const auto person = must(PersonTable(fixture.writer()).link(records, name));
        must(transaction.commit());
        return person;
    }

    static void identify(Fixture& fixture, std::int64_t record)
    {
        auto transaction = must(Transaction::write(fixture.writer()));
        const Identifier email{"email", std::to_string(record) + "@example.com"};
        must(PersonTable(fixture.writer()).setIdentifiers(record, std::span(&email, 1)));
        must(transaction.commit());
    }

private slots:
    void changedRecordsAreUnlinkedAgain()
    {
        Fixture fixture;
        PersonTable persons(fixture.writer());
        const auto row = fixture.put(customer("C-1", "Maria Hoffmann")).row;
        QCOMPARE(must(persons.unlinked(10)).size(), std::size_t{1});
        identify(fixture, row);
        QCOMPARE(must(persons.unlinked(10)).size(), std::size_t{1});
        const auto person = link(fixture, {row}, "Maria Hoffmann");
        QCOMPARE(must(persons.unlinked(10)).size(), std::size_t{0});
        fixture.put(customer("C-1", "Maria Hoffmann"));
        QCOMPARE(must(persons.unlinked(10)).size(), std::size_t{0});
        fixture.put(customer("C-1", "Maria Weber"), "2");
        const auto again = must(persons.unlinked(10));
        QCOMPARE(again.size(), std::size_t{1});
        QCOMPARE(again[0].person, person); // it stays who it was until it is linked anew
        QCOMPARE(again[0].record.names.at(0), std::string("Maria Weber"));
        // To be linked along with another record does not settle a change.
        const auto other = fixture.put(customer("C-2", "Jonas Weber")).row;
        QCOMPARE(must(persons.unlinked(1)).size(), std::size_t{1});
        identify(fixture, other);
        link(fixture, {other, row}, "Jonas Weber");
        QCOMPARE(must(persons.unlinked(10)).size(), std::size_t{1});
        QCOMPARE(must(persons.unlinked(10)).at(0).row, row);
    }

    void theSmallestPersonStays()
    {
        Fixture fixture;
        PersonTable persons(fixture.writer());
        std::vector<std::int64_t> rows;
        for (const char* id : {"C-1", "C-2", "C-3", "C-4", "C-5"})
            rows.push_back(fixture.put(customer(id, std::string("Name of ") + id)).row);
        const auto first = link(fixture, {rows[0]}, "First");
        const auto second = link(fixture, {rows[1], rows[2]}, "Second");
        const auto third = link(fixture, {rows[3]}, "Third");
        QVERIFY(first < second && second < third);
        // A new record joins the second, and brings the third along; its other record follows.
        QCOMPARE(link(fixture, {rows[3], rows[2], rows[4]}, "Second and third"), second);
        QCOMPARE(must(persons.displayName(second)), std::string("Second and third"));
        QCOMPARE(codeOf(persons.displayName(third)), std::string("customer_not_found"));
        QCOMPARE(must(persons.ofPerson(second)).size(), std::size_t{4});
        QCOMPARE(must(persons.ofPerson(first)).size(), std::size_t{1});
        QCOMPARE(fixture.number("SELECT count(*) FROM person"), 2);
        QCOMPARE(fixture.number("SELECT count(*) FROM name WHERE name = 'Third'"), 0);
        QCOMPARE(must(persons.ofPerson(third)).size(), std::size_t{0});
        // The number of one who is gone is not given to somebody else.
        const auto next = link(fixture, {fixture.put(customer("C-6", "Sixth")).row}, "Sixth");
        QVERIFY(next > third);
    }

    void recordsOfAPersonAreInOrder()
    {
        Fixture fixture;
        auto shop = customer("A-1", "Maria Hoffmann");
        shop.key.source = "shop";
        const auto a = fixture.put(shop).row;
        const auto b = fixture.put(customer("C-9", "Maria Hoffmann")).row;
        const auto c = fixture.put(customer("C-10", "Maria Hoffmann")).row;
        const auto records = must(PersonTable(fixture.writer()).ofPerson(link(fixture, {a, b, c}, "Maria Hoffmann")));
        QCOMPARE(records.at(0).record.key.id, std::string("C-10"));
        QCOMPARE(records.at(1).record.key.id, std::string("C-9"));
        QCOMPARE(records.at(2).record.key.id, std::string("A-1"));
    }

    void refusesToLinkNothing()
    {
        Fixture fixture;
        auto transaction = must(Transaction::write(fixture.writer()));
        const std::vector<std::int64_t> unknown = {99};
        QCOMPARE(codeOf(PersonTable(fixture.writer()).link({}, "Nobody")), std::string("internal"));
        QCOMPARE(codeOf(PersonTable(fixture.writer()).link(unknown, "Nobody")), std::string("internal"));
    }
};

QTEST_GUILESS_MAIN(TestStorePersons)
#include "test_store_persons.moc"
