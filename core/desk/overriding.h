// Taking the verdict of one rule off a customer's offers for some hours, and giving it back. Who
// did it, when and why is kept for good. Used on the thread that owns the writing connection;
// each call is a transaction of its own.
//
// The role is what the person says of themselves: whoever can open the workspace is trusted with
// that, and answers for it by name in what is kept, beside the account that the system knows.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/result.h"
#include "core/desk/definitions.h"
#include "core/model/override.h"

namespace foreword {

class Connection;

struct OverrideTimes {
    Timestamp at;       // from when it holds
    Timestamp recorded; // by the machine's clock
};

// The rule must match now and stop the offer. Errors: override_forbidden, override_role,
// override_unmatched, override_incomplete with `field`, override_too_long, bad_utf8,
// customer_not_found, those of the store.
Result<GivenOverride> giveOverride(Connection& writer, const Definitions& definitions, OverrideRequest request, const OverrideTimes& times);

// Ends it at once; it stays in the record. Errors: override_unknown, override_incomplete,
// customer_not_found.
Result<> takeOverrideBack(Connection& writer, std::int64_t person, std::int64_t number, std::string_view by, Timestamp at);

} // namespace foreword
