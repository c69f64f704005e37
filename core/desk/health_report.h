// Data health over all customers: what contradicts itself, what could not be read, what agents
// pitched against the rules, and practice beside the goals of the charter.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/desk/definitions.h"
#include "core/health/findings.h"

namespace foreword {

class Connection;

struct HealthFinding {
    std::string code;     // stable: "birth_dates_differ", "pitched_against_rule", …
    std::string severity; // "high", "medium", "low"
    RecordKey customer;   // empty: about a definition
    std::string definition;
    std::string owner; // who sees to it
    std::vector<std::pair<std::string, std::string>> details;
};

struct GoalPractice {
    const Goal* goal = nullptr; // of the charter in force
    std::int64_t good = 0, of = 0; // counts behind a percentage; for a count `good` is the count
    int practice() const; // in the goal's unit; a percentage of nothing counts as met
    bool met() const;
};

struct HealthReport {
    std::vector<HealthFinding> findings; // definitions first, then by customer
    std::vector<GoalPractice> goals;
    int customers = 0;
};

// Of one customer; pure.
std::vector<HealthFinding> practiceGaps(const Definitions& definitions, const History& history, const std::vector<OfferRecord>& offers,
                                        Timestamp asOf);

Result<HealthReport> readHealth(Connection& connection, const Definitions& definitions, Timestamp asOf,
                                const std::function<void(int)>& progress, const CancelToken& cancel);

} // namespace foreword
