// Waiting, as something that is handed in: tests hand in one that only writes down.
#pragma once

#include <chrono>

#include "core/base/cancel.h"
#include "core/base/result.h"

namespace foreword {

class Sleeper {
public:
    virtual ~Sleeper() = default;
    // Returns after `time`; with ErrorCode::cancelled soon after the token was cancelled.
    virtual Result<> sleep(std::chrono::milliseconds time, const CancelToken& cancel) = 0;
};

// Blocks the calling thread. Safe from any thread.
class ThreadSleeper final : public Sleeper {
public:
    Result<> sleep(std::chrono::milliseconds time, const CancelToken& cancel) override;
};

} // namespace foreword
