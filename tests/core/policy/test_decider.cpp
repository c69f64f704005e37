// What the rules of a charter decide together: verdicts, the posture, what is unknown.
#include <QtTest>

#include "tests/core/policy/decision_fixture.h"

using namespace foreword;
using namespace foreword::fixture;

class TestDecider : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingKnownAllowsAll();
    void mostRestrictiveWins();
    void supportIsNeverHeldUnnamed();
    void safetyNamesEveryKind();
    void unknownFailsClosed_data();
    void unknownFailsClosed();
    void unknownP3OnlyListed();
    void absentSignalsCountForNothing();
    void strangersInTheInput();
    void hashesSayWhatDecided();
};

void TestDecider::nothingKnownAllowsAll()
{
    const auto decision = decided({});
    QCOMPARE(decision.posture, Posture::normal);
    QVERIFY(!decision.postureReason);
    QCOMPARE(decision.offers.size(), std::size_t(5));
    for (const auto& offer : decision.offers) {
        QCOMPARE(offer.verdict, Verdict::allow);
        QVERIFY(!offer.reason && !offer.until && offer.untilEvent.empty() && offer.alsoMatched.empty());
    }
}

void TestDecider::mostRestrictiveWins()
{
    const auto decision = decided({signal("grief"), signal("objection"), signal("person_wanted")});
    QCOMPARE(decision.posture, Posture::escalate);
    QCOMPARE(decision.postureReason->rule, std::string("person"));
    QCOMPARE(verdictOf(decision, "news"), Verdict::suppress);
    QCOMPARE(find(decision, "news")->reason->rule, std::string("objection"));
    QCOMPARE(rulesOf(find(decision, "news")->alsoMatched), Ids{"grief"});
    QCOMPARE(rulesOf(decision.matched), (Ids{"objection", "grief", "person"}));
}

void TestDecider::supportIsNeverHeldUnnamed()
{
    const auto decision = decided(
        {signal("objection"), signal("mixed_identity"), signal("grief"), signal("complaint"), signal("again", SignalState::confirmed)});
    QCOMPARE(verdictOf(decision, "help"), Verdict::allow);
    QCOMPARE(verdictOf(decision, "works"), Verdict::allow);
    QCOMPARE(verdictOf(decision, "stay"), Verdict::suppress);
}

void TestDecider::safetyNamesEveryKind()
{
    const auto decision = decided({signal("danger")});
    QCOMPARE(decision.posture, Posture::escalate);
    for (const auto& offer : decision.offers)
        QCOMPARE(offer.verdict, Verdict::suppress);
}

void TestDecider::unknownFailsClosed_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("P0") << "danger";
    QTest::newRow("P1") << "objection";
    QTest::newRow("P2") << "mixed_identity";
}

void TestDecider::unknownFailsClosed()
{
    QFETCH(QString, id);
    const auto decision = decided({signal(id.toStdString(), SignalState::unknown)});
    QCOMPARE(decision.posture, Posture::normal);
    QCOMPARE(decision.unknown, Ids{id.toStdString()});
    for (const auto* held : {"news", "bigger", "stay"}) {
        QCOMPARE(verdictOf(decision, held), Verdict::hold);
        QCOMPARE(find(decision, held)->reason->title, std::string("Not read yet"));
        QCOMPARE(*find(decision, held)->reviewBy, at("2026-11-04T09:00:00+01:00"));
    }
    QCOMPARE(verdictOf(decision, "help"), Verdict::allow);
    QCOMPARE(verdictOf(decision, "works"), Verdict::allow);
}

void TestDecider::unknownP3OnlyListed()
{
    const auto decision = decided({signal("grief", SignalState::unknown), signal("again", SignalState::unknown)});
    QCOMPARE(decision.unknown, (Ids{"grief", "again"}));
    QCOMPARE(decision.posture, Posture::normal);
    QVERIFY(decision.matched.empty());
    for (const auto& offer : decision.offers)
        QCOMPARE(offer.verdict, Verdict::allow);
}

void TestDecider::absentSignalsCountForNothing()
{
    const auto decision = decided({signal("grief", SignalState::absent)});
    QCOMPARE(canonicalDecision(decision), canonicalDecision(decided({})));
}

void TestDecider::strangersInTheInput()
{
    auto stranger = signal("not_in_the_dictionary", SignalState::confirmed);
    stranger.rank = Rank::p0;
    const auto decision = decided({stranger});
    QCOMPARE(decision.signals.size(), std::size_t(1));
    QCOMPARE(decision.posture, Posture::normal);
    stranger.state = SignalState::unknown;
    QCOMPARE(verdictOf(decided({stranger}), "news"), Verdict::hold);
    // The dictionary's rank counts, not the caller's.
    auto disguised = signal("objection", SignalState::unknown);
    disguised.rank = Rank::p5;
    QCOMPARE(verdictOf(decided({disguised}), "news"), Verdict::hold);
}

void TestDecider::hashesSayWhatDecided()
{
    const auto first = decided({signal("grief")});
    QCOMPARE(first.charterVersion, std::string("1.2"));
    QCOMPARE(first.charterHash, charter().hash());
    QCOMPARE(first.dictionaryHash, dictionary().hash());
    QCOMPARE(first.engineHash.size(), std::size_t(64));
    QCOMPARE(first.channel, std::string("agent"));
    auto changed = input({signal("grief")});
    changed.offers.front().value += 1;
    QVERIFY(decide(charter(), dictionary(), changed).inputHash != first.inputHash);
    changed = input({signal("grief")});
    changed.asOf = changed.asOf.plusMicros(1);
    QVERIFY(decide(charter(), dictionary(), changed).inputHash != first.inputHash);
    // Interactions that no signal names do not count; the offset an instant was written with
    // neither.
    changed = input({signal("grief")});
    changed.interactions = {interaction("99", std::nullopt)};
    changed.asOf = changed.asOf.atOffset(0);
    QCOMPARE(canonicalDecision(decide(charter(), dictionary(), changed)), canonicalDecision(first));
}

QTEST_GUILESS_MAIN(TestDecider)
#include "test_decider.moc"
