#include "app/ctl/command_line.h"

#include <functional>

#include <CLI/CLI.hpp>

#include "app/ctl/commands.h"
#include "core/desk/workbench.h"

namespace foreword::ctl {
namespace {

using Run = std::function<Outcome(Session&)>;

// Everything the options write into, and the command that was chosen.
struct Parsed {
    GlobalOptions global;
    std::string newKeyFile, name, query, customer, file, key, channel, before, after, truth, output;
    std::vector<std::string> paths;
    SourceArguments source;
    ImportArguments import;
    PullArguments pull;
    NoteArguments note;
    OverrideArguments overriding;
    DecideArguments decide;
    std::vector<std::string> customers;
    int limit = 20;
    bool timings = false, yes = false, withBrief = false;
    Run run;
    LogWord command = "none";
};

CLI::App* command(CLI::App& parent, Parsed& parsed, LogWord name, const char* about, Run run)
{
    auto* sub = parent.add_subcommand(std::string(name.view()), about);
    sub->fallthrough();
    sub->callback([&parsed, name, run = std::move(run)] {
        parsed.command = name;
        parsed.run = run;
    });
    return sub;
}

CLI::App* group(CLI::App& app, const char* name, const char* about)
{
    auto* sub = app.add_subcommand(name, about);
    sub->fallthrough();
    sub->require_subcommand(1);
    return sub;
}

void addGlobalOptions(CLI::App& app, Parsed& parsed)
{
    app.add_option("--workspace", parsed.global.workspace, "Folder of the encrypted workspace (default: the platform's data folder)");
    app.add_option("--key-file", parsed.global.keyFile, "File with the workspace key: 64 hexadecimal digits");
    app.add_option("--as-of", parsed.global.asOf, "RFC 3339 time that stands for now");
    app.add_option("--charter", parsed.global.charters, "Charter or pack for this run: a file, or uk-financial, eu-telecom")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app.add_option("--log-file", parsed.global.log.file, "Write a log: events, counts and error codes, nothing of a customer");
    app.add_option("--log-level", parsed.global.log.level, "trace, debug, info, warning, error or off; without a file on standard error");
    app.add_flag("--json", parsed.global.json, "JSON on standard output");
}

void addWorkspaceCommands(CLI::App& app, Parsed& parsed)
{
    auto* workspace = group(app, "workspace", "Create, describe, rekey or seal the workspace");
    command(*workspace, parsed, "init", "Create an encrypted workspace", workspaceInit);
    command(*workspace, parsed, "info", "Schema version, counts, sizes, versions of dictionary and charter", workspaceInfo);
    command(*workspace, parsed, "rekey", "Give the workspace another key",
            [&](Session& session) { return workspaceRekey(session, parsed.newKeyFile); })
        ->add_option("--new-key-file", parsed.newKeyFile, "File with the new key")
        ->required();
    command(*workspace, parsed, "lock", "Fold everything into the encrypted file", workspaceLock);
}

void addSourceCommands(CLI::App& app, Parsed& parsed)
{
    auto* source = group(app, "source", "Connect the systems that history is pulled from");
    auto* add = command(*source, parsed, "add", "Connect a system; secrets are kept in the encrypted workspace",
                        [&](Session& session) { return sourceAdd(session, parsed.source); });
    add->add_option("KIND", parsed.source.kind, "Kind of system: " + sourceKinds())->required();
    add->add_option("NAME", parsed.source.name, "Name of the source")->required();
    add->add_option("--url", parsed.source.url, "Web address of the system")->required();
    add->add_option("--token-file", parsed.source.tokenFile, "File with the access token");
    add->add_option("--user", parsed.source.user, "User name");
    add->add_option("--password-file", parsed.source.passwordFile, "File with the password");
    add->add_option("--proxy-password-file", parsed.source.proxyPasswordFile, "File with the password for the proxy");
    add->add_option("--option", parsed.source.options, "Setting as key=value, such as ca_file=FILE")->take_all();
    command(*source, parsed, "list", "Connected systems", sourceList);
    command(*source, parsed, "test", "Sign in and say what the account may do",
            [&](Session& session) { return sourceTest(session, parsed.name); })
        ->add_option("NAME", parsed.name, "Name of the source")
        ->required();
    command(*source, parsed, "remove", "Forget a system and its secrets",
            [&](Session& session) { return sourceRemove(session, parsed.name); })
        ->add_option("NAME", parsed.name, "Name of the source")
        ->required();
}

void addIntakeCommands(CLI::App& app, Parsed& parsed)
{
    auto* import = command(app, parsed, "import", "Import records from files: JSON Lines; CSV and mail with a mapping file",
                           [&](Session& session) { return importFilesCommand(session, parsed.import); });
    import->add_option("PATH", parsed.import.files, "Files to import")->required();
    import->add_option("--mapping", parsed.import.mapping,
                       "TOML file that says what the columns of a CSV file or the mails of an archive (mbox, eml) become");
    import->add_flag("--skip-bad", parsed.import.skipBad, "Import the valid lines, rows or mails, list the others");
    import->footer("A first pass checks everything and writes nothing; a second writes. Ctrl-C ends in order, and running it\n"
                   "again goes on from there. Progress goes to standard error. The README shows a mapping for each.");

    auto* pulling =
        command(app, parsed, "pull", "Pull history from a connected system", [&](Session& session) { return pull(session, parsed.pull); });
    pulling->add_option("SOURCE", parsed.pull.source, "Name of the source")->required();
    pulling->add_option("--customer", parsed.pull.customer, "Only this customer, by an identifier of that system");
    pulling->add_option("--since", parsed.pull.since, "What changed since this time (default: since the last complete pull)");
}

void addCustomerCommands(CLI::App& app, Parsed& parsed)
{
    auto* finding =
        command(app, parsed, "find", "Find customers", [&](Session& session) { return find(session, parsed.query, parsed.limit); });
    finding->add_option("QUERY", parsed.query, "Name, e-mail, phone, id, ticket, or words of the history")->required();
    finding->add_option("--limit", parsed.limit, "At most this many")->check(CLI::Range(1, 1000));

    command(app, parsed, "show", "The unified profile", [&](Session& session) { return show(session, parsed.customer); })
        ->add_option("CUSTOMER", parsed.customer, "source:id, or any identifier of exactly one person")
        ->required();

    auto* briefing = command(app, parsed, "brief", "What to read before the first word",
                             [&](Session& session) { return brief(session, parsed.customers, parsed.timings); });
    briefing->add_option("CUSTOMER", parsed.customers, "One or more customers")->required();
    briefing->add_flag("--timings", parsed.timings, "Show how long each step took");
    briefing->footer("→ leads to what we answered or what a system said, ← to what the customer said came of it.\n"
                     "Before each stands who speaks; what stands in brackets at the end are the messages.");

    auto* deciding = command(app, parsed, "decide", "Posture, and a verdict for each offer",
                             [&](Session& session) { return decideCommand(session, parsed.decide); });
    deciding->add_option("CUSTOMER", parsed.decide.customer, "source:id, or any identifier of exactly one person")->required();
    deciding->add_option("--offers", parsed.decide.offersFile, "Candidates as JSON Lines instead of the workspace's offers");
    deciding->add_option("--channel", parsed.decide.channel, "Channel that consent is needed for (default: agent)");
    deciding->add_flag("--why", parsed.decide.why, "Explain in full");
    deciding->add_flag("--timings", parsed.decide.timings, "Show how long each step took");
}

void addOutboxCommands(CLI::App& app, Parsed& parsed)
{
    auto* noting = command(app, parsed, "note", "Write a note into a conversation, for colleagues only",
                           [&](Session& session) { return note(session, parsed.note); });
    noting->add_option("CUSTOMER", parsed.note.customer, "source:id, or any identifier of exactly one person")->required();
    noting->add_option("--interaction", parsed.note.interaction, "The conversation, by its number or as source:number")->required();
    noting->add_option("--text-file", parsed.note.textFile, "File with the text, UTF-8")->required();

    auto* outbox = group(app, "outbox", "What was written here and is on its way");
    command(*outbox, parsed, "list", "Notes that wait, were sent, or failed", outboxList);
    command(*outbox, parsed, "retry", "Send now: all that wait, or the one named, in spite of a conflict", [&](Session& session) {
        return outboxRetry(session, parsed.key);
    })->add_option("KEY", parsed.key, "Key of a note");
    command(*outbox, parsed, "discard", "Take a note out of the outbox",
            [&](Session& session) { return outboxDiscard(session, parsed.key); })
        ->add_option("KEY", parsed.key, "Key of a note")
        ->required();
}

void addOverrideCommands(CLI::App& app, Parsed& parsed)
{
    auto& given = parsed.overriding;
    const char* customer = "source:id, or any identifier of exactly one person";
    auto* overriding = group(app, "override", "Take a rule off a customer's offers for some hours; who did it and why is kept");
    auto* give = command(*overriding, parsed, "give", "Let offers be made in spite of a rule of P2 to P5",
                         [&given](Session& session) { return overrideGive(session, given); });
    give->add_option("CUSTOMER", given.customer, customer)->required();
    give->add_option("--rule", given.rule, "The rule, by its id")->required();
    give->add_option("--offer", given.offer, "Only this offer (default: every one the rule stops)");
    give->add_option("--role", given.role, "Of whoever gives it; the rule says which may")->required();
    give->add_option("--by", given.by, "Who gives it")->required();
    give->add_option("--reason", given.reason, "customer_asked, matter_settled, signal_mistaken or other")->required();
    give->add_option("--text", given.text, "The reason in words")->required();
    give->add_option("--hours", given.hours, "How long (default: as long as the rule allows)")->check(CLI::Range(1, 24));
    give->add_option("--channel", given.channel, "Of the decision in which the rule matched (default: agent)");
    command(*overriding, parsed, "list", "All that were ever given for a customer",
            [&given](Session& session) { return overrideList(session, given.customer); })
        ->add_option("CUSTOMER", given.customer, customer)
        ->required();
    auto* undo = command(*overriding, parsed, "undo", "End one at once; it stays in the list",
                         [&given](Session& session) { return overrideUndo(session, given); });
    undo->add_option("CUSTOMER", given.customer, customer)->required();
    undo->add_option("NUMBER", given.number, "Its number in the list")->required();
    undo->add_option("--by", given.by, "Who takes it back")->required();
}

void addFeedbackCommands(CLI::App& app, Parsed& parsed)
{
    auto* feedback = group(app, "feedback", "What agents marked wrong or misleading");
    command(*feedback, parsed, "export", "As labelled conversations for 'evaluate briefs' and 'evaluate signals'", feedbackExport);
}

void addRequestCommands(CLI::App& app, Parsed& parsed)
{
    auto* erasing = command(app, parsed, "erase", "Remove every trace of a customer",
                            [&](Session& session) { return eraseCommand(session, parsed.customer, parsed.yes); });
    erasing->add_option("CUSTOMER", parsed.customer, "source:id, or any identifier of exactly one person")->required();
    erasing->add_flag("--yes", parsed.yes, "Do not ask");

    command(app, parsed, "export", "Everything about a customer: records that import again; with --json what was made of them too",
            [&](Session& session) { return exportCommand(session, parsed.customer); })
        ->add_option("CUSTOMER", parsed.customer, "source:id, or any identifier of exactly one person")
        ->required();
}

void addConversationCommands(CLI::App& app, Parsed& parsed)
{
    command(app, parsed, "signals", "Signals and redactions of conversations, one a line",
            [&](Session& session) { return signals(session, parsed.file); })
        ->add_option("FILE", parsed.file, "Conversations as JSON Lines; - for standard input")
        ->required();
    command(app, parsed, "summarize", "Briefs of conversations, one a line",
            [&](Session& session) { return summarize(session, parsed.file); })
        ->add_option("FILE", parsed.file, "Conversations as JSON Lines; - for standard input")
        ->required();
}

void addPolicyCommands(CLI::App& app, Parsed& parsed)
{
    auto* policy = group(app, "policy", "Check, test, show and compare charters");
    command(*policy, parsed, "check", "Errors with file and line; without FILE, what is in force", [&](Session& session) {
        return policyCheck(session, parsed.paths);
    })->add_option("FILE", parsed.paths, "Charter and packs: files, or names of packs that are built in");
    command(*policy, parsed, "test", "Run the charter's own tests", [&](Session& session) {
        return policyTest(session, parsed.paths);
    })->add_option("FILE", parsed.paths, "Charter and packs; without one the built-in charter");
    command(*policy, parsed, "show", "The charter in force", policyShow);
    command(*policy, parsed, "use", "Put a charter in force for this workspace",
            [&](Session& session) { return policyUse(session, parsed.paths); })
        ->add_option("FILE", parsed.paths, "Charter and packs: files, names of packs, or default")
        ->required();
    auto* diff = command(*policy, parsed, "diff", "Which decisions would change, over all customers",
                         [&](Session& session) { return policyDiff(session, parsed.before, parsed.after, parsed.channel); });
    diff->add_option("OLD", parsed.before, "A file, the name of a pack, default or in-force")->required();
    diff->add_option("NEW", parsed.after, "A file, the name of a pack, default or in-force")->required();
    diff->add_option("--channel", parsed.channel, "Channel that consent is needed for (default: agent)");
}

void addDeskCommands(CLI::App& app, Parsed& parsed)
{
    auto* living = command(app, parsed, "live", "Signals, posture and offers after each message on standard input",
                           [&](Session& session) { return live(session, parsed.customer, parsed.channel, parsed.withBrief); });
    living->add_option("CUSTOMER", parsed.customer, "source:id, or any identifier of exactly one person; without one, somebody unknown");
    living->add_flag("--brief", parsed.withBrief, "The brief after each line too (with --json)");
    living->add_option("--channel", parsed.channel, "Channel that consent is needed for (default: agent)");
    command(app, parsed, "health", "What contradicts itself, and practice beside the goals", [&](Session& session) {
        return health(session, parsed.output);
    })->add_option("--export", parsed.output, "Write all findings into a file, too: .csv or .json");
}

void addEvaluateCommands(CLI::App& app, Parsed& parsed)
{
    auto* evaluating = group(app, "evaluate", "Measure on labelled data");
    struct Measure {
        LogWord kind;
        const char* about = nullptr;
    };
    for (const auto& [kind, about] : {Measure{"signals", "Precision, recall and F1 of each signal"},
                                      {"briefs", "F1 of what was promised, tried, told and asked again; accuracy of the rest"},
                                      {"summaries", "F1 of the key sentences against several annotators; ROUGE"}}) {
        command(*evaluating, parsed, kind, about,
                [&parsed, measured = std::string(kind.view())](Session& session) { return evaluate(session, measured, parsed.file); })
            ->add_option("FILE", parsed.file, "Labelled conversations as JSON Lines; - for standard input")
            ->required();
    }
    auto* identity = command(*evaluating, parsed, "identity", "Precision, recall and F1 over pairs of records; purity of clusters",
                             [&parsed](Session& session) { return evaluateIdentity(session, parsed.file, parsed.truth); });
    identity->add_option("FILE", parsed.file, "Customer records as JSON Lines")->required();
    identity->add_option("TRUTH", parsed.truth, "Lines {source, id, entity}")->required();
}

void addIdentityCommands(CLI::App& app, Parsed& parsed)
{
    auto* identity = command(app, parsed, "identity", "Which customer records of a file are one person, or a decision about two", {});
    identity->add_option("FILE", parsed.file, "Customer records as JSON Lines; - for standard input");
    identity->require_subcommand(0, 1);
    // Called after the callback of what stands below it.
    identity->callback([&parsed, identity] {
        if (!identity->get_subcommands().empty())
            return;
        parsed.command = "identity";
        parsed.run = [&parsed](Session& session) { return identityOfFile(session, parsed.file); };
    });
    struct Deciding {
        LogWord name;
        const char* about = nullptr;
        IdentityVerdict verdict = IdentityVerdict::undo;
    };
    for (const auto& [name, about, verdict] : {Deciding{"confirm", "They are one person", IdentityVerdict::confirm},
                                               {"split", "They are linked, but two people", IdentityVerdict::split},
                                               {"forbid", "They are two people and never to be linked", IdentityVerdict::forbid},
                                               {"undo", "Take back what was decided about them", IdentityVerdict::undo}}) {
        auto* deciding = command(*identity, parsed, name, about, [&parsed, chosen = verdict](Session& session) {
            return identityDecision(session, chosen, parsed.before, parsed.after);
        });
        deciding->add_option("A", parsed.before, "source:id, or any identifier of exactly one person")->required();
        deciding->add_option("B", parsed.after, "The other")->required();
    }
    command(*identity, parsed, "reviews", "Pairs that wait for a person to decide, the likeliest first",
            [&parsed](Session& session) { return identityReviews(session, parsed.limit); })
        ->add_option("--limit", parsed.limit, "At most this many")
        ->check(CLI::Range(1, 1000));
}

} // namespace

int runCommandLine(int argc, const char* const* argv, std::ostream& out, std::ostream& err)
{
    Parsed parsed;
    CLI::App app("Foreword without a window: pull, import, brief and decide from the command line.", "forewordctl");
    app.require_subcommand(1);
    app.set_version_flag("--version", FOREWORD_VERSION);
    addGlobalOptions(app, parsed);
    addWorkspaceCommands(app, parsed);
    addSourceCommands(app, parsed);
    addIntakeCommands(app, parsed);
    addCustomerCommands(app, parsed);
    addRequestCommands(app, parsed);
    addConversationCommands(app, parsed);
    addOutboxCommands(app, parsed);
    addOverrideCommands(app, parsed);
    addFeedbackCommands(app, parsed);
    addPolicyCommands(app, parsed);
    addDeskCommands(app, parsed);
    addEvaluateCommands(app, parsed);
    addIdentityCommands(app, parsed);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int status = app.exit(error, out, err);
        return status == 0 ? 0 : static_cast<int>(ExitStatus::usage);
    }

    auto log = openLog(parsed.global.log);
    Session session(parsed.global, log ? *log : Log(), out, err);
    if (!log)
        return static_cast<int>(session.report(log.error()));
    session.log().info("begun", {{"command", parsed.command}});
    const auto outcome = parsed.run(session);
    const auto status = static_cast<int>(outcome ? *outcome : session.report(outcome.error()));
    session.log().info("ended", {{"command", parsed.command}, {"status", status}});
    return status;
}

} // namespace foreword::ctl
