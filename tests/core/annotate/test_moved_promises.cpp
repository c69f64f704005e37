// Promises that get another time before they are due: by words in the four languages, by the same
// promise given again, by events.
#include "core/annotate/moved_promises.h"
#include "tests/core/annotate/events.h"

using namespace foreword;
using namespace foreword::test;

class MovedPromisesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
    void whatMoves_data();
    void whatMoves();
    void functionWords_data();
    void functionWords();
    void twoPromises();
    void namedByNumberElsewhere();
    void parcelAndVisitInOneSentence();
    void movedAlone();
    void movedByEvent();
    void eventsMoveTheirKind_data();
    void eventsMoveTheirKind();
    void breaksNothing();
};

void MovedPromisesTest::words_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("due"); // empty: moves nothing
    const auto row = [](const char* language, const char* text, const char* due) {
        QTest::newRow(text) << QString::fromLatin1(language) << QString::fromUtf8(text) << QString::fromLatin1(due);
    };
    row("en", "Your parcel has been moved to Saturday 7 March.", "2026-03-07");
    row("en", "The visit is rescheduled to Thursday 12 March, 8 to 1.", "2026-03-12");
    row("en", "Sorry, the fitter can't make Wednesday, he will come on Monday 9 March instead.", "2026-03-09");
    row("en", "Order QX-2203 is now booked for Friday 6 March.", "2026-03-06");
    row("en", "I've put the delivery back to Saturday for you.", "2026-03-07");
    row("en", "The new date for the survey is Friday 13 March.", "2026-03-13");
    row("en", "Friday it is, then.", "2026-03-06");
    row("en", "Shall I move it to Friday?", "");
    row("en", "It has not been moved to Friday.", "");
    row("en", "The fitter comes on Friday.", "");
    row("de", "Ihre Sendung wurde auf Samstag, 7. März verschoben.", "2026-03-07");
    row("de", "Der Termin ist auf Donnerstag, 12. März verlegt.", "2026-03-12");
    row("de", "Der Monteur kommt nun erst am Montag, 9. März.", "2026-03-09");
    row("de", "Ihr neuer Termin ist Montag, 9. März, 10 Uhr.", "2026-03-09");
    row("de", "Der Monteur kommt am Freitag.", "");
    row("es", "Hemos aplazado la visita al jueves 12 de marzo.", "2026-03-12");
    row("es", "El técnico irá finalmente el lunes 9 de marzo.", "2026-03-09");
    row("es", "La nueva fecha de la cita es el viernes 13 de marzo.", "2026-03-13");
    row("es", "El técnico irá el viernes.", "");
    row("fr", "À votre demande, la livraison est reportée au samedi 7 mars.", "2026-03-07");
    row("fr", "Le rendez-vous est déplacé au jeudi 12 mars.", "2026-03-12");
    row("fr", "Le technicien passera finalement lundi 9 mars.", "2026-03-09");
    row("fr", "Le technicien passe vendredi.", "");
}

// A system tells of it as well as a person.
void MovedPromisesTest::words()
{
    QFETCH(QString, language);
    QFETCH(QString, text);
    QFETCH(QString, due);
    for (const Sender sender : {Sender::agent, Sender::system}) {
        auto said = messages({{sender, text.toStdString(), "2026-03-03T10:00:00Z"}}, language.toStdString());
        annotateAll(said);
        const auto moved = found(said.front(), AnnotationKind::moved);
        QCOMPARE(moved.empty() ? QString() : QString::fromStdString(moved.front().due->toString().substr(0, 10)), due);
    }
}

static std::string dayOf(const std::optional<Timestamp>& time)
{
    return time ? time->toString().substr(0, 10) : std::string();
}

