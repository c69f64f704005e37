// live and health.
#include <iostream>

#include "app/ctl/commands.h"
#include "app/ctl/explain_text.h"
#include "app/ctl/json_output.h"
#include "app/ctl/progress_line.h"
#include "app/ctl/text_output.h"
#include "core/desk/health_export.h"
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

void printStep(Session& session, const LiveStep& step, const Brief* brief)
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

std::string trendText(const HealthTopic& topic)
{
    if (!topic.before)
        return "";
    const auto change = topic.count - *topic.before;
    return change == 0 ? ", as before" : (change > 0 ? ", +" : ", ") + std::to_string(change);
}

void printFinding(Session& session, const HealthFinding& finding)
{
    session.out() << (finding.customer.id.empty() ? finding.definition : finding.customer.source + ":" + finding.customer.id);
    for (const auto& [key, value] : finding.details)
        session.out() << "  " << key << "=" << printable(value);
    session.out() << '\n';
}

void printHealth(Session& session, const HealthReport& report)
{
    for (const auto& topic : report.topics) {
        session.out() << topic.severity << "  " << topic.code << (topic.definition.empty() ? "" : " " + printable(topic.definition)) << ": "
                      << topic.count << trendText(topic) << "  (" << printable(topic.owner) << ")\n    for example ";
        printFinding(session, report.findings[topic.example]);
    }
    for (const auto& goal : report.goals)
        session.out() << (goal.met() ? "met      " : "NOT MET  ") << goal.id << " " << goal.title << ": " << goal.practice() << " "
                      << goal.unit << ", goal " << (goal.atLeast ? "at least " : "at most ") << goal.target << '\n';
    session.out() << report.findings.size() << " findings about " << report.customers << " customers";
    if (report.comparedWith)
        session.out() << ", compared with " << report.comparedWith->toString();
    session.out() << '\n';
}

} // namespace

Outcome live(Session& session, const std::string& customer, const std::string& channelName, bool withBrief)
{
    FOREWORD_TRY(const auto channel, channelNamed(channelName));
    FOREWORD_TRY(const auto begun, session.asOf());
    FOREWORD_TRY(Workbench * workbench, session.workbench());
    std::optional<std::int64_t> person;
    if (!customer.empty()) {
        FOREWORD_TRY(person, workbench->resolve(customer));
    }
    FOREWORD_TRY(auto conversation, workbench->live(person, channel, begun, {}));
    auto status = ExitStatus::done;
    std::string line;
    for (int number = 1; std::getline(std::cin, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos)
            continue;
        FOREWORD_TRY(const auto now, session.asOf());
        auto step = conversation.take(line, now);
        if (step)
            printStep(session, *step, withBrief ? &conversation.brief() : nullptr);
        else // The conversation goes on.
            status = session.report(std::move(step).error().with("file", "-").with("line", std::to_string(number)));
    }
    return status;
}

Outcome health(Session& session, const std::string& exportFile)
{
    FOREWORD_TRY(const auto asOf, session.asOf());
    const bool csv = exportFile.ends_with(".csv");
    if (!exportFile.empty() && !csv && !exportFile.ends_with(".json"))
        return fail(ErrorCode::usage, {{"detail", "--export takes a file that ends with .csv or .json"}});
    FOREWORD_TRY(Workbench * workbench, session.workbench());
    ProgressLine progress(session.err());
    FOREWORD_TRY(const auto report,
                 workbench->health(asOf, [&](int done) { progress.show([done] { return std::to_string(done) + " customers"; }); }, {}));
    if (!exportFile.empty())
        FOREWORD_CHECK(writeHealth(exportFile, report, csv ? HealthFormat::csv : HealthFormat::json));
    if (session.json())
        session.out() << healthJson(report) << '\n';
    else
        printHealth(session, report);
    return ExitStatus::done;
}

} // namespace foreword::ctl
