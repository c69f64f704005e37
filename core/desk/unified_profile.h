// The profile as definitions read it: the charter's order of sources, what the dictionary says each
// field means and who owns it, tenure, the consent ledger, and who else a contact could be. Pure,
// any thread.
#pragma once

#include <vector>

#include "core/desk/definitions.h"
#include "core/model/history.h"
#include "core/model/profile.h"

namespace foreword {

Profile unifiedProfile(const Definitions& definitions, const History& history, Timestamp asOf);

// Connected systems of the customer's records that were not reached for longer than the charter
// allows: the profile is stale in what they tell.
std::vector<SourceCopy> staleCopies(const Definitions& definitions, const History& history, Timestamp asOf);

} // namespace foreword