void MovedPromisesTest::whatMoves_data()
{
    QTest::addColumn<QString>("promise");
    QTest::addColumn<QString>("later");
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("due");
    const auto row = [](const char* name, const char* promise, const char* later, const char* at, const char* due) {
        QTest::newRow(name) << promise << later << at << due;
    };
    const char* visit = "A technician will come on Thursday 5 March.";
    const char* call = "I'll call you on Thursday 5 March.";
    row("moved", visit, "Your visit has been moved to Saturday 7 March.", "2026-03-04T10:00:00Z", "2026-03-07");
    row("given again", visit, "The technician will come on Saturday 7 March.", "2026-03-04T10:00:00Z", "2026-03-07");
    row("another call", call, "I'll call you on Friday 6 March.", "2026-03-04T10:00:00Z", "2026-03-06");
    row("too late", visit, "Your visit has been moved to Saturday 7 March.", "2026-03-06T10:00:00Z", "2026-03-05");
    row("another thing", visit, "We'll send you the invoice by Saturday 7 March.", "2026-03-04T10:00:00Z", "2026-03-05");
    row("another visitor", visit, "The electrician will come on Saturday 7 March.", "2026-03-04T10:00:00Z", "2026-03-05");
    row("a second call at once", call, "I'll call you on Friday 6 March.", "2026-03-02T10:05:00Z", "2026-03-05");
    row("it alone", visit, "Sorry, it has been moved to Saturday 7 March.", "2026-03-04T10:00:00Z", "2026-03-07");
    row("it alone, a call", call, "At your request it has been moved to Friday 6 March.", "2026-03-03T10:00:00Z", "2026-03-06");
    row("your call", call, "Your call has been moved to Friday 6 March.", "2026-03-03T10:00:00Z", "2026-03-06");
    row("function words in common", "We'll send your refund with your final statement on Thursday 5 March.",
        "Your webinar with our guest has been moved to Saturday 7 March.", "2026-03-04T10:00:00Z", "2026-03-05");
    row("what nobody promised", call, "Your bill date has been moved to Saturday 7 March.", "2026-03-04T10:00:00Z", "2026-03-05");
    row("what the call is about", "I'll call you about your bill on Thursday 5 March.",
        "Your bill date has been moved to Saturday 7 March.", "2026-03-04T10:00:00Z", "2026-03-05");
    row("a visit, not the refund", "Your refund will be paid by Thursday 5 March.", "Your visit has been moved to Saturday 7 March.",
        "2026-03-04T10:00:00Z", "2026-03-05");
    row("said again", visit, "Your technician is booked for Thursday 5 March.", "2026-03-04T10:00:00Z", "2026-03-05");
}

void MovedPromisesTest::whatMoves()
{
    QFETCH(QString, promise);
    QFETCH(QString, later);
    QFETCH(QString, at);
    QFETCH(QString, due);
    const History history =
        test::history({agent(promise.toStdString(), "2026-03-02T10:00:00Z"), agent(later.toStdString(), at.toStdString())});
    const HistoryView view(history, time("2026-03-20T10:00:00Z"));
    const MovedPromises moved(view);
    QVERIFY(!view.promises().empty());
    QCOMPARE(dayOf(moved.dueOf(view.promises().front())), due.toStdString());
}

// Words that hold sentences together are nothing that two of them have in common, in no language.
void MovedPromisesTest::functionWords_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("promise");
    QTest::addColumn<QString>("later");
    const auto row = [](const char* language, const char* promise, const char* later) {
        QTest::newRow(language) << QString::fromLatin1(language) << QString::fromUtf8(promise) << QString::fromUtf8(later);
    };
    row("en", "We'll call you about your contract before Thursday 5 March.", "Your webinar has been moved to Saturday 7 March.");
    row("de", "Wir rufen Sie wegen Ihrer Anfrage am Donnerstag, 5. März, an, dann wird alles geklärt.",
        "Ihre Schulung wird auf Samstag, 7. März verschoben.");
    row("es", "Le llamaremos para hablar de esto el jueves 5 de marzo.",
        "El seminario para nuevos socios se ha aplazado al sábado 7 de marzo.");
    row("fr", "Je vous rappelle pour votre question jeudi 5 mars.", "Pour votre information, le séminaire est reporté au samedi 7 mars.");
}

