#include "app/desktop/opened_desk.h"

#include "app/platform/paths.h"
#include "core/base/secret.h"
#include "core/desk/sample.h"
#include "core/desk/workbench.h"

namespace foreword::desktop {

Result<OpenedDesk> OpenedDesk::open(const Options& options, Dispatcher dispatch)
{
    OpenedDesk opened;
    FOREWORD_TRY(const Log log, openLog(options.log));
    log.info("begun", {{"command", options.demo ? LogWord("demo") : LogWord("window")}});
    const auto folder = options.workspace.isEmpty() ? defaultWorkspaceFolder() : std::filesystem::path(options.workspace.toStdString());
    std::vector<std::string> charters;
    for (const auto& name : options.charters)
        charters.push_back(name.toStdString());
    auto definitions = loadDefinitions(
        {charters, options.demo ? std::filesystem::path() : folder, options.asOf.value_or(SystemClock().now()).local().date});
    if (!definitions)
        return fail(definitions.error().front());
    opened.m_definitions = std::move(*definitions);
    FOREWORD_CHECK(options.demo ? opened.openSample() : opened.openWorkspace(options));
    if (!options.customer.isEmpty())
        opened.m_customer = options.customer;
    // A look at another time, or at a picture, changes nothing.
    const bool sync = !options.demo && !options.asOf && options.screenshot.isEmpty();
    opened.m_desk = makeWorkspaceDesk(
        {opened.m_workspace, opened.m_definitions, opened.m_clock, std::move(dispatch), opened.m_sampleAsOf, sync, pauseBeforeSync, log});
    return opened;
}

Result<> OpenedDesk::openSample()
{
    FOREWORD_TRY(auto sample, loadSample());
    m_sampleAsOf = sample.asOf;
    m_clock = std::make_shared<FixedClock>(sample.asOf);
    m_customer = QString::fromStdString(sample.openCustomer);
    FOREWORD_TRY(auto temporary, TemporaryWorkspace::create(SystemClock()));
    m_workspace = temporary.workspace();
    m_temporary.emplace(std::move(temporary));
    FOREWORD_CHECK(Workbench(m_workspace, m_definitions, m_clock).takeSample(std::move(sample)));
    return {};
}

Result<> OpenedDesk::openWorkspace(const Options& options)
{
    if (options.asOf)
        m_clock = std::make_shared<FixedClock>(*options.asOf);
    else
        m_clock = std::make_shared<SystemClock>();
    if (options.keyFile.isEmpty())
        return fail(ErrorCode::key_needed);
    FOREWORD_TRY(auto key, readKeyFile(options.keyFile.toStdString()));
    const auto folder = options.workspace.isEmpty() ? defaultWorkspaceFolder() : std::filesystem::path(options.workspace.toStdString());
    FOREWORD_TRY(auto workspace, Workspace::open(folder, std::move(key), *m_clock));
    m_workspace = std::make_shared<const Workspace>(std::move(workspace));
    return {};
}

} // namespace foreword::desktop
