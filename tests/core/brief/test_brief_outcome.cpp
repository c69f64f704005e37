// How matters stand in a brief: promises kept or missed, resolution, satisfaction.
#include <QtTest>

#include "core/brief/brief_maker.h"
#include "tests/core/annotate/events.h"

using namespace foreword;
using namespace foreword::test;

class BriefOutcomeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void promiseStatus_data();
    void promiseStatus();
    void whatIsPromised();
    void promisedToWrite();
    void promiseInAClosedMatter();
    void longMissed();
    void promiseKeptElsewhere();
    void waitingPromise();
    void deedKeptByItsEvent();
    void movedPromise();
    void standingPromise();
    void handedOver();
    void writtenByAnother();
    void saysWhatItIsAbout();
    void resolution_data();
    void resolution();
    void resolutionOfLongerTalks_data();
    void resolutionOfLongerTalks();
    void satisfaction_data();
    void satisfaction();
};

void BriefOutcomeTest::promiseStatus_data()
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

void BriefOutcomeTest::promiseStatus()
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
    // What fulfilled it is cited last.
    const std::vector<Citation>& cited = brief.promised.front().statement.citations();
    QCOMPARE(cited.back().message() != cited.front().message(), status == static_cast<int>(PromiseStatus::kept));
}

void BriefOutcomeTest::whatIsPromised()
{
    History history =
        test::history({customer("Wann kommt die Rechnung?"), agent("Frau Sommer meldet sich bis Freitag schriftlich bei Ihnen.")});
    annotateAll(history.messages = messages({customer("Wann kommt die Rechnung?", "2026-03-02T10:00:00Z"),
                                             agent("Frau Sommer meldet sich bis Freitag schriftlich bei Ihnen.", "2026-03-02T11:00:00Z"),
                                             agent("Wir rufen morgen zurück.", "2026-03-02T11:05:00Z")},
                                            "de"));
    history.messages.back().visibility = Visibility::internal;
    const Brief brief = makeBrief(history, time("2026-03-02T12:00:00Z"));
    // Told with who gives it; an internal note promises the customer nothing.
    QCOMPARE(brief.promised.size(), std::size_t(1));
    QVERIFY(brief.promised.front().statement.text().starts_with("Frau Sommer meldet sich"));
    QCOMPARE(brief.promised.front().statement.citations().size(), std::size_t(2));
    QVERIFY(brief.promised.front().statement.citations().front().span().start > 0);
}

void BriefOutcomeTest::promisedToWrite()
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

void BriefOutcomeTest::promiseInAClosedMatter()
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

// Nobody waits for ever for what was missed in a matter that is closed; in an open one it stays.
void BriefOutcomeTest::longMissed()
{
    const auto missed = [](const std::string& closed, const std::string& asOf) {
        History history;
        history.interactions.push_back(interaction("old", "2026-03-02T10:00:00Z", closed));
        history.interactions.push_back(interaction("new", "2026-03-04T10:00:00Z"));
        history.messages = messages({{Sender::customer, "The heating is cold.", "2026-03-02T10:00:00Z", 0},
                                     {Sender::agent, "A technician visit is booked for 5 March 14:00.", "2026-03-02T10:10:00Z", 0},
                                     {Sender::customer, "Where is my invoice for February?", "2026-03-04T10:00:00Z", 1}});
        annotateAll(history.messages);
        const Brief brief = makeBrief(history, time(asOf));
        return std::ranges::any_of(brief.promised, [](const Promise& p) { return p.status == PromiseStatus::missed; });
    };
    QVERIFY(missed("2026-03-02T11:00:00Z", "2026-06-03T12:00:00Z"));
    QVERIFY(!missed("2026-03-02T11:00:00Z", "2026-06-04T12:00:00Z"));
    QVERIFY(missed({}, "2026-06-04T12:00:00Z"));
}

