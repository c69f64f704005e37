#include "app/platform/interrupt.h"

#include <atomic>
#include <csignal>

namespace foreword {
namespace {

constexpr int handled[] = {
    SIGINT,
    SIGTERM,
#ifndef _WIN32
    SIGHUP,
#endif
};

// A handler gets no object, so this has to be global. It only sets a flag.
std::atomic<CancelSource*> watching{nullptr};
static_assert(std::atomic<CancelSource*>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

void restoreDefaults()
{
    for (const int number : handled)
        std::signal(number, SIG_DFL);
}

void onSignal(int)
{
    restoreDefaults();
    if (CancelSource* source = watching.load())
        source->cancel();
}

} // namespace

InterruptWatch::InterruptWatch()
{
    watching.store(&m_source);
    for (const int number : handled) {
        // What the caller has set aside, as nohup does, stays so.
        if (std::signal(number, onSignal) == SIG_IGN)
            std::signal(number, SIG_IGN);
    }
}

InterruptWatch::~InterruptWatch()
{
    restoreDefaults();
    watching.store(nullptr);
}

} // namespace foreword
