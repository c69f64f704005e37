// Groups of records made persons. A person keeps its number as far as it can; what does not change
// is not written. Inside the caller's writing transaction, on that connection's thread.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/result.h"

namespace foreword {

class IdentityTable;

// Rows of records, each in one group, and with a record all others of its person. Error: cancelled.
Result<> regroup(IdentityTable& table, std::vector<std::vector<std::int64_t>> groups, const CancelToken& cancel);

} // namespace foreword
