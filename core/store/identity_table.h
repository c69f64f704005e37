// What people decided about records, and what is needed to group all records anew. Works as the
// classes of tables.h do.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/store/tables.h"

namespace foreword {

struct IdentityDecision {
    RecordKey a, b; // in any order
    bool same = false;
    Timestamp at;
};

class IdentityTable {
public:
    explicit IdentityTable(Connection& connection) : m_connection(connection) {}

    Result<> decide(const IdentityDecision& decision); // in place of an earlier one
    // False if nothing was decided about the two.
    Result<bool> forget(const RecordKey& a, const RecordKey& b);
    Result<std::vector<IdentityDecision>> decisions() const; // by their records
    // Those that name this record.
    Result<std::int64_t> removeOf(const RecordKey& record);

    // Customer records that were added or changed since all were compared.
    Result<std::int64_t> changed() const;
    Result<> addChanged(std::int64_t count);
    Result<> allCompared();

    Result<std::vector<std::int64_t>> records() const; // rows, ascending
    Result<PersonRecord> record(std::int64_t row) const;
    // These records become the person's, 0: a new one's, under that name. Persons that lose their
    // last record stay until removeEmpty.
    Result<std::int64_t> regroup(std::int64_t person, std::span<const std::int64_t> records, std::string_view displayName);
    Result<> removeEmpty(std::int64_t person);

private:
    Connection& m_connection;
};

} // namespace foreword
