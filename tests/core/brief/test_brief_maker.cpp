#include <set>

#include "core/brief/brief_json.h"
#include "core/brief/brief_maker.h"
#include "core/text/folded_text.h"
#include "tests/core/annotate/reading.h"

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

static std::set<std::string> wordsOf(std::string_view text)
{
    const FoldedText folded(text);
    std::set<std::string> words;
    for (std::size_t i = 0; i < folded.size(); ++i)
        words.emplace(folded.word(i));
    return words;
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
    void promiseStatus_data();
    void promiseStatus();
    void promisedToWrite();
    void promiseInAClosedMatter();
    void laterMessagesDoNotExistYet();
    void toldOnceAndNewestContact();
    void whatIsNotWorthTelling();
    void askedAgain_data();
    void askedAgain();
    void openQuestionsAreTheUnansweredOnes();
    void resolution_data();
    void resolution();
    void satisfaction_data();
    void satisfaction();
    void whatWasTriedIsCitedNarrowly();
    void openMattersComeFirst();
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
    QCOMPARE(brief.promised[0].statement.text(), std::string("technician visit is booked for 5 March 14:00"));
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

void BriefMakerTest::promiseStatus_data()
{
    QTest::addColumn<QString>("promise");
    QTest::addColumn<QString>("later");
    QTest::addColumn<QString>("asOf");
    QTest::addColumn<int>("status");
    const auto row = [](const char* name, const char* promise, const char* later, const char* asOf, PromiseStatus status) {
        QTest::newRow(name) << promise << later << asOf << static_cast<int>(status);
    };
    // Said on Monday, 2 March 2026, at noon.
    row("due later", "We'll call you back tomorrow.", "", "2026-03-02T13:00:00Z", PromiseStatus::due);
    row("due today", "We'll call you back tomorrow.", "", "2026-03-03T20:00:00Z", PromiseStatus::due);
    row("missed", "We'll call you back tomorrow.", "", "2026-03-04T00:00:00Z", PromiseStatus::missed);
    row("missed by the hour", "We'll call you tomorrow at 14:00.", "", "2026-03-03T14:00:01Z", PromiseStatus::missed);
    row("kept", "We'll call you back tomorrow.", "I called you this morning.", "2026-03-09T00:00:00Z", PromiseStatus::kept);
    row("kept later than the reader", "We'll call you back tomorrow.", "I called you this morning.", "2026-03-02T13:00:00Z",
        PromiseStatus::due);
    row("something else was kept", "We'll call you back tomorrow.", "Your refund has been issued.", "2026-03-09T00:00:00Z",
        PromiseStatus::missed);
    row("no time named", "We'll call you back soon.", "", "2026-06-01T00:00:00Z", PromiseStatus::open);
    row("no time named, kept", "We will refund the charge.", "The refund has been issued.", "2026-06-01T00:00:00Z", PromiseStatus::kept);
    row("visit confirmed by the customer", "The technician visit is booked for 4 March.", "c:The technician came and fixed it.",
        "2026-03-09T00:00:00Z", PromiseStatus::kept);
}

void BriefMakerTest::promiseStatus()
{
    QFETCH(QString, promise);
    QFETCH(QString, later);
    QFETCH(QString, asOf);
    QFETCH(int, status);
    std::vector<Line> lines = {agent(promise.toStdString(), "2026-03-02T12:00:00Z")};
    if (later.startsWith("c:"))
        lines.push_back(customer(later.mid(2).toStdString(), "2026-03-03T10:00:00Z"));
    else if (!later.isEmpty())
        lines.push_back(agent(later.toStdString(), "2026-03-03T10:00:00Z"));
    const Brief brief = makeBrief(test::history(lines), time(asOf.toStdString()));
    QVERIFY(!brief.promised.empty());
    QCOMPARE(static_cast<int>(brief.promised.front().status), status);
    QCOMPARE(brief.promised.front().statement.citations().size(), std::size_t(status == static_cast<int>(PromiseStatus::kept) ? 2 : 1));
}

// What we write when it is due keeps a promise to write; the rest of the same answer and a word in
// between do not.
void BriefMakerTest::promisedToWrite()
{
    const auto status = [](std::vector<Line> later) {
        std::vector<Line> lines = {customer("Where is my claim?", "2026-03-02T10:00:00Z"),
                                   agent("You will have our written answer by Friday 13 March.", "2026-03-02T12:00:00Z")};
        lines.insert(lines.end(), later.begin(), later.end());
        const Brief brief = makeBrief(test::history(lines), time("2026-03-20T12:00:00Z"));
        return brief.promised.empty() ? PromiseStatus::open : brief.promised.front().status;
    };
    QVERIFY(status({agent("Your claim is upheld in full.", "2026-03-13T10:00:00Z")}) == PromiseStatus::kept);
    QVERIFY(status({}) == PromiseStatus::missed);
    QVERIFY(status({agent("Have a good day.", "2026-03-02T12:01:00Z")}) == PromiseStatus::missed);
    QVERIFY(status({agent("Nothing to say so far.", "2026-03-06T12:00:00Z")}) == PromiseStatus::missed);
    QVERIFY(status({agent("Your claim is upheld in full.", "2026-03-16T10:00:00Z")}) == PromiseStatus::missed);
    QVERIFY(status({customer("Any news?", "2026-03-13T10:00:00Z")}) == PromiseStatus::missed);
}

// A matter that went on and was closed when it was due shows that it was done; one that was put
// away at once, or closed long after, shows nothing.
void BriefMakerTest::promiseInAClosedMatter()
{
    const auto broken = [](const std::string& last, const std::string& closed) {
        History history;
        history.interactions.push_back(interaction("now", "2026-03-02T10:00:00Z", closed));
        history.messages = messages({{Sender::customer, "The heating is cold.", "2026-03-02T10:00:00Z", 0},
                                     {Sender::agent, "A technician visit is booked for 5 March 14:00.", "2026-03-02T10:10:00Z", 0},
                                     {Sender::customer, "Warm again.", last, 0}});
        annotateAll(history.messages);
        const Brief brief = makeBrief(history, time("2026-03-20T12:00:00Z"));
        return std::ranges::any_of(brief.promised, [](const Promise& p) { return p.status == PromiseStatus::missed; });
    };
    QVERIFY(!broken("2026-03-05T16:00:00Z", "2026-03-05T17:00:00Z"));
    QVERIFY(!broken("2026-03-06T08:00:00Z", "2026-03-06T09:00:00Z"));
    QVERIFY(broken("2026-03-02T10:15:00Z", "2026-03-02T10:20:00Z"));
    QVERIFY(broken("2026-03-12T10:15:00Z", "2026-03-12T10:20:00Z"));
}

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
    // The newest holds, and what it replaced is shown with its words.
    const auto mail = std::ranges::find(brief.told, "new@example.com", &ToldFact::value);
    QCOMPARE(mail->statement.text(), std::string("new@example.com (before: old@example.com)"));
    QCOMPARE(mail->statement.citations().size(), std::size_t(2));
    QCOMPARE(mail->statement.citations().back().message().id, std::string("m1"));
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
            all.push_back(fact.statement.text());
        return all;
    };
    const std::vector<std::string> now = texts("2026-03-02T12:00:00Z"), later = texts("2026-03-12T12:00:00Z");
    QVERIFY(std::ranges::none_of(now, [](const std::string& text) { return text.find("Morgen") != std::string::npos; }));
    QCOMPARE(std::ranges::count_if(now, [](const std::string& text) { return text.find("Samstag") != std::string::npos; }), 1);
    QCOMPARE(std::ranges::count_if(later, [](const std::string& text) { return text.find("Samstag") != std::string::npos; }), 0);
    QCOMPARE(std::ranges::count_if(later, [](const std::string& text) { return text.find("12. Februar") != std::string::npos; }), 1);
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

