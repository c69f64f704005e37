// People who are easily taken for one, and records of one person that hardly look it. Each case is
// tried alone and in towns of several sizes, where the model has learned from the others.
#include <QtTest>

#include "people.h"

using namespace foreword;
using namespace foreword::people;

namespace {

enum class Wanted { one, notOne, asked };

struct Case {
    const char* name;
    std::vector<CustomerRecord> records; // the first two are what is looked at
    Wanted wanted;
};

CustomerRecord with(CustomerRecord record, const char* email, const char* phone = "")
{
    if (*email)
        record.emails = {email};
    if (*phone)
        record.phones = {phone};
    return record;
}

CustomerRecord withId(CustomerRecord record, const char* kind, const char* id)
{
    record.externalIds[kind] = id;
    return record;
}

std::vector<Case> apartCases()
{
    const char* home = "14 Willow Walk";
    const char* phone = "+44 20 7946 0321";
    return {
        {"twins",
         {person("a", "Luke Pemberton", "1988-04-17", home, "Derby", "DE1 2QQ"),
          person("b", "Mia Pemberton", "1988-04-17", home, "Derby", "DE1 2QQ")},
         Wanted::notOne},
        {"twins with one phone and e-mail",
         {with(person("a", "Luke Pemberton", "1988-04-17", home, "Derby", "DE1 2QQ"), "home@example.com", phone),
          with(person("b", "Oscar Pemberton", "1988-04-17", home, "Derby", "DE1 2QQ"), "home@example.com", phone)},
         Wanted::notOne},
        {"father and son of one name",
         {with(person("a", "Thomas Pemberton", "1951-03-02", home, "Derby", "DE1 2QQ"), "", phone),
          with(person("b", "Thomas Pemberton", "1984-11-19", home, "Derby", "DE1 2QQ"), "", phone)},
         Wanted::notOne},
        {"father and son of one name and mailbox",
         {with(person("a", "Thomas Pemberton", "1951-03-02"), "tom@example.com"),
          with(person("b", "Thomas Pemberton", "1984-11-19"), "tom@example.com")},
         Wanted::notOne},
        {"senior and junior",
         {with(person("a", "Thomas Pemberton sr", "", home, "Derby", "DE1 2QQ"), "tom@example.com"),
          with(person("b", "Thomas Pemberton jr", "", home, "Derby", "DE1 2QQ"), "tom@example.com")},
         Wanted::asked},
        {"a couple that shares an e-mail",
         {with(person("a", "Ruth Pemberton", "1970-01-20", home, "Derby", "DE1 2QQ"), "pembertons@example.com"),
          with(person("b", "Colin Pemberton", "1968-09-30", home, "Derby", "DE1 2QQ"), "pembertons@example.com")},
         Wanted::notOne},
        {"a couple, dates unknown",
         {with(person("a", "Ruth Pemberton"), "pembertons@example.com", phone),
          with(person("b", "Colin Pemberton"), "pembertons@example.com", phone)},
         Wanted::notOne},
        {"a family's phone",
         {with(person("a", "Ruth Pemberton"), "", phone), with(person("b", "Colin Pemberton"), "", phone)},
         Wanted::notOne},
        {"a number without a name", {with(person("a", "Ruth Pemberton"), "", phone), with(person("b", ""), "", phone)}, Wanted::notOne},
        {"colleagues at a switchboard",
         {with(person("a", "Ruth Pemberton", "", "1 Dock Road", "Exeter", "EX1 1AA"), "", phone),
          with(person("b", "Imran Qureshi", "", "1 Dock Road", "Exeter", "EX1 1AA"), "", phone)},
         Wanted::notOne},
        {"an office mailbox",
         {with(person("a", "Ruth Pemberton"), "info@example.com"), with(person("b", "R. Qureshi"), "info@example.com")},
         Wanted::notOne},
        {"two contracts",
         {withId(with(person("a", "Ruth Pemberton", "1970-01-20"), "ruth@example.com"), "contract", "K-1"),
          withId(with(person("b", "Ruth Pemberton", "1970-01-20"), "ruth@example.com"), "contract", "K-2")},
         Wanted::asked},
        {"namesakes in two towns",
         {person("a", "Mary Marsh", "1961-02-11", "3 Dock Road", "Exeter", "EX1 1AA"),
          person("b", "Mary Marsh", "1979-10-25", "9 Hill Rise", "Derby", "DE1 9ZZ")},
         Wanted::notOne},
        {"only the name", {person("a", "Ruth Pemberton"), person("b", "Ruth Pemberton")}, Wanted::notOne},
        {"only the birth date", {person("a", "Ruth Pemberton", "1970-01-20"), person("b", "Imran Qureshi", "1970-01-20")}, Wanted::notOne},
        {"sisters with names alike",
         {person("a", "Anna Pemberton", "1990-05-05", home, "Derby", "DE1 2QQ"),
          person("b", "Hanna Pemberton", "1993-08-21", home, "Derby", "DE1 2QQ")},
         Wanted::notOne},
    };
}

std::vector<Case> sameCases()
{
    const char* home = "14 Willow Walk";
    const auto ruth = [&](const char* id, const char* name = "Ruth Pemberton", const char* birth = "1970-01-20") {
        return person(id, name, birth, home, "Derby", "DE1 2QQ");
    };
    return {
        {"moved", {ruth("a"), person("b", "Ruth Pemberton", "1970-01-20", "9 Hill Rise", "Exeter", "EX1 1AA")}, Wanted::one},
        {"a married name",
         {with(ruth("a"), "ruth.p@example.com"), with(person("b", "Ruth Qureshi", "1970-01-20"), "ruth.p@example.com")},
         Wanted::one},
        {"day and month exchanged", {ruth("a", "Ruth Pemberton", "1970-03-04"), ruth("b", "Ruth Pemberton", "1970-04-03")}, Wanted::one},
        {"names the other way round", {ruth("a"), ruth("b", "Pemberton Ruth")}, Wanted::one},
        {"typing errors", {ruth("a"), ruth("b", "Ruht Pembertn")}, Wanted::one},
        {"a date mistyped", {ruth("a"), ruth("b", "Ruth Pemberton", "1970-01-29")}, Wanted::one},
        {"no date", {with(ruth("a"), "", "+44 20 7946 0321"), with(ruth("b", "Ruth Pemberton", ""), "", "020 7946 0321")}, Wanted::one},
        {"no given name", {with(ruth("a"), "ruth.p@example.com"), with(ruth("b", "Pemberton"), "ruth.p@example.com")}, Wanted::one},
        {"only an e-mail", {with(ruth("a"), "ruth.p@example.com"), with(person("b", ""), "Ruth.P@Example.com")}, Wanted::one},
        {"a short form",
         {with(person("a", "Elizabeth Pemberton"), "bp@example.com"), with(person("b", "Beth Pemberton"), "bp@example.com")},
         Wanted::one},
        {"a German short form",
         {person("a", "Friedrich Pemberton", "1970-01-20"), person("b", "Fritz Pemberton", "1970-01-20")},
         Wanted::one},
        {"umlauts",
         {person("a", "Jürgen Müller-Lüdenscheidt", "1970-01-20"), person("b", "Juergen Mueller-Luedenscheidt", "1970-01-20")},
         Wanted::one},
        {"another alphabet", {person("a", "Дмитрий Петренко", "1970-01-20"), person("b", "Dmitrij Petrenko", "1970-01-20")}, Wanted::one},
        {"titles, particles and order",
         {person("a", "van der Pemberton, Dr. Ruth", "1970-01-20"), person("b", "RUTH PEMBERTON", "1970-01-20")},
         Wanted::one},
        {"its id in the other system",
         {withId(person("a", "Ruth Pemberton"), "billing", "B-7"),
          [] {
              auto b = person("b", "R. Pemberton");
              b.key = {"billing", "B-7"};
              return b;
          }()},
         Wanted::one},
    };
}

} // namespace

