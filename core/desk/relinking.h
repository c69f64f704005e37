// Customer records grouped into persons, as they arrive and change. All are compared with each
// other by a model that they teach; a few new ones by the model that is there, each with those it
// could be, which gives the same groups as comparing all by that model. What people decided
// outweighs both. The outcome depends on the records, the model and the decisions alone, not on
// the order in which they came. Inside the caller's writing transaction, on that connection's
// thread; what is cancelled is rolled back with it.
#pragma once

#include <cstdint>
#include <functional>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/identity/verdict.h"

namespace foreword {

class Connection;

// How far it is: steps done, and of how many.
using RelinkProgress = std::function<void(std::int64_t done, std::int64_t of)>;

enum class Learning { anew, asBefore };

// Error: cancelled.
Result<> relinkAll(Connection& writer, const RelinkProgress& progress, const CancelToken& cancel, Learning learning = Learning::anew);

// Those that wait to be compared; where nothing was learned yet, all. Error: cancelled.
Result<> relinkWaiting(Connection& writer, const CancelToken& cancel);

// Whichever is right: small workspaces learn anew with every change, large ones when one record in
// fifty is new. Error: cancelled.
Result<> relink(Connection& writer, const RelinkProgress& progress, const CancelToken& cancel);

Result<Decisions> decisionsIn(Connection& connection);

} // namespace foreword
