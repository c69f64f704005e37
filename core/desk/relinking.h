// Customer records grouped into persons, as they arrive and change. All are compared with each
// other by a model that they teach; a few new ones by the model that is there, each with those it
// could be, which gives the same groups as comparing all by that model. What people decided
// outweighs both. The outcome depends on the records, the model and the decisions alone, not on
// the order in which they came.
//
// On the caller's thread, but for what `onWriter` runs, each time shortly (at 100,000 records for
// a part of a second, and for two to put all groups in) and in a transaction of its own: others
// write in between. What is cancelled leaves the groups there were,
// or some of the new ones grouped, each whole; what waits still waits.
#pragma once

#include <cstdint>
#include <functional>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/desk/on_writer.h"
#include "core/desk/whole_comparison.h"

namespace foreword {

// How far it is: steps done, and of how many. Heard on the caller's thread.
using RelinkProgress = std::function<void(std::int64_t done, std::int64_t of)>;

// Error: cancelled.
Result<> relinkAll(const OnWriter& onWriter, const RelinkProgress& progress, const CancelToken& cancel, Learning learning = Learning::anew);

// Those that wait to be compared; where nothing was learned yet, all. Error: cancelled.
Result<> relinkWaiting(const OnWriter& onWriter, const CancelToken& cancel);

// Whichever is right, until nothing waits: small workspaces learn anew with every change, large
// ones when one record in fifty is new. Error: cancelled.
Result<> relink(const OnWriter& onWriter, const RelinkProgress& progress, const CancelToken& cancel);

} // namespace foreword
