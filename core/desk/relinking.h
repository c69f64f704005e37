// All customer records compared with each other and grouped into persons anew, by the model they
// teach and what people decided. A person keeps its number as far as it can; what does not change
// is not written. The outcome depends on the records and decisions alone. Inside the caller's
// writing transaction, on that connection's thread.
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/identity/verdict.h"

namespace foreword {

class Connection;

// Error: cancelled.
Result<> relinkAll(Connection& writer, const CancelToken& cancel);

// Whether so much has changed since that it is time. Small workspaces are always brought up to
// date; in large ones a few records are linked by what they share until more have come.
Result<bool> relinkIsDue(Connection& writer);

Result<Decisions> decisionsIn(Connection& connection);

} // namespace foreword
