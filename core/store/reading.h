// What the desk reads: a person's whole history, search, and the queue. Each call is one read
// transaction on the connection it was given, on that connection's thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/model/history.h"
#include "core/store/tables.h"

namespace foreword {

// Errors: customer_not_found (no such person), cancelled.
Result<History> readHistory(Connection& connection, std::int64_t person, const CancelToken& cancel);

struct Hit {
    std::int64_t person = 0;
    std::string displayName;
    std::string field;   // what matched: "email", "phone", "external", "ticket", "name", "words"
    std::string matched; // the value that matched, or a snippet of the words
    int score = 0;       // higher is better
};

class Search {
public:
    explicit Search(Connection& connection) : m_connection(connection) {}

    // Exact identifiers only: "source:id", e-mail, phone, external id, ticket. `normalized` are
    // the comparable forms of the query the caller made of it, as stored by PersonTable.
    Result<std::vector<Hit>> exact(std::string_view query, std::span<const Identifier> normalized) const;
    // Ranked: exact identifiers, then names (typos allowed), then words of the history.
    Result<std::vector<Hit>> find(std::string_view query, std::span<const Identifier> normalized, int limit) const;

private:
    Connection& m_connection;
};

// One line of the queue: an interaction and who it is about.
struct QueueRow {
    std::int64_t person = 0;
    std::string displayName;
    RecordKey interaction;
    Channel channel = Channel::email;
    std::string subject;
    bool waiting = false;      // open, and the last public message is the customer's, or none
    bool hasMessages = false;  // of the person, at all
    Timestamp since;           // the last public message, or when it was opened
};

// Waiting interactions first (longest wait last, as they came), then the most recent others,
// one line a person.
Result<std::vector<QueueRow>> readQueue(Connection& connection, Timestamp asOf, int limit);

} // namespace foreword
