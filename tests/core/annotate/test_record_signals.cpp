// Signals out of fields, events and history: what raises each and, to the moment, what ends it.
#include "tests/core/annotate/events.h"

using namespace foreword;
using namespace foreword::test;

namespace {

History promised(const std::vector<std::pair<std::string, std::string>>& saidAndDue)
{
    History history;
    history.interactions.push_back(interaction("i1", "2026-06-01T09:00:00Z"));
    for (const auto& [said, due] : saidAndDue) {
        HistoryMessage message;
        message.key = {"test", "m" + std::to_string(history.messages.size())};
        message.sender = Sender::agent;
        message.at = time(said);
        message.text = "I will call you.";
        Annotation promise{AnnotationKind::promise, {0, 15}, "callback", {}, std::nullopt, 0};
        if (due.empty())
            promise.kind = AnnotationKind::fulfilment;
        else
            promise.due = time(due);
        message.annotations = {promise};
        history.messages.push_back(std::move(message));
    }
    return history;
}

} // namespace

class RecordSignalsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyAPersonClosesASafetySignal()
    {
        auto history =
            withEvents({happened("self_harm_risk", "2026-01-01T00:00:00Z"), happened("self_harm_risk_ended", "2026-01-02T00:00:00Z")});
        QVERIFY(stands(history, "2027-01-01T00:00:00Z", "self_harm_risk"));
        history.events.push_back(happened("signal_closed", "2026-01-03T00:00:00Z", R"({"signal":"immediate_danger"})"));
        QVERIFY(stands(history, "2026-01-04T00:00:00Z", "self_harm_risk"));
        history.events.push_back(happened("signal_closed", "2026-01-05T00:00:00Z", R"({"signal":"self_harm_risk"})"));
        QVERIFY(!stands(history, "2026-01-05T00:00:00Z", "self_harm_risk"));
    }

    void breathingSpaceLastsSixtyDays()
    {
        const auto standard = withEvents({happened("breathing_space", "2026-05-02T10:00:00+01:00", R"({"kind":"standard"})")});
        QVERIFY(stands(standard, "2026-07-01T09:59:59+01:00", "breathing_space"));
        QVERIFY(!stands(standard, "2026-07-01T10:00:00+01:00", "breathing_space"));
        QCOMPARE(one(standard, "2026-05-03T10:00:00+01:00", "breathing_space")->state, SignalState::confirmed);
    }

    void crisisBreathingSpaceLastsThirtyDaysAfterTreatment()
    {
        auto crisis = withEvents({happened("breathing_space", "2026-01-01T10:00:00Z", R"({"kind":"crisis"})")});
        QVERIFY(stands(crisis, "2026-12-01T10:00:00Z", "breathing_space"));
        crisis.events.push_back(happened("breathing_space_ended", "2026-06-01T10:00:00Z"));
        QVERIFY(stands(crisis, "2026-07-01T09:59:59Z", "breathing_space"));
        QVERIFY(!stands(crisis, "2026-07-01T10:00:00Z", "breathing_space"));
    }

    void outageEndsThreeDaysAfterService()
    {
        auto history = withEvents({happened("outage", "2026-03-01T08:00:00Z", R"({"area":"north"})")});
        QVERIFY(stands(history, "2026-04-01T08:00:00Z", "open_service_issue"));
        history.events.push_back(happened("service_restored", "2026-03-02T08:00:00Z", R"({"area":"south"})"));
        QVERIFY(stands(history, "2026-04-01T08:00:00Z", "open_service_issue"));
        history.events.push_back(happened("outage_ended", "2026-03-03T08:00:00Z", R"({"area":"north"})"));
        QVERIFY(stands(history, "2026-03-06T07:59:59Z", "open_service_issue"));
        QVERIFY(!stands(history, "2026-03-06T08:00:00Z", "open_service_issue"));
    }

    void faultIsOpenUntilThreeDaysAfterClosing()
    {
        History history;
        history.interactions.push_back(interaction("f1", "2026-03-01T10:00:00Z", "2026-03-05T10:00:00Z"));
        history.interactions.back().kind = InteractionKind::fault;
        QVERIFY(stands(history, "2026-03-08T09:59:59Z", "open_service_issue"));
        QVERIFY(!stands(history, "2026-03-08T10:00:00Z", "open_service_issue"));
        QCOMPARE(one(history, "2026-03-02T10:00:00Z", "open_service_issue")->evidence.front().field,
                 std::string("interaction test:f1 kind=fault"));
    }

    void missedPaymentIsHardshipForNinetyDays()
    {
        const auto history =
            withEvents({happened("payment_missed", "2026-01-01T00:00:00Z"), happened("payment_missed", "2026-02-01T00:00:00Z")});
        QVERIFY(stands(history, "2026-05-01T23:59:59Z", "financial_hardship"));
        QVERIFY(!stands(history, "2026-05-02T00:00:00Z", "financial_hardship"));
    }

    void complaintClockAtThreeQuarters()
    {
        History history;
        history.interactions.push_back(interaction("c1", "2026-05-05T09:00:00Z"));
        history.interactions.back().kind = InteractionKind::complaint;
        QVERIFY(!stands(history, "2026-06-16T08:59:59Z", "complaint_clock"));
        QVERIFY(stands(history, "2026-06-16T09:00:00Z", "complaint_clock"));
        SignalContext telecom;
        telecom.settings.complaintLimits.push_back({time("2026-04-08T00:00:00Z"), 42, "Ofcom"});
        QVERIFY(!stands(history, "2026-06-05T20:59:59Z", "complaint_clock", telecom));
        QVERIFY(stands(history, "2026-06-05T21:00:00Z", "complaint_clock", telecom));
        // A complaint of before has the limit of before.
        history.interactions.back().openedAt = time("2026-04-07T09:00:00Z");
        QVERIFY(!stands(history, "2026-05-10T09:00:00Z", "complaint_clock", telecom));
        // A response about another matter does not stop the clock, one about this does.
        history.events.push_back(happened("final_response_sent", "2026-05-20T09:00:00Z", R"({"interaction":"c1"})"));
        QVERIFY(!stands(history, "2026-06-20T09:00:00Z", "complaint_clock"));
        history.interactions.push_back(interaction("c2", "2026-05-01T09:00:00Z"));
        history.interactions.back().kind = InteractionKind::complaint;
        QVERIFY(stands(history, "2026-06-20T09:00:00Z", "complaint_clock"));
        QCOMPARE(one(history, "2026-06-20T09:00:00Z", "complaint_clock")->interactions.front().id, std::string("c2"));
    }

    void complaintInWordsStartsTheClock()
    {
        const auto history = test::history(
            {customer("Where is it?", "2026-03-01T10:00:00Z"), customer("This is appalling service.", "2026-03-02T10:00:00Z")});
        QVERIFY(!stands(history, "2026-04-13T09:59:59Z", "complaint_clock"));
        const auto clock = one(history, "2026-04-13T10:00:00Z", "complaint_clock");
        QVERIFY(clock);
        QCOMPARE(clock->state, SignalState::suspected);
        QVERIFY(clock->evidence.front().citation.has_value());
    }

    void promiseIsBrokenWhenPastDue()
    {
        const auto history = promised({{"2026-06-01T10:00:00Z", "2026-06-03T17:00:00Z"}, {"2026-06-01T10:05:00Z", "2026-06-05T17:00:00Z"}});
        QVERIFY(!stands(history, "2026-06-03T17:00:00Z", "broken_promise"));
        QCOMPARE(one(history, "2026-06-04T10:00:00Z", "broken_promise")->count, 1);
        QCOMPARE(one(history, "2026-06-06T10:00:00Z", "broken_promise")->count, 2);
        QCOMPARE(one(history, "2026-06-04T10:00:00Z", "broken_promise")->evidence.front().quote, std::string("I will call you"));
    }

    void promiseGivenTwiceIsOne()
    {
        const auto history = promised({{"2026-06-01T10:00:00Z", "2026-06-03T17:00:00Z"}, {"2026-06-02T10:00:00Z", "2026-06-03T17:00:00Z"}});
        QCOMPARE(one(history, "2026-06-04T10:00:00Z", "broken_promise")->count, 1);
    }

    void promiseKeptLateStandsSevenDaysMore()
    {
        const auto late = promised({{"2026-06-01T10:00:00Z", "2026-06-03T17:00:00Z"}, {"2026-06-05T10:00:00Z", ""}});
        QVERIFY(stands(late, "2026-06-12T09:59:59Z", "broken_promise"));
        QVERIFY(!stands(late, "2026-06-12T10:00:00Z", "broken_promise"));
        const auto kept = promised({{"2026-06-01T10:00:00Z", "2026-06-03T17:00:00Z"}, {"2026-06-02T10:00:00Z", ""}});
        QVERIFY(!stands(kept, "2026-06-04T10:00:00Z", "broken_promise"));
        auto note = promised({{"2026-06-01T10:00:00Z", "2026-06-03T17:00:00Z"}});
        note.messages.front().visibility = Visibility::internal;
        QVERIFY(!stands(note, "2026-06-04T10:00:00Z", "broken_promise"));
    }

    void contactCapIsOfTheChannel()
    {
        const auto history = withEvents({happened("offer_shown", "2026-05-18T12:00:00Z", R"({"offer":"a","channel":"email"})")});
        const auto in = [](ConsentChannel channel) {
            SignalContext context;
            context.channel = channel;
            return context;
        };
        QVERIFY(stands(history, "2026-05-25T11:59:59Z", "contact_cap_reached", in(ConsentChannel::email)));
        QVERIFY(!stands(history, "2026-05-25T12:00:00Z", "contact_cap_reached", in(ConsentChannel::email)));
        QVERIFY(!stands(history, "2026-05-19T12:00:00Z", "contact_cap_reached", in(ConsentChannel::sms)));
        QVERIFY(!stands(history, "2026-05-19T12:00:00Z", "contact_cap_reached", in(ConsentChannel::agent)));
    }

    void refusedAndIgnoredOffers()
    {
        const std::string offer = R"({"offer":"boxes","channel":"agent"})";
        auto history =
            withEvents({happened("offer_declined", "2026-10-20T10:00:00Z", offer), happened("offer_shown", "2026-11-03T10:00:00Z", offer)});
        // Shown and not answered is ignored after seven days, not before.
        QVERIFY(!stands(history, "2026-11-10T09:59:59Z", "recently_declined"));
        const auto declined = one(history, "2026-11-10T10:00:00Z", "recently_declined");
        QVERIFY(declined);
        QCOMPARE(declined->offers.front().id, std::string("boxes"));
        QCOMPARE(declined->evidence.size(), std::size_t(2));
        // The 30 days slide and end now.
        QVERIFY(stands(history, "2026-11-19T09:59:59Z", "recently_declined"));
        QVERIFY(!stands(history, "2026-11-19T10:00:01Z", "recently_declined"));
        history.events.push_back(happened("offer_accepted", "2026-11-05T10:00:00Z", offer));
        QVERIFY(!stands(history, "2026-11-12T10:00:00Z", "recently_declined"));
        const auto two = withEvents({happened("offer_declined", "2026-10-20T10:00:00Z", R"({"offer":"a"})"),
                                     happened("offer_declined", "2026-10-21T10:00:00Z", R"({"offer":"b"})")});
        QVERIFY(!stands(two, "2026-10-22T10:00:00Z", "recently_declined"));
    }

    void sensitiveAudienceIsOfTheOffer()
    {
        std::vector<OfferRecord> offers(3);
        offers[0].key = {"m", "plain"};
        offers[1].key = {"m", "health"};
        offers[1].selectedBy = {"purchase_history", "inferred_health"};
        offers[2].key = {"m", "union"};
        offers[2].selectedBy = {"union"};
        SignalContext context;
        context.offers = offers;
        const auto signals = all({}, "2026-05-27T09:30:00Z", "special_category_targeting", context);
        QCOMPARE(signals.size(), std::size_t(2));
        QCOMPARE(signals[0].offers.front().id, std::string("health"));
        QCOMPARE(signals[0].evidence.size(), std::size_t(1));
        QCOMPARE(signals[0].evidence.front().quote, std::string("inferred_health"));
    }

    void lifecycleOfTheNewestRecord()
    {
        History history;
        history.records.resize(2);
        history.records[0].key = {"crm", "1"};
        history.records[0].attributes["lifecycle"] = "Onboarding";
        history.records[0].updatedAt = time("2026-01-01T00:00:00Z");
        history.records[1].key = {"billing", "1"};
        QVERIFY(stands(history, "2026-06-01T00:00:00Z", "lifecycle_not_ready"));
        history.records[1].attributes["lifecycle"] = "active";
        history.records[1].updatedAt = time("2026-02-01T00:00:00Z");
        QVERIFY(!stands(history, "2026-06-01T00:00:00Z", "lifecycle_not_ready"));
    }

    void cardMarkIsReportedConfirmed()
    {
        auto history = test::history({customer("my card is **************** thanks")});
        history.messages.front().redactions = {{{11, 27}, "card_number"}};
        const auto signal = one(history, "2026-03-03T00:00:00Z", "card_data_in_text");
        QVERIFY(signal);
        QCOMPARE(signal->state, SignalState::confirmed);
        QCOMPARE(signal->evidence.front().quote, std::string(16, '*'));
        // Digits are read in any language.
        QVERIFY(!stands(test::history({customer("Habari, nimeagiza jiko la umeme wiki iliyopita.")}, "sw"), "2026-03-03T00:00:00Z",
                        "card_data_in_text"));
    }

    void identityOfTwoPeople()
    {
        History history;
        history.records.resize(1);
        history.records[0].names = {"Petra Lind"};
        history.shared = {{"email", "p@example.com", {"billing", "B"}, {"Owen Hart"}, {}, 2, {}}};
        QVERIFY(stands(history, "2026-03-03T00:00:00Z", "identity_conflict"));
        history.events = {happened("identity_conflict_ended", "2026-03-04T00:00:00Z")};
        QVERIFY(!stands(history, "2026-03-05T00:00:00Z", "identity_conflict"));
        history.events.clear();
        // One telephone for one household is no conflict.
        history.shared = {{"phone", "+4930", {"billing", "B"}, {"Owen Lind"}, {}, 2, {}}};
        QVERIFY(!stands(history, "2026-03-03T00:00:00Z", "identity_conflict"));
        history.shared.front().names = {"Owen Hart"};
        QVERIFY(stands(history, "2026-03-03T00:00:00Z", "identity_conflict"));
        history.shared.clear();
        history.records.resize(2);
        history.records[0].birthDate = "1979-02-11";
        history.records[1].birthDate = "1992-10-30";
        QVERIFY(stands(history, "2026-03-03T00:00:00Z", "identity_conflict"));
        history.records[1].birthDate = "1979-11-02";
        QVERIFY(!stands(history, "2026-03-03T00:00:00Z", "identity_conflict"));
    }

    void thirdPartyIsOfOneConversation()
    {
        auto history = withEvents({happened("third_party_speaker", "2026-03-02T11:00:00Z")});
        history.interactions.push_back(interaction("i1", "2026-03-02T10:00:00Z", "2026-03-03T10:00:00Z"));
        QVERIFY(stands(history, "2026-03-03T09:59:59Z", "third_party_speaker"));
        QVERIFY(!stands(history, "2026-03-03T10:00:00Z", "third_party_speaker"));
    }

    void fourthContactIsCounted()
    {
        History history;
        for (int i = 0; i < 4; ++i) {
            history.interactions.push_back(interaction("r" + std::to_string(i), "2026-03-0" + std::to_string(i + 1) + "T10:00:00Z"));
            history.interactions.back().subject = i % 2 ? "Re: Router" : "Router";
        }
        QVERIFY(!stands(history, "2026-03-02T12:00:00Z", "repeat_contact"));
        QCOMPARE(one(history, "2026-03-03T12:00:00Z", "repeat_contact")->count, 3);
        QCOMPARE(one(history, "2026-03-04T12:00:00Z", "repeat_contact")->count, 4);
    }

    void objectionByEventIsOfItsChannel()
    {
        auto history = withEvents({happened("marketing_objection", "2026-03-01T00:00:00Z", R"({"channel":"sms"})")});
        QCOMPARE(one(history, "2026-03-02T00:00:00Z", "marketing_objection")->scope, std::vector<std::string>{"sms"});
    }

    void consentAgesWhereTheCharterSaysSo()
    {
        History history;
        ConsentRecord consent;
        consent.purpose = "marketing";
        consent.status = ConsentStatus::granted;
        consent.basis = ConsentBasis::optIn;
        consent.at = time("2013-04-09T12:00:00Z");
        history.consents = {consent};
        QVERIFY(!stands(history, "2026-01-20T00:00:00Z", "consent_not_shown"));
        SignalContext context;
        context.settings.consentMaxAgeDays = 730;
        QVERIFY(stands(history, "2026-01-20T00:00:00Z", "consent_not_shown", context));
    }
};

QTEST_GUILESS_MAIN(RecordSignalsTest)
#include "test_record_signals.moc"