class TestTraps : public QObject {
    Q_OBJECT

    static void look(const Case& trap, int townSize)
    {
        auto records = town(townSize);
        records.insert(records.end(), trap.records.begin(), trap.records.end());
        const Found found(records);
        const auto& a = trap.records[0].key;
        const auto& b = trap.records[1].key;
        const auto where = QString("%1, among %2").arg(trap.name).arg(townSize).toUtf8();
        QVERIFY2(found.together(a, b) == (trap.wanted == Wanted::one), where.constData());
        if (trap.wanted == Wanted::asked)
            QVERIFY2(found.asked("a", "b"), where.constData());
    }

private Q_SLOTS:
    void differentPeople()
    {
        for (const auto& trap : apartCases()) {
            for (const int size : {0, 40, 250})
                look(trap, size);
        }
    }

    void onePerson()
    {
        for (const auto& trap : sameCases()) {
            for (const int size : {0, 40, 250})
                look(trap, size);
        }
    }

    // A record that could be the father's or the son's joins neither.
    void fatherOrSon()
    {
        const char* home = "14 Willow Walk";
        const Found found({person("father", "Thomas Pemberton", "1951-03-02", home, "Derby", "DE1 2QQ"),
                           person("son", "Thomas Pemberton", "1984-11-19", home, "Derby", "DE1 2QQ"),
                           person("x", "Thomas Pemberton", "", home, "Derby", "DE1 2QQ")});
        QVERIFY(!found.together("x", "father"));
        QVERIFY(!found.together("x", "son"));
        QVERIFY(!found.together("father", "son"));
        QVERIFY(found.asked("x", "father"));
        QVERIFY(found.asked("x", "son"));
    }

