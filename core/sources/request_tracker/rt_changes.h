// How to ask a Request Tracker for the tickets that changed since a moment, and where the next
// question goes on.
//
// The server reads dates in a query by the wall clock of the agent's account, and says times in
// UTC. The account's time zone is looked up, or measured on a ticket where the account has
// none; neither is believed: before a date is used, the newest ticket that it leaves out is
// asked for, and must be older than the moment. So nothing is missed, whatever the server's
// clock, its zone data and its reading of an hour that comes twice. What comes too early is
// dropped by the ticket's own time.
//
// Used from one thread at a time; the session must outlive it. Errors: those of RtSession.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/sources/request_tracker/rt_session.h"
#include "core/sources/request_tracker/rt_zone.h"

namespace foreword {

class RtChanges {
public:
    explicit RtChanges(RtSession& session) : m_session(session) {}

    // The date for "LastUpdated >= …" that finds every ticket changed at `since` or later.
    Result<std::string> dateFor(Timestamp since, const CancelToken& cancel);

    // To be asked before the tickets are: what changes from this moment on may not be seen yet,
    // everything older is. By the server's clock, never by ours, and earlier than it says by
    // what a slow change may take to be seen. Nothing where there is no ticket and no clock.
    Result<std::optional<Timestamp>> settledUntil(const CancelToken& cancel);

private:
    struct Ticket {
        std::int64_t id = 0;
        Timestamp updatedAt;
    };
    Result<std::optional<Ticket>> newest(const std::string& query, const CancelToken& cancel);
    Result<bool> leavesOutOnlyOlder(const std::string& date, Timestamp since, const CancelToken& cancel);
    Result<std::optional<RtZone>> zoneOfAccount(const CancelToken& cancel);
    Result<std::optional<int>> measuredOffset(const CancelToken& cancel);

    RtSession& m_session;
};

} // namespace foreword
