#include <algorithm>
#include <random>

#include "store_fixture.h"

using namespace foreword;
using namespace foreword::storetest;

class TestStoreQueue : public QObject {
    Q_OBJECT

private:
    static std::string listed(Fixture& fixture, const std::string& asOf = "2026-03-20T00:00:00Z", int limit = 100)
    {
        std::string text;
        for (const auto& row : must(readQueue(fixture.writer(), at(asOf), limit)))
            text += row.displayName + "/" + row.interaction.id + (row.waiting ? "! " : " ");
        return text;
    }

    static void open(Fixture& fixture, const std::string& id, const std::string& customerId, const std::string& opened,
                     InteractionStatus status = InteractionStatus::open)
    {
        auto record = interaction(id, customerId, opened);
        record.status = status;
        fixture.put(record);
    }

    static void say(Fixture& fixture, const std::string& id, const std::string& interactionId, const std::string& time, Sender sender,
                    Visibility visibility = Visibility::visible)
    {
        auto record = message(id, interactionId, "words", time, sender);
        record.visibility = visibility;
        fixture.put(record);
    }

private slots:
    void waitingIsWhenTheCustomerSpokeLast()
    {
        Fixture fixture;
        for (const char* id : {"A", "B", "C", "D", "E", "F", "G"})
            fixture.person(id, id);
        open(fixture, "a", "A", "2026-03-01T00:00:00Z"); // the customer spoke last
        say(fixture, "a1", "a", "2026-03-05T00:00:00Z", Sender::agent);
        say(fixture, "a2", "a", "2026-03-06T00:00:00Z", Sender::customer);
        open(fixture, "b", "B", "2026-03-02T00:00:00Z"); // the agent did
        say(fixture, "b1", "b", "2026-03-07T00:00:00Z", Sender::customer);
        say(fixture, "b2", "b", "2026-03-08T00:00:00Z", Sender::agent);
        open(fixture, "c", "C", "2026-03-03T00:00:00Z", InteractionStatus::pending); // nobody yet
        open(fixture, "d", "D", "2026-03-04T00:00:00Z"); // bot, system and internal notes do not answer
        say(fixture, "d1", "d", "2026-03-09T00:00:00Z", Sender::customer);
        say(fixture, "d2", "d", "2026-03-10T00:00:00Z", Sender::bot);
        say(fixture, "d3", "d", "2026-03-11T00:00:00Z", Sender::system);
        say(fixture, "d4", "d", "2026-03-12T00:00:00Z", Sender::agent, Visibility::internal);
        open(fixture, "e", "E", "2026-03-13T00:00:00Z", InteractionStatus::resolved); // done
        say(fixture, "e1", "e", "2026-03-14T00:00:00Z", Sender::customer);
        open(fixture, "f", "F", "2026-03-15T00:00:00Z", InteractionStatus::closed);
        open(fixture, "g", "G", "2026-03-16T00:00:00Z"); // only a bot has said something
        say(fixture, "g1", "g", "2026-03-16T00:00:00Z", Sender::bot);
        QCOMPARE(listed(fixture), std::string("D/d! A/a! C/c! G/g F/f E/e B/b "));
    }

    // A short queue is found from the newest words backwards, a long one by asking each open
    // interaction: the short one is the beginning of the long one.
    void aShortQueueIsTheBeginningOfALongOne()
    {
        Fixture fixture;
        constexpr int persons = 12;
        for (int i = 0; i < persons; ++i)
            fixture.person("P" + std::to_string(i), "P" + std::to_string(i));
        std::mt19937 random(5);
        const auto time = [&](int days) {
            const auto day = std::to_string(10 + random() % static_cast<unsigned>(days));
            return "2026-03-" + day + "T0" + std::to_string(random() % 3) + ":00:00Z";
        };
        for (int i = 0; i < 60; ++i) {
            const auto id = "i" + std::to_string(i);
            open(fixture, id, "P" + std::to_string(random() % persons), time(4), static_cast<InteractionStatus>(random() % 4));
            for (auto said = random() % 4; said > 0; --said)
                say(fixture, id + "m" + std::to_string(said), id, time(9), static_cast<Sender>(random() % 4),
                    random() % 5 == 0 ? Visibility::internal : Visibility::visible);
        }
        for (const char* asOf : {"2026-03-12T00:00:00Z", "2026-03-16T00:00:00Z", "2026-03-25T00:00:00Z"}) {
            const auto all = listed(fixture, asOf);
            QVERIFY(all.find('!') != std::string::npos);
            for (int limit = 1; limit <= persons; ++limit) {
                const auto beginning = listed(fixture, asOf, limit);
                QVERIFY2(all.starts_with(beginning),
                         qPrintable(QStringLiteral("%1: %2 of %3").arg(limit).arg(beginning.c_str(), all.c_str())));
                QCOMPARE(std::ranges::count(beginning, ' '), std::min<std::ptrdiff_t>(limit, std::ranges::count(all, ' ')));
            }
        }
    }

