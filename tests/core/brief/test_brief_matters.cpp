// What matters of a brief have to do with each other, what was told in which sentence, and how
// closed ones ended.
#include <QtTest>

#include "core/brief/brief_maker.h"
#include "core/model/told_together.h"
#include "tests/core/annotate/reading.h"

using namespace foreword;
using namespace foreword::test;

class BriefMattersTest : public QObject {
    Q_OBJECT

private slots:
    void factsStandInTheirSentence();
    void circumstancesHoldForAWhile();
    void earlierMattersOfTheFault();
    void notesToColleagues();
    void whereItStands();
    void whatIsAskedIsTold();
    void whatWasAskedOpensTheLine();
    void owedFromAnEarlierMatter();
    void howAMatterEnded_data();
    void howAMatterEnded();
};

// Of a bare value nobody knows what it is of; facts of one sentence are told together.
void BriefMattersTest::factsStandInTheirSentence()
{
    const Brief brief =
        makeBrief(test::history({customer("I'd like to lend my line to a colleague for 2 weeks, it costs 12 euros. FX-20931."),
                                 agent("What is the serial number?"), customer("FX-20931")}),
                  time("2026-03-02T12:00:00Z"));
    const auto groups = toldTogether(brief.told);
    QCOMPARE(groups.size(), std::size_t(2));
    QCOMPARE(groups[0].size(), std::size_t(2));
    QCOMPARE(groups[0].front().sentence, std::string("I'd like to lend my line to a colleague for 2 weeks, it costs 12 euros."));
    QVERIFY(groups[0].front().statement.text().ends_with(": " + groups[0].front().sentence));
    QVERIFY(groups[0].front().statement.citations().front().span().length() < 10);
    QCOMPARE(groups[1].front().words, std::string("FX-20931"));
    QVERIFY(groups[1].front().sentence.empty());
    QCOMPARE(groups[1].front().statement.citations().size(), std::size_t(2)); // again in another message
}

// How somebody lives holds in their next matter for a while, what they bought then does not.
void BriefMattersTest::circumstancesHoldForAWhile()
{
    History history;
    history.interactions = {interaction("old", "2026-02-02T10:00:00Z", "2026-02-03T10:00:00Z"), interaction("now", "2026-03-02T10:00:00Z")};
    history.messages = messages({{Sender::customer, "I lost my job. The lamp cost 40 euros.", "2026-02-02T10:00:00Z", 0},
                                 {Sender::customer, "It drops again.", "2026-03-02T10:00:00Z", 1}});
    annotateAll(history.messages);
    const auto told = [&](const char* asOf) {
        std::string all;
        for (const ToldFact& fact : makeBrief(history, time(asOf)).told)
            all += fact.words + ";";
        return all;
    };
    QCOMPARE(told("2026-03-02T12:00:00Z"), std::string("lost my job;"));
    QCOMPARE(told("2026-05-12T12:00:00Z"), std::string());
}

// What was tried and told before of the fault that is open now, by its number; not what was tried of another.
void BriefMattersTest::earlierMattersOfTheFault()
{
    const auto brief = [](const char* subject, std::vector<std::string> tags) {
        History history;
        history.interactions = {interaction("old", "2026-02-02T10:00:00Z", "2026-02-03T10:00:00Z"),
                                interaction("now", "2026-03-02T10:00:00Z")};
        history.interactions[0].subject = "No signal (fault F-60418)";
        history.interactions[1].subject = subject;
        history.interactions[1].tags = std::move(tags);
        history.messages = messages({{Sender::customer, "I restarted the router twice, see case A-77120.", "2026-02-02T10:00:00Z", 0},
                                     {Sender::customer, "It drops again.", "2026-03-02T10:00:00Z", 1}});
        annotateAll(history.messages);
        return makeBrief(history, time("2026-03-02T12:00:00Z"));
    };
    const Brief same = brief("Again F 60418", {});
    QCOMPARE(same.tried.size(), std::size_t(1));
    QCOMPARE(same.tried.front().text(), std::string("I restarted the router twice, see case A-77120."));
    QVERIFY(!same.told.empty());
    QCOMPARE(brief("It drops", {"F-60418"}).tried.size(), std::size_t(1));
    const Brief other = brief("Fault F-60419", {});
    QVERIFY(other.tried.empty());
    QVERIFY(other.told.empty());
}

