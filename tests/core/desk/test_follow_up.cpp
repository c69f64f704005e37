// A customer who stays on screen: what counts as news, how the posture changed and what ended it.
#include <QtTest>

#include "core/desk/follow_up.h"
#include "core/desk/temporary_workspace.h"
#include "core/store/connection.h"
#include "core/store/query.h"

using namespace foreword;

namespace {

Timestamp at(const char* text)
{
    return Timestamp::parse(text).value();
}

RuleMatch ruleOf(Posture posture, const char* say = "")
{
    RuleMatch rule;
    rule.rule = "R-1";
    rule.posture = posture;
    rule.say = say;
    return rule;
}

Decision decisionOf(Posture posture, const RuleMatch& rule = {})
{
    Decision decision;
    decision.asOf = at("2026-11-09T10:00:00Z");
    decision.posture = posture;
    if (posture != Posture::normal)
        decision.postureReason = rule;
    return decision;
}

CustomerView viewOf(const Decision& decision)
{
    CustomerView view;
    view.profile.person = 7;
    InteractionRecord ticket;
    ticket.key = {"helpdesk", "4711"};
    ticket.openedAt = at("2026-11-09T09:00:00Z");
    view.history.interactions = {ticket};
    HistoryMessage message;
    message.key = {"helpdesk", "1"};
    message.text = "It still fails.";
    message.at = at("2026-11-09T09:00:00Z");
    view.history.messages = {message};
    view.decision = decision;
    return view;
}

std::shared_ptr<const CustomerView> shared(CustomerView view)
{
    return std::make_shared<const CustomerView>(std::move(view));
}

} // namespace

