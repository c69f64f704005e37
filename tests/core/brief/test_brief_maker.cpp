#include <set>

#include "core/brief/brief_json.h"
#include "core/brief/brief_maker.h"
#include "tests/core/annotate/reading.h"
#include "tests/core/text/words_of.h"

using namespace foreword;
using namespace foreword::test;

static const HistoryMessage& messageOf(const History& history, const Citation& citation)
{
    for (const HistoryMessage& message : history.messages) {
        if (message.messageKey() == citation.message())
            return message;
    }
    qFatal("a citation of no message");
    return history.messages.front();
}

// A conversation with a little of everything.
static History fullHistory()
{
    History history;
    history.interactions.push_back(interaction("old", "2026-01-10T09:00:00Z", "2026-01-12T09:00:00Z"));
    history.interactions.push_back(interaction("now", "2026-03-02T10:00:00Z"));
    history.messages = messages({
        {Sender::customer, "Hello, the invoice for December is missing from my account.", "2026-01-10T09:00:00Z", 0},
        {Sender::agent, "I've sent the invoice to you. ^KM", "2026-01-11T09:00:00Z", 0},
        {Sender::customer, "Hi team, our boiler has lost pressure again, serial number 88XZ2201. I already reset it twice.",
         "2026-03-02T10:00:00Z", 1},
        {Sender::agent, "Sorry to hear that. What is the serial number of the boiler?", "2026-03-02T11:00:00Z", 1},
        {Sender::customer, "I gave you that. Ring me on 07700 900123.", "2026-03-02T11:05:00Z", 1},
        {Sender::agent, "A technician visit is booked for 5 March 14:00. We'll call you back tomorrow.", "2026-03-02T12:00:00Z", 1},
        {Sender::customer, "Can you bring a new valve? This is really not good enough.", "2026-03-02T12:30:00Z", 1},
    });
    annotateAll(history.messages);
    return history;
}

class BriefMakerTest : public QObject {
    Q_OBJECT

private slots:
    void everySectionIsFilled();
    void everyWordComesFromItsCitations();
    void laterMessagesDoNotExistYet();
    void toldOnceAndNewestContact();
    void theSameFaultIsOneLine();
    void whatIsNotWorthTelling();
    void aTermNamesNoDay();
    void askedAgain_data();
    void askedAgain();
    void openQuestionsAreTheUnansweredOnes();
    void whatWasTriedIsCitedNarrowly();
    void openMattersComeFirst();
    void whatWeAnsweredIsSaidWithItsDay();
    void anAnswerIsSaidInAFewSentences();
    void internalNotesTellNothing();
    void emptyHistory();
    void jsonHasEveryKey();
    void sameInputSameBrief();
};

void BriefMakerTest::everySectionIsFilled()
{
    const Brief brief = makeBrief(fullHistory(), time("2026-03-02T13:00:00Z"));
    QVERIFY(!brief.situation.empty());
    QCOMPARE(brief.history.size(), std::size_t(1));
    QVERIFY(brief.history.front().text().starts_with("the invoice for December is missing"));
    QCOMPARE(brief.history.front().citations().size(), std::size_t(2));
    QVERIFY(!brief.tried.empty());
    QCOMPARE(brief.promised.size(), std::size_t(2));
    QCOMPARE(brief.promised[0].statement.text(), std::string("A technician visit is booked for 5 March 14:00"));
    QCOMPARE(brief.promised[0].due->toString(), std::string("2026-03-05T14:00:00Z"));
    QCOMPARE(brief.promised[1].statement.text(), std::string("We'll call you back tomorrow (2026-03-03)"));
    QVERIFY(!brief.told.empty());
    QCOMPARE(brief.askedAgain.size(), std::size_t(1));
    QCOMPARE(brief.openQuestions.size(), std::size_t(1));
    QCOMPARE(brief.openQuestions.front().text(), std::string("Can you bring a new valve?"));
    QVERIFY(brief.resolution == Resolution::unresolved);
    QVERIFY(brief.satisfaction == Satisfaction::dissatisfied);
    QVERIFY(brief.keySentences.size() >= 2 && brief.keySentences.size() <= 4);
    QCOMPARE(brief.dictionaryVersion, annotator().version());
}

