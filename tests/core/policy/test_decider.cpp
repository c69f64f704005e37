#include <QtTest>

#include "core/policy/explanation.h"
#include "tests/core/policy/policy_fixture.h"

using namespace foreword;
using namespace foreword::fixture;

namespace {

Decision decided(std::vector<Signal> signals)
{
    return decide(charter(), dictionary(), input(std::move(signals)));
}

InteractionRecord interaction(std::string id, std::optional<Timestamp> closed)
{
    InteractionRecord record;
    record.key = {"helpdesk", std::move(id)};
    record.openedAt = at("2026-10-01T09:00:00+01:00");
    record.closedAt = closed;
    return record;
}

Signal complaintAbout(const std::vector<std::string>& interactions)
{
    auto made = signal("complaint");
    for (const auto& id : interactions)
        made.interactions.push_back({"helpdesk", id});
    return made;
}

std::vector<std::string> rulesOf(const std::vector<RuleMatch>& matches)
{
    std::vector<std::string> ids;
    for (const auto& match : matches)
        ids.push_back(match.rule);
    return ids;
}

std::vector<std::string> idsOf(const Decision& decision)
{
    std::vector<std::string> ids;
    for (const auto& offer : decision.offers)
        ids.push_back(offer.offer.id);
    return ids;
}

using Ids = std::vector<std::string>;

} // namespace

class TestDecider : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingKnownAllowsAll();
    void mostRestrictiveWins();
    void supportIsNeverHeldUnnamed();
    void safetyNamesEveryKind();
    void reasonIsByRankThenSeverity();
    void severityBeforeDictionaryOrder();
    void dictionaryOrderSettlesTies();
    void minimumStateCounts();
    void allAndAny();
    void evidenceIsOfTheReason();
    void complaintEndsAfterClosing();
    void complaintOpenSaysEventAndReview();
    void complaintOfTwoInteractions();
    void closingAfterAsOfIsNotKnown();
    void openEvidenceOutweighsClosedInteractions();
    void conversationEnds();
    void daysCountFromLastEvidence();
    void ruleCannotOutlastItsSignal();
    void latestEndIsShown();
    void unknownFailsClosed_data();
    void unknownFailsClosed();
    void unknownP3OnlyListed();
    void scopeByChannel();
    void scopeByKind();
    void scopesOfTwoMessages();
    void scopeByTopicCoversAll();
    void offersOutOfTimeAreLeftOut();
    void offersOfOtherChannelsAreLeftOut();
    void orderOfOffers();
    void absentSignalsCountForNothing();
    void strangersInTheInput();
    void hashesSayWhatDecided();
    void countsAndMarks();
    void workingDaysToConfirm();
    void signalOfOneOffer();
    void overrideTakesOneVerdictOff();
    void overrideThatDoesNotCount_data();
    void overrideThatDoesNotCount();
    void explanationSaysWhatElseHolds();
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

// The first reason goes by rank even where a lower rank is the more severe.
void TestDecider::reasonIsByRankThenSeverity()
{
    const auto decision = decided({signal("again", SignalState::confirmed), signal("complaint")});
    const auto* bigger = find(decision, "bigger");
    QCOMPARE(bigger->verdict, Verdict::suppress);
    QCOMPARE(bigger->reason->rule, std::string("complaint"));
    QCOMPARE(bigger->reason->verdict, Verdict::hold);
    QCOMPARE(rulesOf(bigger->alsoMatched), Ids{"again"});
}

void TestDecider::severityBeforeDictionaryOrder()
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

void TestDecider::dictionaryOrderSettlesTies()
{
    const auto decision = decided({signal("grief"), signal("complaint")});
    QCOMPARE(find(decision, "news")->reason->rule, std::string("complaint"));
    QCOMPARE(decision.postureReason->rule, std::string("complaint"));
}

void TestDecider::minimumStateCounts()
{
    QCOMPARE(verdictOf(decided({signal("again", SignalState::suspected)}), "bigger"), Verdict::allow);
    QCOMPARE(verdictOf(decided({signal("again", SignalState::confirmed)}), "bigger"), Verdict::suppress);
}

