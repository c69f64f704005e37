// What people decided about records, and what is needed to group all records anew. Works as the
// classes of tables.h do.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
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

    Result<std::int64_t> recordCount() const;
    // A record as it is: its row, and the hash of its content.
    struct Stamp {
        std::int64_t row = 0;
        std::string hash;
    };
    Result<std::vector<Stamp>> stamps() const; // of all records, by row
    Result<bool> has(std::int64_t row) const;
    Result<PersonRecord> record(std::int64_t row) const;
    Result<std::int64_t> personOf(std::int64_t row) const; // 0: nobody
    Result<std::vector<std::int64_t>> companionsOf(std::int64_t row) const; // records of its person, with it
    // Nothing if there is no such record.
    Result<std::optional<std::int64_t>> rowOf(const RecordKey& record) const;
    // These records become the person's, 0: a new one's, under that name. Persons that lose their
    // last record stay until removeEmpty.
    Result<std::int64_t> regroup(std::int64_t person, std::span<const std::int64_t> records, std::string_view displayName);
    Result<> removeEmpty(std::int64_t person);

private:
    Connection& m_connection;
};

} // namespace foreword