void BriefMakerTest::resolution_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("ours");
    QTest::addColumn<QString>("last");
    QTest::addColumn<int>("expected");
    QTest::newRow("settled") << "My heating is cold." << "Please reset it." << "That fixed it, thanks."
                             << static_cast<int>(Resolution::resolved);
    QTest::newRow("answered") << "When do you open?" << "It opens at nine." << "Thank you!" << static_cast<int>(Resolution::resolved);
    QTest::newRow("thanked for words") << "My heating is cold." << "That should not be so." << "Thank you!"
                                       << static_cast<int>(Resolution::partial);
    QTest::newRow("accepted") << "My heating is cold." << "We'll call you tomorrow." << "Ok, thanks."
                              << static_cast<int>(Resolution::partial);
    QTest::newRow("refused") << "My heating is cold." << "Please reset it." << "It still does not work."
                             << static_cast<int>(Resolution::unresolved);
    QTest::newRow("promise alone") << "My heating is cold." << "We'll look into it." << "" << static_cast<int>(Resolution::unresolved);
}

void BriefMakerTest::resolution()
{
    QFETCH(QString, first);
    QFETCH(QString, ours);
    QFETCH(QString, last);
    QFETCH(int, expected);
    std::vector<Line> lines = {customer(first.toStdString()), agent(ours.toStdString())};
    if (!last.isEmpty())
        lines.push_back(customer(last.toStdString()));
    QCOMPARE(static_cast<int>(makeBrief(test::history(lines), time("2026-03-02T12:00:00Z")).resolution), expected);
}