void MovedPromisesTest::functionWords()
{
    QFETCH(QString, language);
    QFETCH(QString, promise);
    QFETCH(QString, later);
    const History history = test::history(
        {agent(promise.toStdString(), "2026-03-02T10:00:00Z"), agent(later.toStdString(), "2026-03-03T10:00:00Z")}, language.toStdString());
    const HistoryView view(history, time("2026-03-20T10:00:00Z"));
    const MovedPromises moved(view);
    QVERIFY(!view.promises().empty());
    QCOMPARE(view.moves().size(), std::size_t(1));
    QCOMPARE(dayOf(moved.dueOf(view.promises().front())), std::string("2026-03-05"));
}

// Of two that wait, the one that the words name is moved; where they name none, none is.
void MovedPromisesTest::twoPromises()
{
    const auto dues = [](const char* later) {
        const History history = test::history({agent("A technician will come on Thursday 5 March.", "2026-03-02T10:00:00Z"),
                                               agent("Your new router arrives on Friday 6 March.", "2026-03-02T10:05:00Z"),
                                               agent(later, "2026-03-03T10:00:00Z")});
        const HistoryView view(history, time("2026-03-20T10:00:00Z"));
        const MovedPromises moved(view);
        return dayOf(moved.dueOf(view.promises().at(0))) + " " + dayOf(moved.dueOf(view.promises().at(1)));
    };
    QCOMPARE(dues("The technician is moved to Saturday 7 March."), std::string("2026-03-07 2026-03-06"));
    QCOMPARE(dues("The router is moved to Saturday 7 March."), std::string("2026-03-05 2026-03-07"));
    QCOMPARE(dues("Your appointment is moved to Saturday 7 March."), std::string("2026-03-07 2026-03-06"));
    QCOMPARE(dues("Your delivery is moved to Saturday 7 March."), std::string("2026-03-05 2026-03-07"));
    QCOMPARE(dues("That is moved to Saturday 7 March."), std::string("2026-03-05 2026-03-06"));
}

void MovedPromisesTest::namedByNumberElsewhere()
{
    const auto due = [](const char* later) {
        History history;
        history.interactions = {interaction("order", "2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z"),
                                interaction("sms", "2026-03-04T10:00:00Z")};
        history.messages = messages({{Sender::agent, "Your box QX 2203 arrives on Thursday 5 March.", "2026-03-02T10:00:00Z", 0},
                                     {Sender::system, later, "2026-03-04T10:00:00Z", 1}});
        annotateAll(history.messages);
        const HistoryView view(history, time("2026-03-20T10:00:00Z"));
        return dayOf(MovedPromises(view).dueOf(view.promises().front()));
    };
    QCOMPARE(due("At your wish, delivery QX-2203 is moved to Saturday 7 March."), std::string("2026-03-07"));
    QCOMPARE(due("At your wish, delivery 12203 is moved to Saturday 7 March."), std::string("2026-03-05"));
    QCOMPARE(due("At your wish, delivery QX-2204 is moved to Saturday 7 March."), std::string("2026-03-05"));
}

