#include "core/store/outbox_table.h"
#include "store_fixture.h"

using namespace foreword;
using namespace foreword::storetest;

class TestStoreOutbox : public QObject {
    Q_OBJECT

    static OutboxItem note(const std::string& key, const std::string& interaction = "7")
    {
        OutboxItem item;
        item.key = key;
        item.source = "helpdesk";
        item.interaction = interaction;
        item.seenStatus = InteractionStatus::pending;
        item.writtenAt = at("2026-11-27T10:00:00+01:00");
        item.text = "Called back.";
        return item;
    }

    static std::int64_t add(Fixture& fixture, const OutboxItem& item)
    {
        auto transaction = must(Transaction::write(fixture.writer()));
        const auto number = must(OutboxTable(fixture.writer()).add(item));
        must(transaction.commit());
        return number;
    }

    static std::vector<std::string> due(Fixture& fixture, const std::string& source = "helpdesk")
    {
        std::vector<std::string> keys;
        for (const auto& item : must(OutboxTable(fixture.writer()).due(source)))
            keys.push_back(item.key);
        return keys;
    }

    template <class Work>
    static void write(Fixture& fixture, Work work)
    {
        auto transaction = must(Transaction::write(fixture.writer()));
        OutboxTable outbox(fixture.writer());
        work(outbox);
        must(transaction.commit());
    }

private slots:
    void keepsWhatWasWritten()
    {
        Fixture fixture;
        const auto number = add(fixture, note("a"));
        const auto item = *must(OutboxTable(fixture.writer()).find("a"));
        QCOMPARE(item.number, number);
        QCOMPARE(item.source, std::string("helpdesk"));
        QCOMPARE(item.seenStatus, InteractionStatus::pending);
        QCOMPARE(item.writtenAt.toString(), std::string("2026-11-27T10:00:00+01:00"));
        QCOMPARE(item.text, std::string("Called back."));
        QCOMPARE(item.state, OutboxState::queued);
        QVERIFY(!item.attemptedAt && !item.error && !item.insisted);
        QVERIFY(!must(OutboxTable(fixture.writer()).find("b")));
        // A key is used once.
        auto transaction = must(Transaction::write(fixture.writer()));
        QVERIFY(!OutboxTable(fixture.writer()).add(note("a")));
    }

    void theFirstOfEachConversationIsDue()
    {
        Fixture fixture;
        const auto first = add(fixture, note("a"));
        add(fixture, note("b"));
        const auto other = add(fixture, note("c", "8"));
        QCOMPARE(due(fixture), (std::vector<std::string>{"a", "c"}));
        QVERIFY(due(fixture, "crm").empty());
        write(fixture, [&](OutboxTable& outbox) { must(outbox.setSent(first, "815")); });
        QCOMPARE(due(fixture), (std::vector<std::string>{"b", "c"}));
        // One that failed holds up its conversation until a person has looked.
        write(fixture, [&](OutboxTable& outbox) {
            must(outbox.setOutcome(other, OutboxState::failed, Error(ErrorCode::note_refused, {{"status", "403"}})));
        });
        add(fixture, note("d", "8"));
        QCOMPARE(due(fixture), (std::vector<std::string>{"b"}));
        const auto failed = *must(OutboxTable(fixture.writer()).find("c"));
        QVERIFY(failed.error == Error(ErrorCode::note_refused, {{"status", "403"}}));
        write(fixture, [&](OutboxTable& outbox) { must(outbox.insist(other)); });
        QCOMPARE(due(fixture), (std::vector<std::string>{"b", "c"}));
        QVERIFY(must(OutboxTable(fixture.writer()).find("c"))->insisted);
        write(fixture, [&](OutboxTable& outbox) { must(outbox.discard(other)); });
        QCOMPARE(due(fixture), (std::vector<std::string>{"b", "d"}));
    }

    void onlyOneMayClaim()
    {
        Fixture fixture;
        add(fixture, note("a"));
        const auto seen = *must(OutboxTable(fixture.writer()).find("a"));
        write(fixture, [&](OutboxTable& outbox) {
            QVERIFY(must(outbox.claim(seen, at("2026-11-27T10:01:00Z"))));
            QVERIFY(!must(outbox.claim(seen, at("2026-11-27T10:01:00Z"))));
        });
        const auto claimed = *must(OutboxTable(fixture.writer()).find("a"));
        QCOMPARE(claimed.state, OutboxState::sending);
        QCOMPARE(claimed.attempts, 1);
        QVERIFY(*claimed.attemptedAt == at("2026-11-27T10:01:00Z"));
        write(fixture, [&](OutboxTable& outbox) { QVERIFY(must(outbox.claim(claimed, at("2026-11-27T10:09:00Z")))); });
    }

    void whatWasSentIsNotKeptTwice()
    {
        Fixture fixture;
        const auto number = add(fixture, note("a"));
        write(fixture, [&](OutboxTable& outbox) { must(outbox.setSent(number, "815")); });
        const auto item = *must(OutboxTable(fixture.writer()).find("a"));
        QCOMPARE(item.state, OutboxState::sent);
        QCOMPARE(item.remoteId, std::string("815"));
        QVERIFY(item.text.empty());
    }
};

QTEST_GUILESS_MAIN(TestStoreOutbox)
#include "test_store_outbox.moc"
