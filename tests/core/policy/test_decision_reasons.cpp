// Which of several matching rules is named as the reason, with which words, and what else holds.
#include <QtTest>

#include "core/policy/explanation.h"
#include "tests/core/policy/decision_fixture.h"

using namespace foreword;
using namespace foreword::fixture;

class TestDecisionReasons : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reasonIsByRankThenSeverity();
    void severityBeforeDictionaryOrder();
    void dictionaryOrderSettlesTies();
    void evidenceIsOfTheReason();
    void explanationSaysWhatElseHolds();
};

// The first reason goes by rank even where a lower rank is the more severe.
void TestDecisionReasons::reasonIsByRankThenSeverity()
{
    const auto decision = decided({signal("again", SignalState::confirmed), signal("complaint")});
    const auto* bigger = find(decision, "bigger");
    QCOMPARE(bigger->verdict, Verdict::suppress);
    QCOMPARE(bigger->reason->rule, std::string("complaint"));
    QCOMPARE(bigger->reason->verdict, Verdict::hold);
    QCOMPARE(rulesOf(bigger->alsoMatched), Ids{"again"});
}

void TestDecisionReasons::severityBeforeDictionaryOrder()
{
    auto text = charterText();
    const auto change = [&text](std::string_view from, std::string_view to) {
        const auto found = text.find(from);
        QVERIFY(found != std::string::npos);
        text.replace(found, from.size(), to);
    };
    change("offer = \"hold\"\nconversation = \"service_first\"\nuntil = { days = 90 }",
           "offer = \"suppress\"\nconversation = \"service_first\"\nuntil = { days = 90 }");
    change("kind = \"retention\"\nexpect = { offer = \"hold\", conversation = \"service_first\" }",
           "kind = \"retention\"\nexpect = { offer = \"suppress\", conversation = \"service_first\" }");
    const auto decision = decide(charter(text), dictionary(), input({signal("grief"), signal("complaint")}));
    QCOMPARE(find(decision, "news")->reason->rule, std::string("grief"));
    QCOMPARE(rulesOf(find(decision, "news")->alsoMatched), Ids{"complaint"});
}

void TestDecisionReasons::dictionaryOrderSettlesTies()
{
    const auto decision = decided({signal("grief"), signal("complaint")});
    QCOMPARE(find(decision, "news")->reason->rule, std::string("complaint"));
    QCOMPARE(decision.postureReason->rule, std::string("complaint"));
}

void TestDecisionReasons::evidenceIsOfTheReason()
{
    auto complaint = signal("complaint");
    complaint.evidence = {words("m1", "I am not happy.", at("2026-11-02T09:00:00+01:00")),
                          words("m2", "Still not happy.", at("2026-11-05T09:00:00+01:00"))};
    auto objection = signal("objection");
    objection.evidence = {words("m3", "No more adverts.", at("2026-11-03T09:00:00+01:00"))};
    const auto decision = decided({complaint, objection});
    const auto* news = find(decision, "news");
    QCOMPARE(news->evidence.size(), std::size_t(1));
    QCOMPARE(news->evidence.front().quote, std::string("No more adverts."));
    // The newest words first.
    QCOMPARE(decision.postureEvidence.size(), std::size_t(2));
    QCOMPARE(decision.postureEvidence.front().quote, std::string("Still not happy."));
}

void TestDecisionReasons::explanationSaysWhatElseHolds()
{
    const auto decision = decided({complaintAbout({"7"}), signal("grief")});
    const auto* news = find(decision, "news");
    const Explanation both = explain(decision, *news);
    QCOMPARE(both.alsoHold.size(), std::size_t(1));
    QCOMPARE(both.withoutFirst, Verdict::hold);
    QVERIFY(both.freed.empty());
    const auto alone = decided({complaintAbout({"7"})});
    const Explanation one = explain(alone, *find(alone, "news"));
    QCOMPARE(one.withoutFirst, Verdict::allow);
    QCOMPARE(one.freed.size(), std::size_t(2)); // the upsell as well
    QVERIFY(explain(alone, *find(alone, "help")).freed.empty());
}

QTEST_GUILESS_MAIN(TestDecisionReasons)
#include "test_decision_reasons.moc"
