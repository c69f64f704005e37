// Whether a record that arrives may be kept: not if it was erased, belongs to somebody who was,
// or is that person under another key. Inside the caller's writing transaction, same thread as
// the connection. A record that came before the one that says whose it is, is removed then.
#pragma once

#include <span>
#include <string_view>

#include "core/base/result.h"
#include "core/model/identifier.h"
#include "core/model/records.h"
#include "core/store/erasing_rows.h"

namespace foreword {

class Refusing {
public:
    explicit Refusing(Connection& connection) : m_connection(connection), m_tombstones(connection), m_eraser(connection, m_tombstones) {}

    // Without any tombstone nothing is refused, and no record needs to be asked about.
    Result<bool> any() { return m_tombstones.any(); }

    // `hash` as for RecordTable::put; `identifiers` are those of a customer record in their
    // comparable forms.
    Result<bool> refuses(const CustomerRecord& record, std::span<const Identifier> identifiers);
    Result<bool> refuses(const InteractionRecord& record);
    Result<bool> refuses(const MessageRecord& record);
    Result<bool> refuses(const ConsentRecord& record, std::string_view hash);
    Result<bool> refuses(const EventRecord& record, std::string_view hash);

private:
    Result<bool> refusesLedger(std::string_view type, const RecordKey& key, const RecordKey& customer, std::string_view hash);

    Connection& m_connection;
    TombstoneTable m_tombstones;
    RowEraser m_eraser;
};

} // namespace foreword
