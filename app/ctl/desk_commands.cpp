// live and health.
#include <iostream>

#include "app/ctl/commands.h"
#include "app/ctl/explain_text.h"
#include "app/ctl/json_output.h"
#include "app/ctl/progress_line.h"
#include "app/ctl/text_output.h"
#include "core/desk/output.h"
#include "core/model/names.h"

namespace foreword::ctl {
namespace {

// The rule's sentence of a posture that rose, or what ended it.
std::string reasonOf(const PostureChange& change)
{
    if (change.rose())
        return change.rule.say;
    if (change.timeEnded)
        return "its time ended at " + change.timeEnded->toString();
    const Arrival& ended = *change.ended;
    const std::string at = " at " + ended.at.toString();
    switch (ended.kind) {
    case Arrival::Kind::event: return "ended by event " + ended.name + at;
    case Arrival::Kind::interaction: return "ended by interaction " + ended.name + at;
    case Arrival::Kind::message: break;
    }
    return "ended by message" + at;
}

Json changeJson(const std::optional<PostureChange>& change)
{
    if (!change)
        return nullptr;
    return {{"from", nameOf(change->before)}, {"to", nameOf(change->after)}, {"rule", change->rule.rule}, {"reason", reasonOf(*change)}};
}

void printStep(Session& session, const LiveStep& step, const std::optional<Brief>& brief)
{
    if (session.json()) {
        Json json = {{"id", step.id},
                     {"as_of", step.decision.asOf.toString()},
                     {"posture", nameOf(step.decision.posture)},
                     {"change", changeJson(step.change)},
                     {"signals", signalsJson(step.decision.signals)},
                     {"offers", offersJson(step.decision.offers)},
                     {"timings_us", {{"total", step.micros}}}};
        if (brief)
            json["brief"] = briefJson(*brief);
        session.print(json);
    } else {
        session.out() << step.id << ": ";
        if (step.change)
            session.out() << (step.change->after > step.change->before ? "NOW " : "now ") << nameOf(step.change->after) << " ("
                          << step.change->rule.rule << ": " << printable(reasonOf(*step.change)) << ")\n";
        else
            session.out() << nameOf(step.decision.posture) << '\n';
        for (const auto& offer : step.decision.offers) {
            if (offer.verdict != Verdict::allow)
                session.out() << "  " << nameOf(offer.verdict) << ": " << printable(offer.name) << " (" << offer.reason->rule << ")\n";
        }
    }
    // Whoever listens acts on it now.
    session.out().flush();
}

Json findingJson(const HealthFinding& finding)
{
    Json details = Json::object();
    for (const auto& [key, value] : finding.details)
        details[key] = value;
    Json json{{"code", finding.code}, {"severity", finding.severity}};
    if (!finding.customer.id.empty())
        json["customer"] = recordKeyJson(finding.customer);
    if (!finding.definition.empty())
        json["definition"] = finding.definition;
    json["details"] = std::move(details);
    json["owner"] = finding.owner;
    return json;
}

Json goalJson(const GoalPractice& practice)
{
    const Goal& goal = *practice.goal;
    return {{"id", goal.id},
            {"title", goal.title},
            {"owner", goal.owner},
            {"measure", goal.measure},
            {"unit", goal.unit},
            {goal.atLeast ? "at_least" : "at_most", goal.target},
            {"practice", practice.practice()},
            {"good", practice.good},
            {"of", practice.of},
            {"met", practice.met()}};
}

void printHealth(Session& session, const HealthReport& report)
{
    for (const auto& finding : report.findings) {
        session.out() << finding.severity << "  " << finding.code << "  "
                      << (finding.customer.id.empty() ? finding.definition : finding.customer.source + ":" + finding.customer.id);
        for (const auto& [key, value] : finding.details)
            session.out() << "  " << key << "=" << printable(value);
        session.out() << "  (" << finding.owner << ")\n";
    }
    for (const auto& practice : report.goals)
        session.out() << (practice.met() ? "met      " : "NOT MET  ") << practice.goal->id << " " << practice.goal->title << ": "
                      << practice.practice() << " " << practice.goal->unit << ", goal "
                      << (practice.goal->atLeast ? "at least " : "at most ") << practice.goal->target << '\n';
    session.out() << report.findings.size() << " findings about " << report.customers << " customers\n";
}

} // namespace

Outcome live(Session& session, const std::string& customer, const std::string& channelName, bool withBrief)
{
    const auto channel = channelName.empty() ? ConsentChannel::agent : fromName<ConsentChannel>(channelName);
    if (!channel)
        return fail(ErrorCode::usage, {{"detail", "--channel takes one of " + allNames<ConsentChannel>()}});
    FOREWORD_TRY(const auto begun, session.asOf());
    FOREWORD_TRY(Workbench * workbench, session.workbench());
    std::optional<std::int64_t> person;
    if (!customer.empty()) {
        FOREWORD_TRY(person, workbench->resolve(customer));
    }
    FOREWORD_TRY(auto conversation, workbench->live(person, *channel, begun, {}));
    auto status = ExitStatus::done;
    std::string line;
    for (int number = 1; std::getline(std::cin, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos)
            continue;
        FOREWORD_TRY(const auto now, session.asOf());
        auto step = conversation.take(line, now);
        if (step)
            printStep(session, *step, withBrief ? std::optional(conversation.brief()) : std::nullopt);
        else // The conversation goes on.
            status = session.report(std::move(step).error().with("file", "-").with("line", std::to_string(number)));
    }
    return status;
}

Outcome health(Session& session)
{
    FOREWORD_TRY(const auto asOf, session.asOf());
    FOREWORD_TRY(Workbench * workbench, session.workbench());
    ProgressLine progress(session.err());
    FOREWORD_TRY(const auto report,
                 workbench->health(asOf, [&](int done) { progress.show([done] { return std::to_string(done) + " customers"; }); }, {}));
    if (!session.json()) {
        printHealth(session, report);
        return ExitStatus::done;
    }
    auto findings = Json::array();
    for (const auto& finding : report.findings)
        findings.push_back(findingJson(finding));
    auto goals = Json::array();
    for (const auto& practice : report.goals)
        goals.push_back(goalJson(practice));
    session.print({{"findings", std::move(findings)}, {"goals", std::move(goals)}, {"customers", report.customers}});
    return ExitStatus::done;
}

} // namespace foreword::ctl
