#include "app/ctl/commands.h"

namespace foreword::ctl {
namespace {

Result<std::map<std::string, std::string>> parseOptions(const std::vector<std::string>& options)
{
    std::map<std::string, std::string> parsed;
    for (const auto& option : options) {
        const auto equals = option.find('=');
        if (equals == std::string::npos || equals == 0)
            return fail(ErrorCode::usage, {{"detail", "--option takes key=value"}});
        parsed[option.substr(0, equals)] = option.substr(equals + 1);
    }
    return parsed;
}

Result<SourceCredentials> readCredentials(const SourceArguments& arguments)
{
    SourceCredentials credentials;
    if (!arguments.tokenFile.empty()) {
        FOREWORD_TRY(credentials.token, readSecretFile(arguments.tokenFile));
    }
    if (!arguments.passwordFile.empty()) {
        FOREWORD_TRY(credentials.password, readSecretFile(arguments.passwordFile));
    }
    if (!arguments.proxyPasswordFile.empty()) {
        FOREWORD_TRY(credentials.proxyPassword, readSecretFile(arguments.proxyPasswordFile));
    }
    return credentials;
}

Json sourceJson(const SavedSource& source)
{
    // Options are settings, never secrets: those are kept apart and never leave the workspace.
    return {{"name", source.name},
            {"kind", source.kind},
            {"url", source.url},
            {"user", source.user},
            {"options", source.options},
            {"last_pull_at", source.lastPullAt ? Json(source.lastPullAt->toString()) : Json(nullptr)},
            {"settled_until", source.settledUntil ? Json(source.settledUntil->toString()) : Json(nullptr)}};
}

} // namespace

Outcome sourceAdd(Session& session, const SourceArguments& arguments)
{
    SourceConfig config{arguments.name, arguments.kind, arguments.url, arguments.user, {}};
    FOREWORD_TRY(config.options, parseOptions(arguments.options));
    FOREWORD_TRY(auto credentials, readCredentials(arguments));
    FOREWORD_TRY(Workbench * workbench, session.workbench());
    FOREWORD_CHECK(workbench->addSource(config, std::move(credentials)));
    if (session.json())
        session.print(sourceJson({config.name, config.kind, config.url, config.user, config.options, {}, {}}));
    else
        session.out() << "Added " << config.name << ". Try it with 'forewordctl source test " << config.name << "'.\n";
    return ExitStatus::done;
}

Outcome sourceList(Session& session)
{
    FOREWORD_TRY(Workbench * workbench, session.workbench());
    FOREWORD_TRY(const auto sources, workbench->sources());
    if (session.json()) {
        auto list = Json::array();
        for (const auto& source : sources)
            list.push_back(sourceJson(source));
        session.print({{"sources", std::move(list)}});
        return ExitStatus::done;
    }
    for (const auto& source : sources)
        session.out() << source.name << '\t' << source.kind << '\t' << source.url << '\t'
                      << (source.lastPullAt ? source.lastPullAt->toString() : "never pulled") << '\n';
    return ExitStatus::done;
}

Outcome sourceTest(Session& session, const std::string& name)
{
    FOREWORD_TRY(Workbench * workbench, session.workbench());
    FOREWORD_TRY(const auto abilities, workbench->testSource(name, {}));
    if (session.json()) {
        session.print({{"source", name},
                       {"system", abilities.system},
                       {"account", abilities.account},
                       {"authentication", abilities.authentication},
                       {"can_read", abilities.canRead},
                       {"can_write_notes", abilities.canWriteNotes}});
    } else {
        session.out() << abilities.system << ", signed in as " << abilities.account << " by " << abilities.authentication
                      << ". May read: " << (abilities.canRead ? "yes" : "no")
                      << ". May write notes: " << (abilities.canWriteNotes ? "yes" : "no") << ".\n";
    }
    return abilities.canRead ? ExitStatus::done : ExitStatus::failed;
}

Outcome sourceRemove(Session& session, const std::string& name)
{
    FOREWORD_TRY(Workbench * workbench, session.workbench());
    FOREWORD_CHECK(workbench->removeSource(name));
    if (session.json())
        session.print({{"removed", name}});
    else
        session.out() << "Removed " << name << " and its secrets. What was pulled from it stays.\n";
    return ExitStatus::done;
}

} // namespace foreword::ctl
