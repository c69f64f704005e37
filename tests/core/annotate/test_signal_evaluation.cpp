#include "tests/core/annotate/reading.h"

using namespace foreword;
using namespace foreword::test;

static const Signal* signalIn(const std::vector<Signal>& all, std::string_view id)
{
    const auto at = std::ranges::find(all, id, &Signal::id);
    return at == all.end() ? nullptr : &*at;
}

static std::vector<Signal> at(const History& history, std::string_view asOf, ConsentChannel channel = ConsentChannel::email)
{
    return evaluateSignals(dictionary(), history, {time(asOf), channel});
}

static ConsentRecord consent(ConsentStatus status, ConsentBasis basis, ConsentChannel channel, std::string_view when)
{
    ConsentRecord record;
    record.source = "crm";
    record.purpose = "marketing";
    record.status = status;
    record.basis = basis;
    record.channel = channel;
    record.at = time(when);
    return record;
}

static History withConsents(std::vector<ConsentRecord> consents)
{
    History history;
    history.consents = std::move(consents);
    return history;
}

class SignalEvaluationTest : public QObject {
    Q_OBJECT

private slots:
    void complaintByFieldIsConfirmedUntilFourteenDaysAfterClosing();
    void complaintInWordsIsSuspected();
    void laterRecordsDoNotExistYet();
    void bereavementLastsNinetyDays();
    void personRequestEndsWithItsConversation();
    void repeatContactCountsTheWindow();
    void repeatContactByReferenceAndOpener();
    void consentNotShown_data();
    void consentNotShown();
    void objections();
    void objectionScopeShrinksWithOptIns();
    void recordedEventsStandAndEnd();
    void unsupportedLanguageIsUnknown();
    void unreadMessagesAreUnknown();
    void unknownEndsLikeTheSignalWould();
    void orderAndRepetition();
};

void SignalEvaluationTest::complaintByFieldIsConfirmedUntilFourteenDaysAfterClosing()
{
    History history;
    history.interactions.push_back(interaction("i1", "2026-03-01T10:00:00Z", "2026-03-05T10:00:00Z"));
    history.interactions.back().kind = InteractionKind::complaint;
    const auto open = at(history, "2026-03-04T10:00:00Z");
    QVERIFY(signalIn(open, "open_complaint"));
    QVERIFY(signalIn(open, "open_complaint")->state == SignalState::confirmed);
    QVERIFY(!signalIn(open, "open_complaint")->until);
    QCOMPARE(signalIn(open, "open_complaint")->endsBy, std::string("interaction.closed"));
    const auto closed = at(history, "2026-03-19T09:59:59Z");
    QVERIFY(signalIn(closed, "open_complaint"));
    QCOMPARE(signalIn(closed, "open_complaint")->until->toString(), std::string("2026-03-19T10:00:00Z"));
    QVERIFY(!signalIn(at(history, "2026-03-19T10:00:00Z"), "open_complaint"));
}

void SignalEvaluationTest::complaintInWordsIsSuspected()
{
    const History history = test::history({customer("This is appalling service.")});
    const auto all = at(history, "2026-03-02T12:00:00Z");
    const Signal* complaint = signalIn(all, "open_complaint");
    QVERIFY(complaint);
    QVERIFY(complaint->state == SignalState::suspected);
    QCOMPARE(complaint->evidence.size(), std::size_t(1));
    const Evidence& evidence = complaint->evidence.front();
    QVERIFY(evidence.citation.has_value());
    QCOMPARE(std::string(evidence.citation->span().in(history.messages.front().text)), evidence.quote);
    QVERIFY(evidence.sender == Sender::customer);
    QCOMPARE(complaint->interactions.front().id, std::string("i1"));
}

