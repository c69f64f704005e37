// The note about the conversation at hand: which one that is, and what it says of it.
#include <set>

#include "core/brief/brief_maker.h"
#include "core/brief/wrap_up.h"
#include "tests/core/annotate/reading.h"

using namespace foreword;
using namespace foreword::test;

namespace {

History twoMatters()
{
    History history;
    history.interactions.push_back(interaction("old", "2026-01-10T09:00:00Z", "2026-01-12T09:00:00Z"));
    history.interactions.push_back(interaction("now", "2026-03-02T10:00:00Z"));
    history.messages = messages({
        {Sender::customer, "The invoice for December is missing from my account.", "2026-01-10T09:00:00Z", 0},
        {Sender::agent, "I've sent the invoice to you.", "2026-01-11T09:00:00Z", 0},
        {Sender::customer, "Our boiler has lost pressure again. I already reset it twice.", "2026-03-02T10:00:00Z", 1},
        {Sender::agent, "I have sent you the new valve. We'll call you back tomorrow.", "2026-03-02T12:00:00Z", 1},
    });
    annotateAll(history.messages);
    return history;
}

const HistoryMessage& messageOf(const History& history, const Statement& statement)
{
    return *std::ranges::find(history.messages, statement.citations().front().message(), &HistoryMessage::messageKey);
}

} // namespace

class WrapUpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatBelongsToTheConversation()
    {
        const History history = twoMatters();
        const WrapUp note = wrapUpOf(history, makeBrief(history, time("2026-03-02T13:00:00Z")));
        QCOMPARE(note.interaction.value(), 1U);
        QVERIFY(!note.situation.empty() && !note.done.empty() && !note.promised.empty());
        for (const auto* part : {&note.situation, &note.done}) {
            for (const Statement& statement : *part)
                QCOMPARE(messageOf(history, statement).interaction, 1U);
        }
        QVERIFY(std::ranges::any_of(note.done, [](const Statement& s) { return s.text().find("reset it twice") != std::string::npos; }));
        QVERIFY(std::ranges::any_of(note.done,
                                    [](const Statement& s) { return s.text().find("sent you the new valve") != std::string::npos; }));
        QVERIFY(note.promised.front().statement.text().find("call you back") != std::string::npos);
    }

    void aStepIsNotTheSituationToo()
    {
        const History history = twoMatters();
        const WrapUp note = wrapUpOf(history, makeBrief(history, time("2026-03-02T13:00:00Z")));
        QVERIFY(std::ranges::none_of(note.situation, [](const Statement& s) { return s.text().find("reset it") != std::string::npos; }));
        QVERIFY(
            std::ranges::any_of(note.situation, [](const Statement& s) { return s.text().find("lost pressure") != std::string::npos; }));
    }

    void saysEachThingOnce()
    {
        const History history = twoMatters();
        const WrapUp note = wrapUpOf(history, makeBrief(history, time("2026-03-02T13:00:00Z")));
        std::set<Citation> seen;
        for (const auto* part : {&note.situation, &note.done}) {
            for (const Statement& statement : *part)
                QVERIFY2(seen.insert(statement.citations().front()).second, statement.text().c_str());
        }
    }

    void theOneUnderWayComesBeforeANewerOneThatIsOver()
    {
        History history = twoMatters();
        history.interactions[0].status = InteractionStatus::pending;
        history.interactions[0].closedAt.reset();
        QCOMPARE(wrapUpOf(history, {}).interaction.value(), 1U);
        history.interactions[1].status = InteractionStatus::closed;
        QCOMPARE(wrapUpOf(history, {}).interaction.value(), 0U);
        history.interactions[0].status = InteractionStatus::closed;
        QCOMPARE(wrapUpOf(history, {}).interaction.value(), 1U);
    }

    void nobodyHasNone() { QVERIFY(!wrapUpOf({}, {}).interaction); }
};

QTEST_APPLESS_MAIN(WrapUpTest)
#include "test_wrap_up.moc"
