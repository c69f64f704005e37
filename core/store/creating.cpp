#include "core/store/opening.h"

#include <array>
#include <system_error>

#include <sodium.h>

#include "core/store/connection.h"
#include "core/store/file_care.h"
#include "core/store/key_check.h"
#include "core/store/query.h"
#include "core/store/raw_key.h"
#include "core/store/workspace.h"

namespace foreword {
namespace {

namespace fs = std::filesystem;

// RFC 9562, version 4.
std::string newUuid()
{
    std::array<unsigned char, 16> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0f) | 0x40);
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3f) | 0x80);
    std::array<char, 33> hex{};
    sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
    std::string text(hex.data());
    for (const std::size_t dash : {8U, 13U, 18U, 23U})
        text.insert(dash, 1, '-');
    return text;
}

// Removes what an unfinished creation has made.
class Leftovers {
public:
    Leftovers(const WorkspaceFiles& files, bool folderIsOurs) : m_files(files), m_folderIsOurs(folderIsOurs) {}
    ~Leftovers()
    {
        if (m_kept)
            return;
        std::error_code ignored;
        for (const char* part : {"", "-journal", "-wal", "-shm"})
            fs::remove(m_files.draft().string() + part, ignored);
        fs::remove(m_files.keyCheck(), ignored);
        fs::remove(m_files.lock(), ignored);
        if (m_folderIsOurs)
            fs::remove(m_files.folder, ignored); // only if nothing else is in it
    }
    Leftovers(const Leftovers&) = delete;
    Leftovers& operator=(const Leftovers&) = delete;
    void keep() { m_kept = true; }

private:
    const WorkspaceFiles& m_files;
    bool m_folderIsOurs;
    bool m_kept = false;
};

Result<> writeIdentity(Connection& connection, const std::string& id, Timestamp now)
{
    FOREWORD_TRY(auto transaction, Transaction::write(connection));
    Query row(connection, "INSERT INTO workspace (only, id, created_at, created_offset) VALUES (1, ?1, ?2, ?3)");
    FOREWORD_CHECK(row.with(id, now).run());
    return transaction.commit();
}

Result<> buildFile(const fs::path& file, const Secret& key, const std::string& id, Timestamp now)
{
    FOREWORD_CHECK(createPrivateFile(file));
    {
        FOREWORD_TRY(const auto connection, Connection::open(file, key, Access::write));
        FOREWORD_CHECK(migrate(*connection, 0, migrations()));
        FOREWORD_CHECK(writeIdentity(*connection, id, now));
        FOREWORD_CHECK(FileCare(*connection).foldLog());
    }
    if (looksPlain(file))
        return fail(ErrorCode::workspace_plain);
    return syncFile(file);
}

Failure existing(const WorkspaceFiles& files)
{
    return fail(ErrorCode::workspace_exists, {{"path", files.folder.string()}});
}

} // namespace

Result<Opened> createWorkspace(const WorkspaceFiles& files, const Secret& key, const Clock& clock)
{
    std::error_code ignored;
    if (fs::exists(files.database(), ignored))
        return existing(files);
    if (key.view().size() != keyBytes)
        return fail(ErrorCode::internal, {{"detail", "a workspace key has 32 bytes"}});
    const bool folderIsOurs = !fs::exists(files.folder, ignored);
    FOREWORD_CHECK(makePrivateFolder(files.folder));
    FOREWORD_TRY(FileLock lock, FileLock::share(files.lock()));
    FOREWORD_CHECK(lock.makeExclusive());
    if (fs::exists(files.database(), ignored))
        return existing(files); // another program was faster
    Leftovers leftovers(files, folderIsOurs);
    for (const char* part : {"", "-journal", "-wal", "-shm"})
        fs::remove(files.draft().string() + part, ignored);

    const std::string id = newUuid();
    FOREWORD_CHECK(buildFile(files.draft(), key, id, clock.now()));
    FOREWORD_CHECK(writeKeyCheck(files.keyCheck(), {id, {keyCheckOf(key, id)}}));
    // From here on there is a workspace.
    FOREWORD_CHECK(replaceFile(files.draft(), files.database()));
    leftovers.keep();
    FOREWORD_CHECK(lock.makeShared());
    return Opened{id, std::move(lock)};
}

} // namespace foreword