void MovedPromisesTest::movedByEvent()
{
    const auto due = [](const char* name, const char* at, const char* data) {
        History history = test::history({agent("Your box QX 2203 arrives on Thursday 5 March.", "2026-03-02T10:00:00Z")});
        history.events = {happened(name, at, data)};
        const HistoryView view(history, time("2026-03-20T10:00:00Z"));
        const MovedPromises moved(view);
        return moved.find(view.promises().front()) ? "moved " + dayOf(moved.dueOf(view.promises().front()))
                                                   : dayOf(moved.dueOf(view.promises().front()));
    };
    const char* day = R"({"order":"QX-2203","to":"2026-03-07"})";
    QCOMPARE(due("delivery_rescheduled", "2026-03-04T10:00:00Z", day), std::string("moved 2026-03-07"));
    QCOMPARE(due("delivery_rescheduled", "2026-03-04T10:00:00Z", R"({"order":"QX-2204","to":"2026-03-07"})"), std::string("2026-03-05"));
    QCOMPARE(due("delivery_rescheduled", "2026-03-04T10:00:00Z", R"({"order":"qx/2203","to":"2026-03-07"})"),
             std::string("moved 2026-03-07"));
    // What only describes it names nothing, and part of a number is another one.
    const char* described = R"({"from":"2026-03-05","to":"2026-03-07","currency":"EUR 2203","channel":"sms4all","slot":"0800-1300"})";
    QCOMPARE(due("delivery_rescheduled", "2026-03-04T10:00:00Z", described), std::string("moved 2026-03-07"));
    QCOMPARE(due("delivery_rescheduled", "2026-03-04T10:00:00Z", R"({"order":"X220","to":"2026-03-07"})"), std::string("2026-03-05"));
    QCOMPARE(due("delivery_rescheduled", "2026-03-04T10:00:00Z", R"({"to":"2026-03-07"})"), std::string("moved 2026-03-07"));
    QCOMPARE(due("delivery_rescheduled", "2026-03-04T10:00:00Z", "{}"), std::string("moved "));
    QCOMPARE(due("delivery_rescheduled", "2026-03-06T10:00:00Z", day), std::string("2026-03-05"));
    QCOMPARE(due("callback_rescheduled", "2026-03-04T10:00:00Z", day), std::string("2026-03-05"));
    QCOMPARE(due("delivery_done", "2026-03-04T10:00:00Z", day), std::string("2026-03-05"));
}

// Of what nothing was promised here the words that move it promise it; a bill is none of it.
void MovedPromisesTest::parcelAndVisitInOneSentence()
{
    History history;
    history.interactions = {interaction("order", "2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z"),
                            interaction("sms", "2026-03-04T10:00:00Z")};
    history.messages =
        messages({{Sender::agent, "Your box QX 2203 arrives on Thursday 5 March and a technician comes on Friday 6 March.",
                   "2026-03-02T10:00:00Z", 0},
                  {Sender::system, "At your wish, delivery QX-2203 is moved to Saturday 7 March.", "2026-03-04T10:00:00Z", 1}});
    annotateAll(history.messages);
    const HistoryView view(history, time("2026-03-20T10:00:00Z"));
    const MovedPromises moved(view);
    QCOMPARE(dayOf(moved.dueOf(view.promises().at(0))), std::string("2026-03-07"));
    QCOMPARE(dayOf(moved.dueOf(view.promises().at(1))), std::string("2026-03-06"));
}

void MovedPromisesTest::movedAlone()
{
    const auto alone = [](const char* first, const char* later) {
        const History history = test::history({agent(first, "2026-03-02T10:00:00Z"), {Sender::system, later, "2026-03-03T10:00:00Z"}});
        const HistoryView view(history, time("2026-03-20T10:00:00Z"));
        const MovedPromises moved(view);
        const auto& words = moved.standingAlone();
        return words.empty() ? std::string() : words.front().annotation->label + " " + dayOf(moved.dueOf(words.front()));
    };
    const char* nothing = "Thanks, that's noted.";
    const char* text = "I'll text you the confirmation by Friday 6 March.";
    QCOMPARE(alone(nothing, "Your delivery QX-2203 is now booked for Saturday 7 March."), std::string("delivery 2026-03-07"));
    QCOMPARE(alone(text, "Your delivery QX-2203 is now booked for Saturday 7 March."), std::string("delivery 2026-03-07"));
    QCOMPARE(alone(nothing, "Your appointment has been moved to Saturday 7 March."), std::string("visit 2026-03-07"));
    QCOMPARE(alone(nothing, "Your bill date has been moved to Saturday 7 March."), std::string());
    QCOMPARE(alone(nothing, "It has been moved to Saturday 7 March."), std::string());
    QCOMPARE(alone(nothing, "Driver found and moved at 15:31."), std::string());
    QCOMPARE(alone(nothing, "Driver found and moved at 8:31."), std::string());
    QCOMPARE(alone(nothing, "The delivery was moved today."), std::string());
    QCOMPARE(alone("A technician will come on Thursday 5 March.", "Your visit has been moved to Saturday 7 March."), std::string());
    History history =
        test::history({{Sender::system, "Your delivery QX-2203 is now booked for Saturday 7 March.", "2026-03-03T10:00:00Z"}});
    QVERIFY(!stands(history, "2026-03-06T10:00:00Z", "broken_promise"));
    QVERIFY(stands(history, "2026-03-09T10:00:00Z", "broken_promise"));
    history.events = {happened("delivery_done", "2026-03-07T10:00:00Z", R"({"order":"QX-2203"})")};
    QVERIFY(!stands(history, "2026-03-09T10:00:00Z", "broken_promise"));
}

