// Keeps one source in step: a thread of its own that pulls at once, then at the source's
// interval (more often while it is attended to), and whenever it is told to. What is written here waits for no network, and no
// reading or writing thread ever does either.
//
// All calls return at once and are safe from any thread; the destructor cancels and joins.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <thread>

#include "core/desk/definitions.h"
#include "core/desk/desk.h"
#include "core/desk/puller.h"
#include "core/desk/sync_pace.h"

namespace foreword {

struct SyncSetup {
    OnWriter onWriter;
    std::shared_ptr<const Definitions> definitions;
    std::shared_ptr<const Clock> clock;
    // Runs on the thread of the source after its status changed.
    std::function<void()> changed;
    std::function<std::chrono::milliseconds(const SyncPace&)> pause = pauseBeforeSync;
};

class SourceSync {
public:
    // `setup` must outlive it.
    SourceSync(const SavedSource& source, const SyncSetup& setup);
    ~SourceSync();
    SourceSync(const SourceSync&) = delete;
    SourceSync& operator=(const SourceSync&) = delete;

    const std::string& name() const { return m_name; }
    SourceStatus status() const;
    void syncNow();
    // Ends the pull that is running; the next one comes when it is due.
    void cancel();
    // Whether an open interaction of the source is on screen. A source that is pulled only when
    // told to stays so.
    void attend(bool attended);
    // Ends it for good, without waiting.
    void retire();
    bool retired() const;

private:
    void run();
    std::optional<CancelToken> waitUntilDue();
    void waitForPause(std::unique_lock<std::mutex>& lock, const std::function<bool()>& asked);
    void ended(const Result<PullOutcome>& outcome);
    void tookRecords(std::int64_t records);
    void compared(std::int64_t done, std::int64_t of);

    const SyncSetup& m_setup;
    const std::string m_name;
    const std::optional<std::chrono::milliseconds> m_interval; // none: only when told to
    std::mt19937 m_random{std::random_device{}()};             // of the thread

    mutable std::mutex m_mutex; // of all below
    std::condition_variable m_wake;
    bool m_closing = false;
    bool m_wanted;
    bool m_attended = false;
    int m_failures = 0;
    CancelSource m_cancel;
    SourceStatus m_status;

    std::thread m_thread; // last: starts when everything above is there
};

} // namespace foreword
