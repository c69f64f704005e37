// Pairs of records that may be one person and wait for somebody to say so.
#pragma once

#include <vector>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/desk/definitions.h"
#include "core/desk/health_values.h"

namespace foreword {

class Connection;

// The likeliest, at most 500. Errors: cancelled, those of the store.
Result<std::vector<HealthFinding>> duplicatesWaiting(Connection& connection, const Definitions& definitions, const CancelToken& cancel);

} // namespace foreword