    // An e-mail alone does not say which of the couple wrote.
    void eitherOfACouple()
    {
        const Found found({with(person("ruth", "Ruth Pemberton"), "pembertons@example.com"),
                           with(person("colin", "Colin Pemberton"), "pembertons@example.com"),
                           with(person("x", ""), "pembertons@example.com")});
        for (const char* one : {"ruth", "colin"})
            QVERIFY2(!found.together("x", one), one);
        QVERIFY(!found.together("ruth", "colin"));
    }

    // Nobody of the town is linked wrongly, and its second records are found.
    void theTownItself()
    {
        const auto records = town(420);
        const Found found(records);
        std::size_t pairs = 0;
        for (const auto& cluster : found.outcome().clusters) {
            for (const auto& key : cluster) {
                const auto number = [](const RecordKey& k) { return k.id.substr(1); };
                QVERIFY2(number(key) == number(cluster.front()), (key.id + " and " + cluster.front().id).c_str());
            }
            pairs += cluster.size() - 1;
        }
        QCOMPARE(pairs, std::size_t(60));
    }

    void orderChangesNothing()
    {
        auto records = town(120);
        for (const auto& trap : apartCases())
            records.insert(records.end(), trap.records.begin(), trap.records.end());
        for (std::size_t i = 0; i < records.size(); ++i)
            records[i].key.id += "-" + std::to_string(i);
        const auto first = Found(records).outcome();
        std::uint32_t state = 7;
        for (int round = 0; round < 4; ++round) {
            for (std::size_t i = records.size(); i > 1; --i) {
                state = state * 1664525U + 1013904223U;
                std::swap(records[i - 1], records[state % i]);
            }
            const auto again = Found(records).outcome();
            QVERIFY(again.clusters == first.clusters);
            QCOMPARE(again.reviews.size(), first.reviews.size());
        }
    }
};

QTEST_APPLESS_MAIN(TestTraps)
#include "test_traps.moc"
