// Which offers a decision is about, which of them a signal reaches, and in what order they come.
#include <QtTest>

#include "tests/core/policy/decision_fixture.h"

using namespace foreword;
using namespace foreword::fixture;

namespace {

std::vector<std::string> idsOf(const Decision& decision)
{
    std::vector<std::string> ids;
    for (const auto& offer : decision.offers)
        ids.push_back(offer.offer.id);
    return ids;
}

} // namespace

class TestDecisionOffers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scopeByChannel();
    void scopeByKind();
    void scopesOfTwoMessages();
    void scopeByTopicCoversAll();
    void signalOfOneOffer();
    void offersOutOfTimeAreLeftOut();
    void offersOfOtherChannelsAreLeftOut();
    void orderOfOffers();
};

void TestDecisionOffers::scopeByChannel()
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

void TestDecisionOffers::scopeByKind()
{
    auto objection = signal("objection");
    objection.scope = {"upsell"};
    const auto decision = decided({objection});
    QCOMPARE(verdictOf(decision, "bigger"), Verdict::suppress);
    QCOMPARE(verdictOf(decision, "news"), Verdict::allow);
    QCOMPARE(verdictOf(decision, "stay"), Verdict::allow);
}

// "No e-mail" and "no upgrades" in two messages come merged: neither may narrow the other.
void TestDecisionOffers::scopesOfTwoMessages()
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
void TestDecisionOffers::scopeByTopicCoversAll()
{
    auto objection = signal("objection");
    objection.scope = {"wine club"};
    const auto decision = decided({objection});
    QCOMPARE(verdictOf(decision, "bigger"), Verdict::suppress);
    QCOMPARE(verdictOf(decision, "news"), Verdict::suppress);
    QCOMPARE(verdictOf(decision, "help"), Verdict::allow);
}

void TestDecisionOffers::signalOfOneOffer()
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

void TestDecisionOffers::offersOutOfTimeAreLeftOut()
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

void TestDecisionOffers::offersOfOtherChannelsAreLeftOut()
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

void TestDecisionOffers::orderOfOffers()
{
    auto given = input({signal("complaint"), signal("objection")});
    given.signals.back().scope = {"upsell"};
    given.offers = {offer("b", OfferKind::marketing, 1),   offer("a", OfferKind::marketing, 9), offer("y", OfferKind::upsell, 99),
                    offer("low", OfferKind::retention, 1), offer("x", OfferKind::upsell, 1),    offer("high", OfferKind::retention, 2),
                    offer("tie", OfferKind::support, 2)};
    // Allowed by value and then by id; the others by id alone, whatever their value.
    QCOMPARE(idsOf(decide(charter(), dictionary(), given)), (Ids{"high", "tie", "low", "a", "b", "x", "y"}));
}

QTEST_GUILESS_MAIN(TestDecisionOffers)
#include "test_decision_offers.moc"