void SignalEvaluationTest::laterRecordsDoNotExistYet()
{
    const History history = test::history(
        {customer("Where is my parcel?", "2026-03-02T10:00:00Z"), customer("This is appalling service.", "2026-03-04T10:00:00Z")});
    QVERIFY(!signalIn(at(history, "2026-03-04T09:59:59Z"), "open_complaint"));
    QVERIFY(signalIn(at(history, "2026-03-04T10:00:00Z"), "open_complaint"));
    History later;
    later.interactions.push_back(interaction("i1", "2026-03-10T10:00:00Z"));
    later.interactions.back().kind = InteractionKind::complaint;
    QVERIFY(!signalIn(at(later, "2026-03-09T10:00:00Z"), "open_complaint"));
    // A grant from the future does not show consent.
    const History granted =
        withConsents({consent(ConsentStatus::granted, ConsentBasis::optIn, ConsentChannel::any, "2026-05-01T00:00:00Z")});
    QVERIFY(signalIn(at(granted, "2026-04-30T00:00:00Z"), "consent_not_shown"));
    QVERIFY(!signalIn(at(granted, "2026-05-01T00:00:00Z"), "consent_not_shown"));
}

void SignalEvaluationTest::bereavementLastsNinetyDays()
{
    const History history = test::history({customer("My mother died last week.", "2026-03-02T10:00:00Z")});
    QVERIFY(signalIn(at(history, "2026-05-31T09:00:00Z"), "bereavement"));
    QVERIFY(signalIn(at(history, "2026-05-31T09:00:00Z"), "bereavement")->until.has_value());
    QVERIFY(!signalIn(at(history, "2026-05-31T10:00:00Z"), "bereavement"));
}

void SignalEvaluationTest::personRequestEndsWithItsConversation()
{
    History history = test::history({customer("I want to speak to a manager.", "2026-03-02T10:00:00Z")});
    QVERIFY(signalIn(at(history, "2026-06-01T10:00:00Z"), "human_requested"));
    history.interactions.front().closedAt = time("2026-03-03T10:00:00Z");
    history.interactions.front().status = InteractionStatus::closed;
    QVERIFY(signalIn(at(history, "2026-03-02T11:00:00Z"), "human_requested"));
    QVERIFY(!signalIn(at(history, "2026-03-03T10:00:00Z"), "human_requested"));
}

void SignalEvaluationTest::repeatContactCountsTheWindow()
{
    History history;
    for (const char* opened : {"2026-03-02T10:00:00Z", "2026-03-05T10:00:00Z", "2026-03-08T10:00:00Z"}) {
        history.interactions.push_back(interaction(opened, opened));
        history.interactions.back().subject = history.interactions.size() == 1 ? "Router light" : "RE: AW: router light";
    }
    QVERIFY(!signalIn(at(history, "2026-03-08T09:59:59Z"), "repeat_contact"));
    const auto all = at(history, "2026-03-08T10:00:00Z");
    const Signal* repeat = signalIn(all, "repeat_contact");
    QVERIFY(repeat);
    QVERIFY(repeat->state == SignalState::confirmed);
    QCOMPARE(repeat->evidence.size(), std::size_t(3));
    QCOMPARE(repeat->until->toString(), std::string("2026-03-09T10:00:00Z"));
    QVERIFY(signalIn(at(history, "2026-03-09T10:00:00Z"), "repeat_contact") == nullptr
            || *signalIn(at(history, "2026-03-09T10:00:00Z"), "repeat_contact")->until > time("2026-03-09T09:59:59Z"));
    QVERIFY(!signalIn(at(history, "2026-03-09T10:00:01Z"), "repeat_contact"));
    history.interactions[1].subject = "Something else";
    QVERIFY(!signalIn(at(history, "2026-03-08T10:00:00Z"), "repeat_contact"));
}

