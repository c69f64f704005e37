// Removes the rows of a person, or of what came too late, and leaves tombstones. Inside the
// caller's writing transaction, same thread as the connection. Rows that are gone leave traces in
// the file (the unused part of pages, terms of the search index) until finishErasing of
// core/store/erasing.h; what is removed here asks for that.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/result.h"
#include "core/model/records.h"
#include "core/store/erased.h"
#include "core/store/tombstones.h"

namespace foreword {

class RowEraser {
public:
    RowEraser(Connection& connection, TombstoneTable& tombstones) : m_connection(connection), m_tombstones(tombstones) {}

    // Everything of the person. Error: customer_not_found.
    Result<Erased> person(std::int64_t person);
    // A record of somebody erased that is here all the same, because it came before the record
    // that says whose it is: gone with what hangs on it, and marked.
    Result<> late(std::string_view type, const RecordKey& key);
    // What waits for a customer record that will not be taken.
    Result<> waitingFor(const RecordKey& customer);

private:
    Result<> customer(std::int64_t row);
    Result<> conversation(std::int64_t row, const RecordKey& key);
    Result<> outbox(const RecordKey& interaction);
    Result<> draft(const RecordKey& interaction);
    Result<> feedback(const RecordKey& message);
    // The rows of `type` that `sql` selects by (row, ext_id, source, hash).
    Result<> ledger(std::string_view type, std::string_view select, std::string_view remove, std::int64_t customer);
    Result<> count(std::string_view what, std::string_view sql, std::int64_t row);

    Connection& m_connection;
    TombstoneTable& m_tombstones;
    Erased m_erased;
};

} // namespace foreword
