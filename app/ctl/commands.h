// The commands of forewordctl, one function each. Each prints its result and returns its exit
// status; an error it returns is reported by the caller with the status of the contract.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/ctl/session.h"

namespace foreword::ctl {

using Outcome = Result<ExitStatus>;

Outcome workspaceInit(Session& session);
Outcome workspaceInfo(Session& session);
Outcome workspaceRekey(Session& session, const std::string& newKeyFile);
Outcome workspaceLock(Session& session);

struct SourceArguments {
    std::string kind, name, url, user, tokenFile, passwordFile, proxyPasswordFile;
    std::vector<std::string> options; // "key=value"
};
Outcome sourceAdd(Session& session, const SourceArguments& arguments);
Outcome sourceList(Session& session);
Outcome sourceTest(Session& session, const std::string& name);
Outcome sourceRemove(Session& session, const std::string& name);

struct ImportArguments {
    std::vector<std::string> files;
    std::string mapping; // empty: JSON Lines
    bool skipBad = false;
};
Outcome importFilesCommand(Session& session, const ImportArguments& arguments);
struct PullArguments {
    std::string source, customer, since;
};
Outcome pull(Session& session, const PullArguments& arguments);

struct NoteArguments {
    std::string customer, interaction, textFile;
};
Outcome note(Session& session, const NoteArguments& arguments);
Outcome outboxList(Session& session);
// An empty key: everything that waits, but nothing that failed.
Outcome outboxRetry(Session& session, const std::string& key);
Outcome outboxDiscard(Session& session, const std::string& key);

Outcome find(Session& session, const std::string& query, int limit);
Outcome show(Session& session, const std::string& customer);
Outcome brief(Session& session, const std::vector<std::string>& customers, bool timings);
struct DecideArguments {
    std::string customer, offersFile, channel;
    bool timings = false, why = false;
};
Outcome decideCommand(Session& session, const DecideArguments& arguments);

// With several candidates they are printed, so that the caller can name one.
Result<std::int64_t> resolveOrList(Session& session, Workbench& workbench, const std::string& customer);

struct OverrideArguments {
    std::string customer, rule, offer, role, by, reason, text, channel;
    int hours = 0;
    std::int64_t number = 0;
};
Outcome overrideGive(Session& session, const OverrideArguments& arguments);
Outcome overrideList(Session& session, const std::string& customer);
Outcome overrideUndo(Session& session, const OverrideArguments& arguments);

// Without files: what is in force, and why what was chosen is not.
Outcome policyCheck(Session& session, const std::vector<std::string>& files);
Outcome policyTest(Session& session, const std::vector<std::string>& files);
Outcome policyShow(Session& session);
Outcome policyUse(Session& session, const std::vector<std::string>& files);
Outcome policyDiff(Session& session, const std::string& before, const std::string& after, const std::string& channelName);
// Messages as JSON Lines on standard input, until it ends.
// With `withBrief`, --json has the brief after each line too.
Outcome live(Session& session, const std::string& customer, const std::string& channel, bool withBrief);
// `exportFile`: ends with .csv or .json; empty: none is written.
Outcome health(Session& session, const std::string& exportFile);
// A line of labels a conversation, with or without --json.
Outcome feedbackExport(Session& session);
// Data-subject requests. On a terminal the first asks, unless `yes`; elsewhere it needs it.
Outcome eraseCommand(Session& session, const std::string& customer, bool yes);
Outcome exportCommand(Session& session, const std::string& customer);

// FILE may be "-" for standard input.
Outcome signals(Session& session, const std::string& file);
Outcome summarize(Session& session, const std::string& file);
// Which customer records of a file are one person; FILE may be "-".
Outcome identityOfFile(Session& session, const std::string& file);
// Pairs that wait for a person to decide, at most so many.
Outcome identityReviews(Session& session, int most);
// `verdict`: confirm, split, forbid or undo.
Outcome identityDecision(Session& session, IdentityVerdict verdict, const std::string& a, const std::string& b);
// `truthFile`: lines {source, id, entity}.
Outcome evaluateIdentity(Session& session, const std::string& file, const std::string& truthFile);
// `kind`: summaries, signals or briefs.
Outcome evaluate(Session& session, const std::string& kind, const std::string& file);

} // namespace foreword::ctl
