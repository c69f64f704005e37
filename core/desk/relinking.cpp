#include "core/desk/relinking.h"

#include "core/desk/match_memory.h"
#include "core/desk/record_linker.h"
#include "core/store/connection.h"
#include "core/store/identity_table.h"
#include "core/store/match_table.h"

namespace foreword {
namespace {

// Up to so many records, comparing all takes about a second.
constexpr std::int64_t alwaysUpTo = 5000;
// Beyond, one in so many has to be new.
constexpr std::int64_t oneIn = 50;
// Records that are linked before somebody else may write.
constexpr int atATime = 50;

struct Stand {
    std::int64_t waiting = 0, records = 0;
    bool current = false; // all were compared once, by this version's rules

    bool wantsAll() const { return !current || records <= alwaysUpTo || waiting * oneIn >= records; }
    bool settled() const { return waiting == 0 && (current || records == 0); }
};

Result<Stand> standOf(const OnWriter& onWriter)
{
    Stand stand;
    FOREWORD_CHECK(onWriter([&](Connection& writer) -> Result<> {
        FOREWORD_TRY(const auto transaction, Transaction::read(writer));
        FOREWORD_TRY(stand.waiting, MatchTable(writer).waitingCount());
        FOREWORD_TRY(stand.records, IdentityTable(writer).recordCount());
        FOREWORD_TRY(stand.current, MatchMemory(writer).isCurrent());
        return {};
    }));
    return stand;
}

// True if more wait.
Result<bool> linkSome(Connection& writer, const CancelToken& cancel)
{
    FOREWORD_TRY(auto transaction, Transaction::write(writer));
    MatchTable match(writer);
    FOREWORD_TRY(const auto some, match.waiting(atATime));
    FOREWORD_CHECK(linkRecords(writer, some, cancel));
    FOREWORD_CHECK(match.waitNoMore(some));
    FOREWORD_CHECK(transaction.commit());
    return some.size() == static_cast<std::size_t>(atATime);
}

} // namespace

Result<> relinkAll(const OnWriter& onWriter, const RelinkProgress& progress, const CancelToken& cancel, Learning learning)
{
    for (bool stored = false; !stored;) {
        WholeComparison whole(onWriter, cancel, learning);
        FOREWORD_CHECK(whole.read());
        FOREWORD_CHECK(whole.compare(progress));
        FOREWORD_TRY(stored, whole.store());
    }
    return {};
}

Result<> relinkWaiting(const OnWriter& onWriter, const CancelToken& cancel)
{
    FOREWORD_TRY(const auto stand, standOf(onWriter));
    if (!stand.current)
        FOREWORD_CHECK(relinkAll(onWriter, {}, cancel));
    for (bool more = true; more;) {
        FOREWORD_CHECK(cancel.check());
        FOREWORD_CHECK(onWriter([&](Connection& writer) -> Result<> {
            FOREWORD_TRY(more, linkSome(writer, cancel));
            return {};
        }));
    }
    return {};
}

Result<> relink(const OnWriter& onWriter, const RelinkProgress& progress, const CancelToken& cancel)
{
    for (;;) {
        FOREWORD_TRY(const auto stand, standOf(onWriter));
        if (stand.settled())
            return {};
        FOREWORD_CHECK(stand.wantsAll() ? relinkAll(onWriter, progress, cancel) : relinkWaiting(onWriter, cancel));
    }
}

} // namespace foreword