// Beyond the cited words a statement may hold a date that was worked out, and an arrow.
void BriefMakerTest::everyWordComesFromItsCitations()
{
    const History history = fullHistory();
    const Brief brief = makeBrief(history, time("2026-03-02T13:00:00Z"));
    std::vector<Statement> all = brief.situation;
    for (const auto* section : {&brief.history, &brief.tried, &brief.askedAgain, &brief.openQuestions})
        all.insert(all.end(), section->begin(), section->end());
    for (const Promise& promise : brief.promised)
        all.push_back(promise.statement);
    for (const ToldFact& fact : brief.told)
        all.push_back(fact.statement);
    QVERIFY(all.size() > 10);
    for (const Statement& statement : all) {
        std::set<std::string> cited;
        for (const Citation& citation : statement.citations())
            cited.merge(wordsOf(citation.span().in(messageOf(history, citation).text)));
        for (const std::string& word : wordsOf(statement.text())) {
            const bool workedOut = word.size() == 10 && word.starts_with("2026-");
            QVERIFY2(cited.contains(word) || workedOut, (statement.text() + ": " + word).c_str());
        }
    }
}

// What we write when it is due keeps a promise to write; the rest of the same answer and a word in
// between do not.
// A matter that went on and was closed when it was due shows that it was done; one that was put
// away at once, or closed long after, shows nothing.
void BriefMakerTest::laterMessagesDoNotExistYet()
{
    const History history = fullHistory();
    const Brief before = makeBrief(history, time("2026-03-02T10:30:00Z"));
    QVERIFY(before.promised.empty());
    QVERIFY(before.askedAgain.empty());
    QVERIFY(before.satisfaction == Satisfaction::notDissatisfied);
    const Brief early = makeBrief(history, time("2026-01-11T10:00:00Z"));
    QVERIFY(early.history.empty());
    QVERIFY(early.situation.front().text().starts_with("the invoice"));
    const Brief nothing = makeBrief(history, time("2025-01-01T00:00:00Z"));
    QVERIFY(nothing.situation.empty() && nothing.told.empty() && nothing.keySentences.empty());
    QVERIFY(nothing.resolution == Resolution::none);
}

void BriefMakerTest::toldOnceAndNewestContact()
{
    const Brief brief = makeBrief(test::history({customer("Order A-77120, my email is old@example.com."), agent("Thanks."),
                                                 customer("As I said, A 77120 or A-77120. My email is new@example.com now.")}),
                                  time("2026-03-02T12:00:00Z"));
    std::vector<std::string> values;
    for (const ToldFact& fact : brief.told)
        values.push_back(fact.value);
    QCOMPARE(std::ranges::count(values, "A77120"), 1);
    QCOMPARE(std::ranges::count(values, "old@example.com"), 0);
    QCOMPARE(std::ranges::count(values, "new@example.com"), 1);
    QCOMPARE(brief.told.front().statement.citations().front().message().id, std::string("m1"));
    QVERIFY(brief.told.front().kind == FactKind::orderOrBookingRef);
    QCOMPARE(brief.told.front().statement.citations().size(), std::size_t(3)); // its sentence, and with all that say it
    // The newest holds, and what it replaced is shown with its words.
    const auto mail = std::ranges::find(brief.told, "new@example.com", &ToldFact::value);
    QCOMPARE(mail->words, std::string("new@example.com (before: old@example.com)"));
    QCOMPARE(mail->statement.text(), mail->words + ": " + mail->sentence);
    QCOMPARE(mail->sentence, std::string("My email is new@example.com now."));
    QCOMPARE(mail->statement.citations().size(), std::size_t(3));
    QCOMPARE(mail->statement.citations().back().message().id, std::string("m1"));
}

