// Where data contradicts itself, for the people who own it. Pure, any thread.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/model/history.h"
#include "core/model/profile.h"

namespace foreword {

enum class FindingCode { birthDatesDiffer, consentsConflict, tiersDiffer, lifecyclesDiffer, customerUnresolved };

struct Finding {
    FindingCode code;
    // Named parts for the sentence:
    // - values that differ: "first_source", "first" (the value in use), "second_source", "second";
    //   for birth dates also "difference": "swapped", "one_digit" or "other";
    // - consents: "channel", "first_source", "first", "first_at" (the newer), "second_source",
    //   "second", "second_at", and what counts, "unknown" too: "winner_source", "winner";
    // - customerUnresolved: "source", "id".
    std::vector<std::pair<std::string, std::string>> params;
    bool operator==(const Finding&) const = default;
};

// In the order of FindingCode, then as the profile has them, whose consent ledger was read at the
// moment that matters. Consents that one source changed over time are no conflict, two sources
// that disagree today are.
std::vector<Finding> findingsOf(const Profile& profile, const History& history);

} // namespace foreword