void SignalEvaluationTest::repeatContactByReferenceAndOpener()
{
    History history;
    std::vector<Line> lines;
    for (std::uint32_t i = 0; i < 3; ++i) {
        const std::string opened = "2026-03-0" + std::to_string(i + 3) + "T10:00:00Z";
        history.interactions.push_back(interaction("i" + std::to_string(i), opened));
        lines.push_back({Sender::customer, "Where is order A-77120 now?", opened, i});
    }
    history.messages = messages(lines);
    annotateAll(history.messages);
    QVERIFY(signalIn(at(history, "2026-03-06T10:00:00Z"), "repeat_contact"));
    // We wrote first: not a contact of the customer's.
    history.messages[0].sender = Sender::agent;
    annotateAll(history.messages);
    QVERIFY(!signalIn(at(history, "2026-03-06T10:00:00Z"), "repeat_contact"));
    // On the phone the agent greets first.
    history.interactions[0].channel = Channel::phone;
    history.messages.push_back(history.messages[1]);
    history.messages.back().interaction = 0;
    annotateAll(history.messages);
    QVERIFY(signalIn(at(history, "2026-03-06T10:00:00Z"), "repeat_contact"));
}

void SignalEvaluationTest::consentNotShown_data()
{
    using S = ConsentStatus;
    using B = ConsentBasis;
    using C = ConsentChannel;
    struct Grant {
        S status;
        B basis;
        C channel;
        const char* when;
    };
    QTest::addColumn<QVector<int>>("records"); // status, basis, channel, day, repeated
    QTest::addColumn<int>("channel");
    QTest::addColumn<bool>("present");
    const auto r = [](S s, B b, C c, int day) { return QVector<int>{static_cast<int>(s), static_cast<int>(b), static_cast<int>(c), day}; };
    const int email = static_cast<int>(C::email);
    const int agentChannel = static_cast<int>(C::agent);
    QTest::newRow("none on file") << QVector<int>() << email << true;
    QTest::newRow("opt-in here") << r(S::granted, B::optIn, C::email, 1) << email << false;
    QTest::newRow("opt-in elsewhere") << r(S::granted, B::optIn, C::sms, 1) << email << true;
    QTest::newRow("any covers") << r(S::granted, B::optIn, C::any, 1) << agentChannel << false;
    QTest::newRow("soft opt-in counts") << r(S::granted, B::softOptIn, C::email, 1) << email << false;
    QTest::newRow("a grant without basis is none") << r(S::granted, B::none, C::email, 1) << email << true;
    QTest::newRow("denied later") << r(S::granted, B::optIn, C::any, 1) + r(S::denied, B::none, C::email, 2) << email << true;
    QTest::newRow("denied earlier, opted in since")
        << r(S::denied, B::none, C::any, 1) + r(S::granted, B::optIn, C::email, 2) << email << false;
    QTest::newRow("denied earlier, soft since")
        << r(S::denied, B::none, C::any, 1) + r(S::granted, B::softOptIn, C::email, 2) << email << true;
    QTest::newRow("revoked elsewhere") << r(S::granted, B::optIn, C::any, 1) + r(S::revoked, B::none, C::sms, 2) << email << false;
    QTest::newRow("same moment protects") << r(S::granted, B::optIn, C::email, 1) + r(S::objected, B::none, C::email, 1) << email << true;
}

void SignalEvaluationTest::consentNotShown()
{
    QFETCH(QVector<int>, records);
    QFETCH(int, channel);
    QFETCH(bool, present);
    std::vector<ConsentRecord> consents;
    for (int i = 0; i + 3 < records.size(); i += 4) {
        consents.push_back(consent(static_cast<ConsentStatus>(records[i]), static_cast<ConsentBasis>(records[i + 1]),
                                   static_cast<ConsentChannel>(records[i + 2]),
                                   "2026-01-0" + std::to_string(records[i + 3]) + "T00:00:00Z"));
    }
    const auto all = at(withConsents(consents), "2026-02-01T00:00:00Z", static_cast<ConsentChannel>(channel));
    const Signal* shown = signalIn(all, "consent_not_shown");
    QCOMPARE(shown != nullptr, present);
    if (shown) {
        QVERIFY(shown->state == SignalState::confirmed);
        QVERIFY(!shown->evidence.empty());
    }
    // Another purpose says nothing about marketing.
    for (ConsentRecord& record : consents)
        record.purpose = "research";
    QVERIFY(signalIn(at(withConsents(consents), "2026-02-01T00:00:00Z", static_cast<ConsentChannel>(channel)), "consent_not_shown"));
}

