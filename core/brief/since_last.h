// What changed since our last answer, folded from a history and its brief. The last answer is
// that of anybody on our side, not of the agent who reads: colleagues share a customer, and what
// each of them looked at is nobody's business. Pure.
#pragma once

#include <optional>

#include "core/model/brief.h"
#include "core/model/history.h"
#include "core/model/since_last.h"

namespace foreword {

// Nothing where we never answered, or nothing happened since. `brief` is that of the history
// at `asOf`.
std::optional<SinceLast> sinceLastAnswer(const History& history, const Brief& brief, Timestamp asOf);

} // namespace foreword
