// Whether tickets and users are still there. No search tells it: it leaves out what was deleted or
// merged, but also what the account may no longer see, so each ticket that a search does not find is
// asked for by its number. An answer to that which cannot be read says nothing. Used on the session's
// thread. Errors: those of the session.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/sources/request_tracker/rt_session.h"

namespace foreword {

class RtPresence {
public:
    explicit RtPresence(RtSession& session) : m_session(session) {}

    // Those of these that the server does not have any more, or has as deleted or as part of another.
    // Where none of the first ten that no search finds is gone, the account may not see them, and no
    // more are asked for. Ten are believed only if the server gives one that is known: of these, or
    // `gaveKnown`, another one in this pull. Else it is another server, one that was set back, or
    // something in between that has nothing.
    Result<std::vector<std::int64_t>> goneTickets(const std::vector<std::int64_t>& tickets, bool gaveKnown, const CancelToken& cancel);
    Result<bool> isGoneUser(std::int64_t user, const CancelToken& cancel);

private:
    Result<std::vector<std::int64_t>> notFound(std::vector<std::int64_t> tickets, const CancelToken& cancel);
    Result<bool> isGoneTicket(std::int64_t ticket, const CancelToken& cancel);

    RtSession& m_session;
};

} // namespace foreword
