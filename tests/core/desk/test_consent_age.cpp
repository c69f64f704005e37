// A consent that was copied too long ago stops offers: from the store to the verdict.
#include <algorithm>

#include <QTest>

#include "core/base/error_catalog.h"
#include "core/desk/follow_up.h"
#include "core/desk/sample.h"
#include "core/desk/temporary_workspace.h"
#include "core/desk/unified_profile.h"
#include "core/desk/workbench.h"
#include "core/ingest/interchange.h"
#include "core/store/connection.h"
#include "core/store/tables.h"

using namespace foreword;

namespace {

const Timestamp now = *Timestamp::parse("2026-11-28T12:00:00Z");

template <class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", englishMessage(result.error()).c_str());
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

constexpr const char* lines[] = {
    R"({"type":"customer","source":"crm","id":"1","names":["Maria Vale"],"attributes":{"lifecycle":"active"}})",
    R"({"type":"consent","source":"crm","id":"K-1","customer":{"source":"crm","id":"1"},"purpose":"marketing","channel":"any","status":"granted","basis":"opt_in","at":"2026-01-01T00:00:00Z"})",
    R"({"type":"offer","source":"marketing","id":"gold","name":"Gold","kind":"marketing","channels":["agent"]})",
};

} // namespace

class TestConsentAge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCopyTooOldFailsClosed()
    {
        auto temporary = TemporaryWorkspace::create(SystemClock());
        Workbench bench(temporary->workspace(), *loadBuiltInDefinitions(), std::make_shared<FixedClock>(now));
        Sample sample;
        for (const char* line : lines)
            sample.records.push_back(must(parseRecord(line)));
        must(bench.takeSample(std::move(sample)));
        const auto person = must(bench.resolve("crm:1"));
        const auto view = [&] { return must(bench.open(person, {now, ConsentChannel::agent, {}}, {})); };
        const auto agent = [](const CustomerView& shown) {
            return *std::ranges::find(shown.profile.consent, ConsentChannel::agent, &ConsentReading::channel);
        };

        // Imported: there is no copy to age.
        QCOMPARE(view().decision.offers.front().verdict, Verdict::allow);
        const auto writer = must(temporary->workspace()->connect(Access::write));
        const auto pulled = [&](Timestamp at) {
            auto transaction = must(Transaction::write(*writer));
            must(SourceTable(*writer).setLastPull("crm", at));
            must(transaction.commit());
        };
        {
            auto transaction = must(Transaction::write(*writer));
            must(SourceTable(*writer).add({"crm", "rt", "https://example.com", "anna", {}, {}, {}}, Secret("t"), Secret("p")));
            must(transaction.commit());
        }
        pulled(now.plusMinutes(-48 * 60 + 1));
        QCOMPARE(view().decision.offers.front().verdict, Verdict::allow);
        QCOMPARE(agent(view()).state, ConsentState::granted);
        QVERIFY(agent(view()).entries.front().copiedAt);
        QVERIFY(staleCopies(bench.definitions(), view().history, now).empty());

        pulled(now.plusMinutes(-48 * 60));
        const auto shown = view();
        QCOMPARE(agent(shown).state, ConsentState::unknown);
        QCOMPARE(agent(shown).ground, ConsentGround::copyTooOld);
        const auto& offer = shown.decision.offers.front();
        QCOMPARE(offer.verdict, Verdict::suppress);
        QVERIFY(offer.reason && offer.reason->signals == std::vector<std::string>{"consent_not_shown"});
        QVERIFY(offer.evidence.front().field.find("copied=") != std::string::npos);
        const auto stale = staleCopies(bench.definitions(), shown.history, now);
        QCOMPARE(stale.size(), 1U);
        QCOMPARE(stale.front().source, std::string("crm"));
        QVERIFY(stale.front().pulledAt == now.plusMinutes(-48 * 60));
        const auto health = must(bench.health(now, [](int) {}, {}));
        QVERIFY(std::ranges::any_of(health.topics, [](const HealthTopic& topic) {
            return topic.code == "source_not_reached" && topic.definition == "crm" && topic.severity == "high";
        }));
    }

    // What only a record comes from ages too.
    void aRecordsSystemIsStaleWithoutConsents()
    {
        auto temporary = TemporaryWorkspace::create(SystemClock());
        Workbench bench(temporary->workspace(), *loadBuiltInDefinitions(), std::make_shared<FixedClock>(now));
        Sample sample;
        sample.records.push_back(must(parseRecord(lines[0])));
        must(bench.takeSample(std::move(sample)));
        const auto writer = must(temporary->workspace()->connect(Access::write));
        auto transaction = must(Transaction::write(*writer));
        must(SourceTable(*writer).add({"crm", "rt", "https://example.com", "anna", {}, {}, {}}, Secret("t"), Secret("p")));
        must(SourceTable(*writer).setLastPull("crm", now.plusDays(-3)));
        must(transaction.commit());
        const auto view = must(bench.open(must(bench.resolve("crm:1")), {now, ConsentChannel::agent, {}}, {}));
        QCOMPARE(staleCopies(bench.definitions(), view.history, now).size(), 1U);
        QVERIFY(staleCopies(bench.definitions(), view.history, now.plusDays(-2)).empty());
        // The fields say so, and the systems.
        QVERIFY(!view.profile.fields.empty());
        QVERIFY(std::ranges::all_of(view.profile.fields, [](const ProfileField& field) { return field.chosen.stale; }));
        QCOMPARE(view.freshness.size(), 1U);
        QVERIFY(view.freshness.front().stale);
        const auto before = must(bench.open(view.profile.person, {now.plusDays(-2), ConsentChannel::agent, {}}, {}));
        QVERIFY(std::ranges::none_of(before.profile.fields, [](const ProfileField& field) { return field.chosen.stale; }));
        QVERIFY(!before.freshness.front().stale);
        // Whoever is shown is shown anew when that changes.
        QVERIFY(!readsTheSame(before, view));
        auto aged = before;
        aged.freshness.front().stale = true;
        QVERIFY(!readsTheSame(before, aged));
    }
};

QTEST_GUILESS_MAIN(TestConsentAge)
#include "test_consent_age.moc"