void SignalEvaluationTest::objections()
{
    History history = test::history({customer("Please stop sending me offers.", "2026-03-02T10:00:00Z")});
    history.consents.push_back(consent(ConsentStatus::granted, ConsentBasis::optIn, ConsentChannel::any, "2026-01-01T00:00:00Z"));
    auto all = at(history, "2027-03-02T10:00:00Z");
    QVERIFY(signalIn(all, "marketing_objection"));
    QVERIFY(signalIn(all, "marketing_objection")->state == SignalState::suspected);
    QVERIFY(signalIn(all, "marketing_objection")->scope.empty());
    QCOMPARE(signalIn(all, "marketing_objection")->endsBy, std::string("opt_in"));
    history.consents.push_back(consent(ConsentStatus::granted, ConsentBasis::softOptIn, ConsentChannel::any, "2026-04-01T00:00:00Z"));
    QVERIFY(signalIn(at(history, "2027-03-02T10:00:00Z"), "marketing_objection"));
    history.consents.push_back(consent(ConsentStatus::objected, ConsentBasis::none, ConsentChannel::sms, "2026-04-02T00:00:00Z"));
    all = at(history, "2027-03-02T10:00:00Z");
    QVERIFY(signalIn(all, "marketing_objection")->state == SignalState::confirmed);
    QCOMPARE(signalIn(all, "marketing_objection")->evidence.size(), std::size_t(2));
    history.consents.push_back(consent(ConsentStatus::granted, ConsentBasis::optIn, ConsentChannel::any, "2026-05-01T00:00:00Z"));
    QVERIFY(signalIn(at(history, "2026-04-30T10:00:00Z"), "marketing_objection"));
    QVERIFY(!signalIn(at(history, "2026-05-01T10:00:00Z"), "marketing_objection"));
}

void SignalEvaluationTest::objectionScopeShrinksWithOptIns()
{
    const auto objected = consent(ConsentStatus::objected, ConsentBasis::none, ConsentChannel::any, "2026-04-02T00:00:00Z");
    const auto email = consent(ConsentStatus::granted, ConsentBasis::optIn, ConsentChannel::email, "2026-05-01T00:00:00Z");
    const auto all = at(withConsents({objected, email}), "2026-06-01T00:00:00Z");
    const Signal* objection = signalIn(all, "marketing_objection");
    QVERIFY(objection);
    QVERIFY((objection->scope == std::vector<std::string>{"agent", "phone", "post", "sms"}));
    const auto only = consent(ConsentStatus::objected, ConsentBasis::none, ConsentChannel::email, "2026-04-02T00:00:00Z");
    QVERIFY(
        (signalIn(at(withConsents({only}), "2026-06-01T00:00:00Z"), "marketing_objection")->scope == std::vector<std::string>{"email"}));
    QVERIFY(!signalIn(at(withConsents({only, email}), "2026-06-01T00:00:00Z"), "marketing_objection"));
}

void SignalEvaluationTest::recordedEventsStandAndEnd()
{
    History history;
    EventRecord event;
    event.source = "crm";
    event.name = "bereavement";
    event.at = time("2026-03-01T00:00:00Z");
    history.events.push_back(event);
    QVERIFY(signalIn(at(history, "2026-03-02T00:00:00Z"), "bereavement")->state == SignalState::confirmed);
    event.name = "bereavement_ended";
    event.at = time("2026-03-03T00:00:00Z");
    history.events.push_back(event);
    QVERIFY(signalIn(at(history, "2026-03-02T00:00:00Z"), "bereavement"));
    QVERIFY(!signalIn(at(history, "2026-03-04T00:00:00Z"), "bereavement"));
    history.events.back().name = "signal_closed";
    history.events.back().data = R"({"signal":"open_complaint"})";
    QVERIFY(signalIn(at(history, "2026-03-04T00:00:00Z"), "bereavement"));
    history.events.back().data = R"({"signal":"bereavement"})";
    QVERIFY(!signalIn(at(history, "2026-03-04T00:00:00Z"), "bereavement"));
    history.events.back().data = "[broken";
    QVERIFY(signalIn(at(history, "2026-03-04T00:00:00Z"), "bereavement"));
}

