// What a person decides about two records or persons: kept for good, through every import and
// comparing anew, until it is taken back or the customer is erased. Nothing in a source changes.
// On the thread of the writing connection.
#pragma once

#include <vector>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/model/records.h"

namespace foreword {

class Connection;

enum class IdentityVerdict {
    confirm, // one person
    split,   // linked, but two people
    forbid,  // not linked, and never to be
    undo,    // as if nothing had been decided about them
};

// `a` and `b` are records; of a person with several, all. Those around them are then grouped anew.
// Error: usage where the two are one and the same.
Result<> decideIdentity(Connection& writer, const std::vector<RecordKey>& a, const std::vector<RecordKey>& b, IdentityVerdict verdict,
                        Timestamp at, const CancelToken& cancel);

} // namespace foreword
