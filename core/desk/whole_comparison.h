// All customer records compared with each other and grouped into persons, while others go on
// writing: the writer is taken for some records at a time to read them, not at all while they are
// compared, and once more to put the groups in. What came, changed or went meanwhile is seen then:
// it is left waiting, and taken again by whoever asked. A decision that was made meanwhile holds
// from the moment the groups are in.
//
// On the caller's thread, but for what `onWriter` runs. Used once. Cancelled at any step, it leaves
// the groups there were.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/desk/on_writer.h"
#include "core/identity/identity_run.h"
#include "core/store/identity_table.h"

namespace foreword {

class MatchTable;

enum class Learning { anew, asBefore };

class WholeComparison {
public:
    // `onWriter` and `cancel` must outlive it.
    WholeComparison(const OnWriter& onWriter, const CancelToken& cancel, Learning learning)
        : m_onWriter(onWriter), m_cancel(cancel), m_learning(learning)
    {
    }

    // Three steps, in this order. Error of each: cancelled.
    Result<> read();
    Result<> compare(const RunProgress& progress);
    // False, and nothing is stored, if a record is gone: whoever was erased must not come back by what
    // was read before. Then all is to be compared once more.
    Result<bool> store();

private:
    using Rows = std::vector<std::int64_t>;
    // What became of the records since they were read.
    struct Meanwhile {
        Rows added;
        std::set<std::int64_t> waiting; // added, changed, or marked to be compared
        std::set<std::int64_t> decided; // about these, people decided something else
        bool gone = false;
    };

    Result<> begin(Connection& writer);
    Result<> readSome(Connection& writer, std::size_t from);
    Result<> readWhatIsKnown(Connection& writer);
    Result<bool> storeAtOnce(Connection& writer);
    Result<Meanwhile> lookAgain(Connection& writer) const;
    Result<> put(Connection& writer, const Meanwhile& meanwhile);
    std::vector<Rows> groups(const Meanwhile& meanwhile) const;
    Result<> putPairs(MatchTable& table) const;

    const OnWriter& m_onWriter;
    const CancelToken& m_cancel;
    const Learning m_learning;
    std::vector<IdentityTable::Stamp> m_stamps; // of the records as they were read
    std::set<std::int64_t> m_waiting;
    std::vector<Traits> m_traits;
    std::map<RecordKey, std::int64_t> m_rows;
    std::vector<IdentityDecision> m_decisions;
    std::optional<Learned> m_learned;
    IdentityOutcome m_outcome;
};

} // namespace foreword
