// Canonical forms of what a decision is made from and of the decision itself: fixed key order,
// lists in an order of their own, times in UTC, numbers independent of the locale. Equal values
// give equal bytes, which is what hashes and replay rest on. Pure, any thread.
#pragma once

#include <string>

#include "core/policy/charter.h"
#include "core/policy/decider.h"

namespace foreword {

// Evidence, interactions and scope in canonical order, nothing twice. Evidence: words before
// fields, newest first.
Signal canonicalSignal(Signal signal);
std::string canonicalText(const Signal& signal);

// Of an input whose signals are canonical; signals, offers and interactions may be in any order,
// interactions that no signal names do not count.
std::string inputHash(const DecisionInput& input);

// Of everything the charter says. `charter` need not have a hash yet.
std::string charterHash(const Charter& charter);

} // namespace foreword
