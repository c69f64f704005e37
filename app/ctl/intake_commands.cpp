#include "app/ctl/commands.h"

#include "app/ctl/json_output.h"
#include "app/ctl/progress_line.h"

namespace foreword::ctl {
namespace {

std::string progressText(const ImportProgress& progress)
{
    const auto percent = progress.totalBytes == 0 ? 100 : progress.bytes * 100 / progress.totalBytes;
    return std::string(progress.checking ? "Checking " : "Importing ") + progress.file + ": " + std::to_string(progress.lines) + " lines, "
        + std::to_string(percent) + " %";
}

void printCounts(std::ostream& out, const IngestCounts& counts)
{
    for (const auto type : recordTypeNames) {
        const auto found = counts.byType.find(std::string(type));
        if (found == counts.byType.end())
            continue;
        out << type << ": " << found->second.added << " added, " << found->second.updated << " updated, " << found->second.unchanged
            << " unchanged\n";
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
}

} // namespace

Outcome importFilesCommand(Session& session, const std::vector<std::string>& files, bool skipBad)
{
    FOREWORD_TRY(Workbench * workbench, session.workbench());
    ImportOutcome outcome;
    {
        ProgressLine line(session.err(), standardErrorIsTerminal());
        ImportOptions options;
        options.skipBad = skipBad;
        options.progress = [&](const ImportProgress& progress) { line.show(progressText(progress)); };
        FOREWORD_TRY(outcome, workbench->import({files.begin(), files.end()}, options, {}));
    }
    printRejects(session, outcome);
    if (session.json()) {
        auto json = countsJson(outcome.counts);
        json["rejects"] = rejectsJson(outcome.rejects);
        json["rejected"] = outcome.rejected;
        session.print(json);
    } else {
        printCounts(session.out(), outcome.counts);
    }
    return outcome.written ? ExitStatus::done : ExitStatus::rejected;
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
    FOREWORD_TRY(const auto outcome, workbench->pull(arguments.source, request, {}));
    if (session.json()) {
        auto json = countsJson(outcome.stored);
        json["records"] = outcome.counts.records;
        json["requests"] = outcome.counts.requests;
        json["retries"] = outcome.counts.retries;
        json["throttled_seconds"] = outcome.counts.throttledSeconds;
        json["since"] = outcome.since ? Json(outcome.since->toString()) : Json(nullptr);
        session.print(json);
    } else {
        printCounts(session.out(), outcome.stored);
        session.out() << outcome.counts.requests << " requests, " << outcome.counts.retries << " retries, "
                      << outcome.counts.throttledSeconds << " s throttled\n";
    }
    return ExitStatus::done;
}

} // namespace foreword::ctl