class TestFollowUp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readingLaterIsNoNews()
    {
        auto begun = viewOf(decisionOf(Posture::normal));
        begun.profile.consent = {{"marketing",
                                  ConsentChannel::email,
                                  ConsentState::granted,
                                  ConsentGround::agreed,
                                  {{{}, at("2026-11-09T09:00:00Z"), true, false, true}}}};
        const auto before = shared(begun);
        CustomerView later = *before;
        later.profile.consent[0].entries[0].copiedAt = at("2026-11-09T10:59:00Z"); // pulled again
        later.decision.asOf = at("2026-11-09T11:00:00Z");
        later.decision.inputHash = "another";
        later.timings.total = 99;
        QCOMPARE(followUp(before, later), before);
    }

    void whatAReaderSeesIsNews_data()
    {
        QTest::addColumn<int>("what");
        int row = 0;
        for (const char* name : {"message", "text of a message", "interaction closed", "event", "consent", "record", "promise", "finding",
                                 "decision", "field", "consent too old", "somebody else"})
            QTest::newRow(name) << row++;
    }

    void whatAReaderSeesIsNews()
    {
        QFETCH(int, what);
        auto begun = viewOf(decisionOf(Posture::normal));
        const auto citation = Citation::of({"helpdesk", "1"}, begun.history.messages[0].text, {0, 2});
        begun.brief.promised = {{Statement("a call", *citation), PromiseStatus::open, {}, {}}};
        begun.profile.fields = {{"email", {}, {}, false, {}, {}}};
        begun.profile.consent = {{"marketing", ConsentChannel::email, ConsentState::granted, ConsentGround::agreed, {}}};
        const auto before = shared(begun);
        CustomerView after = *before;
        switch (what) {
        case 0: after.history.messages.push_back(after.history.messages[0]); break;
        case 1: after.history.messages[0].text += " Again."; break;
        case 2: after.history.interactions[0].status = InteractionStatus::closed; break;
        case 3: after.history.events.emplace_back(); break;
        case 4: after.history.consents.emplace_back(); break;
        case 5: after.history.records.emplace_back(); break;
        case 6: after.brief.promised[0].status = PromiseStatus::missed; break;
        case 7: after.findings.push_back({FindingCode::tiersDiffer, {}}); break;
        case 8: after.decision.unknown = {"bereavement"}; break;
        case 9: after.profile.fields[0].chosen.value = "maria@example.com"; break;
        case 10: after.profile.consent[0].state = ConsentState::unknown; break;
        case 11: after.profile.couldAlsoBe.emplace_back(); break;
        default: QFAIL("no such news");
        }
        QVERIFY(followUp(before, after) != before);
        QVERIFY(!followUp(before, after)->change);
    }

    void aRiseCarriesItsRule()
    {
        const auto before = shared(viewOf(decisionOf(Posture::normal)));
        CustomerView after = *before;
        after.decision = decisionOf(Posture::escalate, ruleOf(Posture::escalate, "Danger to life."));
        const auto followed = followUp(before, after);
        QVERIFY(followed->change && followed->change->rose());
        QCOMPARE(followed->change->before, Posture::normal);
        QCOMPARE(followed->change->rule.say, std::string("Danger to life."));
        QCOMPARE(followed->change->at, after.decision.asOf);

        // It stands as long as the posture does, and goes with a change that nothing explains.
        CustomerView further = *followed;
        further.change.reset();
        further.decision.unknown = {"bereavement"};
        const auto still = followUp(followed, further);
        QVERIFY(still->change && still->change->rose());
        CustomerView fallen = further;
        fallen.decision = decisionOf(Posture::normal);
        QVERIFY(!followUp(still, fallen)->change);
    }

    void aFallNamesWhatEndedIt()
    {
        auto rule = ruleOf(Posture::serviceFirst);
        rule.untilEvent = "interaction.closed";
        const auto before = shared(viewOf(decisionOf(Posture::serviceFirst, rule)));
        CustomerView after = *before;
        after.decision = decisionOf(Posture::normal);
        HistoryMessage later = after.history.messages[0];
        later.key.id = "2";
        later.at = at("2026-11-09T09:50:00Z");
        after.history.messages.push_back(later);
        auto change = followUp(before, after)->change;
        QVERIFY(change && !change->rose() && change->ended);
        QCOMPARE(change->ended->kind, Arrival::Kind::message);
        QCOMPARE(change->ended->name, std::string("2"));

        // The ticket was closed, before that message: it is what the rule waits for.
        after.history.interactions[0].status = InteractionStatus::resolved;
        after.history.interactions[0].closedAt = at("2026-11-09T09:40:00Z");
        change = followUp(before, after)->change;
        QCOMPARE(change->ended->kind, Arrival::Kind::interaction);
        QCOMPARE(change->ended->name, std::string("4711"));
        QVERIFY(change->ended->closed);

        // A person's word counts before both.
        EventRecord event;
        event.name = "signal_closed";
        event.at = at("2026-11-09T09:30:00Z");
        after.history.events = {event};
        change = followUp(before, after)->change;
        QCOMPARE(change->ended->kind, Arrival::Kind::event);
        QCOMPARE(change->ended->name, std::string("signal_closed"));
    }

    void aFallByTimeNamesTheTime()
    {
        auto rule = ruleOf(Posture::serviceFirst);
        rule.until = at("2026-11-09T09:59:00Z");
        const auto change =
            postureChange(decisionOf(Posture::serviceFirst, rule), decisionOf(Posture::normal), {}, at("2026-11-09T10:00:00Z"));
        QVERIFY(change && !change->ended);
        QCOMPARE(change->timeEnded, rule.until);
        rule.until = at("2026-11-09T10:01:00Z");
        QVERIFY(!postureChange(decisionOf(Posture::serviceFirst, rule), decisionOf(Posture::normal), {}, at("2026-11-09T10:00:00Z")));
    }

    // That a workspace cannot be read does not make the customer one who is not there.
    void anErrorIsNotAMissingCustomer()
    {
        const FixedClock clock(at("2026-11-09T10:00:00Z"));
        const auto temporary = TemporaryWorkspace::create(clock);
        const auto definitions = loadBuiltInDefinitions();
        QVERIFY(temporary && definitions);
        const auto writer = temporary->workspace()->connect(Access::write);
        QVERIFY(writer);
        CustomerReader reader(**writer, **definitions);
        Profile known;
        known.person = 7;
        known.records = {{"crm", "1"}};
        const auto again = [&] { return readAgain(reader, known, {clock.now(), ConsentChannel::agent, {}}, {}).error().code; };
        QCOMPARE(again(), ErrorCode::customer_not_found);
        auto transaction = Transaction::write(**writer);
        QVERIFY(transaction && runScript(**writer, "DROP TABLE identifier") && transaction->commit());
        QCOMPARE(again(), ErrorCode::store_failed);
    }
};

QTEST_GUILESS_MAIN(TestFollowUp)
#include "test_follow_up.moc"
