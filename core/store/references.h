// References between records, in whatever order their ends arrive. Inside the caller's
// transaction, same thread as the connection.
#pragma once

#include <cstdint>

#include "core/base/result.h"
#include "core/model/records.h"
#include "core/store/connection.h"

namespace foreword {

// Rows of a conversation's messages: conversation * messagesPerConversation + number.
inline constexpr std::int64_t messagesPerConversation = std::int64_t{1} << 24;

// The row an interaction is known by, made by whoever names it first.
Result<std::int64_t> conversationRow(Connection& connection, const RecordKey& interaction);
// Removes it if neither the interaction nor a message is there any more.
Result<> dropIfEmpty(Connection& connection, std::int64_t conversation);

// Tells everything that has waited for this customer record that it is here.
Result<> resolveCustomer(Connection& connection, const RecordKey& key, std::int64_t row);

} // namespace foreword
