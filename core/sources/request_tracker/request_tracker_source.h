// Pulls from a Request Tracker 5 by its REST 2.0 interface: users become customers, tickets
// interactions, and what was written in them messages.
//
// All that changed means tickets that changed, with their requestors: a user who changed without
// a ticket comes when that customer is pulled. Deleted tickets are not told by the server.
//
// Threads and errors as core/sources/source.h says; customer_not_found beside those of RtSession.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/sources/request_tracker/rt_changes.h"
#include "core/sources/request_tracker/rt_history.h"
#include "core/sources/request_tracker/rt_notes.h"
#include "core/sources/request_tracker/rt_options.h"
#include "core/sources/request_tracker/rt_presence.h"
#include "core/sources/request_tracker/rt_records.h"
#include "core/sources/request_tracker/rt_session.h"
#include "core/sources/request_tracker/rt_users.h"
#include "core/sources/source.h"

namespace foreword {

class RequestTrackerSource final : public Source {
public:
    // `session` is made by makeRequestTracker, or by a test.
    RequestTrackerSource(std::string name, RtOptions options, std::unique_ptr<RtSession> session);

    Result<SourceAbilities> test(const CancelToken& cancel) override;
    NoteOutcome writeNote(const Note& note, const CancelToken& cancel) override;
    Result<PullCounts> pull(const PullRequest& request, const RecordSink& sink, const CancelToken& cancel) override;

private:
    // What one pull carries along.
    struct Pull {
        const PullRequest& request;
        const RecordSink& sink;
        const CancelToken& cancel;
        std::set<std::int64_t> wanted; // the users asked for; empty: everyone
        std::set<std::int64_t> given;  // the users whose record went to the sink
        std::set<std::int64_t> givenTickets;
        bool told = false; // of a record that is gone
        std::int64_t records = 0;
        std::optional<Timestamp> settledUntil;
    };

    Result<> pullAll(Pull& pull);
    Result<> tellGone(Pull& pull);
    Result<> giveTicketsSince(Pull& pull, const std::string& since);
    Result<std::vector<RtTicket>> readTickets(const Pull& pull, const std::vector<nlohmann::json>& items, std::int64_t& last) const;
    Result<> give(Pull& pull, Record record);
    Result<> giveCustomer(Pull& pull, const RtUser& user);
    Result<> giveTickets(Pull& pull, const std::vector<RtTicket>& tickets);
    Result<> giveMessages(Pull& pull, const std::vector<RtTicket>& tickets);
    Result<Sender> senderOf(Pull& pull, const RtTransaction& transaction, const RtTicket& ticket);
    bool isWanted(const Pull& pull, const RtTicket& ticket) const;

    Result<std::string> accountName(const CancelToken& cancel);
    Result<bool> mayComment(std::int64_t ticket, const CancelToken& cancel);

    std::string m_name;
    RtOptions m_options;
    std::unique_ptr<RtSession> m_session;
    RtChanges m_changes;
    RtPresence m_presence;
    RtUsers m_users;
    RtHistory m_history;
    RtRecords m_records;
};

// Errors: source_option_bad, source_secret_missing, url_bad, http_plain_refused, file_not_found,
// file_unreadable. `clock` must outlive the source.
Result<std::unique_ptr<Source>> makeRequestTracker(const SourceConfig& config, SourceCredentials credentials, const Clock& clock);

} // namespace foreword