// An event, or the customer in another conversation, tells that what we sent has come.
void BriefOutcomeTest::promiseKeptElsewhere()
{
    const auto missed = [](const std::vector<EventRecord>& events, const std::string& later) {
        History history;
        history.interactions.push_back(interaction("order", "2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z"));
        history.interactions.push_back(interaction("now", "2026-03-05T09:00:00Z"));
        history.messages =
            messages({{Sender::agent, "Your replacement box RB 4711 will be with you by Thursday 5 March.", "2026-03-02T10:10:00Z", 0},
                      {Sender::customer, later, "2026-03-05T09:00:00Z", 1}});
        annotateAll(history.messages);
        history.events = events;
        const Brief brief = makeBrief(history, time("2026-03-20T12:00:00Z"));
        return std::ranges::any_of(brief.promised, [](const Promise& p) { return p.status == PromiseStatus::missed; });
    };
    const auto happened = [](const char* name, const char* at, const char* data = "{}") {
        EventRecord record;
        record.source = "shop";
        record.name = name;
        record.at = time(at);
        record.data = data;
        return record;
    };
    QVERIFY(missed({}, "My bill is wrong."));
    QVERIFY(missed({}, "It has not arrived."));
    QVERIFY(!missed({}, "Got it from the site office this morning."));
    QVERIFY(!missed({happened("delivery_done", "2026-03-04T12:00:00Z")}, "My bill is wrong."));
    QVERIFY(missed({happened("delivery_done", "2026-03-01T12:00:00Z")}, "My bill is wrong."));
    QVERIFY(!missed({}, "The box came Thursday."));
    QVERIFY(missed({happened("delivery_done", "2026-03-09T12:00:00Z")}, "My bill is wrong."));
    QVERIFY(missed({happened("delivery_done", "2026-03-09T12:00:00Z", R"({"order":"RB-4712"})")}, "My bill is wrong."));
    QVERIFY(!missed({happened("delivery_done", "2026-03-09T12:00:00Z", R"({"order":"RB-4711"})")}, "My bill is wrong."));
    // About when it was due, but of something else.
    QVERIFY(missed({happened("delivery_done", "2026-03-04T12:00:00Z", R"({"order":"RB-4712"})")}, "My bill is wrong."));
    QVERIFY(missed({happened("delivery_done", "2026-03-04T12:00:00Z", R"({"order":"RB-14711"})")}, "My bill is wrong."));
    QVERIFY(!missed({happened("delivery_done", "2026-03-04T12:00:00Z", R"({"order":"rb4711"})")}, "My bill is wrong."));
    QVERIFY(missed({happened("credit_issued", "2026-03-04T12:00:00Z")}, "My bill is wrong."));
}

// What waits for the customer is open whatever day it is, and told with what it waits for.
void BriefOutcomeTest::waitingPromise()
{
    for (const char* text : {"Tell me by Friday 6 March and we will refund you the whole amount that you were charged.",
                             "We will refund you if you send it back by Friday 6 March."}) {
        const auto promised = makeBrief(test::history({agent(text, "2026-03-02T10:00:00Z")}), time("2026-03-20T10:00:00Z")).promised;
        QCOMPARE(promised.size(), std::size_t(1));
        QVERIFY(promised.front().status == PromiseStatus::open);
        QVERIFY2(promised.front().statement.text().find("6 March") != std::string::npos, promised.front().statement.text().c_str());
    }
}

// A deed is kept by an event of its matter that is about what its words name.
void BriefOutcomeTest::deedKeptByItsEvent()
{
    const auto kept = [](const char* promise, const char* event, const char* data, const char* at = "2026-03-04T12:00:00Z") {
        History history;
        history.interactions.push_back(interaction("ours", "2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z"));
        history.messages = messages({{Sender::agent, promise, "2026-03-02T10:10:00Z", 0}});
        annotateAll(history.messages);
        history.events = {happened(event, at, data)};
        const Brief brief = makeBrief(history, time("2026-03-20T12:00:00Z"));
        return std::ranges::none_of(brief.promised, [](const Promise& p) { return p.status == PromiseStatus::missed; });
    };
    const char* ours = R"({"interaction":"ours"})";
    const char* holding = "We're extending your trial by Thursday 5 March.";
    QVERIFY(!kept(holding, "payment_received", "{}"));
    QVERIFY(!kept(holding, "payment_received", ours));
    QVERIFY(!kept(holding, "delivery_done", ours));
    const char* meter = "We're fitting your new meter on Thursday 5 March, job 88123.";
    QVERIFY(kept(meter, "technician_visit_done", ours));
    QVERIFY(kept(meter, "technician_visit_done", R"({"job":"88123"})"));
    QVERIFY(!kept(meter, "technician_visit_done", "{}"));
    QVERIFY(!kept(meter, "delivery_done", ours));
    // A job has a number that nobody was told, and what is done on the day is it.
    QVERIFY(kept("We'll take the payment on Thursday 5 March instead.", "payment_received", "{}", "2026-03-05T06:00:00Z"));
    QVERIFY(!kept("We'll take the payment on Thursday 5 March instead.", "payment_received", "{}"));
    const char* visit = "An engineer will be with you on Thursday 5 March, your account is 4470913.";
    QVERIFY(kept(visit, "technician_visit_done", R"({"job":"W-0419"})"));
    QVERIFY(!kept(visit, "technician_visit_done", R"({"account":"4470914"})"));
    const char* line = "We should have your line back by Thursday 5 March.";
    QVERIFY(kept(line, "service_restored", ours));
    QVERIFY(!kept(line, "payment_received", ours));
    const char* credit = "We're crediting your bill by Thursday 5 March.";
    QVERIFY(!kept(credit, "technician_visit_done", ours));
}

