#include "core/desk/identity_decisions.h"

#include <algorithm>

#include "core/desk/relinking.h"
#include "core/store/connection.h"
#include "core/store/identity_table.h"
#include "core/store/match_table.h"

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
    Transaction transaction(writer);
    FOREWORD_CHECK(transaction.begin());
    IdentityTable table(writer);
    if (verdict == IdentityVerdict::undo) {
        for (const RecordKey& first : a) {
            for (const RecordKey& second : b)
                FOREWORD_CHECK(table.forget(first, second));
        }
    } else {
        FOREWORD_CHECK(keep(table, a, b, verdict == IdentityVerdict::confirm, at));
    }
    MatchTable match(writer);
    for (const auto* records : {&a, &b}) {
        for (const RecordKey& key : *records) {
            FOREWORD_TRY(const auto row, table.rowOf(key));
            if (row)
                FOREWORD_CHECK(match.wait(*row));
        }
    }
    FOREWORD_CHECK(relinkWaiting(writer, cancel));
    return transaction.commit();
}

} // namespace foreword
