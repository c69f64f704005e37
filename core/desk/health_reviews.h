// Pairs of records that may be one person and wait for somebody to say so.
#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/desk/definitions.h"
#include "core/desk/health_values.h"

namespace foreword {

class Connection;

// Errors: those of the store.
Result<std::vector<HealthFinding>> duplicatesWaiting(Connection& connection, const Definitions& definitions);

} // namespace foreword