// An event moves only what it is about.
void MovedPromisesTest::eventsMoveTheirKind_data()
{
    QTest::addColumn<QString>("promise");
    QTest::addColumn<QString>("event");
    QTest::addColumn<bool>("moves");
    const auto row = [](const char* promise, const char* event, bool moves) {
        QTest::addRow("%s: %s", event, promise) << QString::fromUtf8(promise) << QString::fromLatin1(event) << moves;
    };
    const char* box = "Your replacement box arrives on Thursday 5 March.";
    const char* booked = "Your delivery is booked for Thursday 5 March.";
    const char* sending = "We're sending the router on Thursday 5 March.";
    const char* visit = "A technician will come on Thursday 5 March.";
    const char* meter = "We're fitting your new meter on Thursday 5 March.";
    const char* fix = "We'll fix your line by Thursday 5 March.";
    const char* call = "I'll call you about the delivery on Thursday 5 March.";
    const char* refund = "We'll refund you by Thursday 5 March.";
    const char* update = "We'll let you know about your order by Thursday 5 March.";
    const char* comes = "The courier will be with you on Thursday 5 March.";
    for (const char* event : {"delivery_rescheduled", "order_postponed", "shipment_moved"}) {
        for (const char* moved : {box, booked, sending, comes})
            row(moved, event, true);
        for (const char* other : {visit, meter, fix, call, refund, update})
            row(other, event, false);
    }
    for (const char* event : {"technician_visit_moved", "visit_postponed", "appointment_rescheduled", "repair_rescheduled"}) {
        for (const char* moved : {visit, meter, fix})
            row(moved, event, true);
        for (const char* other : {box, booked, sending, call, refund, update, comes})
            row(other, event, false);
    }
    row(call, "callback_rescheduled", true);
    row(call, "call_moved", true);
    row(visit, "callback_rescheduled", false);
    row(refund, "refund_postponed", true);
    row(refund, "payment_rescheduled", false);
    for (const char* other : {box, visit, call, refund, update})
        row(other, "contract_start_moved", false);
}

void MovedPromisesTest::eventsMoveTheirKind()
{
    QFETCH(QString, promise);
    QFETCH(QString, event);
    QFETCH(bool, moves);
    History history = test::history({agent(promise.toStdString(), "2026-03-02T10:00:00Z")});
    history.events = {happened(event.toStdString(), "2026-03-04T10:00:00Z", R"({"interaction":"i1","to":"2026-03-07"})")};
    const HistoryView view(history, time("2026-03-20T10:00:00Z"));
    QVERIFY(!view.promises().empty());
    QCOMPARE(dayOf(MovedPromises(view).dueOf(view.promises().front())), std::string(moves ? "2026-03-07" : "2026-03-05"));
}

// What was moved is broken by its new time only.
void MovedPromisesTest::breaksNothing()
{
    const History history = test::history({agent("A technician will come on Thursday 5 March.", "2026-03-02T10:00:00Z"),
                                           agent("Your visit has been moved to Saturday 7 March.", "2026-03-04T10:00:00Z")});
    QVERIFY(!stands(history, "2026-03-06T10:00:00Z", "broken_promise"));
    const auto broken = one(history, "2026-03-08T10:00:00Z", "broken_promise");
    QVERIFY(broken.has_value());
    QCOMPARE(broken->count, 1);
    QVERIFY(broken->evidence.front().quote.find("Saturday") != std::string::npos);
}

QTEST_APPLESS_MAIN(MovedPromisesTest)
#include "test_moved_promises.moc"
