// Records that are gone at their system: marked when the system was asked and did not have them,
// and no longer when it gives them again. Inside the caller's transaction, same thread as the
// connection. Errors: store_failed and the like.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/model/history.h"
#include "core/store/connection.h"

namespace foreword {

class GoneTable {
public:
    explicit GoneTable(Connection& connection) : m_connection(connection) {}

    // False where it is not here, or marked already. Only kind, key and time are looked at.
    Result<bool> mark(const GoneRecord& record);
    Result<> back(GoneRecord::Kind kind, const RecordKey& key);
    // All of a source, by kind.
    Result<std::vector<GoneRecord>> of(std::string_view source) const;

    // What a source may be asked about, those left out that are marked: its conversations that are
    // not over, the ones that were opened last first.
    Result<std::vector<RecordKey>> openAt(std::string_view source, int limit) const;
    // The records of a person there, and their conversations.
    Result<std::vector<RecordKey>> recordsAt(std::string_view source, std::int64_t person) const;
    Result<std::vector<RecordKey>> conversationsAt(std::string_view source, std::int64_t person) const;

private:
    Connection& m_connection;
};

} // namespace foreword
