// What was written in a batch of tickets: transactions joined with their text.
//
// Three questions for a whole batch instead of several for each ticket: which tickets were
// merged into these, what was written in them, and which parts the messages have; then the
// texts alone are fetched, so that files and the HTML twin of a plain text never travel.
//
// Used from one thread at a time. Errors: those of RtSession.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/sources/request_tracker/rt_answers.h"
#include "core/sources/request_tracker/rt_session.h"

namespace foreword {

struct RtMessage {
    RtTransaction transaction; // its ticket is the one that messages of a merged one went to
    bool html = false;
    std::string content; // as the customer's mail program wrote it
};

class RtHistory {
public:
    explicit RtHistory(RtSession& session) : m_session(session) {}

    // Gives every message that has a text to `take`, whose error ends the reading.
    Result<> read(const std::vector<std::int64_t>& tickets, const std::function<Result<>(RtMessage)>& take, const CancelToken& cancel);

private:
    using TicketMap = std::map<std::int64_t, std::int64_t>; // a ticket's number, and where it went
    using TransactionMap = std::map<std::int64_t, RtTransaction>;

    Result<TicketMap> withMerged(const std::vector<std::int64_t>& tickets, const CancelToken& cancel);
    Result<> addTransactions(TransactionMap& found, const TicketMap& tickets, const std::string& types, const CancelToken& cancel);
    Result<std::vector<RtPart>> textParts(const std::vector<std::int64_t>& transactions, const CancelToken& cancel);
    Result<std::map<std::int64_t, std::string>> contents(const std::vector<RtPart>& parts, const CancelToken& cancel);

    RtSession& m_session;
};

} // namespace foreword
