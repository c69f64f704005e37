// What Request Tracker's REST 2.0 says about users, tickets, transactions and attachments, read
// into plain values. Pure, any thread. Errors of every reader: answer_malformed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/model/records.h"
#include "core/sources/request_tracker/rt_fields.h"

namespace foreword {

// A custom field. Lists name them, a record may have several values in one.
struct RtCustomField {
    std::string name;
    std::vector<std::string> values;
};

struct RtUser {
    std::int64_t id = 0;
    std::string name; // the account, often the e-mail address
    std::string realName;
    std::string email;
    std::vector<std::string> phones;
    Address address;
    std::string organization;
    std::string language;
    std::vector<RtCustomField> fields;
    std::optional<Timestamp> updatedAt;

    // The first value of a custom field, or empty.
    std::string field(const std::string& fieldName) const;
};

struct RtTicket {
    std::int64_t id = 0;
    std::string subject;
    std::string status;
    std::string queue;
    std::int64_t creator = 0;
    std::vector<RtUser> requestors; // never empty
    std::vector<RtCustomField> fields;
    Timestamp createdAt;
    std::optional<Timestamp> updatedAt;
    std::optional<Timestamp> resolvedAt;

    bool hasRequestor(std::int64_t user) const;
};

// Someone wrote something.
struct RtTransaction {
    std::int64_t id = 0;
    std::int64_t ticket = 0; // as written to; a ticket merged since has another number
    bool internal = false;
    std::int64_t creator = 0;
    std::string creatorAccount;
    std::string creatorName;
    Timestamp createdAt;
};

// A part of a message that can be its text.
struct RtPart {
    std::int64_t id = 0;
    std::int64_t transaction = 0;
    bool html = false;
    std::int64_t size = 0;
};

// What to ask for, so that the readers find what they need.
inline constexpr const char* rtUserFields =
    "id,Name,RealName,EmailAddress,MobilePhone,WorkPhone,HomePhone,Address1,Address2,City,Zip,Country,Organization,Lang,"
    "LastUpdated,CustomFields";
inline constexpr const char* rtTicketFields = "Subject,Status,Queue,Creator,Created,LastUpdated,Resolved,CustomFields,Requestor";
inline constexpr const char* rtTransactionFields = "Type,Creator,Created,ObjectType,ObjectId";
inline constexpr const char* rtPartFields = "TransactionId,ContentType,Filename,ContentLength";

Result<RtUser> readUser(const RtFields& fields);
// Nothing for a ticket without a requestor: no customer, nothing to tell.
Result<std::optional<RtTicket>> readTicket(const RtFields& fields);
// Nothing for a transaction that is no message of a ticket.
Result<std::optional<RtTransaction>> readTransaction(const RtFields& fields);
// Nothing for files and for containers of other parts.
Result<std::optional<RtPart>> readPart(const RtFields& fields);

} // namespace foreword
