#include "core/desk/identity_decisions.h"

#include <algorithm>

#include "core/desk/match_memory.h"
#include "core/desk/record_linker.h"
#include "core/desk/relinking.h"
#include "core/store/connection.h"
#include "core/store/identity_table.h"

namespace foreword {
namespace {

// Every record of one with every record of the other.
Result<> keep(IdentityTable& table, const std::vector<RecordKey>& a, const std::vector<RecordKey>& b, bool same, Timestamp at)
{
    for (const RecordKey& first : a) {
        for (const RecordKey& second : b)
            FOREWORD_CHECK(table.decide({first, second, same, at}));
    }
    return {};
}

} // namespace

Result<> decideIdentity(Connection& writer, const std::vector<RecordKey>& a, const std::vector<RecordKey>& b, IdentityVerdict verdict,
                        Timestamp at, const CancelToken& cancel)
{
    const bool overlap = std::ranges::any_of(a, [&](const RecordKey& key) { return std::ranges::find(b, key) != b.end(); });
    if (a.empty() || b.empty() || overlap)
        return fail(ErrorCode::usage, {{"detail", "these are not two different records; name each as source:id"}});
    // Those around them can only be compared by what this version of the program made of them.
    FOREWORD_TRY(const bool outdated, MatchMemory(writer).isOutdated());
    if (outdated)
        FOREWORD_CHECK(relink(directly(writer), {}, cancel));
    FOREWORD_TRY(auto transaction, Transaction::write(writer));
    IdentityTable table(writer);
    if (verdict == IdentityVerdict::undo) {
        for (const RecordKey& first : a) {
            for (const RecordKey& second : b)
                FOREWORD_CHECK(table.forget(first, second));
        }
    } else {
        FOREWORD_CHECK(keep(table, a, b, verdict == IdentityVerdict::confirm, at));
    }
    std::vector<std::int64_t> rows;
    for (const auto* records : {&a, &b}) {
        for (const RecordKey& key : *records) {
            FOREWORD_TRY(const auto row, table.rowOf(key));
            if (row)
                rows.push_back(*row);
        }
    }
    FOREWORD_CHECK(linkRecords(writer, rows, cancel));
    return transaction.commit();
}

} // namespace foreword
