// A few records that are new, changed or newly decided about: each is compared with those that
// share a key with it, and the records around them are grouped anew. Gives the groups that
// comparing all records by the same model would give, but for keys that have come to be shared by
// too many: what was found by them before stays until all are compared. By what was learned, else
// by what is usual. Inside the caller's writing transaction, on that connection's thread.
#pragma once

#include <map>
#include <set>
#include <unordered_map>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/desk/match_memory.h"
#include "core/identity/pair_judge.h"
#include "core/store/identity_table.h"

namespace foreword {

class RecordLinker {
public:
    // `decisions` must outlive it.
    static Result<RecordLinker> make(Connection& writer, const Decisions& decisions);

    // Error: cancelled.
    Result<> link(const std::vector<std::int64_t>& records, const CancelToken& cancel);

private:
    using Rows = std::vector<std::int64_t>;
    // Records that links and confirmations connect.
    struct Neighbourhood {
        Rows rows; // by their keys
        std::vector<Traits> traits;
        std::vector<StoredPair> pairs; // between them that link
    };

    RecordLinker(Connection& writer, const Decisions& decisions, Learned learned);

    Result<> renew(std::int64_t record);
    Result<> compareWithOthers(std::int64_t record);
    Result<Neighbourhood> neighbourhoodOf(std::int64_t record);
    Result<> addConnected(std::int64_t record, Rows& open, Neighbourhood& into);
    Result<> group(const Neighbourhood& around, std::vector<Rows>& groups);
    Result<const Traits*> traitsOf(std::int64_t record);

    IdentityTable m_identity;
    MatchTable m_match;
    MatchMemory m_memory;
    const Decisions& m_decisions;
    std::multimap<RecordKey, RecordKey> m_confirmed; // both ways
    Learned m_learned;
    std::unordered_map<std::int64_t, Traits> m_traits; // read so far
    std::set<std::int64_t> m_touched;                   // whose groups may be others now
    std::set<std::int64_t> m_seen;                      // in a neighbourhood already
};

// The same, with the decisions that are there. Those that wait to be compared still do.
Result<> linkRecords(Connection& writer, const std::vector<std::int64_t>& records, const CancelToken& cancel);

} // namespace foreword
