// Request Tracker's users, tickets and messages in the shape of the interchange format. Pure,
// any thread.
#pragma once

#include <cstdint>
#include <string>

#include "core/model/records.h"
#include "core/sources/request_tracker/rt_answers.h"
#include "core/sources/request_tracker/rt_history.h"
#include "core/sources/request_tracker/rt_options.h"
#include "core/sources/request_tracker/rt_users.h"

namespace foreword {

class RtRecords {
public:
    RtRecords(std::string source, const RtOptions& options) : m_source(std::move(source)), m_options(options) {}

    CustomerRecord customer(const RtUser& user) const;
    // A ticket has one customer here: its creator where that is a requestor, else the requestor
    // who was entered first.
    InteractionRecord interaction(const RtTicket& ticket) const;
    MessageRecord message(RtMessage message, Sender sender) const;

    // Who wrote it, as far as the account's name and the ticket's requestors tell; nothing where
    // that takes a look at the account.
    std::optional<Sender> sender(const RtTransaction& transaction, const RtTicket& ticket) const;

private:
    std::string m_source;
    const RtOptions& m_options;
};

} // namespace foreword
