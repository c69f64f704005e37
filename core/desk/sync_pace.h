// When a source is pulled again: at its interval, or every 15 seconds while an open interaction
// of it is on screen, a little earlier or later so that the desks of
// a floor do not come all at once; after failures soon at first, then less and less often. Pure,
// any thread.
#pragma once

#include <chrono>
#include <optional>

#include "core/base/error.h"

namespace foreword {

struct SyncPace {
    std::chrono::milliseconds interval{0};
    int failures = 0;                // in a row
    std::optional<Error> lastError;  // of the last of them
    double chance = 0.5;             // from 0 to 1, another one each time
    bool attended = false;           // an open interaction of the source is on screen
};

std::chrono::milliseconds pauseBeforeSync(const SyncPace& pace);

} // namespace foreword
