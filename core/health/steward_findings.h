// What the people who own data have to see to about one customer, beyond what stops an agent
// (findings.h). Pure, any thread.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/model/history.h"
#include "core/model/profile.h"

namespace foreword {

struct StewardFinding {
    std::string code; // stable; see core/desk/health_catalog.h
    std::vector<std::pair<std::string, std::string>> details;
    bool operator==(const StewardFinding&) const = default;
};

// identifiers_conflict: an external id of one kind has two values. consent_without_proof: a grant
// that names no basis. record_stale: a record that nobody touched for `staleDays` (0: none is).
// record_gone: a record or conversation that its system does not have any more. unreachable: no
// e-mail, phone or postal address that could be used in any record that is still there.
std::vector<StewardFinding> stewardFindings(const Profile& profile, const History& history, int staleDays, Timestamp asOf);

} // namespace foreword
