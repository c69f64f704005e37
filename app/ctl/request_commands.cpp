// Data-subject requests: everything gone, or everything out.
#include <iostream>

#include "app/ctl/commands.h"
#include "app/ctl/export_output.h"
#include "app/ctl/json_output.h"
#include "app/ctl/text_output.h"
#include "app/platform/terminal.h"

namespace foreword::ctl {
namespace {

// True if the person at the terminal says so.
Result<bool> confirmed(Session& session, Workbench& workbench, std::int64_t person)
{
    if (!standardInputIsTerminal())
        return fail(ErrorCode::usage, {{"detail", "erase asks on a terminal only; elsewhere it needs --yes"}});
    FOREWORD_TRY(const auto asOf, session.asOf());
    FOREWORD_TRY(const auto view, workbench.open(person, {asOf, ConsentChannel::agent, {}}, {}));
    session.err() << "Erase everything about " << printable(view.profile.displayName) << " (" << view.history.records.size()
                  << " customer records, " << view.history.interactions.size() << " interactions, " << view.history.messages.size()
                  << " messages) and all backups of this workspace? This cannot be undone.\nType yes: " << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "yes";
}

void printErased(std::ostream& out, const Erased& erased)
{
    for (const auto& [type, count] : erased.removed) {
        if (count > 0)
            out << type << ": " << count << " removed\n";
    }
    out << "Nothing of this customer is left. Imports and pulls will skip what comes again.\n";
}

} // namespace

Outcome eraseCommand(Session& session, const std::string& customer, bool yes)
{
    FOREWORD_TRY(Workbench * workbench, session.workbench());
    FOREWORD_TRY(const auto person, resolveOrList(session, *workbench, customer));
    if (!yes) {
        FOREWORD_TRY(const bool agreed, confirmed(session, *workbench, person));
        if (!agreed) {
            session.err() << "Nothing was erased.\n";
            return ExitStatus::failed;
        }
    }
    FOREWORD_TRY(const auto erased, workbench->erase(person));
    if (session.json())
        session.print({{"removed", erased.removed}, {"tombstones", erased.tombstones}});
    else
        printErased(session.out(), erased);
    return ExitStatus::done;
}

// Lines that import again; with --json one object that holds what was made of them too.
Outcome feedbackExport(Session& session)
{
    FOREWORD_TRY(Workbench * workbench, session.workbench());
    FOREWORD_TRY(const auto lines, workbench->feedback());
    for (const auto& line : lines)
        session.out() << line << '\n';
    return ExitStatus::done;
}

Outcome exportCommand(Session& session, const std::string& customer)
{
    FOREWORD_TRY(const auto asOf, session.asOf());
    FOREWORD_TRY(Workbench * workbench, session.workbench());
    FOREWORD_TRY(const auto person, resolveOrList(session, *workbench, customer));
    FOREWORD_TRY(const auto data, workbench->exportPerson(person, {asOf, ConsentChannel::agent, {}}, {}));
    if (session.json()) {
        printExport(session.out(), data);
        return ExitStatus::done;
    }
    for (const auto& line : data.lines)
        session.out() << line << '\n';
    return ExitStatus::done;
}

} // namespace foreword::ctl