void TestDecider::allAndAny()
{
    QCOMPARE(verdictOf(decided({signal("complaint")}), "stay"), Verdict::allow);
    QCOMPARE(verdictOf(decided({signal("person_wanted")}), "stay"), Verdict::allow);
    const auto decision = decided({signal("complaint"), signal("person_wanted"), signal("again")});
    QCOMPARE(verdictOf(decision, "stay"), Verdict::hold);
    QCOMPARE(find(decision, "stay")->reason->signals, (Ids{"complaint", "again", "person_wanted"}));
}

void TestDecider::evidenceIsOfTheReason()
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

void TestDecider::complaintEndsAfterClosing()
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

void TestDecider::complaintOpenSaysEventAndReview()
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

void TestDecider::complaintOfTwoInteractions()
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

void TestDecider::closingAfterAsOfIsNotKnown()
{
    auto given = input({complaintAbout({"7"})});
    given.interactions = {interaction("7", at("2026-11-20T12:00:00+01:00"))};
    const auto decision = decide(charter(), dictionary(), given);
    QVERIFY(!find(decision, "news")->until);
    QCOMPARE(find(decision, "news")->untilEvent, std::string("interaction.closed"));
}

// Evidence without an interaction, such as a field of the CRM: the evaluation says that it still
// waits, so the closed interaction of the other evidence does not end it.
void TestDecider::openEvidenceOutweighsClosedInteractions()
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

void TestDecider::conversationEnds()
{
    auto asked = signal("person_wanted");
    asked.interactions = {{"helpdesk", "7"}};
    auto given = input({asked});
    given.interactions = {interaction("7", std::nullopt)};
    QCOMPARE(decide(charter(), dictionary(), given).posture, Posture::escalate);
    given.interactions = {interaction("7", at("2026-11-09T09:00:00+01:00"))};
    QCOMPARE(decide(charter(), dictionary(), given).posture, Posture::normal);
}

void TestDecider::daysCountFromLastEvidence()
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

void TestDecider::ruleCannotOutlastItsSignal()
{
    auto grief = signal("grief");
    grief.until = at("2026-11-20T09:00:00+01:00");
    QCOMPARE(*find(decided({grief}), "stay")->until, at("2026-11-20T09:00:00+01:00"));
}

void TestDecider::latestEndIsShown()
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

void TestDecider::scopeByChannel()
{
    auto objection = signal("objection");
    objection.scope = {"email"};
    auto given = input({objection});
    QCOMPARE(verdictOf(decide(charter(), dictionary(), given), "news"), Verdict::allow);
    given.channel = ConsentChannel::email;
    QCOMPARE(verdictOf(decide(charter(), dictionary(), given), "news"), Verdict::suppress);
    given.channel = ConsentChannel::agent;
    given.signals.front().scope = {"email", "any"};
    QCOMPARE(verdictOf(decide(charter(), dictionary(), given), "news"), Verdict::suppress);
}

void TestDecider::scopeByKind()
{
    auto objection = signal("objection");
    objection.scope = {"upsell"};
    const auto decision = decided({objection});
    QCOMPARE(verdictOf(decision, "bigger"), Verdict::suppress);
    QCOMPARE(verdictOf(decision, "news"), Verdict::allow);
    QCOMPARE(verdictOf(decision, "stay"), Verdict::allow);
}

// "No e-mail" and "no upgrades" in two messages come merged: neither may narrow the other.
void TestDecider::scopesOfTwoMessages()
{
    auto objection = signal("objection");
    objection.scope = {"email", "upsell", "wine club"};
    auto given = input({objection});
    QCOMPARE(verdictOf(decide(charter(), dictionary(), given), "bigger"), Verdict::suppress);
    QCOMPARE(verdictOf(decide(charter(), dictionary(), given), "news"), Verdict::allow);
    given.channel = ConsentChannel::email;
    QCOMPARE(verdictOf(decide(charter(), dictionary(), given), "news"), Verdict::suppress);
}

