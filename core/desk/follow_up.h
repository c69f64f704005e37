// A customer who stays on screen while records arrive: whether a new reading says anything new,
// and how the posture changed meanwhile. Pure, any thread.
#pragma once

#include <memory>

#include "core/desk/desk.h"

namespace foreword {

// Whether a reader sees the same in both; when they were read does not count.
bool readsTheSame(const CustomerView& a, const CustomerView& b);

// `before` itself where the new reading says the same; else the new one, with what is known of
// the change of posture: this one's, or an earlier one that still holds.
std::shared_ptr<const CustomerView> followUp(std::shared_ptr<const CustomerView> before, CustomerView view);

} // namespace foreword
