// When a rule matches: states, signals together, counts, marks of an offer, working days.
#include <QtTest>

#include "tests/core/policy/decision_fixture.h"

using namespace foreword;
using namespace foreword::fixture;

namespace {

const Charter& wideCharter()
{
    static const Charter loaded = [] {
        auto parts = charterParts();
        parts.push_back(R"([calendar]
version = "1"
country = "GB"
through = 2027-12-31
[[calendar.in]]
code = "GB"
time_zone = "Europe/London"
[[rule]]
id = "often"
title = "Often"
rank = "P4"
when = { all = ["again"], min_count = 4 }
conversation = "escalate"
say = "Too often."
[[rule]]
id = "credit"
title = "Credit"
rank = "P3"
when = { all = ["grief"] }
kinds = ["support"]
offers = { credit = true }
offer = "suppress"
until = { days = 90 }
say = "No credit."
[[rule]]
id = "unconfirmed"
title = "Unconfirmed"
rank = "P2"
when = { all = ["mixed_identity"], max_state = "suspected", after_working_days = 2 }
kinds = ["support"]
offer = "hold"
until = { event = "signal", review_days = 1 }
say = "Nobody confirmed it."
[[rule]]
id = "fresh"
title = "Fresh"
rank = "P2"
when = { all = ["mixed_identity"], max_state = "suspected" }
kinds = ["service_notice"]
offer = "hold"
until = { working_days = 2 }
say = "Fresh."
[[test]]
name = "often"
rule = "often"
signals = { again = "suspected" }
counts = { again = 4 }
kind = "support"
expect = { offer = "allow", conversation = "escalate" }
[[test]]
name = "credit"
rule = "credit"
signals = { grief = "suspected" }
credit = true
kind = "support"
expect = { offer = "suppress", conversation = "service_first" }
[[test]]
name = "unconfirmed"
rule = "unconfirmed"
signals = { mixed_identity = "suspected" }
days_ago = 9
kind = "support"
expect = { offer = "hold", conversation = "normal" }
[[test]]
name = "fresh"
rule = "fresh"
signals = { mixed_identity = "suspected" }
kind = "service_notice"
expect = { offer = "hold", conversation = "normal" }
)");
        return charter(charterText(parts));
    }();
    return loaded;
}

} // namespace

class TestRuleConditions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void minimumStateCounts();
    void allAndAny();
    void countsAndMarks();
    void workingDaysToConfirm();
};

void TestRuleConditions::minimumStateCounts()
{
    QCOMPARE(verdictOf(decided({signal("again", SignalState::suspected)}), "bigger"), Verdict::allow);
    QCOMPARE(verdictOf(decided({signal("again", SignalState::confirmed)}), "bigger"), Verdict::suppress);
}

void TestRuleConditions::allAndAny()
{
    QCOMPARE(verdictOf(decided({signal("complaint")}), "stay"), Verdict::allow);
    QCOMPARE(verdictOf(decided({signal("person_wanted")}), "stay"), Verdict::allow);
    const auto decision = decided({signal("complaint"), signal("person_wanted"), signal("again")});
    QCOMPARE(verdictOf(decision, "stay"), Verdict::hold);
    QCOMPARE(find(decision, "stay")->reason->signals, (Ids{"complaint", "again", "person_wanted"}));
}

void TestRuleConditions::countsAndMarks()
{
    auto again = signal("again");
    again.count = 3;
    QCOMPARE(decide(wideCharter(), dictionary(), input({again})).posture, Posture::normal);
    again.count = 4;
    QCOMPARE(decide(wideCharter(), dictionary(), input({again})).posture, Posture::escalate);
    auto given = input({signal("grief")});
    QCOMPARE(verdictOf(decide(wideCharter(), dictionary(), given), "help"), Verdict::allow);
    for (auto& offer : given.offers)
        offer.credit = true;
    QCOMPARE(verdictOf(decide(wideCharter(), dictionary(), given), "help"), Verdict::suppress);
    QCOMPARE(verdictOf(decide(wideCharter(), dictionary(), given), "works"), Verdict::allow);
}

void TestRuleConditions::workingDaysToConfirm()
{
    auto mixed = signal("mixed_identity");
    mixed.since = at("2026-11-05T09:00:00Z"); // a Thursday: over with Monday
    const auto when = [&](const char* time) {
        auto given = input({mixed});
        given.asOf = at(time);
        return decide(wideCharter(), dictionary(), given);
    };
    QCOMPARE(verdictOf(when("2026-11-09T23:59:59Z"), "works"), Verdict::hold);
    QCOMPARE(*find(when("2026-11-09T23:59:59Z"), "works")->until, at("2026-11-10T00:00:00Z"));
    QCOMPARE(verdictOf(when("2026-11-09T23:59:59Z"), "help"), Verdict::allow);
    QCOMPARE(verdictOf(when("2026-11-10T00:00:00Z"), "works"), Verdict::allow);
    QCOMPARE(verdictOf(when("2026-11-10T00:00:00Z"), "help"), Verdict::hold);
    mixed.state = SignalState::confirmed;
    QCOMPARE(verdictOf(when("2026-11-10T00:00:00Z"), "help"), Verdict::allow);
}

QTEST_GUILESS_MAIN(TestRuleConditions)
#include "test_rule_conditions.moc"
