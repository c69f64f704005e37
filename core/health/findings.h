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
    // Named parts for the sentence: "first_source", "first", "second_source", "second", …
    std::vector<std::pair<std::string, std::string>> params;
};

std::vector<Finding> findingsOf(const Profile& profile, const History& history, Timestamp asOf);

} // namespace foreword
