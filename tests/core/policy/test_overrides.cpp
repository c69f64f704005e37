// What an override takes off a decision, and when it does not count.
#include <QtTest>

#include "tests/core/policy/decision_fixture.h"

using namespace foreword;
using namespace foreword::fixture;

namespace {

Override leave(std::string rule)
{
    return {{},
            std::move(rule),
            "supervisor",
            "anna",
            "agreed",
            "The customer asked for it.",
            at("2026-11-09T09:00:00+01:00"),
            at("2026-11-10T09:00:00+01:00")};
}

} // namespace

class TestOverrides : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void overrideTakesOneVerdictOff();
    void overrideThatDoesNotCount_data();
    void overrideThatDoesNotCount();
};

void TestOverrides::overrideTakesOneVerdictOff()
{
    auto given = input({complaintAbout({"7"}), signal("grief")});
    given.overrides = {leave("complaint")};
    auto decision = decide(charter(), dictionary(), given);
    QCOMPARE(verdictOf(decision, "news"), Verdict::hold);
    QCOMPARE(find(decision, "news")->reason->rule, std::string("grief"));
    QCOMPARE(find(decision, "news")->overrides.size(), std::size_t(1));
    QVERIFY(find(decision, "stay")->overrides.empty());
    given.signals.pop_back();
    decision = decide(charter(), dictionary(), given);
    QCOMPARE(verdictOf(decision, "news"), Verdict::allow);
    QCOMPARE(decision.posture, Posture::serviceFirst);
    QCOMPARE(rulesOf(find(decision, "news")->alsoMatched), Ids{"complaint"});
}

void TestOverrides::overrideThatDoesNotCount_data()
{
    QTest::addColumn<QString>("what");
    for (const char* what : {"reason", "text", "role", "rule", "over", "early", "other offer", "P1", "too long"})
        QTest::newRow(what) << what;
}

void TestOverrides::overrideThatDoesNotCount()
{
    QFETCH(QString, what);
    auto given = input({complaintAbout({"7"}), signal("objection")});
    auto override = leave("complaint");
    if (what == "reason")
        override.reason.clear();
    if (what == "text")
        override.text.clear();
    if (what == "role")
        override.role = "agent";
    if (what == "rule")
        override.rule = "grief";
    if (what == "over")
        override.until = at("2026-11-09T09:30:00+01:00");
    if (what == "early")
        override.at = at("2026-11-09T10:30:00+01:00");
    if (what == "other offer")
        override.offer = {"marketing", "bigger"};
    if (what == "P1")
        override.rule = "objection";
    // The rule allows twelve hours, whatever the override says.
    if (what == "too long")
        override.at = at("2026-11-08T21:00:00+01:00");
    given.overrides = {override};
    const auto decision = decide(charter(), dictionary(), given);
    QVERIFY(find(decision, "news")->overrides.empty());
    QCOMPARE(verdictOf(decision, "news"), Verdict::suppress);
}

QTEST_GUILESS_MAIN(TestOverrides)
#include "test_overrides.moc"
