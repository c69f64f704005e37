#include "app/ctl/session.h"

#include "app/platform/error_line.h"
#include "app/platform/interrupt.h"
#include "app/platform/paths.h"
#include "core/model/names.h"

namespace foreword::ctl {

Session::Session(const GlobalOptions& options, Log log, std::ostream& out, std::ostream& err)
    : m_options(options), m_log(std::move(log)), m_out(out), m_err(err)
{
}

Session::~Session() = default;

CancelToken Session::untilInterrupted()
{
    if (!m_interrupt)
        m_interrupt = std::make_unique<InterruptWatch>();
    return m_interrupt->token();
}

void Session::print(const Json& value)
{
    m_out << value.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

ExitStatus Session::report(const Error& error)
{
    m_log.error("failed", {{"code", error.code}});
    m_err << "forewordctl: " << errorLine(error) << '\n';
    return errorEntry(error.code).exit;
}

void Session::report(const std::vector<Error>& errors)
{
    for (const auto& error : errors)
        report(error);
}

std::optional<Timestamp> Session::givenAsOf() const
{
    return Timestamp::parse(m_options.asOf);
}

Result<Timestamp> Session::asOf() const
{
    if (m_options.asOf.empty())
        return m_clock->now();
    if (const auto given = givenAsOf())
        return *given;
    return fail(ErrorCode::usage, {{"detail", "--as-of takes an RFC 3339 time with offset"}});
}

std::string Session::workspaceFolder() const
{
    return m_options.workspace.empty() ? defaultWorkspaceFolder().string() : m_options.workspace;
}

Result<Secret> Session::key() const
{
    if (m_options.keyFile.empty())
        return fail(ErrorCode::key_needed);
    return readKeyFile(m_options.keyFile);
}

Result<Workspace*> Session::workspace()
{
    if (!m_workspace) {
        FOREWORD_TRY(auto secret, key());
        FOREWORD_TRY(auto opened, Workspace::open(workspaceFolder(), std::move(secret), *m_clock));
        m_workspace = std::make_shared<Workspace>(std::move(opened));
        m_log.debug("workspace opened");
    }
    return m_workspace.get();
}

Result<Workbench*> Session::workbench()
{
    if (!m_workbench) {
        FOREWORD_CHECK(definitions());
        FOREWORD_CHECK(workspace());
        // Whoever decides by the last good charter knows that it is not what was chosen.
        if (const auto refused = refusalOf(*m_definitions))
            report(*refused);
        m_workbench = std::make_unique<Workbench>(m_workspace, m_definitions, m_clock, m_log);
    }
    return m_workbench.get();
}

Result<const Definitions*> Session::definitions()
{
    if (!m_definitions) {
        FOREWORD_TRY(const auto today, asOf());
        auto loaded = loadDefinitions({m_options.charters, workspaceFolder(), today.local().date});
        if (!loaded) {
            // All of them; the last is reported by whoever asked.
            const Error last = loaded.error().back();
            loaded.error().pop_back();
            report(loaded.error());
            return fail(last);
        }
        m_definitions = std::move(*loaded);
    }
    return m_definitions.get();
}

Result<ConsentChannel> channelNamed(const std::string& name)
{
    if (name.empty())
        return ConsentChannel::agent;
    if (const auto channel = fromName<ConsentChannel>(name))
        return *channel;
    return fail(ErrorCode::usage, {{"detail", "--channel takes one of " + allNames<ConsentChannel>()}});
}

} // namespace foreword::ctl
