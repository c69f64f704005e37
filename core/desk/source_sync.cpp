#include "core/desk/source_sync.h"

#include "core/desk/courier.h"
#include "core/sources/general_options.h"

namespace foreword {

SourceSync::SourceSync(const SavedSource& source, const SyncSetup& setup)
    : m_setup(setup), m_name(source.name), m_interval(pullInterval(source.options).value_or(defaultPullInterval)),
      m_wanted(m_interval.has_value()) // the first is due at once
{
    m_status.name = m_name;
    m_status.lastSuccess = source.lastPullAt;
    m_thread = std::thread([this] { run(); });
}

SourceSync::~SourceSync()
{
    retire();
    m_thread.join();
}

SourceStatus SourceSync::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

void SourceSync::syncNow()
{
    {
        const std::lock_guard lock(m_mutex);
        m_wanted = true;
    }
    m_wake.notify_one();
}

void SourceSync::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_wanted = false;
    m_cancel.cancel();
}

void SourceSync::attend(bool attended)
{
    {
        const std::lock_guard lock(m_mutex);
        m_attended = attended;
    }
    m_wake.notify_one();
}

void SourceSync::retire()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
        m_cancel.cancel();
    }
    m_wake.notify_one();
}

bool SourceSync::retired() const
{
    const std::lock_guard lock(m_mutex);
    return m_closing;
}

void SourceSync::run()
{
    Puller puller(m_setup.onWriter, *m_setup.definitions, *m_setup.clock);
    Courier courier(m_setup.onWriter, *m_setup.clock);
    while (const auto token = waitUntilDue()) {
        m_setup.changed();
        // Notes first: the pull brings them back as part of the history.
        const auto delivered = courier.deliver(m_name, *token);
        auto outcome = puller.pull(
            m_name, {}, *token, [this](std::int64_t records) { tookRecords(records); },
            [this](std::int64_t done, std::int64_t of) { compared(done, of); });
        if (outcome && !delivered)
            outcome = fail(delivered.error());
        ended(outcome);
    }
}

// Nothing: it is over.
std::optional<CancelToken> SourceSync::waitUntilDue()
{
    std::unique_lock lock(m_mutex);
    const auto asked = [this] { return m_closing || m_wanted; };
    if (!m_interval)
        m_wake.wait(lock, asked);
    else
        waitForPause(lock, asked);
    if (m_closing)
        return std::nullopt;
    m_wanted = false;
    m_cancel = CancelSource();
    m_status.running = true;
    m_status.records = 0;
    m_status.lastAttempt = m_setup.clock->now();
    return m_cancel.token();
}

// The pause counts from the last pull, so that a source that is attended to after a while is due
// at once.
void SourceSync::waitForPause(std::unique_lock<std::mutex>& lock, const std::function<bool()>& asked)
{
    const double chance = std::uniform_real_distribution<double>()(m_random);
    const auto begun = std::chrono::steady_clock::now();
    for (bool due = false; !due;) {
        const bool attended = m_attended;
        const auto pause = m_setup.pause({*m_interval, m_failures, m_status.lastError, chance, attended});
        const auto disturbed = [&] { return asked() || m_attended != attended; };
        due = !m_wake.wait_until(lock, begun + pause, disturbed) || asked();
    }
}

void SourceSync::tookRecords(std::int64_t records)
{
    {
        const std::lock_guard lock(m_mutex);
        m_status.records = records;
    }
    m_setup.changed();
}

void SourceSync::compared(std::int64_t done, std::int64_t of)
{
    constexpr std::int64_t percent = 100;
    const int now = of > 0 ? static_cast<int>(percent * done / of) : 0;
    {
        const std::lock_guard lock(m_mutex);
        if (m_status.compared == now)
            return;
        m_status.compared = now;
    }
    m_setup.changed();
}

void SourceSync::ended(const Result<PullOutcome>& outcome)
{
    {
        const std::lock_guard lock(m_mutex);
        m_status.running = false;
        m_status.compared.reset();
        if (outcome) {
            m_failures = 0;
            m_status.lastSuccess = m_status.lastAttempt;
            m_status.lastError.reset();
            m_status.failingSince.reset();
        } else if (outcome.error().code != ErrorCode::cancelled) {
            // A person who cancels knows; it says nothing about the source.
            ++m_failures;
            m_status.lastError = outcome.error();
            if (!m_status.failingSince)
                m_status.failingSince = m_status.lastAttempt;
        }
    }
    m_setup.changed();
}

} // namespace foreword
