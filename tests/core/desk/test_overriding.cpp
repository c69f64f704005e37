// Overriding a rule: who may and who never, what it does to the decision and for how long, that it
// can be taken back, and what is left of it for those who look later.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include <QTemporaryDir>
#include <QTest>

#include "core/base/error_catalog.h"
#include "core/base/platform/account.h"
#include "core/desk/temporary_workspace.h"
#include "core/desk/workbench.h"
#include "core/policy/decider.h"

using namespace foreword;

namespace {

const Timestamp noon = *Timestamp::parse("2026-11-09T12:00:00+01:00");

// A complaint holds both offers; Ben objected to marketing besides.
constexpr const char* lines = R"({"type":"customer","source":"crm","id":"A","names":["Ada Example"]}
{"type":"customer","source":"crm","id":"B","names":["Ben Sample"]}
{"type":"offer","source":"marketing","id":"fibre","name":"Fibre 1000","kind":"upsell","channels":["agent"],"value":2}
{"type":"offer","source":"marketing","id":"tv","name":"TV pack","kind":"upsell","channels":["agent"],"value":1}
{"type":"consent","source":"crm","customer":{"source":"crm","id":"A"},"purpose":"marketing","channel":"any","status":"granted","basis":"opt_in","at":"2026-01-01T00:00:00Z"}
{"type":"consent","source":"crm","customer":{"source":"crm","id":"B"},"purpose":"marketing","channel":"any","status":"objected","at":"2026-01-01T00:00:00Z"}
{"type":"interaction","source":"desk","id":"1","customer":{"source":"crm","id":"A"},"channel":"email","kind":"complaint","subject":"Bill","status":"open","opened_at":"2026-11-08T09:00:00+01:00"}
{"type":"interaction","source":"desk","id":"2","customer":{"source":"crm","id":"B"},"channel":"email","kind":"complaint","subject":"Bill","status":"open","opened_at":"2026-11-08T09:00:00+01:00"}
{"type":"customer","source":"crm","id":"D","names":["Dora Muster"],"addresses":[{"country":"DE"}]}
{"type":"consent","source":"crm","customer":{"source":"crm","id":"D"},"purpose":"marketing","channel":"any","status":"granted","basis":"opt_in","at":"2026-01-01T00:00:00Z"}
{"type":"interaction","source":"desk","id":"3","customer":{"source":"crm","id":"D"},"channel":"email","kind":"other","subject":"Visit","status":"open","opened_at":"2026-11-03T09:00:00Z"}
{"type":"message","source":"desk","id":"30","interaction":"3","sender":"agent","at":"2026-11-03T09:00:00Z","text":"The technician visit is booked for 5 November at 14:00."}
{"type":"event","source":"foreword","customer":{"source":"crm","id":"A"},"name":"rule_overridden","at":"2026-11-09T11:00:00+01:00","data":{"rule":"R-310","role":"supervisor","by":"Mallory","reason":"other","text":"from a file","until":"2026-11-10T11:00:00+01:00"}}
)";

class Bench {
public:
    Bench() : m_workspace(TemporaryWorkspace::create(SystemClock())), m_definitions(loadBuiltInDefinitions())
    {
        if (!m_workspace || !m_definitions)
            qFatal("no workspace");
        m_bench.emplace(m_workspace->workspace(), *m_definitions, std::make_shared<FixedClock>(noon));
        const std::filesystem::path file = std::filesystem::path(m_folder.path().toStdString()) / "in.jsonl";
        std::ofstream(file) << lines;
        if (!m_bench->import({file}, {}, {}))
            qFatal("not imported");
        ada = *m_bench->resolve("crm:A");
        ben = *m_bench->resolve("crm:B");
    }

    Workbench& bench() { return *m_bench; }
    Decision decided(std::int64_t person, Timestamp at = noon)
    {
        auto view = m_bench->open(person, {at, ConsentChannel::agent, {}}, {});
        if (!view)
            qFatal("not opened");
        return std::move(view->decision);
    }
    OfferDecision offer(const char* id, Timestamp at = noon)
    {
        const auto decision = decided(ada, at);
        return *std::ranges::find(decision.offers, RecordKey{"marketing", id}, &OfferDecision::offer);
    }

    std::int64_t ada = 0, ben = 0;

private:
    QTemporaryDir m_folder;
    Result<TemporaryWorkspace> m_workspace;
    tl::expected<std::shared_ptr<const Definitions>, std::vector<Error>> m_definitions;
    std::optional<Workbench> m_bench;
};

