// What must hold of the charter and the packs that ship, over generated inputs of all signals with
// a fixed seed: order never matters, one more signal never loosens, value never gates.
#include <QtTest>

#include <random>

#include "core/base/resources.h"
#include "core/base/error_catalog.h"
#include "core/model/names.h"
#include "core/policy/charter.h"
#include "core/policy/decider.h"

using namespace foreword;

namespace {

constexpr int rounds = 100;
constexpr CivilDate today{2026, 11, 9};
const Timestamp now = *Timestamp::parse("2026-11-09T10:00:00Z");

const Dictionary& words()
{
    static const auto loaded = Dictionary::load(embeddedFile("dictionary.toml").value(), "dictionary.toml");
    return *loaded;
}

Charter load(std::string_view base, std::string_view pack)
{
    std::vector<CharterFile> files{{"charter.toml", base}};
    if (!pack.empty())
        files.push_back({pack, embeddedFile(pack).value()});
    auto loaded = Charter::load(files, words(), today);
    if (!loaded)
        qFatal("%s", englishMessage(loaded.error().front()).c_str());
    return std::move(*loaded);
}

class Maker {
public:
    explicit Maker(unsigned seed) : m_random(seed) {}

    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }
    bool chance(int percent) { return below(100) < percent; }
    template <class T>
    void shuffle(std::vector<T>& values)
    {
        std::ranges::shuffle(values, m_random);
    }

    Signal signal()
    {
        static constexpr SignalState states[] = {SignalState::suspected, SignalState::suspected, SignalState::confirmed,
                                                 SignalState::unknown};
        const auto& entries = words().entries();
        Signal made;
        made.id = entries[static_cast<std::size_t>(below(static_cast<int>(entries.size())))].id;
        made.state = states[below(4)];
        made.since = now.plusDays(-below(60));
        made.count = below(6);
        made.endsBy = words().find(made.id)->endsBy;
        if (chance(20))
            made.interactions.push_back({"helpdesk", "1"});
        return made;
    }

    DecisionInput input()
    {
        static constexpr OfferKind kinds[] = {OfferKind::marketing, OfferKind::upsell, OfferKind::retention, OfferKind::support,
                                              OfferKind::serviceNotice};
        DecisionInput made;
        made.asOf = now;
        for (int i = below(4); i > 0; --i)
            made.signals.push_back(signal());
        for (int i = 0; i < 10; ++i) {
            OfferRecord offer;
            offer.key = {"marketing", std::to_string(i)};
            offer.kind = kinds[i % 5];
            offer.value = below(100);
            offer.credit = chance(30);
            offer.complex = chance(30);
            made.offers.push_back(offer);
        }
        return made;
    }

private:
    std::mt19937 m_random;
};

// The top-level entries of the charter after its first keys; [calendar] stays before its countries.
std::string shuffledText(std::string_view text, Maker& maker)
{
    std::vector<std::string> parts;
    std::string head;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        const auto line = text.substr(at, end - at);
        at = end;
        if (line.starts_with("[") && !line.starts_with("[[calendar.in]]"))
            parts.emplace_back();
        (parts.empty() ? head : parts.back()).append(line);
    }
    maker.shuffle(parts);
    for (const auto& part : parts)
        head.append(part).append("\n");
    return head;
}

const OfferDecision& decisionOf(const Decision& decision, const RecordKey& offer)
{
    return *std::ranges::find(decision.offers, offer, &OfferDecision::offer);
}

} // namespace

class TestShippedCharter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holds_data();
    void holds();

private:
    static void neverLooser(const Decision& before, const Decision& after, int& tightened);
};

void TestShippedCharter::holds_data()
{
    QTest::addColumn<QString>("pack");
    QTest::newRow("alone") << QString();
    QTest::newRow("financial") << QStringLiteral("charters/uk-financial.toml");
    QTest::newRow("telecom") << QStringLiteral("charters/eu-telecom.toml");
}

void TestShippedCharter::neverLooser(const Decision& before, const Decision& after, int& tightened)
{
    QVERIFY(after.posture >= before.posture);
    for (const auto& offer : before.offers) {
        const auto verdict = decisionOf(after, offer.offer).verdict;
        QVERIFY2(verdict >= offer.verdict, offer.offer.id.c_str());
        tightened += verdict > offer.verdict;
    }
}

void TestShippedCharter::holds()
{
    QFETCH(QString, pack);
    const auto packName = pack.toStdString();
    const std::string_view text = embeddedFile("charter.toml").value();
    const Charter rules = load(text, packName);
    Maker maker(11);
    const Charter shuffled = load(shuffledText(text, maker), packName);
    QCOMPARE(shuffled.hash(), rules.hash());
    int stopped = 0, tightened = 0, sure = 0;
    for (int round = 0; round < rounds; ++round) {
        auto given = maker.input();
        const auto before = decide(rules, words(), given);
        stopped += static_cast<int>(std::ranges::count_if(before.offers, [](const auto& o) { return o.verdict != Verdict::allow; }));

        auto other = given;
        maker.shuffle(other.signals);
        maker.shuffle(other.offers);
        QCOMPARE(canonicalDecision(decide(shuffled, words(), other)), canonicalDecision(before));

        for (auto& offer : other.offers)
            offer.value = 1000 - offer.value;
        const auto revalued = decide(rules, words(), other);
        QCOMPARE(revalued.posture, before.posture);
        QCOMPARE(revalued.matched, before.matched);
        for (const auto& offer : before.offers)
            QCOMPARE(decisionOf(revalued, offer.offer), offer);

        other = given;
        other.signals.push_back(maker.signal());
        neverLooser(before, decide(rules, words(), other), tightened);
        for (auto& signal : given.signals) {
            if (signal.state != SignalState::suspected)
                continue;
            signal.state = SignalState::confirmed;
            neverLooser(before, decide(rules, words(), given), sure);
            break;
        }
    }
    QVERIFY(stopped > rounds);
    QVERIFY(tightened > rounds / 2);
}

QTEST_GUILESS_MAIN(TestShippedCharter)
#include "test_shipped_charter.moc"