void BriefMakerTest::theSameFaultIsOneLine()
{
    History history;
    const auto matter = [&](const char* id, const char* day, InteractionKind kind, const char* subject, const char* said,
                            const char* done) {
        const std::string at = std::string(day) + "T09:00:00Z";
        history.interactions.push_back(interaction(id, at, std::string(day) + "T12:00:00Z"));
        history.interactions.back().kind = kind;
        history.interactions.back().subject = subject;
        const auto index = static_cast<std::uint32_t>(history.interactions.size() - 1);
        for (HistoryMessage& message :
             messages({{Sender::customer, said, at, index}, {Sender::agent, done, std::string(day) + "T10:00:00Z", index}})) {
            message.key.id = std::string(id) + message.key.id;
            history.messages.push_back(std::move(message));
        }
    };
    matter("a", "2026-01-10", InteractionKind::fault, "Heating cold again", "The heating in the kitchen is cold.", "We have restarted it.");
    matter("b", "2026-01-20", InteractionKind::fault, "Heating", "Thank you for all. The kitchen heating is stone cold once more.",
           "Your visit is booked.");
    matter("c", "2026-02-01", InteractionKind::enquiry, "Opening times", "When does the kitchen shop open on Sundays?", "At nine.");
    matter("d", "2026-02-12", InteractionKind::fault, "Cold heating", "Cold heating, kitchen, again.",
           "The technician has replaced the valve today.");
    matter("e", "2026-02-20", InteractionKind::fault, "Television", "The television shows snow on every channel.", "We have restarted it.");
    history.interactions.push_back(interaction("now", "2026-03-02T10:00:00Z"));
    annotateAll(history.messages);
    const Brief brief = makeBrief(history, time("2026-03-02T13:00:00Z"));
    QCOMPARE(brief.history.size(), std::size_t(3));
    QVERIFY(brief.history[0].text().starts_with("The television shows snow"));
    QVERIFY(brief.history[0].text().ends_with("(2026-02-20)"));
    const Statement& heating = brief.history[1];
    QCOMPARE(heating.text(),
             std::string("Cold heating, kitchen, again. → The technician has replaced the valve today. (3×, 2026-01-10 – 2026-02-12)"));
    std::set<std::string> cited;
    for (const Citation& citation : heating.citations())
        cited.insert(citation.message().id.substr(0, 1));
    QCOMPARE(cited, (std::set<std::string>{"a", "b", "d"}));
    // Of a letter the sentence that its subject names; what is no fault is never one with another.
    QVERIFY(brief.history[2].text().starts_with("When does the kitchen shop open"));
}

void BriefMakerTest::whatIsNotWorthTelling()
{
    History history;
    history.interactions.push_back(interaction("now", "2026-03-02T10:00:00Z"));
    history.messages = messages(
        {{Sender::customer, "Guten Morgen, am Samstag war niemand da. Die Rechnung vom 12. Februar stimmt nicht, Kundennummer 77120.",
          "2026-03-02T10:00:00Z", 0}},
        "de");
    annotateAll(history.messages);
    const auto texts = [&](std::string_view asOf) {
        std::vector<std::string> all;
        for (const ToldFact& fact : makeBrief(history, time(asOf)).told)
            all.push_back(fact.words);
        return all;
    };
    const std::vector<std::string> now = texts("2026-03-02T12:00:00Z"), later = texts("2026-03-12T12:00:00Z");
    QVERIFY(std::ranges::none_of(now, [](const std::string& text) { return text.find("Morgen") != std::string::npos; }));
    QCOMPARE(std::ranges::count_if(now, [](const std::string& text) { return text.find("Samstag") != std::string::npos; }), 1);
    QCOMPARE(std::ranges::count_if(later, [](const std::string& text) { return text.find("Samstag") != std::string::npos; }), 0);
    QCOMPARE(std::ranges::count_if(later, [](const std::string& text) { return text.find("12. Februar") != std::string::npos; }), 1);
}