    void thereIsOneLineAPerson()
    {
        Fixture fixture;
        fixture.person("A", "A");
        fixture.person("B", "B");
        open(fixture, "a1", "A", "2026-03-01T00:00:00Z");
        say(fixture, "1", "a1", "2026-03-02T00:00:00Z", Sender::customer);
        open(fixture, "a2", "A", "2026-03-03T00:00:00Z");
        say(fixture, "2", "a2", "2026-03-04T00:00:00Z", Sender::customer);
        open(fixture, "a3", "A", "2026-03-05T00:00:00Z"); // newest, but answered
        say(fixture, "3", "a3", "2026-03-06T00:00:00Z", Sender::agent);
        open(fixture, "b1", "B", "2026-03-07T00:00:00Z", InteractionStatus::closed);
        say(fixture, "4", "b1", "2026-03-07T00:00:00Z", Sender::agent);
        open(fixture, "b2", "B", "2026-03-08T00:00:00Z", InteractionStatus::closed); // opened later
        QCOMPARE(listed(fixture), std::string("A/a2! B/b2 "));
        QCOMPARE(listed(fixture, "2026-03-20T00:00:00Z", 1), std::string("A/a2! "));
        QCOMPARE(listed(fixture, "2026-03-20T00:00:00Z", 0), std::string());
        QCOMPARE(listed(fixture, "2026-03-20T00:00:00Z", -5), std::string());
    }

    void theFutureIsNotThereYet()
    {
        Fixture fixture;
        fixture.person("A", "A");
        fixture.person("B", "B");
        open(fixture, "a", "A", "2026-03-01T00:00:00Z");
        say(fixture, "1", "a", "2026-03-02T00:00:00Z", Sender::customer);
        say(fixture, "2", "a", "2026-03-03T00:00:00Z", Sender::agent);
        open(fixture, "b", "B", "2026-03-04T00:00:00Z");
        say(fixture, "3", "b", "2026-03-04T00:00:00Z", Sender::agent);
        QCOMPARE(listed(fixture, "2026-02-28T00:00:00Z"), std::string());
        QCOMPARE(listed(fixture, "2026-03-01T12:00:00Z"), std::string("A/a! "));
        QCOMPARE(listed(fixture, "2026-03-02T00:00:00Z"), std::string("A/a! "));
        QCOMPARE(listed(fixture, "2026-03-03T00:00:00Z"), std::string("A/a "));
        QCOMPARE(listed(fixture, "2026-03-05T00:00:00Z"), std::string("B/b A/a "));
    }

    void saysSinceWhenAndWhat()
    {
        Fixture fixture;
        const auto a = fixture.person("A", "A");
        fixture.person("B", "B");
        auto record = interaction("a", "A", "2026-03-01T00:00:00+01:00");
        record.channel = Channel::phone;
        fixture.put(record);
        open(fixture, "b", "B", "2026-03-02T00:00:00+02:00", InteractionStatus::closed);
        say(fixture, "1", "a", "2026-03-03T09:00:00+01:00", Sender::customer);
        const auto rows = must(readQueue(fixture.writer(), at("2026-03-20T00:00:00Z"), 10));
        QCOMPARE(rows.size(), std::size_t{2});
        QCOMPARE(rows[0].person, a);
        QCOMPARE(rows[0].since.toString(), std::string("2026-03-03T09:00:00+01:00"));
        QCOMPARE(rows[0].subject, std::string("Subject of a"));
        QCOMPARE(rows[0].channel, Channel::phone);
        QVERIFY(rows[0].interaction == (RecordKey{"helpdesk", "a"}));
        QVERIFY(rows[0].hasMessages);
        QCOMPARE(rows[1].since.toString(), std::string("2026-03-02T00:00:00+02:00"));
        QVERIFY(!rows[1].hasMessages);
        QVERIFY(!rows[1].waiting);
    }

    void manyAreCutToTheNewest()
    {
        Fixture fixture;
        for (int i = 10; i < 30; ++i) {
            const auto name = std::to_string(i);
            fixture.person(name, name);
            open(fixture, "i" + name, name, "2026-03-01T00:00:" + name + "Z", InteractionStatus::closed);
            if (i % 2 == 0)
                say(fixture, "m" + name, "i" + name, "2026-03-01T00:00:" + name + "Z", Sender::agent);
        }
        QCOMPARE(listed(fixture, "2026-03-20T00:00:00Z", 5), std::string("29/i29 28/i28 27/i27 26/i26 25/i25 "));
    }

    void strangersAreNotListed()
    {
        Fixture fixture;
        open(fixture, "a", "nobody", "2026-03-01T00:00:00Z");
        say(fixture, "1", "a", "2026-03-02T00:00:00Z", Sender::customer);
        fixture.put(customer("B", "not linked"));
        open(fixture, "b", "B", "2026-03-01T00:00:00Z");
        say(fixture, "2", "c", "2026-03-02T00:00:00Z", Sender::customer);
        QCOMPARE(listed(fixture), std::string());
    }
};

QTEST_GUILESS_MAIN(TestStoreQueue)
#include "test_store_queue.moc"
