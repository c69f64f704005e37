#include "core/sources/request_tracker/rt_changes.h"

#include "core/net/url.h"
#include "core/sources/request_tracker/rt_fields.h"

namespace foreword {
namespace {

// Wall clocks go from 12 hours behind UTC to 14 before it, in quarters of an hour.
constexpr int quarter = 15;
constexpr int westernmost = -12 * 60;
constexpr int easternmost = 14 * 60;
// What a measured offset may be off where clocks changed between the measured ticket and the
// moment asked for.
constexpr int largestChange = 2 * 60;
// A change carries the time it was begun at and is seen when it is done; several servers that
// share the work need not agree on the second.
constexpr int settling = 5;

} // namespace

Result<std::optional<Timestamp>> RtChanges::settledUntil(const CancelToken& cancel)
{
    FOREWORD_TRY(const auto ticket, newest("id > 0", cancel));
    if (const auto now = m_session.serverTime())
        return now->plusMinutes(-settling);
    if (ticket)
        return ticket->updatedAt.plusMinutes(-settling);
    return std::nullopt;
}

Result<std::string> RtChanges::dateFor(Timestamp since, const CancelToken& cancel)
{
    FOREWORD_TRY(const auto zone, zoneOfAccount(cancel));
    if (zone) {
        auto date = zone->dateFor(since);
        FOREWORD_TRY(const bool good, leavesOutOnlyOlder(date, since, cancel));
        if (good)
            return date;
    }
    FOREWORD_TRY(const auto offset, measuredOffset(cancel));
    if (offset) {
        for (const int less : {0, largestChange}) {
            auto date = RtZone::fixed(*offset - less).dateFor(since);
            FOREWORD_TRY(const bool good, leavesOutOnlyOlder(date, since, cancel));
            if (good)
                return date;
        }
    }
    return RtZone::fixed(westernmost).dateFor(since);
}

Result<bool> RtChanges::leavesOutOnlyOlder(const std::string& date, Timestamp since, const CancelToken& cancel)
{
    FOREWORD_TRY(const auto leftOut, newest("LastUpdated < '" + date + "'", cancel));
    return !leftOut || leftOut->updatedAt < since;
}

// The one of these that changed last.
Result<std::optional<RtChanges::Ticket>> RtChanges::newest(const std::string& query, const CancelToken& cancel)
{
    const RtCall call{"/REST/2.0/tickets",
                      formEncode({{"query", query}, {"orderby", "LastUpdated"}, {"order", "DESC"}, {"fields", "LastUpdated"}}),
                      {},
                      1};
    FOREWORD_TRY(const auto page, m_session.page(call, 1, cancel));
    if (page.items.empty())
        return std::nullopt;
    FOREWORD_TRY(const auto fields, RtFields::of(page.items.front(), "ticket", m_session.host()));
    Ticket ticket;
    FOREWORD_TRY(ticket.id, fields.id());
    FOREWORD_TRY(const auto time, fields.time("LastUpdated"));
    if (!time)
        return fields.malformed("LastUpdated");
    ticket.updatedAt = *time;
    return ticket;
}

// Nothing where the account names none, which means the server's own, or may not be looked at.
Result<std::optional<RtZone>> RtChanges::zoneOfAccount(const CancelToken& cancel)
{
    const auto account = m_session.account();
    if (account.empty())
        return std::nullopt;
    FOREWORD_TRY(const auto record, m_session.find({"/REST/2.0/user/" + urlEncode(account), "", {}}, cancel));
    if (!record)
        return std::nullopt;
    FOREWORD_TRY(const auto fields, RtFields::of(*record, "user", m_session.host()));
    FOREWORD_TRY(const auto name, fields.text("Timezone"));
    return RtZone::named(name);
}

// The latest wall clock at which the server still finds a ticket that changed at a known time.
Result<std::optional<int>> RtChanges::measuredOffset(const CancelToken& cancel)
{
    FOREWORD_TRY(const auto ticket, newest("id > 0", cancel));
    if (!ticket)
        return std::nullopt;
    int found = westernmost, beyond = easternmost + quarter;
    while (beyond - found > quarter) {
        const int middle = found + (beyond - found) / (2 * quarter) * quarter;
        const auto date = RtZone::fixed(middle).dateFor(ticket->updatedAt);
        FOREWORD_TRY(const auto there, newest("id = " + std::to_string(ticket->id) + " AND LastUpdated >= '" + date + "'", cancel));
        (there ? found : beyond) = middle;
    }
    return found;
}

} // namespace foreword