// Due on the 3rd: the figure of "30 hours" is not that day.
void BriefMakerTest::aTermNamesNoDay()
{
    const History history = test::history({agent("We will call you back within 30 hours.")});
    const Brief brief = makeBrief(history, time("2026-03-02T12:00:00Z"));
    QCOMPARE(brief.promised.size(), std::size_t(1));
    QCOMPARE(brief.promised[0].due->local().date.day, 3);
    QVERIFY2(brief.promised[0].statement.text().ends_with("(2026-03-03)"), brief.promised[0].statement.text().c_str());
}

void BriefMakerTest::askedAgain_data()
{
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<bool>("again");
    QTest::newRow("reference") << "My order number is A-77120." << "Could you send me your order number?" << true;
    QTest::newRow("phone") << "Ring me on 07700 900123." << "What is your phone number?" << true;
    QTest::newRow("not the e-mail") << "Ring me on 07700 900123." << "What is your email address?" << false;
    QTest::newRow("not told") << "It is broken." << "Could you send me your order number?" << false;
    QTest::newRow("another thing") << "My order number is A-77120." << "Which model do you have?" << false;
}

void BriefMakerTest::askedAgain()
{
    QFETCH(QString, told);
    QFETCH(QString, asked);
    QFETCH(bool, again);
    const History history = test::history({customer(told.toStdString()), agent(asked.toStdString())});
    const Brief brief = makeBrief(history, time("2026-03-02T12:00:00Z"));
    QCOMPARE(!brief.askedAgain.empty(), again);
    if (again) {
        QCOMPARE(brief.askedAgain.front().citations().front().message().id, std::string("m2"));
        QCOMPARE(brief.askedAgain.front().citations().back().message().id, std::string("m1"));
    }
    // The same question twice, with an answer in between.
    const History twice = test::history({agent(asked.toStdString()), customer("Hm."), agent(asked.toStdString())});
    QCOMPARE(makeBrief(twice, time("2026-03-02T12:00:00Z")).askedAgain.size(), std::size_t(1));
    const History insisting = test::history({agent(asked.toStdString()), agent(asked.toStdString())});
    QVERIFY(makeBrief(insisting, time("2026-03-02T12:00:00Z")).askedAgain.empty());

    // What a colleague writes for colleagues asks nobody.
    History noted = test::history({agent(asked.toStdString()), customer("Is anybody there who reads this?"), agent(asked.toStdString())});
    QVERIFY(!makeBrief(noted, time("2026-03-02T12:00:00Z")).askedAgain.empty());
    noted.messages[0].visibility = Visibility::internal;
    QVERIFY(makeBrief(noted, time("2026-03-02T12:00:00Z")).askedAgain.empty());
}

void BriefMakerTest::openQuestionsAreTheUnansweredOnes()
{
    std::vector<Line> lines = {customer("Is it blue?"), agent("Yes."), customer("And does it float?"), customer("Thanks.")};
    Brief brief = makeBrief(test::history(lines), time("2026-03-02T12:00:00Z"));
    QCOMPARE(brief.openQuestions.size(), std::size_t(1));
    QCOMPARE(brief.openQuestions.front().text(), std::string("And does it float?"));
    lines.push_back(agent("It does."));
    QVERIFY(makeBrief(test::history(lines), time("2026-03-02T12:00:00Z")).openQuestions.empty());
}

