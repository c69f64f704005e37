// Everything that is kept of a person as the records it came in: what an export gives out. One
// read transaction; same thread as the connection. Errors: customer_not_found, cancelled,
// workspace_damaged and those of the connection.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/model/history.h"
#include "core/model/records.h"

namespace foreword {

class Connection;

struct PersonRecords {
    // Customers, interactions, messages, consents, events; each in the order of History.
    std::vector<Record> records;
    History history; // what they were read from, with annotations
};

Result<PersonRecords> readPersonRecords(Connection& connection, std::int64_t person, const CancelToken& cancel);

} // namespace foreword
