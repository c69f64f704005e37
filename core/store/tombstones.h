// Keyed marks of what was erased, so that an import or a pull does not bring it back. Inside the
// caller's writing transaction, same thread as the connection.
//
// Marked are the records themselves by (type, source, id), those without an id by their hash, and
// the person's strong identifiers: an e-mail address on its own, unless somebody else in the
// workspace has it too; a telephone number or external id only together with a name, for numbers
// are shared in families and given out again, and "4711" is an id in more than one system.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/model/identifier.h"
#include "core/model/records.h"

namespace foreword {

class Connection;

class TombstoneTable {
public:
    explicit TombstoneTable(Connection& connection) : m_connection(connection) {}

    Result<bool> any();

    // `type` is one of recordTypeNames.
    Result<> addRecord(std::string_view type, const RecordKey& key);
    Result<> addHash(std::string_view type, std::string_view packedHash);
    // Of one customer record. `shared` are those that somebody else has too.
    Result<> addIdentifiers(std::span<const Identifier> identifiers, std::span<const Identifier> shared);

    Result<bool> hasRecord(std::string_view type, const RecordKey& key);
    Result<bool> hasHash(std::string_view type, std::string_view packedHash);
    Result<bool> hasIdentifiers(std::span<const Identifier> identifiers);

    // Marks that were added by this object.
    std::int64_t added() const { return m_added; }

private:
    using Parts = std::initializer_list<std::string_view>;

    Result<> loadKey();
    Result<std::string> markOf(Parts parts);
    Result<> add(Parts parts);
    Result<bool> has(Parts parts);

    Connection& m_connection;
    Secret m_key;
    std::int64_t m_added = 0;
};

} // namespace foreword