// To leave something undone until a day is over then; nothing is missed.
// Told once, by the words that moved it, with the day before; by an event, with the new day.
void BriefOutcomeTest::movedPromise()
{
    const auto promised = [](std::vector<Line> later, std::vector<EventRecord> events, const char* asOf) {
        std::vector<Line> lines = {agent("A technician will come on Thursday 5 March.", "2026-03-02T10:00:00Z")};
        lines.insert(lines.end(), later.begin(), later.end());
        History history = test::history(lines);
        history.events = std::move(events);
        return makeBrief(history, time(asOf)).promised;
    };
    const Line moved{Sender::system, "Your visit has been moved to Saturday.", "2026-03-04T10:00:00Z"};
    const auto due = promised({moved}, {}, "2026-03-06T10:00:00Z");
    QCOMPARE(due.size(), std::size_t(1));
    QCOMPARE(due.front().statement.text(), std::string("Your visit has been moved to Saturday (2026-03-07) (before: 2026-03-05)"));
    QVERIFY(due.front().status == PromiseStatus::due);
    QCOMPARE(due.front().due->toString(), std::string("2026-03-07T23:59:59Z"));
    QCOMPARE(due.front().statement.citations().back().message().id, std::string("m1"));
    QVERIFY(promised({moved}, {}, "2026-03-08T10:00:00Z").front().status == PromiseStatus::missed);
    const auto done = happened("technician_visit_done", "2026-03-07T15:00:00Z");
    QVERIFY(promised({moved}, {done}, "2026-03-08T10:00:00Z").front().status == PromiseStatus::kept);
    const auto event = happened("appointment_rescheduled", "2026-03-04T10:00:00Z", R"({"to":"2026-03-07"})");
    const auto byEvent = promised({}, {event}, "2026-03-06T10:00:00Z");
    QCOMPARE(byEvent.front().statement.text(), std::string("A technician will come on Thursday 5 March (now 2026-03-07)"));
    QVERIFY(byEvent.front().status == PromiseStatus::due);
}

void BriefOutcomeTest::standingPromise()
{
    const History history = test::history({agent("There will be no reminders and no fees until Friday 6 March.", "2026-03-02T12:00:00Z")});
    const Brief before = makeBrief(history, time("2026-03-03T12:00:00Z"));
    QCOMPARE(before.promised.size(), std::size_t(1));
    QVERIFY(before.promised.front().status == PromiseStatus::due);
    QVERIFY(before.promised.front().standing);
    QVERIFY(makeBrief(history, time("2026-03-09T12:00:00Z")).promised.empty());
}

void BriefOutcomeTest::handedOver()
{
    const auto status = [](std::vector<Line> later) {
        std::vector<Line> lines = {customer("A person please.", "2026-03-02T10:00:00Z"),
                                   bot("An adviser takes over in 25 minutes.", "2026-03-02T10:01:00Z")};
        lines.insert(lines.end(), later.begin(), later.end());
        const Brief brief = makeBrief(test::history(lines), time("2026-03-02T11:00:00Z"));
        const auto dated = std::ranges::find_if(brief.promised, [](const Promise& p) { return p.due.has_value(); });
        return dated == brief.promised.end() ? PromiseStatus::open : dated->status;
    };
    QVERIFY(status({}) == PromiseStatus::missed);
    QVERIFY(status({bot("All our advisers are busy.", "2026-03-02T10:20:00Z")}) == PromiseStatus::missed);
    QVERIFY(status({agent("Hello, this is Imani.", "2026-03-02T10:20:00Z")}) == PromiseStatus::kept);
}

