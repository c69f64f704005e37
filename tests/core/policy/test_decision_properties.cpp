// What must hold for every input: metamorphic checks over generated ones, with a fixed seed.
#include <QtTest>

#include <random>

#include "tests/core/policy/policy_fixture.h"
#include "tests/german.h"

using namespace foreword;
using namespace foreword::fixture;

namespace {

constexpr int rounds = 400;

class Maker {
public:
    explicit Maker(unsigned seed) : m_random(seed) {}

    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }
    bool chance(int percent) { return below(100) < percent; }
    Timestamp time() { return at("2026-08-01T00:00:00Z").plusMinutes(below(100 * 24 * 60)).atOffset(60 * (below(5) - 2)); }

    Signal signal()
    {
        static constexpr const char* ids[] = {"danger", "objection", "mixed_identity", "complaint", "grief", "again", "person_wanted"};
        static constexpr SignalState states[] = {SignalState::suspected, SignalState::confirmed, SignalState::unknown, SignalState::absent};
        Signal made = fixture::signal(ids[below(7)], states[below(4)]);
        made.since = time();
        if (chance(30))
            made.until = time().plusDays(60);
        if (chance(20))
            made.scope = {chance(50) ? "email" : "agent", chance(50) ? "upsell" : "wine"};
        for (int i = below(3); i > 0; --i)
            made.interactions.push_back({"helpdesk", std::to_string(below(4))});
        for (int i = below(3); i > 0; --i)
            made.evidence.push_back(words("m" + std::to_string(below(9)), "word " + std::to_string(below(5)), time()));
        return made;
    }

    DecisionInput input()
    {
        DecisionInput made;
        for (int i = below(6); i > 0; --i)
            made.signals.push_back(signal());
        static constexpr OfferKind kinds[] = {OfferKind::marketing, OfferKind::upsell, OfferKind::retention, OfferKind::support,
                                              OfferKind::serviceNotice};
        for (int i = 0; i < 8; ++i)
            made.offers.push_back(offer("o" + std::to_string(i), kinds[below(5)], below(400) / 8.0));
        for (int i = 0; i < 4; ++i) {
            InteractionRecord record;
            record.key = {"helpdesk", std::to_string(i)};
            if (chance(50))
                record.closedAt = time().plusDays(20);
            made.interactions.push_back(record);
        }
        made.asOf = now;
        made.channel = chance(50) ? ConsentChannel::agent : ConsentChannel::email;
        return made;
    }

    template <class T>
    void shuffle(std::vector<T>& values)
    {
        std::ranges::shuffle(values, m_random);
    }

private:
    std::mt19937 m_random;
};

void shuffleAll(DecisionInput& input, Maker& maker)
{
    maker.shuffle(input.signals);
    maker.shuffle(input.offers);
    maker.shuffle(input.interactions);
    for (auto& signal : input.signals) {
        maker.shuffle(signal.evidence);
        maker.shuffle(signal.interactions);
        maker.shuffle(signal.scope);
    }
    for (auto& offer : input.offers)
        maker.shuffle(offer.channels);
}

std::string bytesOf(const Charter& charter, const DecisionInput& input)
{
    return canonicalDecision(decide(charter, dictionary(), input));
}

} // namespace

class TestDecisionProperties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void orderNeverMatters();
    void anotherSignalNeverLoosens();
    void aStrongerStateNeverLoosens();
    void valueNeverGates();
    void withoutSignalsAllIsAllowed();
    void replayIsIdentical();
    void germanLocaleChangesNothing();
    void aChangedFactChangesTheBytes();
};

void TestDecisionProperties::orderNeverMatters()
{
    Maker maker(1);
    const Charter straight = charter();
    for (int charters = 0; charters < rounds / 10; ++charters) {
        auto parts = charterParts();
        maker.shuffle(parts);
        const Charter shuffled = charter(charterText(parts));
        for (int inputs = 0; inputs < 10; ++inputs) {
            auto given = maker.input();
            const auto expected = bytesOf(straight, given);
            shuffleAll(given, maker);
            QCOMPARE(bytesOf(shuffled, given), expected);
        }
    }
}

