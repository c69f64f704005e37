#include "core/store/tombstones.h"

#include <algorithm>

#include <sodium.h>

#include "core/store/query.h"
#include "core/store/sqlite_error.h"

namespace foreword {
namespace {

constexpr std::size_t markKeyBytes = crypto_auth_hmacsha256_KEYBYTES;

std::vector<std::string_view> namesIn(std::span<const Identifier> identifiers)
{
    std::vector<std::string_view> names;
    for (const Identifier& identifier : identifiers) {
        if (identifier.kind == "name")
            names.push_back(identifier.normal);
    }
    return names;
}

} // namespace

Result<bool> TombstoneTable::any()
{
    Query query(m_connection, "SELECT EXISTS (SELECT 1 FROM tombstone)");
    FOREWORD_TRY(const auto found, query.number());
    return found.value_or(0) != 0;
}

Result<> TombstoneTable::addRecord(std::string_view type, const RecordKey& key)
{
    return add({"record", type, key.source, key.id});
}

Result<> TombstoneTable::addHash(std::string_view type, std::string_view packedHash)
{
    return add({"hash", type, packedHash});
}

Result<> TombstoneTable::addIdentifiers(std::span<const Identifier> identifiers, std::span<const Identifier> shared)
{
    const auto names = namesIn(identifiers);
    for (const Identifier& identifier : identifiers) {
        if (identifier.kind == "name")
            continue;
        if (identifier.kind == "email" && std::ranges::find(shared, identifier) == shared.end())
            FOREWORD_CHECK(add({"alone", identifier.kind, identifier.normal}));
        for (const std::string_view name : names)
            FOREWORD_CHECK(add({"named", identifier.kind, identifier.normal, name}));
    }
    return {};
}

Result<bool> TombstoneTable::hasRecord(std::string_view type, const RecordKey& key)
{
    return has({"record", type, key.source, key.id});
}

Result<bool> TombstoneTable::hasHash(std::string_view type, std::string_view packedHash)
{
    return has({"hash", type, packedHash});
}

Result<bool> TombstoneTable::hasIdentifiers(std::span<const Identifier> identifiers)
{
    const auto names = namesIn(identifiers);
    for (const Identifier& identifier : identifiers) {
        if (identifier.kind == "name")
            continue;
        FOREWORD_TRY(bool found, has({"alone", identifier.kind, identifier.normal}));
        for (auto name = names.begin(); !found && name != names.end(); ++name) {
            FOREWORD_TRY(found, has({"named", identifier.kind, identifier.normal, *name}));
        }
        if (found)
            return true;
    }
    return false;
}

// Made by the first erasure.
Result<> TombstoneTable::loadKey()
{
    if (!m_key.empty())
        return {};
    {
        Query query(m_connection, "SELECT key FROM erasing");
        FOREWORD_TRY(const bool found, query.next());
        if (found) {
            m_key = Secret(query.blob(0));
            return {};
        }
    }
    m_key = Secret::random(markKeyBytes);
    Query insert(m_connection, "INSERT INTO erasing (only, key, pending) VALUES (1, ?1, 0)");
    return insert.with(m_key).run();
}

Result<std::string> TombstoneTable::markOf(Parts parts)
{
    FOREWORD_CHECK(loadKey());
    if (m_key.view().size() != markKeyBytes)
        return fail(damaged("the key of the tombstones"));
    // Lengths in front, so that no two lists of parts read alike.
    std::string message;
    for (const std::string_view part : parts)
        message.append(std::to_string(part.size())).append(":").append(part);
    std::string mark(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256(reinterpret_cast<unsigned char*>(mark.data()), reinterpret_cast<const unsigned char*>(message.data()),
                           message.size(), reinterpret_cast<const unsigned char*>(m_key.view().data()));
    return mark;
}

Result<> TombstoneTable::add(Parts parts)
{
    FOREWORD_TRY(const std::string mark, markOf(parts));
    Query insert(m_connection, "INSERT INTO tombstone (mark) VALUES (?1) ON CONFLICT DO NOTHING RETURNING 1");
    FOREWORD_TRY(const auto added, insert.with(Blob{mark}).number());
    m_added += added.value_or(0);
    return {};
}

Result<bool> TombstoneTable::has(Parts parts)
{
    FOREWORD_TRY(const std::string mark, markOf(parts));
    Query query(m_connection, "SELECT 1 FROM tombstone WHERE mark = ?1");
    FOREWORD_TRY(const auto found, query.with(Blob{mark}).number());
    return found.has_value();
}

} // namespace foreword
