#include "core/desk/health_report.h"

#include <algorithm>
#include <map>

#include "core/annotate/commitments.h"
#include "core/brief/brief_maker.h"
#include "core/desk/decision_input.h"
#include "core/desk/health_catalog.h"
#include "core/desk/health_census.h"
#include "core/desk/health_reviews.h"
#include "core/desk/promise_times.h"
#include "core/desk/unified_profile.h"
#include "core/health/findings.h"
#include "core/health/steward_findings.h"
#include "core/store/connection.h"
#include "core/store/health_table.h"
#include "core/store/reading.h"

namespace foreword {
namespace {

struct Tally {
    std::int64_t good = 0, of = 0;
};
using Tallies = std::map<std::string, Tally, std::less<>>;
using Findings = std::vector<HealthFinding>;
using Details = std::vector<std::pair<std::string, std::string>>;

std::string_view codeOf(FindingCode code)
{
    switch (code) {
    case FindingCode::birthDatesDiffer: return "birth_dates_differ";
    case FindingCode::consentsConflict: return "consents_conflict";
    case FindingCode::tiersDiffer: return "tiers_differ";
    case FindingCode::lifecyclesDiffer: return "lifecycles_differ";
    case FindingCode::customerUnresolved: break;
    }
    return "customer_unresolved";
}

RecordKey customerOf(const History& history)
{
    return history.records.empty() ? RecordKey() : history.records.front().key;
}

void add(const Definitions& definitions, const History& history, std::string_view code, Details details, Findings& findings)
{
    const HealthKind kind = healthKind(code);
    findings.push_back(
        {std::string(code), std::string(kind.severity), customerOf(history), {}, healthOwner(definitions, kind), std::move(details)});
}

// An identifier that somebody else carries, too.
void addShared(const Definitions& definitions, const Decision& decision, const History& history, Findings& findings)
{
    for (const auto& signal : decision.signals) {
        if (signal.id != "identity_conflict")
            continue;
        for (const auto& evidence : signal.evidence) {
            if (evidence.field.find(" birth_date=") == std::string::npos)
                add(definitions, history, "identifiers_shared", {{"with", evidence.field}, {"value", evidence.quote}}, findings);
        }
    }
}

void addPromises(const Definitions& definitions, const Brief& brief, const History& history, Findings& findings)
{
    for (const auto& promise : brief.promised) {
        if (promise.status != PromiseStatus::missed)
            continue;
        const auto& message = promise.statement.citations().front().message();
        add(definitions, history, "promise_past_due",
            {{"promise", promise.statement.text()},
             {"due", promise.due ? promise.due->toString() : std::string()},
             {"message", message.source + ":" + message.id}},
            findings);
    }
}

// What a reader of words could not tell, and a death that nobody has confirmed in time.
void addUnread(const Decision& decision, const Dictionary& dictionary, const History& history, Findings& findings)
{
    for (const auto& id : decision.unknown) {
        const auto* entry = dictionary.find(id);
        findings.push_back({"signal_unknown",
                            entry && entry->rank <= Rank::p2 ? "high" : "medium",
                            customerOf(history),
                            id,
                            entry ? entry->owner : std::string(),
                            {{"signal", id}}});
    }
    for (const auto& match : decision.matched) {
        const bool overdue = match.rank == Rank::p2 && std::ranges::find(match.signals, "account_holder_deceased") != match.signals.end();
        if (overdue)
            findings.push_back(
                {"death_not_confirmed", "high", customerOf(history), "account_holder_deceased", match.owner, {{"rule", match.rule}}});
    }
}

void countPromises(const History& history, Timestamp asOf, Tally& tally)
{
    const HistoryView view(history, asOf);
    const MovedPromises moved(view);
    for (const HistoryView::Mark& promise : view.promises()) {
        const std::optional<Timestamp> due = moved.dueOf(promise);
        if (!due || *due >= asOf || promise.annotation->label == standingPromise || moved.isNewTimeOnly(promise))
            continue;
        const auto done = fulfilmentOf(view, moved, promise);
        ++tally.of;
        tally.good += done && done->at <= *due ? 1 : 0;
    }
}

void countPractice(const History& history, const Brief& brief, const Findings& gaps, Timestamp asOf, Tallies& tallies)
{
    countPromises(history, asOf, tallies["promises_kept"]);
    tallies["facts_asked_again"].good += static_cast<std::int64_t>(brief.askedAgain.size());
    tallies["facts_asked_again"].of += static_cast<std::int64_t>(brief.told.size());
    tallies["pitches_against_a_rule"].good += static_cast<std::int64_t>(gaps.size());
    tallies["offers_during_open_complaint"].good += std::ranges::count_if(gaps, [](const HealthFinding& gap) {
        return std::ranges::find(gap.details, std::pair<std::string, std::string>("during_complaint", "yes")) != gap.details.end();
    });
}

// Everything about one customer, and its part of the tallies.
class CustomerHealth {
public:
    CustomerHealth(const Definitions& definitions, const std::vector<OfferRecord>& offers, Timestamp asOf)
        : m_definitions(definitions), m_offers(offers), m_asOf(asOf)
    {
    }

