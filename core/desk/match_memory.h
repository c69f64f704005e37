// What comparing customer records has left in the workspace, as values of core/identity. On the
// thread of the connection, inside the caller's transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "core/base/result.h"
#include "core/identity/identity_run.h"
#include "core/store/identity_table.h"
#include "core/store/match_table.h"

namespace foreword {

class Connection;

class MatchMemory {
public:
    explicit MatchMemory(Connection& connection) : m_connection(connection), m_table(connection) {}

    // Whether all records were compared once, by this version of the program's rules.
    Result<bool> isCurrent() const;
    // Whether what is kept comes from another version's.
    Result<bool> isOutdated() const;
    // The model, with the number of persons and no counts yet; what is usual where none is kept.
    Result<Learned> learned() const;
    Result<Learned> allLearned() const; // with all counts
    // Adds the counts of what this record carries.
    Result<> count(const Traits& traits, Frequencies& frequencies) const;
    Result<> keep(const MatchModel& model, const Frequencies& frequencies);

    // Nothing if the record was not compared yet. Error: workspace_damaged.
    Result<std::optional<Traits>> traits(std::int64_t row) const;
    // Makes and keeps them from the record as it is; adds its keys, which the caller keeps.
    Result<Traits> learnTraits(std::int64_t row, std::vector<MatchTable::KeyRow>& keys);

private:
    Connection& m_connection;
    MatchTable m_table;
};

// What people decided.
Decisions decisionsOf(const std::vector<IdentityDecision>& stored);
Result<Decisions> decisionsIn(Connection& connection);

// Keys as the store keeps them.
std::vector<std::int64_t> storedKeys(const std::vector<TraitKey>& keys);

} // namespace foreword