void TestDecisionProperties::anotherSignalNeverLoosens()
{
    Maker maker(2);
    const Charter rules = charter();
    int tightened = 0;
    for (int round = 0; round < rounds; ++round) {
        auto given = maker.input();
        const auto before = decide(rules, dictionary(), given);
        given.signals.push_back(maker.signal());
        const auto after = decide(rules, dictionary(), given);
        QVERIFY(after.posture >= before.posture);
        for (const auto& offer : before.offers) {
            const auto verdict = verdictOf(after, offer.offer.id);
            QVERIFY2(verdict >= offer.verdict, given.signals.back().id.c_str());
            tightened += verdict > offer.verdict;
        }
    }
    QVERIFY(tightened > rounds / 4);
}

void TestDecisionProperties::aStrongerStateNeverLoosens()
{
    Maker maker(3);
    const Charter rules = charter();
    for (int round = 0; round < rounds; ++round) {
        auto given = maker.input();
        for (auto& signal : given.signals) {
            if (signal.state != SignalState::suspected)
                continue;
            const auto before = decide(rules, dictionary(), given);
            signal.state = SignalState::confirmed;
            const auto after = decide(rules, dictionary(), given);
            QVERIFY(after.posture >= before.posture);
            for (const auto& offer : before.offers)
                QVERIFY(verdictOf(after, offer.offer.id) >= offer.verdict);
        }
    }
}

void TestDecisionProperties::valueNeverGates()
{
    Maker maker(4);
    const Charter rules = charter();
    for (int round = 0; round < rounds; ++round) {
        auto given = maker.input();
        const auto before = decide(rules, dictionary(), given);
        for (auto& offer : given.offers)
            offer.value = maker.below(1000) - 500;
        const auto after = decide(rules, dictionary(), given);
        QCOMPARE(after.posture, before.posture);
        QCOMPARE(after.matched, before.matched);
        for (const auto& offer : before.offers)
            QCOMPARE(*find(after, offer.offer.id), offer);
    }
}

void TestDecisionProperties::withoutSignalsAllIsAllowed()
{
    Maker maker(5);
    const Charter rules = charter();
    for (int round = 0; round < rounds; ++round) {
        auto given = maker.input();
        given.signals.clear();
        const auto decision = decide(rules, dictionary(), given);
        QCOMPARE(decision.posture, Posture::normal);
        for (const auto& offer : decision.offers)
            QCOMPARE(offer.verdict, Verdict::allow);
    }
}

void TestDecisionProperties::replayIsIdentical()
{
    Maker maker(6);
    const Charter then = charter();
    const Charter later = charter();
    for (int round = 0; round < rounds; ++round) {
        const auto given = maker.input();
        QCOMPARE(bytesOf(later, given), bytesOf(then, given));
    }
}

void TestDecisionProperties::germanLocaleChangesNothing()
{
    std::vector<std::string> expected;
    Maker maker(7);
    const Charter plain = charter();
    for (int round = 0; round < rounds; ++round)
        expected.push_back(bytesOf(plain, maker.input()));
    const test::InGerman german;
    Maker again(7);
    const Charter read = charter();
    for (const auto& bytes : expected)
        QCOMPARE(bytesOf(read, again.input()), bytes);
}

// The bytes must not be equal because they say nothing.
void TestDecisionProperties::aChangedFactChangesTheBytes()
{
    Maker maker(8);
    const Charter rules = charter();
    for (int round = 0; round < rounds; ++round) {
        const auto given = maker.input();
        const auto bytes = bytesOf(rules, given);
        for (std::size_t i = 0; i < given.signals.size(); ++i) {
            auto changed = given;
            if (changed.signals[i].state == SignalState::absent)
                continue;
            changed.signals[i].evidence.push_back(words("new", "something else", now));
            QVERIFY(bytesOf(rules, changed) != bytes);
        }
        auto renamed = given;
        renamed.offers.front().key.id = "other";
        QVERIFY(bytesOf(rules, renamed) != bytes);
    }
}

QTEST_GUILESS_MAIN(TestDecisionProperties)
#include "test_decision_properties.moc"
