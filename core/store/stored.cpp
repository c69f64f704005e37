#include "core/store/stored.h"

#include <sodium.h>

namespace foreword {

std::string packedHash(std::string_view hash)
{
    constexpr std::size_t bytes = crypto_hash_sha256_BYTES;
    std::string packed(bytes, '\0');
    std::size_t size = 0;
    const char* end = nullptr;
    const bool hexadecimal = hash.size() == 2 * bytes
        && sodium_hex2bin(reinterpret_cast<unsigned char*>(packed.data()), bytes, hash.data(), hash.size(), nullptr, &size, &end) == 0
        && size == bytes;
    return hexadecimal ? packed : std::string(hash);
}

Result<std::optional<Stored>> findStored(Query& query)
{
    FOREWORD_TRY(const bool found, query.next());
    if (!found)
        return std::optional<Stored>();
    return std::optional(Stored{query.integer(0), std::string(query.blob(1)), query.maybeTime(2)});
}

Change changeFor(const std::optional<Stored>& stored, std::string_view packed, const std::optional<Timestamp>& updatedAt)
{
    if (!stored)
        return Change::added;
    if (stored->hash == packed)
        return Change::unchanged;
    if (stored->updatedAt && updatedAt && *updatedAt < *stored->updatedAt)
        return Change::unchanged;
    return Change::updated;
}

Result<std::optional<std::int64_t>> customerRow(Connection& connection, const RecordKey& key)
{
    Query query(connection, "SELECT row FROM customer WHERE ext_id = ?1 AND source = ?2");
    return query.with(key.id, key.source).number();
}

} // namespace foreword
