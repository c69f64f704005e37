#include "core/desk/health_report.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/annotate/commitments.h"
#include "core/base/error_catalog.h"
#include "core/brief/brief_maker.h"
#include "core/desk/decision_input.h"
#include "core/desk/unified_profile.h"
#include "core/store/reading.h"

namespace foreword {
namespace {

constexpr int percent = 100;

struct Tally {
    std::int64_t good = 0, of = 0;
};
using Tallies = std::map<std::string, Tally, std::less<>>;

struct Known {
    std::string_view code, severity, owner;
};

Known known(FindingCode code)
{
    switch (code) {
    case FindingCode::birthDatesDiffer: return {"birth_dates_differ", "high", "Data steward"};
    case FindingCode::consentsConflict: return {"consents_conflict", "high", "Data protection officer"};
    case FindingCode::tiersDiffer: return {"tiers_differ", "low", "Data steward"};
    case FindingCode::lifecyclesDiffer: return {"lifecycles_differ", "medium", "Data steward"};
    case FindingCode::customerUnresolved: break;
    }
    return {"customer_unresolved", "medium", "Data steward"};
}

RecordKey customerOf(const History& history)
{
    return history.records.empty() ? RecordKey() : history.records.front().key;
}

// What a reader of words could not tell, and a death that nobody has confirmed in time.
void addUnread(const Decision& decision, const Dictionary& dictionary, const History& history, std::vector<HealthFinding>& findings)
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

// Definitions and a calendar that are past their date: they stay in force, and somebody must look.
void addDefinitions(const Definitions& definitions, Timestamp asOf, std::vector<HealthFinding>& findings)
{
    const CivilDate today = asOf.local().date;
    const auto passed = [&](const std::string& review) {
        const auto date = parseDate(review);
        return date && *date < today;
    };
    for (const auto& entry : definitions.dictionary.entries()) {
        if (passed(entry.review))
            findings.push_back({"review_passed", "medium", {}, entry.id, entry.owner, {{"review", entry.review}}});
    }
    const Charter& charter = definitions.charter;
    if (passed(charter.review()))
        findings.push_back({"review_passed", "medium", {}, "charter", charter.owner(), {{"review", charter.review()}}});
    if (charter.calendar().through < today)
        findings.push_back({"calendar_ended", "medium", {}, "calendar", charter.owner(), {{"version", charter.calendar().version}}});
    for (const auto& error : definitions.refusedCharter)
        findings.push_back({"charter_refused",
                            "high",
                            {},
                            std::string(error.param("file")),
                            charter.owner(),
                            {{"line", std::string(error.param("line"))}, {"message", englishMessage(error)}}});
}

void countPromises(const History& history, Timestamp asOf, Tally& tally)
{
    const HistoryView view(history, asOf);
    for (std::size_t i = 0; i < history.messages.size(); ++i) {
        const auto& message = history.messages[i];
        if (message.sender == Sender::customer || message.visibility != Visibility::visible || !view.exists(message.at))
            continue;
        for (const auto& annotation : message.annotations) {
            if (annotation.kind != AnnotationKind::promise || !annotation.due || *annotation.due >= asOf)
                continue;
            const auto done = fulfilmentOf(view, i, annotation);
            ++tally.of;
            tally.good += done && done->at <= *annotation.due ? 1 : 0;
        }
    }
}

void countPractice(const History& history, const std::vector<HealthFinding>& gaps, Timestamp asOf, Tallies& tallies)
{
    countPromises(history, asOf, tallies["promises_kept"]);
    const Brief brief = makeBrief(history, asOf);
    tallies["facts_asked_again"].good += static_cast<std::int64_t>(brief.askedAgain.size());
    tallies["facts_asked_again"].of += static_cast<std::int64_t>(brief.told.size());
    tallies["pitches_against_a_rule"].good += static_cast<std::int64_t>(gaps.size());
    tallies["offers_during_open_complaint"].good += std::ranges::count_if(gaps, [](const HealthFinding& gap) {
        return std::ranges::find(gap.details, std::pair<std::string, std::string>("during_complaint", "yes")) != gap.details.end();
    });
}

} // namespace

int GoalPractice::practice() const
{
    if (goal->unit != "percent")
        return static_cast<int>(good);
    if (of == 0)
        return goal->atLeast ? percent : 0;
    return static_cast<int>(good * percent / of);
}

bool GoalPractice::met() const
{
    return goal->atLeast ? practice() >= goal->target : practice() <= goal->target;
}

Result<HealthReport> readHealth(Connection& connection, const Definitions& definitions, Timestamp asOf,
                                const std::function<void(int)>& progress, const CancelToken& cancel)
{
    HealthReport report;
    Tallies tallies;
    addDefinitions(definitions, asOf, report.findings);
    FOREWORD_TRY(const auto offers, RecordTable(connection).offers());
    FOREWORD_TRY(const auto persons, PersonTable(connection).all());
    for (const auto person : persons) {
        FOREWORD_TRY(const auto history, readHistory(connection, person, cancel));
        const Profile profile = unifiedProfile(definitions, history, asOf);
        for (auto& finding : findingsOf(profile, history, asOf)) {
            const Known what = known(finding.code);
            report.findings.push_back({std::string(what.code),
                                       std::string(what.severity),
                                       customerOf(history),
                                       {},
                                       std::string(what.owner),
                                       std::move(finding.params)});
        }
        const Decision decision =
            decide(definitions.charter, definitions.dictionary,
                   makeDecisionInput(definitions.dictionary, definitions.charter, history, {}, asOf, ConsentChannel::agent));
        addUnread(decision, definitions.dictionary, history, report.findings);
        const auto gaps = practiceGaps(definitions, history, offers, asOf);
        countPractice(history, gaps, asOf, tallies);
        report.findings.insert(report.findings.end(), gaps.begin(), gaps.end());
        progress(++report.customers);
    }
    for (const auto& goal : definitions.charter.goals()) {
        const Tally tally = tallies[goal.measure];
        report.goals.push_back({&goal, tally.good, tally.of});
    }
    return report;
}

} // namespace foreword