// What colleagues were told says how the matter stands.
void BriefMattersTest::notesToColleagues()
{
    const auto last = [](const std::vector<Line>& lines, std::size_t internal) {
        History history = test::history(lines);
        history.messages[internal].visibility = Visibility::internal;
        annotateAll(history.messages);
        return makeBrief(history, time("2026-03-02T12:00:00Z")).situation.back().text();
    };
    const Line dark = customer("The lamp in the hall is dark.");
    const Line fuse = agent("The bulb in that lamp needs a new fuse.");
    const Line note = agent("Not answered yet, needs the manager today.");
    QCOMPARE(last({dark, fuse, note}, 2), std::string("→ Not answered yet, needs the manager today. (2026-03-02)"));
    QCOMPARE(last({dark, note, fuse}, 1), std::string("→ The bulb in that lamp needs a new fuse. (2026-03-02)"));
    // One from before our answer is still told, in its place.
    History history = test::history({dark, note, fuse});
    history.messages[1].visibility = Visibility::internal;
    annotateAll(history.messages);
    const Brief brief = makeBrief(history, time("2026-03-02T12:00:00Z"));
    QCOMPARE(brief.situation.size(), std::size_t(3));
    QCOMPARE(brief.situation[1].text(), std::string("→ Not answered yet, needs the manager today. (2026-03-02)"));
}

// The last word of either side, what we did before it, and what was answered to the same number elsewhere.
void BriefMattersTest::whereItStands()
{
    const auto situation = [](const std::vector<Line>& lines, const char* earlier) {
        History history;
        history.interactions = {interaction("old", "2026-02-02T10:00:00Z", "2026-02-03T10:00:00Z"),
                                interaction("now", "2026-03-02T10:00:00Z")};
        history.interactions[0].subject = earlier;
        history.interactions[1].subject = "Order ORD-804417";
        history.messages = messages(lines);
        annotateAll(history.messages);
        std::vector<std::string> told;
        for (const Statement& statement : makeBrief(history, time("2026-03-04T12:00:00Z")).situation)
            told.push_back(statement.text());
        return told;
    };
    const Line before{Sender::customer, "Where is my lamp with the green shade?", "2026-02-02T10:00:00Z", 0};
    const Line answered{Sender::agent, "The label got wet and the lamp went back to our warehouse.", "2026-02-02T11:00:00Z", 0};
    const Line asks{Sender::customer, "Please tell me whether my lamp has a new order number now.", "2026-03-02T10:00:00Z", 1};
    const std::string elsewhere = "→ The label got wet and the lamp went back to our warehouse. (2026-02-02)";
    QCOMPARE(situation({before, answered, asks}, "Order ORD-804417").back(), elsewhere);
    QCOMPARE(situation({before, answered, asks}, "Order ORD-999999").size(), std::size_t(1));
    const Line ours{Sender::agent, "Your lamp has no other number.", "2026-03-02T11:00:00Z", 1};
    const auto own = situation({before, answered, asks, ours}, "Order ORD-804417");
    QVERIFY(std::ranges::find(own, elsewhere) == own.end());

    const Line did{Sender::agent, "We have cancelled the old label at the depot.", "2026-03-02T11:00:00Z", 1};
    const Line said{Sender::agent, "The new label is printed by the branch in Leeds this week.", "2026-03-03T11:00:00Z", 1};
    const Line last{Sender::customer, "Changed it.", "2026-03-04T10:00:00Z", 1};
    const auto all = situation({asks, did, said, last}, "");
    QCOMPARE(all,
             (std::vector<std::string>{"Please tell me whether my lamp has a new order number now. (2026-03-02)",
                                       "→ We have cancelled the old label at the depot. (2026-03-02)",
                                       "→ The new label is printed by the branch in Leeds this week. (2026-03-03)",
                                       "Changed it. (2026-03-04)"}));
    const Line promised{Sender::agent, "We will send you the new label tomorrow.", "2026-03-03T12:00:00Z", 1};
    const auto only = situation({asks, did, said, promised}, "");
    QCOMPARE(only.back(), std::string("→ We will send you the new label tomorrow. (2026-03-03)"));
}

