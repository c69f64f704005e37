#include "app/ctl/commands.h"

namespace foreword::ctl {

Outcome workspaceInit(Session& session)
{
    FOREWORD_TRY(auto key, session.key());
    const auto folder = session.workspaceFolder();
    FOREWORD_TRY(const auto workspace, Workspace::create(folder, std::move(key), session.clock()));
    FOREWORD_TRY(const auto info, workspace.info());
    if (session.json())
        session.print(
            {{"workspace", folder}, {"id", info.id}, {"schema_version", info.schemaVersion}, {"cipher_version", info.cipherVersion}});
    else
        session.out() << "Created an encrypted workspace in " << folder << '\n';
    return ExitStatus::done;
}

Outcome workspaceInfo(Session& session)
{
    FOREWORD_TRY(const Workspace* workspace, session.workspace());
    FOREWORD_TRY(const auto info, workspace->info());
    FOREWORD_TRY(const Definitions* definitions, session.definitions());
    Json counts = Json::object();
    for (const auto& [what, count] : info.counts)
        counts[what] = count;
    const Json json{{"workspace", session.workspaceFolder()},
                    {"id", info.id},
                    {"schema_version", info.schemaVersion},
                    {"cipher_version", info.cipherVersion},
                    {"created_at", info.createdAt.toString()},
                    {"counts", counts},
                    {"sizes", {{"file", info.fileBytes}, {"wal", info.walBytes}, {"backups", info.backupBytes}}},
                    {"dictionary_version", definitions->dictionary.version()},
                    {"charter_version", definitions->charter.version()}};
    if (session.json()) {
        session.print(json);
        return ExitStatus::done;
    }
    for (const auto& [key, value] : json.items())
        session.out() << key << ": " << (value.is_string() ? value.get<std::string>() : value.dump()) << '\n';
    return ExitStatus::done;
}

Outcome workspaceRekey(Session& session, const std::string& newKeyFile)
{
    FOREWORD_TRY(auto newKey, readKeyFile(newKeyFile));
    FOREWORD_TRY(Workspace * workspace, session.workspace());
    FOREWORD_CHECK(workspace->rekey(std::move(newKey)));
    if (session.json())
        session.print({{"rekeyed", true}});
    else
        session.out() << "The workspace has its new key. The old one opens it no more.\n";
    return ExitStatus::done;
}

Outcome workspaceLock(Session& session)
{
    FOREWORD_TRY(const Workspace* workspace, session.workspace());
    FOREWORD_CHECK(workspace->seal());
    if (session.json())
        session.print({{"locked", true}});
    else
        session.out() << "The workspace is sealed: everything is in its encrypted file.\n";
    return ExitStatus::done;
}

} // namespace foreword::ctl
