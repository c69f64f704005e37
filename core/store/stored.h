// Whether a record that came again is written again, and who it refers to: what the record
// tables share. Same thread as the connection.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/model/records.h"
#include "core/store/query.h"
#include "core/store/tables.h"

namespace foreword {

// What decides about a record that is there already.
struct Stored {
    std::int64_t row = 0;
    std::string hash; // packed
    std::optional<Timestamp> updatedAt;
};

// 32 bytes for the 64 hexadecimal digits of a SHA-256; anything else as it is.
std::string packedHash(std::string_view hash);

// The first row of `query`, whose columns are row, hash, updated_at, updated_offset.
Result<std::optional<Stored>> findStored(Query& query);

// Equal hash: unchanged. Else the newer wins; where a time is absent, and between equal times,
// the later import.
Change changeFor(const std::optional<Stored>& stored, std::string_view packed, const std::optional<Timestamp>& updatedAt);

// The row of a customer record, or nothing while it has not arrived.
Result<std::optional<std::int64_t>> customerRow(Connection& connection, const RecordKey& key);

} // namespace foreword