// The first citation carries the step, the further one the clause that is shown.
void BriefMakerTest::whatWasTriedIsCitedNarrowly()
{
    const std::string text =
        "I restarted the router twice yesterday evening and again this morning before my neighbour came over to look at it.";
    const Brief brief = makeBrief(test::history({customer(text), agent("Thanks.")}), time("2026-03-02T23:00:00Z"));
    QCOMPARE(brief.tried.size(), std::size_t(1));
    const auto& citations = brief.tried.front().citations();
    QCOMPARE(citations.size(), std::size_t(2));
    QVERIFY(citations[0].span().in(text).starts_with("I restarted the router"));
    QVERIFY(citations[0].span().length() < citations[1].span().length());
    QCOMPARE(wordsOf(citations[0].span().in(text)).size(), std::size_t(10));
}

void BriefMakerTest::openMattersComeFirst()
{
    History history;
    history.interactions = {interaction("calm", "2026-03-01T10:00:00Z"), interaction("angry", "2026-03-01T11:00:00Z"),
                            interaction("done", "2026-03-01T12:00:00Z", "2026-03-02T12:00:00Z")};
    history.messages =
        messages({{Sender::customer, "The garden gate order has not been confirmed by your shop yet.", "2026-03-02T10:00:00Z", 0},
                  {Sender::customer, "Your appalling driver broke the kitchen window yesterday.", "2026-03-01T11:00:00Z", 1},
                  {Sender::customer, "The lamp in the hall is the wrong colour for us.", "2026-03-01T12:00:00Z", 2}});
    annotateAll(history.messages);
    const Brief brief = makeBrief(history, time("2026-03-03T00:00:00Z"));
    QCOMPARE(brief.situation.size(), std::size_t(2));
    QCOMPARE(brief.situation[0].citations().front().message().id, std::string("m2"));
    QCOMPARE(brief.situation[1].citations().front().message().id, std::string("m1"));
    QCOMPARE(brief.history.size(), std::size_t(1));
    QCOMPARE(brief.history[0].citations().front().message().id, std::string("m3"));
}

// What is open tells when it was said and what we answered, promises apart, for they have a
// section; what is closed tells what we said last, unless that was a question.
void BriefMakerTest::whatWeAnsweredIsSaidWithItsDay()
{
    History history;
    history.interactions = {interaction("gate", "2026-02-01T10:00:00Z", "2026-02-03T10:00:00Z"),
                            interaction("lamp", "2026-03-01T12:00:00Z")};
    history.messages = messages({
        {Sender::customer, "The garden gate from your shop squeaks at every hinge.", "2026-02-01T10:00:00Z", 0},
        {Sender::agent, "Two drops of oil on the lower hinge stop the squeaking.", "2026-02-02T10:00:00Z", 0},
        {Sender::agent, "Was there anything else about the gate?", "2026-02-02T10:05:00Z", 0},
        {Sender::customer, "The lamp in the hall is the wrong colour for us.", "2026-03-01T12:00:00Z", 1},
        {Sender::agent, "The lamp was packed by our branch in Leeds on the last evening of February.", "2026-03-01T13:00:00Z", 1},
        {Sender::agent, "The brass lamp is out of stock in all our warehouses. We will call you back tomorrow.", "2026-03-02T09:00:00Z", 1},
        {Sender::customer, "We need the lamp for the christening on Sunday.", "2026-03-02T09:30:00Z", 1},
    });
    annotateAll(history.messages);
    const Brief brief = makeBrief(history, time("2026-03-02T10:00:00Z"));
    QCOMPARE(brief.situation.size(), std::size_t(3));
    QCOMPARE(brief.situation[2].text(), std::string("We need the lamp for the christening on Sunday. (2026-03-02)"));
    QCOMPARE(brief.situation[0].text(), std::string("The lamp in the hall is the wrong colour for us. (2026-03-01)"));
    QCOMPARE(brief.situation[1].text(), std::string("→ The brass lamp is out of stock in all our warehouses. (2026-03-02)"));
    QCOMPARE(brief.situation[1].citations().front().message().id, std::string("m6")); // the newest answer
    QCOMPARE(brief.history.size(), std::size_t(1));
    QCOMPARE(brief.history[0].text(),
             std::string("The garden gate from your shop squeaks at every hinge. → Two drops of oil on the lower hinge stop the "
                         "squeaking. (2026-02-01 – 2026-02-02)"));
}

