#include "app/ctl/commands.h"

#include "app/ctl/import_pace.h"
#include "app/ctl/json_output.h"
#include "app/ctl/progress_line.h"

namespace foreword::ctl {
namespace {

void printCounts(std::ostream& out, const IngestCounts& counts)
{
    for (const auto type : recordTypeNames) {
        const auto found = counts.byType.find(std::string(type));
        if (found == counts.byType.end())
            continue;
        out << type << ": " << found->second.added << " added, " << found->second.updated << " updated, " << found->second.unchanged
            << " unchanged";
        if (found->second.erased > 0)
            out << ", " << found->second.erased << " of an erased customer skipped";
        out << '\n';
    }
    for (const auto& [type, count] : counts.unresolved) {
        if (count > 0)
            out << count << " " << type << " records wait for what they refer to\n";
    }
}

void printRejects(Session& session, const ImportOutcome& outcome)
{
    for (const auto& reject : outcome.rejects)
        session.err() << reject.file << ':' << reject.line << ": " << englishMessage(reject.error) << '\n';
    const auto unlisted = outcome.rejected - static_cast<std::int64_t>(outcome.rejects.size());
    if (unlisted > 0)
        session.err() << "and " << unlisted << " more lines that are not valid\n";
    if (outcome.rejected > 0 && !outcome.written)
        session.err() << "Nothing was written. Mend the lines, or use --skip-bad to import the rest.\n";
    if (outcome.leftOut > 0)
        session.err() << outcome.leftOut << " entries have nothing to import and were left out\n";
}

std::int64_t recordsIn(const IngestCounts& counts)
{
    std::int64_t records = 0;
    for (const auto& [type, count] : counts.byType)
        records += count.added + count.updated + count.unchanged;
    return records;
}

// The first pass did not come to its end.
ExitStatus reportNotBegun(Session& session, const Error& error)
{
    const auto status = session.report(error);
    session.err() << "Nothing was written.\n";
    return status;
}

// What is in after an import that was ended early, and how it goes on.
ExitStatus reportStopped(Session& session, const ImportOutcome& outcome)
{
    const auto status = session.report(*outcome.stopped);
    session.err() << "The workspace holds the first " << recordsIn(outcome.counts)
                  << " records of this import, whole. Run it again to go on: what is there is skipped.\n";
    return status;
}

Json outcomeJson(const ImportOutcome& outcome)
{
    auto json = countsJson(outcome.counts);
    json["rejects"] = rejectsJson(outcome.rejects);
    json["rejected"] = outcome.rejected;
    json["left_out"] = outcome.leftOut;
    json["stopped"] = outcome.stopped ? Json(errorEntry(outcome.stopped->code).name) : Json(nullptr);
    return json;
}

RelinkProgress groupingOn(ProgressLine& line)
{
    constexpr std::int64_t percent = 100;
    return [&line](std::int64_t done, std::int64_t of) {
        line.show([&] { return "Comparing customer records: " + std::to_string(of > 0 ? percent * done / of : 0) + " %"; });
    };
}

Result<PullOutcome> pullWithProgress(Session& session, Workbench& workbench, const std::string& source, const PullRequest& request)
{
    ProgressLine line(session.err());
    return workbench.pull(source, request, session.untilInterrupted(), groupingOn(line));
}

// The progress line is gone when it returns.
Result<ImportOutcome> importWithProgress(Session& session, Workbench& workbench, const std::vector<std::string>& files,
                                         ImportOptions& options, const CancelToken& cancel)
{
    ProgressLine line(session.err());
    ImportPace pace;
    options.progress = [&](const ImportProgress& progress) {
        pace.add(progress, ImportPace::TimePoint::clock::now());
        line.show([&] { return pace.text(); });
    };
    return workbench.import({files.begin(), files.end()}, options, cancel, groupingOn(line));
}

} // namespace

Outcome importFilesCommand(Session& session, const ImportArguments& arguments)
{
    const CancelToken cancel = session.untilInterrupted();
    FOREWORD_TRY(Workbench * workbench, session.workbench());
    ImportOptions options;
    options.skipBad = arguments.skipBad;
    options.mapping = arguments.mapping;
    const auto outcome = importWithProgress(session, *workbench, arguments.files, options, cancel);
    if (!outcome)
        return reportNotBegun(session, outcome.error());
    printRejects(session, *outcome);
    if (session.json())
        session.print(outcomeJson(*outcome));
    else
        printCounts(session.out(), outcome->counts);
    if (outcome->stopped)
        return reportStopped(session, *outcome);
    return outcome->written ? ExitStatus::done : ExitStatus::rejected;
}

Outcome pull(Session& session, const PullArguments& arguments)
{
    PullRequest request;
    if (!arguments.customer.empty())
        request.customer = arguments.customer;
    if (!arguments.since.empty()) {
        request.since = Timestamp::parse(arguments.since);
        if (!request.since)
            return fail(ErrorCode::usage, {{"detail", "--since takes an RFC 3339 time with offset"}});
    }
    FOREWORD_TRY(Workbench * workbench, session.workbench());
    FOREWORD_TRY(const auto outcome, pullWithProgress(session, *workbench, arguments.source, request));
    if (session.json()) {
        auto json = countsJson(outcome.stored);
        json["records"] = outcome.counts.records;
        json["requests"] = outcome.counts.requests;
        json["retries"] = outcome.counts.retries;
        json["not_modified"] = outcome.counts.notModified;
        json["gone"] = outcome.gone;
        json["bytes"] = outcome.counts.bytes;
        json["throttled_seconds"] = outcome.counts.throttledSeconds;
        json["since"] = outcome.since ? Json(outcome.since->toString()) : Json(nullptr);
        session.print(json);
    } else {
        printCounts(session.out(), outcome.stored);
        session.out() << outcome.counts.requests << " requests, " << outcome.counts.retries << " retries, "
                      << outcome.counts.throttledSeconds << " s throttled\n";
        if (outcome.gone > 0)
            session.out() << outcome.gone << (outcome.gone == 1 ? " record is" : " records are")
                          << " gone there and kept here as last seen\n";
    }
    return ExitStatus::done;
}

} // namespace foreword::ctl
