// Rules that persons have overridden for a customer: added and taken back, never changed. Works as
// the classes of tables.h do.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/model/override.h"

namespace foreword {

class Connection;

class OverrideTable {
public:
    explicit OverrideTable(Connection& connection) : m_connection(connection) {}

    Result<std::int64_t> add(const GivenOverride& given); // its number
    // False where none with that number stands for the customer record.
    Result<bool> takeBack(std::int64_t number, const RecordKey& customer, std::string_view by, std::string_view account, Timestamp at);
    Result<std::vector<GivenOverride>> of(const RecordKey& customer) const;     // in the order they were written
    Result<std::int64_t> removeOf(const RecordKey& customer);                   // how many; only for erasing

private:
    Connection& m_connection;
};

} // namespace foreword
