// How many findings of data health there were, a run a day: what a trend is told from. It names no
// customer. Works as the classes of tables.h do.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/timestamp.h"

namespace foreword {

class Connection;

struct HealthCount {
    std::string code, definition;
    std::int64_t count = 0;
    bool operator==(const HealthCount&) const = default;
};

struct HealthRun {
    Timestamp at;
    std::vector<HealthCount> counts; // by code, then definition
};

class HealthTable {
public:
    explicit HealthTable(Connection& connection) : m_connection(connection) {}

    // In place of what was kept on the same day, by its own offset. Runs older than 400 days go.
    Result<> keep(const HealthRun& run);
    // The last run of a day before the one of `at`.
    Result<std::optional<HealthRun>> before(Timestamp at) const;

private:
    Connection& m_connection;
};

} // namespace foreword
