// What was written here for other systems and is not yet known to have arrived there: notes, in
// the order they were written. Works as the classes of tables.h do.
//
// The state of an item is written before and after each step towards its system, so that a
// crash anywhere leaves either one that was surely not sent, or one that may have been and is
// looked for there before it is sent again. `claim` gives an item to one process only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/model/records.h"

namespace foreword {

class Connection;

enum class OutboxState {
    queued,  // surely not there
    sending, // on its way, or it may have arrived
    sent,
    failed // refused there, or in conflict: for a person to look at
};

struct OutboxItem {
    std::int64_t number = 0; // grows in the order of writing
    std::string key;         // the same for every attempt; goes with the note
    std::string source, interaction;
    // What whoever wrote it knew of the interaction.
    InteractionStatus seenStatus = InteractionStatus::open;
    Timestamp writtenAt;
    std::string text; // empty once it was sent: then the history has it
    OutboxState state = OutboxState::queued;
    int attempts = 0;
    std::optional<Timestamp> attemptedAt;
    std::optional<Error> error; // of the last attempt
    bool insisted = false; // a person saw the conflict and wants it sent all the same
    std::string remoteId;  // what it is called there
};

class OutboxTable {
public:
    explicit OutboxTable(Connection& connection) : m_connection(connection) {}

    // Number and state of `item` are given here. Returns the number.
    Result<std::int64_t> add(const OutboxItem& item);
    Result<std::vector<OutboxItem>> list() const;
    Result<std::optional<OutboxItem>> find(std::string_view key) const;
    // About the person's conversations, what is not known to have arrived.
    Result<std::vector<OutboxItem>> unsentOf(std::int64_t person) const;
    // What waits for a person to look at it.
    Result<std::vector<OutboxItem>> failed() const;
    // For each interaction of the source, the first item that was not sent, where it waits to be
    // sent: one that failed holds up what was written after it.
    Result<std::vector<OutboxItem>> due(std::string_view source) const;

    // Marks it as on its way; false where another process was faster.
    Result<bool> claim(const OutboxItem& item, Timestamp now);
    Result<> setSent(std::int64_t number, std::string_view remoteId);
    // The outcome of an attempt that did not arrive (queued, failed) or may have (sending).
    Result<> setOutcome(std::int64_t number, OutboxState state, const Error& error);
    // A person wants one that failed sent after all.
    Result<> insist(std::int64_t number);
    Result<> discard(std::int64_t number);

private:
    Connection& m_connection;
};

} // namespace foreword