void SignalEvaluationTest::unsupportedLanguageIsUnknown()
{
    const History history = test::history({customer("Habari, nimeagiza jiko la umeme wiki iliyopita.")}, "sw");
    const auto all = at(history, "2026-03-02T12:00:00Z");
    for (const char* id : {"marketing_objection", "open_complaint", "bereavement", "repeat_contact", "human_requested"}) {
        QVERIFY2(signalIn(all, id), id);
        QVERIFY2(signalIn(all, id)->state == SignalState::unknown, id);
    }
    QVERIFY(signalIn(all, "consent_not_shown")->state == SignalState::confirmed);
    // No messages at all is absent, and a number is in no language.
    QVERIFY(!signalIn(at(History(), "2026-03-02T12:00:00Z"), "open_complaint"));
    QVERIFY(!signalIn(at(test::history({customer("009914")}, ""), "2026-03-02T12:00:00Z"), "open_complaint"));
    // What an agent writes in any language is no customer's signal.
    QVERIFY(!signalIn(at(test::history({agent("Habari, oda yako imesafirishwa jana.")}, "sw"), "2026-03-02T12:00:00Z"), "open_complaint"));
}

void SignalEvaluationTest::unreadMessagesAreUnknown()
{
    History history = test::history({customer("Hello, where is my parcel?")});
    history.messages.front().annotations.clear();
    history.messages.front().dictionaryVersion.clear();
    QVERIFY(signalIn(at(history, "2026-03-02T12:00:00Z"), "marketing_objection")->state == SignalState::unknown);
}

void SignalEvaluationTest::unknownEndsLikeTheSignalWould()
{
    History history = test::history({customer("Habari, nimeagiza jiko la umeme wiki iliyopita.", "2026-03-02T10:00:00Z")}, "sw");
    history.interactions.front().closedAt = time("2026-03-03T10:00:00Z");
    const auto later = at(history, "2026-08-01T00:00:00Z");
    QVERIFY(!signalIn(later, "open_complaint"));
    QVERIFY(!signalIn(later, "bereavement"));
    QVERIFY(!signalIn(later, "human_requested"));
    QVERIFY(signalIn(later, "marketing_objection")->state == SignalState::unknown);
    history.consents.push_back(consent(ConsentStatus::granted, ConsentBasis::optIn, ConsentChannel::any, "2026-04-01T00:00:00Z"));
    QVERIFY(!signalIn(at(history, "2026-08-01T00:00:00Z"), "marketing_objection"));
}

void SignalEvaluationTest::orderAndRepetition()
{
    History history = test::history({customer("This is appalling. I want to speak to a manager. My mother died. Stop sending me offers.")});
    const auto all = at(history, "2026-03-02T12:00:00Z");
    std::vector<std::string> ids;
    for (const Signal& signal : all)
        ids.push_back(signal.id);
    const std::vector<std::string> expected = {"marketing_objection", "consent_not_shown", "open_complaint", "bereavement",
                                               "human_requested"};
    QVERIFY(ids == expected);
    QVERIFY(at(history, "2026-03-02T12:00:00Z") == all);
    // Adding a neutral later message changes nothing about what stood.
    history.messages.push_back(history.messages.front());
    history.messages.back().key.id = "m9";
    history.messages.back().at = time("2026-03-02T11:00:00Z");
    history.messages.back().text = "12:30";
    annotateAll(history.messages);
    QVERIFY(at(history, "2026-03-02T12:00:00Z") == all);
}

QTEST_GUILESS_MAIN(SignalEvaluationTest)
#include "test_signal_evaluation.moc"