// What is asked for is told though other sentences weigh more; an aside is not, where enough is said.
void BriefMattersTest::whatIsAskedIsTold()
{
    const auto situation = [](const char* text) {
        std::string told;
        for (const Statement& statement : makeBrief(test::history({customer(text)}), time("2026-03-02T12:00:00Z")).situation)
            told += statement.text() + "|";
        return QString::fromStdString(told);
    };
    const QString asked = situation(
        "The brass lamp in the hall has been dark since the feast of our choir last week. The fitter of your branch in Leeds "
        "said on the phone that the fuse of the lamp was broken. The new bulb that your driver brought on Thursday does not "
        "fit the lamp in the hall. My neighbour has the same lamp with a green shade and it works for him. Please send us the right fuse for it by post this week.");
    QVERIFY2(asked.contains("Please send us the right fuse"), qPrintable(asked));
    const QString aside =
        situation("The brass lamp in the hall has been dark since the feast of our choir last week. The fitter of your branch in Leeds "
                  "said on the phone that the fuse of the lamp was broken. The new bulb that your driver brought on Thursday does not "
                  "fit the lamp in the hall. Wilma Farrow");
    QVERIFY2(!aside.contains("Wilma"), qPrintable(aside));
}

// A closed matter is told by what was asked, not by how it came, and not cut off from what was signalled.
void BriefMattersTest::whatWasAskedOpensTheLine()
{
    const auto line = [](const char* subject, const char* text) {
        History history;
        history.interactions = {interaction("old", "2026-02-02T10:00:00Z", "2026-02-03T10:00:00Z"),
                                interaction("now", "2026-03-02T10:00:00Z")};
        history.interactions[0].subject = subject;
        history.messages = messages({{Sender::customer, text, "2026-02-02T10:00:00Z", 0},
                                     {Sender::customer, "The lamp in the hall is dark.", "2026-03-02T10:00:00Z", 1}});
        annotateAll(history.messages);
        return makeBrief(history, time("2026-03-02T12:00:00Z")).history.front().text();
    };
    QCOMPARE(line("", "We had forty guests in the garden for the summer feast of the choir. Can you tell me what the second lamp costs?"),
             std::string("Can you tell me what the second lamp costs? (2026-02-02)"));
    QCOMPARE(line("", "The old lamp stood in my study for a good many years. Please stop sending me your offers."),
             std::string("Please stop sending me your offers. (2026-02-02)"));
}

void BriefMattersTest::owedFromAnEarlierMatter()
{
    const auto promised = [](const char* subject) {
        History history;
        history.interactions = {interaction("old", "2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z"),
                                interaction("now", "2026-03-05T10:00:00Z")};
        history.interactions[0].subject = "Order QX-2203";
        history.interactions[1].subject = subject;
        history.messages = messages({{Sender::customer, "The lamp never came.", "2026-03-02T10:00:00Z", 0},
                                     {Sender::agent, "I need to get them to send it out again.", "2026-03-02T10:10:00Z", 0},
                                     {Sender::customer, "Is there any news?", "2026-03-05T10:00:00Z", 1}});
        annotateAll(history.messages);
        return makeBrief(history, time("2026-03-05T12:00:00Z")).promised.size();
    };
    QCOMPARE(promised("Re: QX-2203"), std::size_t(1));
    QCOMPARE(promised("Invoice"), std::size_t(0));
}

