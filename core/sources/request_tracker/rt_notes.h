// Writes notes into the tickets of a Request Tracker, as comments: seen by agents, not by the
// customer.
//
// The server takes the same comment twice and offers nothing against it (If-Match on a comment
// is refused whatever it says). So the key of a note travels as the comment's subject, and where
// an earlier attempt may have arrived the ticket's comments are searched for it first. The
// server also takes comments on closed and deleted tickets and follows merged ones, all without
// a word; the ticket is looked at before.
//
// Used from one thread at a time; the session must outlive it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/sources/request_tracker/rt_options.h"
#include "core/sources/request_tracker/rt_session.h"
#include "core/sources/source.h"

namespace foreword {

class RtNotes {
public:
    RtNotes(RtSession& session, const RtOptions& options) : m_session(session), m_options(options) {}

    NoteOutcome write(const Note& note, const CancelToken& cancel);

private:
    struct Ticket {
        std::int64_t id = 0; // another than asked for, where it was merged
        InteractionStatus status = InteractionStatus::open;
    };
    Result<std::optional<Ticket>> ticket(std::int64_t number, const CancelToken& cancel);
    Result<std::optional<std::string>> lookFor(const Note& note, std::int64_t number, std::int64_t now, const CancelToken& cancel);
    Result<std::optional<std::string>> amongSubjects(const std::vector<std::int64_t>& transactions, const std::string& subject,
                                                     const CancelToken& cancel);
    std::optional<Error> conflict(const Note& note, std::int64_t number, const Ticket& ticket) const;
    NoteOutcome post(const Note& note, std::int64_t number, const CancelToken& cancel);

    RtSession& m_session;
    const RtOptions& m_options;
};

} // namespace foreword
