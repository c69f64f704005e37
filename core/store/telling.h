// Which conversations have the language of their messages told anew when something else about the
// customer changed: only those whose own words do not tell it rest on anything else. They become
// pending for annotation, whole. Inside the caller's transaction, same thread as the connection.
#pragma once

#include <cstdint>
#include <optional>

#include "core/base/result.h"
#include "core/store/connection.h"

namespace foreword {

// Those of a customer record; nothing if there is none.
Result<> tellAnew(Connection& connection, std::optional<std::int64_t> customer);
// One conversation, and those of its customer: a message left it that may have told.
Result<> forgetTold(Connection& connection, std::int64_t conversation);
// Whose a conversation is, if that is known.
Result<std::optional<std::int64_t>> customerOf(Connection& connection, std::int64_t conversation);
// After an interaction came or went to another customer: `before` is who it was of.
Result<> tellAnewIn(Connection& connection, std::int64_t conversation, std::optional<std::int64_t> before, std::optional<std::int64_t> now);

} // namespace foreword