void BriefMattersTest::howAMatterEnded_data()
{
    QTest::addColumn<QStringList>("later"); // after "The lamp in the hall is dark."
    QTest::addColumn<QString>("end");       // empty: nothing is said of it
    const auto row = [](const char* name, const QStringList& later, const char* end) { QTest::newRow(name) << later << end; };
    row("answered", {"a:The bulb in that lamp needs a new fuse."}, "The bulb in that lamp needs a new fuse.");
    row("it works now", {"a:The bulb in that lamp needs a new fuse.", "c:It works now, the hall is bright."},
        "The bulb in that lamp needs a new fuse. ← It works now, the hall is bright.");
    row("thanked", {"a:The bulb in that lamp needs a new fuse.", "c:Thank you!"}, "The bulb in that lamp needs a new fuse.");
    row("good wishes last", {"a:The bulb in that lamp needs a new fuse.", "c:Thank you!", "a:Lovely, have a good day."},
        "The bulb in that lamp needs a new fuse.");
    row("thanks from us last",
        {"a:The bulb in that lamp needs a new fuse.", "c:Found one in the cellar.", "a:Brilliant news, thank you for telling us."},
        "The bulb in that lamp needs a new fuse.");
    row("came", {"a:Your replacement will arrive by Friday 6 March.", "c:The replacement arrived this morning."},
        "Your replacement will arrive by Friday 6 March. ← The replacement arrived this morning.");
    row("delivered", {"a:Your replacement will arrive by Friday 6 March.", "s:Your parcel has been delivered to your neighbour."},
        "Your replacement will arrive by Friday 6 March. → Your parcel has been delivered to your neighbour.");
    row("promised last", {"a:The hall has old wiring.", "c:So what now?", "a:We will send you a new lamp by Friday 6 March."},
        "We will send you a new lamp by Friday 6 March.");
    row("promised beside", {"a:The hall has old wiring. We will send you a new lamp by Friday 6 March. The old one is safe to keep."},
        "The hall has old wiring. The old one is safe to keep.");
    row("done, said behind",
        {"a:These bulbs are never easy to find in any of our shops. The old catalogue of the branch in Leeds is no help at all with "
         "them. We have replaced the fuse in your lamp."},
        "These bulbs are never easy to find in any of our shops. We have replaced the fuse in your lamp.");
    row("works, then leave", {"c:Thank you, it works now.", "a:Keep the old bulb away from the stove in the hall."},
        "← Thank you, it works now.");
    row("thanked before", {"c:Thank you for looking.", "a:The bulb in that lamp needs a new fuse."},
        "The bulb in that lamp needs a new fuse.");
    row("only asked", {"a:Which lamp in the hall is it?"}, "");
    row("refused", {"a:The bulb in that lamp needs a new fuse.", "c:That does not help me, I want to speak to a manager."},
        "The bulb in that lamp needs a new fuse. ← That does not help me, I want to speak to a manager.");
    row("noted", {"a:The bulb in that lamp needs a new fuse.", "n:New fuse fitted by branch, customer informed."},
        "New fuse fitted by branch, customer informed.");
}

void BriefMattersTest::howAMatterEnded()
{
    QFETCH(QStringList, later);
    QFETCH(QString, end);
    History history;
    history.interactions = {interaction("old", "2026-03-02T10:00:00Z", "2026-03-09T10:00:00Z"), interaction("now", "2026-03-10T10:00:00Z")};
    std::vector<Line> lines = {{Sender::customer, "The lamp in the hall is dark.", "2026-03-02T10:00:00Z", 0}};
    for (const QString& said : later) {
        const QChar by = said.front();
        lines.push_back({by == u'c'       ? Sender::customer
                             : by == u's' ? Sender::system
                                          : Sender::agent,
                         said.mid(2).toStdString(), "2026-03-0" + std::to_string(2 + lines.size()) + "T10:00:00Z", 0});
    }
    lines.push_back({Sender::customer, "My invoice is missing.", "2026-03-10T10:00:00Z", 1});
    history.messages = messages(lines);
    for (qsizetype i = 0; i < later.size(); ++i) {
        if (later[i].front() == u'n')
            history.messages[static_cast<std::size_t>(i) + 1].visibility = Visibility::internal;
    }
    annotateAll(history.messages);
    const Brief brief = makeBrief(history, time("2026-03-10T12:00:00Z"));
    QCOMPARE(brief.history.size(), std::size_t(1));
    const QString line = QString::fromStdString(brief.history.front().text());
    const qsizetype answer = line.indexOf(QString::fromUtf8(" → "));
    const qsizetype arrow = answer < 0 ? line.indexOf(QString::fromUtf8(" ← ")) : answer + 2;
    QCOMPARE(arrow < 0 ? QString() : line.mid(arrow + 1, line.lastIndexOf(QLatin1String(" (")) - arrow - 1), end);
}

QTEST_APPLESS_MAIN(BriefMattersTest)
#include "test_brief_matters.moc"
