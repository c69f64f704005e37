// What the desk reads: a person's whole history, search, and the queue. Each call is one read
// transaction on the connection it was given, on that connection's thread; a CancelScope around
// it stops it. Errors: also workspace_damaged and those of the connection.
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

// The same for somebody out of a list that was read before: nothing where they were erased, or
// linked to others, since. Errors: cancelled.
Result<std::optional<History>> readHistoryIfThere(Connection& connection, std::int64_t person, const CancelToken& cancel);

struct Hit {
    std::int64_t person = 0;
    std::string displayName;
    std::string field;   // what matched: "email", "phone", "external", "ticket", "name", "words"
    std::string matched; // the value that matched, or a snippet of the words
    int score = 0;       // higher is better
    std::vector<std::string> couldAlsoBe; // others whom the same e-mail, phone or id found, by name
};

class Search {
public:
    explicit Search(Connection& connection) : m_connection(connection) {}

    // Exact identifiers only: "source:id", e-mail, phone, external id, ticket. `normalized` are
    // the comparable forms of the query the caller made of it, as stored by PersonTable. A
    // customer record's "source:id" is that customer only; a ticket is found with and without
    // "#" and its source; a customer's id without its source only where nothing else fits.
    Result<std::vector<Hit>> exact(std::string_view query, std::span<const Identifier> normalized) const;
    // Ranked: exact identifiers, then beginnings of names, then names alike in spite of typos,
    // then words of the history (newest arrivals first). Any text is a valid query.
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
    // Open or pending, and the last public message of customer or agent is the customer's, or
    // there is no message at all.
    bool waiting = false;
    bool hasMessages = false;  // of the person, at all
    Timestamp since;           // the last such message, or when it was opened
};

// Waiting interactions first, then the others, each the newest `since` first; one line a person.
// What is later than `asOf` is not there yet.
Result<std::vector<QueueRow>> readQueue(Connection& connection, Timestamp asOf, int limit);

} // namespace foreword
