// What data health found. Plain values, any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/timestamp.h"
#include "core/model/records.h"

namespace foreword {

struct HealthFinding {
    std::string code;     // stable: "birth_dates_differ", "pitched_against_rule", …
    std::string severity; // "high", "medium", "low"
    RecordKey customer;   // an example where it is about a definition
    std::string definition; // empty: it is about the customer
    std::string owner;    // who sees to it
    std::vector<std::pair<std::string, std::string>> details;
    std::int64_t count = 1; // customers it is about
};

// Everything of one code and definition: what an owner works off.
struct HealthTopic {
    std::string code, severity, definition, owner;
    std::int64_t count = 0;
    std::size_t example = 0;            // index into the findings
    std::optional<std::int64_t> before; // in the run compared with; nothing: there was none
};

struct GoalPractice {
    std::string id, title, owner, measure;
    std::string unit; // "percent" or "count"
    bool atLeast = true;
    int target = 0;
    std::int64_t good = 0, of = 0; // counts behind a percentage; for a count `good` is the count

    // In the goal's unit; a percentage of nothing counts as met. What is less than a whole percent
    // counts against the goal, so that 2.9 of "at most 2" is 3.
    int practice() const
    {
        constexpr int percent = 100;
        if (unit != "percent")
            return static_cast<int>(good);
        if (of == 0)
            return atLeast ? percent : 0;
        return static_cast<int>((good * percent + (atLeast ? 0 : of - 1)) / of);
    }
    bool met() const { return atLeast ? practice() >= target : practice() <= target; }
};

struct HealthReport {
    Timestamp asOf;
    std::vector<HealthFinding> findings; // definitions first, then by customer
    std::vector<HealthTopic> topics;     // by severity, then count
    std::vector<GoalPractice> goals;
    std::optional<Timestamp> comparedWith; // an earlier run that was kept
    int customers = 0;
};

enum class HealthFormat { csv, json };

} // namespace foreword