// Offers do not say which topics they belong to, so the safer reading stands.
void TestDecider::scopeByTopicCoversAll()
{
    auto objection = signal("objection");
    objection.scope = {"wine club"};
    const auto decision = decided({objection});
    QCOMPARE(verdictOf(decision, "bigger"), Verdict::suppress);
    QCOMPARE(verdictOf(decision, "news"), Verdict::suppress);
    QCOMPARE(verdictOf(decision, "help"), Verdict::allow);
}

void TestDecider::offersOutOfTimeAreLeftOut()
{
    auto given = input({});
    given.offers = {offer("past", OfferKind::marketing), offer("future", OfferKind::marketing), offer("now", OfferKind::marketing),
                    offer("edge", OfferKind::marketing)};
    given.offers[0].validTo = at("2026-11-09T09:59:59+01:00");
    given.offers[1].validFrom = at("2026-11-09T10:00:01+01:00");
    given.offers[2].validFrom = at("2026-01-01T00:00:00Z");
    given.offers[2].validTo = at("2027-01-01T00:00:00Z");
    given.offers[3].validFrom = now;
    given.offers[3].validTo = now;
    QCOMPARE(idsOf(decide(charter(), dictionary(), given)), (Ids{"edge", "now"}));
}

void TestDecider::offersOfOtherChannelsAreLeftOut()
{
    auto given = input({});
    given.offers = {offer("mail", OfferKind::marketing), offer("everywhere", OfferKind::marketing), offer("named", OfferKind::marketing)};
    given.offers[0].channels = {"email"};
    given.offers[1].channels = {};
    given.offers[2].channels = {"any"};
    QCOMPARE(idsOf(decide(charter(), dictionary(), given)), (Ids{"everywhere", "named"}));
    given.channel = ConsentChannel::email;
    QCOMPARE(idsOf(decide(charter(), dictionary(), given)), (Ids{"everywhere", "mail", "named"}));
}

void TestDecider::orderOfOffers()
{
    auto given = input({signal("complaint"), signal("objection")});
    given.signals.back().scope = {"upsell"};
    given.offers = {offer("b", OfferKind::marketing, 1),   offer("a", OfferKind::marketing, 9), offer("y", OfferKind::upsell, 99),
                    offer("low", OfferKind::retention, 1), offer("x", OfferKind::upsell, 1),    offer("high", OfferKind::retention, 2),
                    offer("tie", OfferKind::support, 2)};
    // Allowed by value and then by id; the others by id alone, whatever their value.
    QCOMPARE(idsOf(decide(charter(), dictionary(), given)), (Ids{"high", "tie", "low", "a", "b", "x", "y"}));
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

void TestDecider::countsAndMarks()
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

void TestDecider::workingDaysToConfirm()
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

void TestDecider::signalOfOneOffer()
{
    auto grief = signal("grief");
    grief.offers = {{"marketing", "stay"}};
    grief.until = at("2026-11-20T09:00:00+01:00");
    auto other = signal("grief");
    other.offers = {{"marketing", "news"}};
    other.until = at("2026-11-30T09:00:00+01:00");
    const auto decision = decided({grief, other});
    QCOMPARE(verdictOf(decision, "bigger"), Verdict::allow);
    QCOMPARE(*find(decision, "stay")->until, *grief.until);
    QCOMPARE(*find(decision, "news")->until, *other.until);
}

void TestDecider::overrideTakesOneVerdictOff()
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

void TestDecider::overrideThatDoesNotCount_data()
{
    QTest::addColumn<QString>("what");
    for (const char* what : {"reason", "text", "role", "rule", "over", "early", "other offer", "P1", "too long"})
        QTest::newRow(what) << what;
}

void TestDecider::overrideThatDoesNotCount()
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

void TestDecider::explanationSaysWhatElseHolds()
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

QTEST_GUILESS_MAIN(TestDecider)
#include "test_decider.moc"
