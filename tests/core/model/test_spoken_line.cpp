// What views of a brief ask of a statement: who speaks in it, which day was meant, and whether the
// situation is one that is open.
#include <QtTest>

#include <algorithm>
#include <array>

#include "core/model/spoken_line.h"
#include "core/model/told_together.h"

using namespace foreword;

namespace {

struct Said {
    Sender sender;
    std::string name, text;
    std::uint32_t interaction = 0;
};

History historyOf(const std::vector<Said>& all)
{
    History history;
    history.interactions.resize(2);
    history.interactions[0].status = InteractionStatus::closed;
    for (const Said& said : all) {
        HistoryMessage message;
        message.key = {"desk", std::to_string(history.messages.size() + 1)};
        message.sender = said.sender;
        message.senderName = said.name;
        message.text = said.text;
        message.interaction = said.interaction;
        history.messages.push_back(std::move(message));
    }
    return history;
}

Citation whole(const History& history, std::size_t message)
{
    const HistoryMessage& m = history.messages[message];
    return *Citation::of(m.messageKey(), m.text, {0, static_cast<std::uint32_t>(m.text.size())});
}

// The parts as "arrow|text|number of the message".
std::vector<std::string> partsOf(const History& history, const Statement& statement)
{
    const CitedMessages cited(history);
    std::vector<std::string> parts;
    for (const SpokenPart& part : spokenLine(cited, statement).parts)
        parts.push_back(std::string(part.arrow) + "|" + std::string(part.text) + "|" + (part.said ? part.said->key.id : ""));
    return parts;
}

using Parts = std::vector<std::string>;

} // namespace

class SpokenLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTelephoneNumberIsNoDay()
    {
        const History history = historyOf({{Sender::customer, "Ada", "Please call me (07700 900456)"}});
        const CitedMessages cited(history);
        QVERIFY(spokenLine(cited, Statement("Please call me (07700 900456)", whole(history, 0))).days.empty());
        QCOMPARE(spokenLine(cited, Statement("Please call me (2026-03-02)", whole(history, 0))).days, std::string_view("(2026-03-02)"));
    }

    void behindAnArrowAnotherSpeaks()
    {
        const History history = historyOf({{Sender::customer, "Ada", "The lamp in the hall is dark."},
                                           {Sender::agent, "Kim", "Sorry!\nWe have changed  the fuse. A new lamp is on its way to you."},
                                           {Sender::customer, "", "It is bright again, thank you."}});
        const auto part = [&](std::size_t message, std::string_view words) {
            const HistoryMessage& m = history.messages[message];
            const auto start = static_cast<std::uint32_t>(m.text.find(words));
            return *Citation::of(m.messageKey(), m.text, {start, start + static_cast<std::uint32_t>(words.size())});
        };
        const Statement line("The lamp in the hall is dark. → We have changed the fuse. A new lamp is on its way to you. ← It is bright "
                             "again, thank you. (2×, 2026-03-02 – 2026-03-05)",
                             whole(history, 0),
                             {part(1, "We have changed  the fuse."), part(1, "A new lamp is on its way to you."), whole(history, 2)});
        QCOMPARE(partsOf(history, line),
                 (Parts{"|The lamp in the hall is dark.|1", "→|We have changed the fuse. A new lamp is on its way to you.|2",
                        "←|It is bright again, thank you.|3"}));
        const CitedMessages cited(history);
        QCOMPARE(std::string(spokenLine(cited, line).days), std::string("(2×, 2026-03-02 – 2026-03-05)"));
    }

    void aShortPartIsToldFromTheNext()
    {
        const History history =
            historyOf({{Sender::customer, "", "Is it done?"}, {Sender::system, "", "Done."}, {Sender::customer, "", "Great."}});
        const Statement line("Is it done? → Done. ← Great. (2026-03-02)", whole(history, 0), {whole(history, 1), whole(history, 2)});
        QCOMPARE(partsOf(history, line), (Parts{"|Is it done?|1", "→|Done.|2", "←|Great.|3"}));
    }

    // The first sentence of an answer may be a word.
    void aShortSentenceIsFollowedByMore()
    {
        const History history = historyOf({{Sender::customer, "", "Is it done?"}, {Sender::agent, "Kim", "Ada: Yes! All of it works."}});
        const HistoryMessage& answer = history.messages[1];
        const auto of = [&](std::uint32_t start, std::uint32_t end) {
            return *Citation::of(answer.messageKey(), answer.text, {start, end});
        };
        const Statement line("Is it done? → Yes! All of it works. (2026-03-02)", whole(history, 0), {of(5, 9), of(10, 26)});
        QCOMPARE(partsOf(history, line), (Parts{"|Is it done?|1", "→|Yes! All of it works.|2"}));
    }

    void anAnswerByItself()
    {
        const History history = historyOf({{Sender::bot, "Kit", "The shop opens at nine."}});
        QCOMPARE(partsOf(history, {"→ The shop opens at nine.", whole(history, 0)}), (Parts{"→|The shop opens at nine.|1"}));
    }

    // Menus are written so.
    void anArrowOfTheirOwnIsALetter()
    {
        const History history = historyOf({{Sender::customer, "", "I went to Settings → Network → Reset (12)."},
                                           {Sender::agent, "", "Reset it once more."},
                                           {Sender::customer, "", "Network is back."}});
        const Statement alone("I went to Settings → Network → Reset (12).", whole(history, 0));
        QCOMPARE(partsOf(history, alone), (Parts{"|I went to Settings → Network → Reset (12).|1"}));
        QVERIFY(spokenLine(CitedMessages(history), alone).days.empty());
        const Statement answered("I went to Settings → Network → Reset (12). → Reset it once more. ← Network is back. (2026-03-02)",
                                 whole(history, 0), {whole(history, 1), whole(history, 2)});
        QCOMPARE(partsOf(history, answered),
                 (Parts{"|I went to Settings → Network → Reset (12).|1", "→|Reset it once more.|2", "←|Network is back.|3"}));
    }

    void whatIsNotThereSaysNothing()
    {
        const History history = historyOf({{Sender::customer, "", "Hello."}, {Sender::agent, "", "Hello to you."}});
        const Statement line("Hello. → Hello to you.", whole(history, 0), {whole(history, 1)});
        QCOMPARE(partsOf({}, line), (Parts{"|Hello. → Hello to you.|"}));
        History without = history;
        without.messages[0].interaction = 7; // of no conversation
        QVERIFY(!CitedMessages(without).messageOf(line));
        QVERIFY(CitedMessages(history).messageOf(line) == &history.messages[0]);
    }

    void anotherName_data()
    {
        QTest::addColumn<QString>("sender");
        QTest::addColumn<bool>("another");
        const auto row = [](const char* sender, bool another) { QTest::newRow(sender) << QString::fromUtf8(sender) << another; };
        row("", false);
        row("Maria Hoffmann", false);
        row("Hoffmann, Maria", false);
        row("Maria", false);
        row("Bev", true);
        row("Bev Hoffmann", true);
        row("Mari", true);
        row("-", false);
    }

    void anotherName()
    {
        QFETCH(QString, sender);
        HistoryMessage message;
        message.senderName = sender.toStdString();
        QTEST(speaksAsAnother(message, "Maria Hoffmann"), "another");
    }

    void whatTheSituationIsOf()
    {
        const History history = historyOf({{Sender::customer, "", "Dark.", 0}, {Sender::customer, "", "Cold.", 1}});
        const CitedMessages cited(history);
        Brief brief;
        brief.situation = {{"Dark.", whole(history, 0)}};
        QVERIFY(situationOf(cited, brief) == SituationOf::lastMatter);
        brief.promised = {{{"a call", whole(history, 0)}, PromiseStatus::kept, {}, {}}};
        QVERIFY(situationOf(cited, brief) == SituationOf::lastMatter);
        for (const PromiseStatus owed : {PromiseStatus::due, PromiseStatus::open, PromiseStatus::missed}) {
            brief.promised[0].status = owed;
            QVERIFY(situationOf(cited, brief) == SituationOf::lastMatterStillOwed);
        }
        brief.situation.emplace_back("Cold.", whole(history, 1));
        QVERIFY(situationOf(cited, brief) == SituationOf::openMatter);
    }

    void whichDayWasMeant()
    {
        const History history = historyOf({{Sender::customer, "", "Thursday"}});
        const auto day = [&](FactKind kind, std::string value, std::string words) {
            const ToldFact fact{{"Thursday", whole(history, 0)}, kind, std::move(value), std::move(words), {}};
            const SaidDay said = saidDay(fact);
            return std::string(said.said) + "|" + std::string(said.day);
        };
        QCOMPARE(day(FactKind::dateOrTime, "2026-11-05", "Thursday (2026-11-05)"), std::string("Thursday|2026-11-05"));
        QCOMPARE(day(FactKind::dateOrTime, "2026-11-05", "2026-11-05"), std::string("2026-11-05|"));
        QCOMPARE(day(FactKind::dateOrTime, "16:00", "after 16:00"), std::string("after 16:00|"));
        QCOMPARE(day(FactKind::placeOrRoute, "leeds", "Leeds (leeds)"), std::string("Leeds (leeds)|"));
        QCOMPARE(day(FactKind::otherFact, "", "by post ()"), std::string("by post ()|"));
    }
};

QTEST_APPLESS_MAIN(SpokenLineTest)
#include "test_spoken_line.moc"
