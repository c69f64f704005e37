#include "core/net/sleeper.h"

#include <algorithm>
#include <thread>

namespace foreword {

Result<> ThreadSleeper::sleep(std::chrono::milliseconds time, const CancelToken& cancel)
{
    constexpr std::chrono::milliseconds slice(50);
    while (time.count() > 0) {
        FOREWORD_CHECK(cancel.check());
        const auto step = std::min(slice, time);
        std::this_thread::sleep_for(step);
        time -= step;
    }
    return cancel.check();
}

} // namespace foreword
