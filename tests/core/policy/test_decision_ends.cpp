// Until when a verdict stands: after a closing, with the conversation, by days, with its signal.
#include <QtTest>

#include "tests/core/policy/decision_fixture.h"

using namespace foreword;
using namespace foreword::fixture;

class TestDecisionEnds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void complaintEndsAfterClosing();
    void complaintOpenSaysEventAndReview();
    void complaintOfTwoInteractions();
    void closingAfterAsOfIsNotKnown();
    void openEvidenceOutweighsClosedInteractions();
    void conversationEnds();
    void daysCountFromLastEvidence();
    void ruleCannotOutlastItsSignal();
    void latestEndIsShown();
};

void TestDecisionEnds::complaintEndsAfterClosing()
{
    auto given = input({complaintAbout({"7"})});
    given.interactions = {interaction("7", at("2026-10-27T12:00:00+01:00"))};
    const auto decision = decide(charter(), dictionary(), given);
    const auto* news = find(decision, "news");
    QCOMPARE(news->verdict, Verdict::hold);
    QCOMPARE(*news->until, at("2026-11-10T12:00:00+01:00"));
    QVERIFY(news->untilEvent.empty() && !news->reviewBy);
    // The end itself is outside.
    given.asOf = at("2026-11-10T12:00:00+01:00");
    QCOMPARE(verdictOf(decide(charter(), dictionary(), given), "news"), Verdict::allow);
    given.asOf = at("2026-11-10T11:59:59+01:00");
    QCOMPARE(verdictOf(decide(charter(), dictionary(), given), "news"), Verdict::hold);
}

void TestDecisionEnds::complaintOpenSaysEventAndReview()
{
    auto given = input({complaintAbout({"7"})});
    given.interactions = {interaction("7", std::nullopt)};
    const auto decision = decide(charter(), dictionary(), given);
    const auto* held = find(decision, "news");
    QVERIFY(!held->until);
    QCOMPARE(held->untilEvent, std::string("interaction.closed"));
    QCOMPARE(held->untilPlusDays, 14);
    QCOMPARE(*held->reviewBy, at("2026-12-27T09:00:00+01:00"));
}

void TestDecisionEnds::complaintOfTwoInteractions()
{
    auto given = input({complaintAbout({"7", "8"})});
    given.interactions = {interaction("8", at("2026-11-05T12:00:00+01:00")), interaction("7", at("2026-10-01T12:00:00+01:00"))};
    QCOMPARE(*find(decide(charter(), dictionary(), given), "news")->until, at("2026-11-19T12:00:00+01:00"));
    given.interactions.back().closedAt.reset();
    QVERIFY(!find(decide(charter(), dictionary(), given), "news")->until);
    // An interaction that is not among the input may be open.
    given.interactions.pop_back();
    QVERIFY(!find(decide(charter(), dictionary(), given), "news")->until);
}

void TestDecisionEnds::closingAfterAsOfIsNotKnown()
{
    auto given = input({complaintAbout({"7"})});
    given.interactions = {interaction("7", at("2026-11-20T12:00:00+01:00"))};
    const auto decision = decide(charter(), dictionary(), given);
    QVERIFY(!find(decision, "news")->until);
    QCOMPARE(find(decision, "news")->untilEvent, std::string("interaction.closed"));
}

// Evidence without an interaction, such as a field of the CRM: the evaluation says that it still
// waits, so the closed interaction of the other evidence does not end it.
void TestDecisionEnds::openEvidenceOutweighsClosedInteractions()
{
    auto given = input({complaintAbout({"7"})});
    given.interactions = {interaction("7", at("2026-11-05T12:00:00+01:00"))};
    given.signals.front().endsBy = "interaction.closed";
    const auto decision = decide(charter(), dictionary(), given);
    QVERIFY(!find(decision, "news")->until);
    QCOMPARE(find(decision, "news")->untilEvent, std::string("interaction.closed"));
    given.signals.front().until = at("2026-11-19T12:00:00+01:00");
    given.signals.front().endsBy.clear();
    QCOMPARE(*find(decide(charter(), dictionary(), given), "news")->until, at("2026-11-19T12:00:00+01:00"));
}

void TestDecisionEnds::conversationEnds()
{
    auto asked = signal("person_wanted");
    asked.interactions = {{"helpdesk", "7"}};
    auto given = input({asked});
    given.interactions = {interaction("7", std::nullopt)};
    QCOMPARE(decide(charter(), dictionary(), given).posture, Posture::escalate);
    given.interactions = {interaction("7", at("2026-11-09T09:00:00+01:00"))};
    QCOMPARE(decide(charter(), dictionary(), given).posture, Posture::normal);
}

void TestDecisionEnds::daysCountFromLastEvidence()
{
    auto grief = signal("grief");
    grief.evidence = {words("m1", "My father died.", at("2026-11-01T09:00:00+01:00")),
                      words("m2", "The funeral was hard.", at("2026-11-04T09:00:00+01:00"))};
    const auto decision = decided({grief});
    QCOMPARE(*find(decision, "stay")->until, at("2027-02-02T09:00:00+01:00"));
    auto old = signal("grief");
    old.since = at("2026-08-01T09:00:00+01:00");
    QCOMPARE(verdictOf(decided({old}), "stay"), Verdict::allow);
}

void TestDecisionEnds::ruleCannotOutlastItsSignal()
{
    auto grief = signal("grief");
    grief.until = at("2026-11-20T09:00:00+01:00");
    QCOMPARE(*find(decided({grief}), "stay")->until, at("2026-11-20T09:00:00+01:00"));
}

void TestDecisionEnds::latestEndIsShown()
{
    auto grief = signal("grief");
    auto given = input({grief, complaintAbout({"7"})});
    given.interactions = {interaction("7", at("2026-11-01T12:00:00+01:00"))};
    auto decision = decide(charter(), dictionary(), given);
    QCOMPARE(find(decision, "news")->reason->rule, std::string("complaint"));
    QCOMPARE(*find(decision, "news")->reason->until, at("2026-11-15T12:00:00+01:00"));
    QCOMPARE(*find(decision, "news")->until, at("2027-01-30T09:00:00+01:00"));
    // What ends by an event is taken to outlast any date.
    given.interactions.front().closedAt.reset();
    decision = decide(charter(), dictionary(), given);
    QVERIFY(!find(decision, "news")->until);
    QCOMPARE(find(decision, "news")->untilEvent, std::string("interaction.closed"));
}

QTEST_GUILESS_MAIN(TestDecisionEnds)
#include "test_decision_ends.moc"