    void read(const History& history, Findings& findings, Tallies& tallies) const
    {
        const Profile profile = unifiedProfile(m_definitions, history, m_asOf);
        for (auto& finding : findingsOf(profile, history))
            add(m_definitions, history, codeOf(finding.code), std::move(finding.params), findings);
        for (auto& finding : stewardFindings(profile, history, m_definitions.charter.data().recordStaleDays, m_asOf))
            add(m_definitions, history, finding.code, std::move(finding.details), findings);
        const Decision decision =
            decide(m_definitions.charter, m_definitions.dictionary,
                   makeDecisionInput(m_definitions.dictionary, m_definitions.charter, history, {}, m_asOf, ConsentChannel::agent));
        addShared(m_definitions, decision, history, findings);
        addUnread(decision, m_definitions.dictionary, history, findings);
        const Brief brief = makeBrief(history, m_asOf);
        addPromises(m_definitions, brief, history, findings);
        const auto gaps = practiceGaps(m_definitions, history, m_offers, m_asOf);
        countPractice(history, brief, gaps, m_asOf, tallies);
        findings.insert(findings.end(), gaps.begin(), gaps.end());
        const auto overrides = overridesGiven(m_definitions.charter, history, m_asOf);
        findings.insert(findings.end(), overrides.begin(), overrides.end());
    }

private:
    const Definitions& m_definitions;
    const std::vector<OfferRecord>& m_offers;
    Timestamp m_asOf;
};

void addGoals(const Definitions& definitions, Tallies& tallies, HealthReport& report)
{
    for (const auto& goal : definitions.charter.goals()) {
        const Tally tally = tallies[goal.measure];
        report.goals.push_back({goal.id, goal.title, goal.owner, goal.measure, goal.unit, goal.atLeast, goal.target, tally.good, tally.of});
        const GoalPractice& practice = report.goals.back();
        if (!practice.met())
            report.findings.push_back({"goal_not_met",
                                       "high",
                                       {},
                                       goal.id,
                                       goal.owner,
                                       {{"title", goal.title},
                                        {"practice", std::to_string(practice.practice())},
                                        {goal.atLeast ? "at_least" : "at_most", std::to_string(goal.target)},
                                        {"unit", goal.unit}}});
    }
}

Result<> compare(Connection& connection, HealthReport& report)
{
    FOREWORD_TRY(const auto earlier, HealthTable(connection).before(report.asOf));
    if (!earlier)
        return {};
    report.comparedWith = earlier->at;
    for (auto& topic : report.topics) {
        const auto known = std::ranges::find_if(
            earlier->counts, [&](const HealthCount& one) { return one.code == topic.code && one.definition == topic.definition; });
        topic.before = known == earlier->counts.end() ? 0 : known->count;
    }
    return {};
}

} // namespace

Result<HealthReport> readHealth(Connection& connection, const Definitions& definitions, Timestamp asOf,
                                const std::function<void(int)>& progress, const CancelToken& cancel)
{
    HealthReport report;
    report.asOf = asOf;
    Tallies tallies;
    HealthCensus census(definitions);
    FOREWORD_TRY(const auto offers, RecordTable(connection).offers());
    FOREWORD_TRY(const auto persons, PersonTable(connection).all());
    const CustomerHealth customers(definitions, offers, asOf);
    Findings findings;
    for (const auto person : persons) {
        FOREWORD_CHECK(cancel.check());
        FOREWORD_TRY(auto history, readHistoryIfThere(connection, person, cancel));
        if (!history)
            continue;
        readPromisesAtHome(*history, definitions.charter.calendar());
        customers.read(*history, findings, tallies);
        census.add(*history, asOf);
        progress(++report.customers);
    }
    report.findings = definitionFindings(definitions.dictionary, definitions.charter, definitions.refusedCharter, asOf);
    for (auto& finding : census.findings())
        report.findings.push_back(std::move(finding));
    FOREWORD_TRY(auto duplicates, duplicatesWaiting(connection, definitions, cancel));
    report.findings.insert(report.findings.end(), std::make_move_iterator(duplicates.begin()), std::make_move_iterator(duplicates.end()));
    addGoals(definitions, tallies, report);
    report.findings.insert(report.findings.end(), std::make_move_iterator(findings.begin()), std::make_move_iterator(findings.end()));
    report.topics = healthTopics(report.findings);
    FOREWORD_CHECK(compare(connection, report));
    return report;
}

Result<> keepHealth(Connection& writer, const HealthReport& report)
{
    HealthRun run{report.asOf, {}};
    for (const auto& topic : report.topics)
        run.counts.push_back({topic.code, topic.definition, topic.count});
    FOREWORD_TRY(auto transaction, Transaction::write(writer));
    FOREWORD_CHECK(HealthTable(writer).keep(run));
    return transaction.commit();
}

} // namespace foreword