void BriefMakerTest::anAnswerIsSaidInAFewSentences()
{
    History history;
    history.interactions = {interaction("lamp", "2026-03-01T12:00:00Z")};
    history.messages = messages({
        {Sender::customer, "The lamp in the hall is the wrong colour for us.", "2026-03-01T12:00:00Z", 0},
        {Sender::agent, "The brass lamp is out of stock in all our warehouses. The steel lamp is on the shelf in Leeds. Piet",
         "2026-03-02T09:00:00Z", 0},
    });
    annotateAll(history.messages);
    const Brief brief = makeBrief(history, time("2026-03-02T10:00:00Z"));
    QCOMPARE(brief.situation.size(), std::size_t(3));
    QCOMPARE(brief.situation[1].text(), std::string("→ The brass lamp is out of stock in all our warehouses."));
    QCOMPARE(brief.situation[2].text(), std::string("→ The steel lamp is on the shelf in Leeds. (2026-03-02)"));
}

void BriefMakerTest::internalNotesTellNothing()
{
    History history =
        test::history({customer("My heating is cold."), customer("Order A-77120 is mine."), agent("I've checked with the depot.")});
    history.messages[1].visibility = Visibility::internal;
    history.messages[2].visibility = Visibility::internal;
    const Brief brief = makeBrief(history, time("2026-03-02T12:00:00Z"));
    QVERIFY(brief.told.empty());
    QCOMPARE(brief.tried.size(), std::size_t(1));
    for (const Citation& key : brief.keySentences)
        QCOMPARE(key.message().id, std::string("m1"));
}

void BriefMakerTest::emptyHistory()
{
    const Brief brief = makeBrief(History(), time("2026-03-02T12:00:00Z"));
    QVERIFY(brief.situation.empty());
    QVERIFY(brief.resolution == Resolution::none);
    QVERIFY(brief.satisfaction == Satisfaction::notDissatisfied);
}

void BriefMakerTest::jsonHasEveryKey()
{
    const auto empty = briefJson(Brief());
    std::vector<std::string> keys;
    for (const auto& [key, value] : empty.items())
        keys.push_back(key);
    const std::vector<std::string> expected = {"situation",   "history",        "tried",      "promised",     "told",
                                               "asked_again", "open_questions", "resolution", "satisfaction", "key_sentences"};
    QVERIFY(keys == expected);
    QCOMPARE(empty.at("situation").dump(), std::string("[]"));
    QCOMPARE(empty.at("resolution").get<std::string>(), std::string("none"));
    const auto full = briefJson(makeBrief(fullHistory(), time("2026-03-02T13:00:00Z")));
    const auto& promise = full.at("promised").at(0);
    QCOMPARE(promise.at("status").get<std::string>(), std::string("due"));
    QCOMPARE(promise.at("due").get<std::string>(), std::string("2026-03-05T14:00:00Z"));
    QVERIFY(promise.at("citations").at(0).at("end").get<int>() > promise.at("citations").at(0).at("start").get<int>());
    QVERIFY(full.at("told").at(0).contains("kind") && full.at("told").at(0).contains("value"));
    QVERIFY(full.at("key_sentences").at(0).contains("message_id"));
}

void BriefMakerTest::sameInputSameBrief()
{
    const History history = fullHistory();
    QCOMPARE(briefJson(makeBrief(history, time("2026-03-02T13:00:00Z"))).dump(),
             briefJson(makeBrief(history, time("2026-03-02T13:00:00Z"))).dump());
}

QTEST_GUILESS_MAIN(BriefMakerTest)
#include "test_brief_maker.moc"
