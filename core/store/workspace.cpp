#include "core/store/workspace.h"

#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "core/store/connection.h"
#include "core/store/erasing.h"
#include "core/store/file_care.h"
#include "core/store/files.h"
#include "core/store/key_check.h"
#include "core/store/opening.h"
#include "core/store/query.h"
#include "core/store/raw_key.h"
#include "core/store/tables.h"
#include "core/store/workspace_files.h"

namespace foreword {
namespace {

namespace fs = std::filesystem;

WorkspaceFiles filesIn(const fs::path& folder)
{
    std::error_code error;
    const fs::path whole = fs::absolute(folder, error);
    return {error ? folder : whole};
}

std::int64_t sizeOf(const fs::path& file)
{
    std::error_code error;
    const auto size = fs::file_size(file, error);
    return error ? 0 : static_cast<std::int64_t>(size);
}

std::vector<fs::path> filesOf(const fs::path& folder)
{
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (entry->is_regular_file(error))
            found.push_back(entry->path());
    }
    return found;
}

struct Count {
    const char* name;
    const char* sql;
};

constexpr Count counts[] = {
    {"customer", "SELECT count(*) FROM customer"}, {"interaction", "SELECT count(*) FROM interaction"},
    {"message", "SELECT count(*) FROM message"},   {"consent", "SELECT count(*) FROM consent"},
    {"offer", "SELECT count(*) FROM offer"},       {"event", "SELECT count(*) FROM event"},
    {"persons", "SELECT count(*) FROM person"},
};

Result<std::map<std::string, std::int64_t>> countRows(Connection& connection)
{
    std::map<std::string, std::int64_t> found;
    for (const Count& count : counts) {
        Query rows(connection, count.sql);
        FOREWORD_TRY(const auto number, rows.number());
        found[count.name] = number.value_or(0);
    }
    FOREWORD_TRY(const auto unresolved, RecordTable(connection).unresolved());
    for (const auto& [type, number] : unresolved)
        found["unresolved"] += number;
    return found;
}

// Backups under the old key would stay readable with a key that was given up.
Result<> rekeyBackups(const fs::path& folder, const Secret& oldKey, const Secret& newKey)
{
    for (const fs::path& backup : filesOf(folder)) {
        if (backup.extension() != ".db")
            continue;
        auto connection = Connection::open(backup, oldKey, Access::write);
        if (!connection && connection.error().code == ErrorCode::workspace_wrong_key)
            continue; // changed already, by a key change that died later
        if (!connection)
            return fail(std::move(connection).error());
        FOREWORD_CHECK(FileCare(**connection).takeAlone());
        FOREWORD_CHECK(FileCare(**connection).copyTo(backup, oldKey, newKey));
    }
    return {};
}

} // namespace

struct Workspace::State {
    WorkspaceFiles files;
    Secret key;
    Opened opened;
};

Workspace::Workspace(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;
Workspace::~Workspace() = default;

Result<Workspace> Workspace::create(const fs::path& folder, Secret key, const Clock& clock)
{
    const WorkspaceFiles files = filesIn(folder);
    FOREWORD_TRY(Opened opened, createWorkspace(files, key, clock));
    return Workspace(std::unique_ptr<State>(new State{files, std::move(key), std::move(opened)}));
}

Result<Workspace> Workspace::open(const fs::path& folder, Secret key, const Clock& clock)
{
    const WorkspaceFiles files = filesIn(folder);
    FOREWORD_TRY(Opened opened, openWorkspace(files, key, clock, migrations()));
    return Workspace(std::unique_ptr<State>(new State{files, std::move(key), std::move(opened)}));
}

const fs::path& Workspace::folder() const
{
    return m_state->files.folder;
}

Result<std::unique_ptr<Connection>> Workspace::connect(Access access) const
{
    return Connection::open(m_state->files.database(), m_state->key, access);
}

Result<WorkspaceInfo> Workspace::info() const
{
    FOREWORD_TRY(const auto connection, connect(Access::read));
    FOREWORD_TRY(auto transaction, Transaction::read(*connection));
    WorkspaceInfo info;
    info.id = m_state->opened.id;
    info.cipherVersion = connection->cipherVersion();
    FOREWORD_TRY(info.schemaVersion, schemaVersion(*connection));
    {
        Query row(*connection, "SELECT created_at, created_offset FROM workspace");
        FOREWORD_CHECK(row.next());
        info.createdAt = row.time(0);
    }
    FOREWORD_TRY(info.counts, countRows(*connection));
    info.fileBytes = sizeOf(m_state->files.database());
    info.walBytes = sizeOf(m_state->files.log());
    for (const fs::path& backup : filesOf(m_state->files.backups()))
        info.backupBytes += sizeOf(backup);
    FOREWORD_CHECK(transaction.commit());
    return info;
}

// The new file is made beside the old one and takes its name in one step. Before that step the
// key check names both keys, after it only the new one; opening mends what a crash leaves.
Result<> Workspace::rekey(Secret newKey)
{
    if (newKey.view().size() != keyBytes)
        return fail(ErrorCode::internal, {{"detail", "a workspace key has 32 bytes"}});
    const WorkspaceFiles& files = m_state->files;
    const std::string& id = m_state->opened.id;
    FOREWORD_CHECK(m_state->opened.lock.makeExclusive());
    const auto change = [&]() -> Result<> {
        FOREWORD_TRY(const auto connection, connect(Access::write));
        FOREWORD_CHECK(FileCare(*connection).takeAlone());
        FOREWORD_CHECK(rekeyBackups(files.backups(), m_state->key, newKey));
        const std::string oldCheck = keyCheckOf(m_state->key, id);
        const std::string newCheck = keyCheckOf(newKey, id);
        FOREWORD_CHECK(writeKeyCheck(files.keyCheck(), {id, {oldCheck, newCheck}}));
        FOREWORD_CHECK(FileCare(*connection).copyTo(files.database(), m_state->key, newKey));
        return writeKeyCheck(files.keyCheck(), {id, {newCheck}});
    };
    auto done = change();
    // Whatever failed, the file says which key is in force.
    if (done || Connection::open(files.database(), newKey, Access::write))
        m_state->key = std::move(newKey);
    FOREWORD_CHECK(m_state->opened.lock.makeShared());
    return done;
}

Result<Erased> Workspace::erase(std::int64_t person) const
{
    FOREWORD_CHECK(m_state->opened.lock.makeExclusive());
    auto erased = erasePerson(m_state->files, m_state->key, person);
    FOREWORD_CHECK(m_state->opened.lock.makeShared());
    return erased;
}

Result<> Workspace::seal() const
{
    {
        FOREWORD_TRY(const auto connection, connect(Access::write));
        FOREWORD_CHECK(FileCare(*connection).foldLog());
    }
    for (const fs::path& folder : {m_state->files.folder, m_state->files.backups()}) {
        for (const fs::path& file : filesOf(folder)) {
            // These may be open in this process; foldLog has looked at them.
            if (file == m_state->files.database() || file == m_state->files.logIndex())
                continue;
            if (looksPlain(file))
                return fail(ErrorCode::workspace_plain, {{"file", file.string()}});
        }
    }
    return {};
}

} // namespace foreword