OverrideRequest asked(std::int64_t person)
{
    OverrideRequest request;
    request.person = person;
    request.rule = "R-310";
    request.offer = {"marketing", "fibre"};
    request.role = "supervisor";
    request.by = "Ann Supervisor";
    request.reason = "customer_asked";
    request.text = "Ada asked for the faster line herself.";
    return request;
}

} // namespace

class TestOverriding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneOfferForSomeHours()
    {
        Bench desk;
        // What a file claims to be an override is none.
        QCOMPARE(desk.offer("fibre").verdict, Verdict::hold);
        auto request = asked(desk.ada);
        request.hours = 2;
        const auto kept = desk.bench().overrideRule(request, noon);
        QVERIFY(kept);
        QCOMPARE(desk.offer("fibre").verdict, Verdict::allow);
        QCOMPARE(desk.offer("fibre").overrides.front().by, std::string("Ann Supervisor"));
        QCOMPARE(desk.offer("tv").verdict, Verdict::hold);
        QCOMPARE(desk.decided(desk.ada).posture, Posture::serviceFirst);
        QCOMPARE(desk.offer("fibre", noon.plusMinutes(119)).verdict, Verdict::allow);
        QCOMPARE(desk.offer("fibre", noon.plusMinutes(120)).verdict, Verdict::hold);
        QCOMPARE(desk.offer("fibre", noon.plusMinutes(-1)).verdict, Verdict::hold);
    }

    void everyOfferForTheMostThatTheRuleAllows()
    {
        Bench desk;
        auto request = asked(desk.ada);
        request.offer = {};
        QVERIFY(desk.bench().overrideRule(request, noon));
        for (const char* id : {"fibre", "tv"}) {
            QCOMPARE(desk.offer(id, noon.plusMinutes(24 * 60 - 1)).verdict, Verdict::allow);
            QCOMPARE(desk.offer(id, noon.plusDays(1)).verdict, Verdict::hold);
        }
    }

    void takenBackItEndsAndIsKept()
    {
        Bench desk;
        const auto kept = desk.bench().overrideRule(asked(desk.ada), noon);
        QVERIFY(kept);
        const std::string before = canonicalDecision(desk.decided(desk.ada, noon.plusMinutes(5)));
        const auto later = noon.plusMinutes(10);
        QCOMPARE(desk.bench().takeOverrideBack(desk.ben, kept->number, "Jo Agent", later).error().code, ErrorCode::override_unknown);
        QCOMPARE(desk.bench().takeOverrideBack(desk.ada, kept->number, " ", later).error().code, ErrorCode::override_incomplete);
        QVERIFY(desk.bench().takeOverrideBack(desk.ada, kept->number, "Jo Agent", later));
        QCOMPARE(desk.offer("fibre", later).verdict, Verdict::hold);
        // What was decided in the meantime is decided the same again.
        QCOMPARE(canonicalDecision(desk.decided(desk.ada, noon.plusMinutes(5))), before);
        QCOMPARE(desk.bench().takeOverrideBack(desk.ada, kept->number, "Jo Agent", later).error().code, ErrorCode::override_unknown);
        const auto all = desk.bench().overrides(desk.ada);
        QVERIFY(all);
        QCOMPARE(all->size(), std::size_t(1));
        QCOMPARE(all->front().given.rule, std::string("R-310"));
        QCOMPARE(all->front().given.reason, std::string("customer_asked"));
        QCOMPARE(all->front().takenBackBy, std::string("Jo Agent"));
        QVERIFY(all->front().takenBackAt == later);
        // What people say of themselves, and what the system says of them.
        QCOMPARE(all->front().given.by, std::string("Ann Supervisor"));
        QVERIFY(!platform::accountName().empty());
        QCOMPARE(all->front().account, platform::accountName());
        QCOMPARE(all->front().takenBackAccount, platform::accountName());
    }

    void refused_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("code");
        for (const auto& [what, code] : {std::pair("objection", "override_forbidden"),
                                         {"unknown rule", "override_forbidden"},
                                         {"fail_closed", "override_forbidden"},
                                         {"agent", "override_role"},
                                         {"25 hours", "override_too_long"},
                                         {"no name", "override_incomplete"},
                                         {"no name but a no-break space", "override_incomplete"},
                                         {"no words", "override_incomplete"},
                                         {"no such reason", "override_incomplete"},
                                         {"another offer", "override_unmatched"},
                                         {"rule that does not match", "override_unmatched"},
                                         {"broken letters", "bad_utf8"}})
            QTest::newRow(what) << what << code;
    }

    void refused()
    {
        QFETCH(QString, what);
        QFETCH(QString, code);
        Bench desk;
        auto request = asked(what == QStringLiteral("objection") ? desk.ben : desk.ada);
        if (what == QStringLiteral("objection"))
            request.rule = desk.decided(desk.ben).offers.front().reason->rule;
        else if (what == QStringLiteral("unknown rule"))
            request.rule = "R-000";
        else if (what == QStringLiteral("fail_closed"))
            request.rule = failClosedRule;
        else if (what == QStringLiteral("agent"))
            request.role = "agent";
        else if (what == QStringLiteral("25 hours"))
            request.hours = 25;
        else if (what == QStringLiteral("no name"))
            request.by = " \n";
        else if (what == QStringLiteral("no name but a no-break space"))
            request.by = "\u00a0";
        else if (what == QStringLiteral("no words"))
            request.text.clear();
        else if (what == QStringLiteral("no such reason"))
            request.reason = "because";
        else if (what == QStringLiteral("another offer"))
            request.offer = {"marketing", "none"};
        else if (what == QStringLiteral("rule that does not match"))
            request.rule = "R-320";
        else if (what == QStringLiteral("broken letters"))
            request.text = "\xff";
        const std::string before = canonicalDecision(desk.decided(request.person));
        const auto refusedAs = desk.bench().overrideRule(request, noon);
        QVERIFY(!refusedAs);
        QCOMPARE(QString::fromStdString(std::string(errorEntry(refusedAs.error().code).name)), code);
        QCOMPARE(canonicalDecision(desk.decided(request.person)), before);
        QVERIFY(desk.bench().overrides(request.person)->empty());
    }

    // The visit was due at two by the clock there, an hour before it is two where it was written.
    void aPromiseIsDueWhereTheCustomerLives()
    {
        Bench desk;
        const std::int64_t dora = *desk.bench().resolve("crm:D");
        const Timestamp halfPastTwo = *Timestamp::parse("2026-11-05T13:30:00Z");
        auto request = asked(dora);
        request.rule = "R-440";
        request.offer = {};
        const auto stopped = [&] {
            const auto offers = desk.decided(dora, halfPastTwo).offers;
            return std::ranges::count_if(offers, [](const OfferDecision& offer) { return offer.reason && offer.reason->rule == "R-440"; });
        };
        QCOMPARE(stopped(), 2);
        QVERIFY(desk.bench().overrideRule(request, halfPastTwo));
        QCOMPARE(stopped(), 0);
    }

    // Lifting the hold of P3 leaves what the objection of P1 says.
    void anObjectionStandsWhateverElseIsOverridden()
    {
        Bench desk;
        auto request = asked(desk.ben);
        request.offer = {};
        QVERIFY(desk.bench().overrideRule(request, noon));
        for (const auto& offer : desk.decided(desk.ben).offers) {
            QCOMPARE(offer.overrides.size(), std::size_t(1));
            QCOMPARE(offer.verdict, Verdict::suppress);
        }
    }

    void healthCountsIt()
    {
        Bench desk;
        const auto findings = [&](Timestamp at) {
            auto report = desk.bench().health(at, [](int) {}, {});
            return std::ranges::count(report->findings, "rule_overridden", &HealthFinding::code);
        };
        QCOMPARE(findings(noon), 0);
        QVERIFY(desk.bench().overrideRule(asked(desk.ada), noon));
        QCOMPARE(findings(noon.plusDays(3)), 1);
        QCOMPARE(findings(noon.plusDays(40)), 0);
    }

    void cardDataIsNotKept()
    {
        Bench desk;
        auto request = asked(desk.ada);
        request.text = "Paid with 4111 1111 1111 1111.";
        const auto kept = desk.bench().overrideRule(request, noon);
        QVERIFY(kept);
        QVERIFY(kept->given.text.find("1111 1111") == std::string::npos);
    }

    void exportedAndErasedWithThePerson()
    {
        Bench desk;
        QVERIFY(desk.bench().overrideRule(asked(desk.ada), noon));
        const auto out = desk.bench().exportPerson(desk.ada, {noon, ConsentChannel::agent, {}}, {});
        QVERIFY(out);
        QCOMPARE(out->history.overrides.size(), std::size_t(1));
        const auto erased = desk.bench().erase(desk.ada);
        QVERIFY(erased);
        QCOMPARE(erased->removed.at("rule_override"), 1);
    }
};

QTEST_GUILESS_MAIN(TestOverriding)
#include "test_overriding.moc"