void BriefMakerTest::satisfaction_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("lines"); // customer and agent in turn
    QTest::addColumn<bool>("dissatisfied");
    QTest::newRow("a fault told soberly") << "en"
                                          << QStringList{"Hi, my router loses its connection every evening. Can you help?",
                                                         "Which model is it?", "It is the H5."}
                                          << false;
    QTest::newRow("displeased") << "en" << QStringList{"Three visits and still nobody has fixed it. This is a disgrace.", "We are sorry."}
                                << true;
    QTest::newRow("displeased, then content") << "en"
                                              << QStringList{"Hello, this is ridiculous, the parcel is late again.",
                                                             "It arrives today, we have refunded the postage.",
                                                             "It has arrived, thank you so much."}
                                              << false;
    QTest::newRow("to the end") << "en"
                                << QStringList{"Why is my order late again?", "It is on its way.",
                                               "Absolutely useless, worst company ever."}
                                << true;
    QTest::newRow("German, sober") << "de" << QStringList{"Guten Tag, meine Heizung springt nicht an. Bitte um Hilfe.", "Wir schauen nach."}
                                   << false;
    QTest::newRow("German, displeased") << "de" << QStringList{"Das ist eine Frechheit, seit Wochen passiert nichts.", "Das tut uns leid."}
                                        << true;
    QTest::newRow("Spanish, displeased") << "es" << QStringList{"Es una vergüenza, llevo semanas esperando.", "Lo sentimos."} << true;
    QTest::newRow("a fault in few words") << "en" << QStringList{"Router has no light. Model H5.", "Since when?", "Sunday."} << false;
    QTest::newRow("German, a fault in few words") << "de" << QStringList{"Der Router leuchtet nicht.", "Seit wann?", "Sonntag."} << false;
    QTest::newRow("French, displeased") << "fr"
                                        << QStringList{"C'est une honte, toujours rien depuis trois semaines.", "Nous sommes désolés."}
                                        << true;
}

void BriefMakerTest::satisfaction()
{
    QFETCH(QString, language);
    QFETCH(QStringList, lines);
    std::vector<Line> said;
    for (int i = 0; i < lines.size(); ++i)
        said.push_back(i % 2 == 0 ? customer(lines[i].toStdString()) : agent(lines[i].toStdString()));
    const Brief brief = makeBrief(test::history(said, language.toStdString()), time("2026-03-02T23:00:00Z"));
    QTEST(brief.satisfaction == Satisfaction::dissatisfied, "dissatisfied");
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