void BriefOutcomeTest::writtenByAnother()
{
    const auto status = [](const char* writer) {
        History history = test::history({agent("Imani from our desk will write to you by 14:00.", "2026-03-02T12:45:00Z"),
                                         agent("Your line is with us at the desk.", "2026-03-02T13:30:00Z")});
        history.messages[0].senderName = "Grace";
        history.messages[1].senderName = writer;
        return makeBrief(history, time("2026-03-02T15:00:00Z")).promised.front().status;
    };
    QVERIFY(status("Imani") == PromiseStatus::kept);
    QVERIFY(status("Grace") == PromiseStatus::missed);
}

void BriefOutcomeTest::saysWhatItIsAbout()
{
    const auto told = [](const char* text) {
        const Brief brief = makeBrief(test::history({agent(text, "2026-03-02T12:00:00Z")}), time("2026-03-02T13:00:00Z"));
        return brief.promised.empty() ? std::string() : brief.promised.front().statement.text();
    };
    QVERIFY(told("The other network has your number. I'll let you know when it moves over.").starts_with("The other network"));
    QVERIFY(told("Thank you for the photographs. I'll call you back tomorrow.").starts_with("I'll call"));
}

void BriefOutcomeTest::resolution_data()
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

void BriefOutcomeTest::resolution()
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

// Lines that begin with "c:" are the customer's.
void BriefOutcomeTest::resolutionOfLongerTalks_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<int>("expected");
    const auto row = [](const char* name, const QStringList& lines, Resolution expected) {
        QTest::newRow(name) << lines << static_cast<int>(expected);
    };
    row("answered and said so", {"c:May I bring two bags?", "Yes, two of 23 kg each.", "c:I got my answer, cheers!"}, Resolution::resolved);
    row("done and thanked", {"c:My tag is broken.", "I've ordered a new one for you.", "c:Thank you!"}, Resolution::resolved);
    row("promised after the thanks",
        {"c:How long does it take?", "About three weeks.", "c:Thanks.", "If it is not there by then, we'll chase it up."},
        Resolution::partial);
    row("thanked in two messages", {"c:My heating is cold.", "We'll call you tomorrow.", "c:Ok.", "c:Thanks!"}, Resolution::partial);
    row("a next step taken", {"c:My app crashes.", "Please try it without the extension.", "c:Will do."}, Resolution::partial);
    row("what was asked for is on its way",
        {"c:My app crashes.", "Which version is it?", "Please share its number.", "c:Will do tomorrow."}, Resolution::unresolved);
    row("only sent what was asked for", {"c:My app crashes.", "Nobody told us of that.", "c:I sent you a message with the details."},
        Resolution::unresolved);
    row("passed on is not done", {"c:My app crashes.", "We've forwarded this to the team."}, Resolution::unresolved);
    row("promised is not done", {"c:My app crashes.", "We'll have this bug fixed soon."}, Resolution::unresolved);
    row("done, not answered", {"c:I was charged twice.", "We've refunded the second charge."}, Resolution::partial);
    row("complains anew",
        {"c:My app crashes.", "We'll look into it.", "c:Ok.", "c:This is a disgrace, months of the same rubbish service."},
        Resolution::unresolved);
}

void BriefOutcomeTest::resolutionOfLongerTalks()
{
    QFETCH(QStringList, lines);
    QFETCH(int, expected);
    std::vector<Line> all;
    for (const QString& line : lines)
        all.push_back(line.startsWith("c:") ? customer(line.mid(2).toStdString()) : agent(line.toStdString()));
    QCOMPARE(static_cast<int>(makeBrief(test::history(all), time("2026-03-02T12:00:00Z")).resolution), expected);
}

void BriefOutcomeTest::satisfaction_data()
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

void BriefOutcomeTest::satisfaction()
{
    QFETCH(QString, language);
    QFETCH(QStringList, lines);
    std::vector<Line> said;
    for (int i = 0; i < lines.size(); ++i)
        said.push_back(i % 2 == 0 ? customer(lines[i].toStdString()) : agent(lines[i].toStdString()));
    const Brief brief = makeBrief(test::history(said, language.toStdString()), time("2026-03-02T23:00:00Z"));
    QTEST(brief.satisfaction == Satisfaction::dissatisfied, "dissatisfied");
}

QTEST_GUILESS_MAIN(BriefOutcomeTest)
#include "test_brief_outcome.moc"
