#include "tests/bench/soak_agent.h"

#include <array>

#include "core/base/error_catalog.h"

namespace foreword::bench {
namespace {

constexpr auto longestAnswer = std::chrono::seconds(60);
constexpr int foundAtMost = 20;

constexpr auto queries = std::to_array<const char*>({
    "customer",
    "custmoer c-1",
    "c-12@example.com",
    "router restarted",
    "technician thursday",
    "helpdesk:C-3-1",
    "+44 1632 960012",
    "helen baker",
    "television package",
    "ab-204417",
    "nobody of this name",
    "e-1042",
});

} // namespace

void WindowLoop::dispatch(std::function<void()> call)
{
    {
        const std::lock_guard lock(m_mutex);
        m_calls.push_back(std::move(call));
    }
    m_wake.notify_one();
}

void WindowLoop::runUntil(std::chrono::steady_clock::time_point end, const std::function<bool()>& enough)
{
    while (!enough()) {
        std::function<void()> call;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait_until(lock, end, [this] { return !m_calls.empty(); }))
                return;
            call = std::move(m_calls.front());
            m_calls.pop_front();
        }
        call();
    }
}

template <class T>
Desk::Callback<T> SoakAgent::counted(int Counts::* count)
{
    m_answered = false;
    return [this, count](Result<T> result) {
        m_answered = true;
        if (result) {
            ++(m_counts.*count);
            return;
        }
        failed(englishMessage(result.error()));
    };
}

void SoakAgent::act()
{
    switch (m_random() % 10) {
    case 0: m_desk.queue({}, counted<std::vector<QueueEntry>>(&Counts::queues)); break;
    case 1: m_desk.status({}, counted<DeskStatus>(&Counts::statuses)); break;
    case 2:
    case 3:
    case 4: search(); break;
    default: open(); break;
    }
    m_loop.runUntil(std::chrono::steady_clock::now() + longestAnswer, [this] { return m_answered; });
    if (!m_answered) {
        failed("an answer did not come");
        m_answered = true;
    }
}

// Often another customer is clicked before the first is there.
void SoakAgent::open()
{
    for (auto impatience = m_random() % 3; impatience > 0; --impatience)
        openAndLeave(std::chrono::milliseconds(impatience == 1 ? m_random() % 4 : 0));
    m_desk.openCustomer(anyone(), {}, counted<std::shared_ptr<const CustomerView>>(&Counts::opened));
}

// Some are left before they begin, some in the middle; what is there in time is welcome.
void SoakAgent::openAndLeave(std::chrono::milliseconds patience)
{
    CancelSource cancel;
    const auto left = std::make_shared<bool>(false);
    m_desk.openCustomer(anyone(), cancel.token(), [this, left](const auto&) {
        if (*left)
            failed("a cancelled result was delivered");
    });
    m_loop.runUntil(std::chrono::steady_clock::now() + patience, [] { return false; });
    cancel.cancel();
    *left = true;
    ++m_counts.cancelled;
}

std::int64_t SoakAgent::anyone()
{
    return 1 + static_cast<std::int64_t>(m_random() % static_cast<unsigned>(m_customers));
}

void SoakAgent::failed(std::string why)
{
    ++m_counts.failures;
    m_lastFailure = std::move(why);
}

void SoakAgent::search()
{
    const std::string query = queries[m_random() % queries.size()];
    m_desk.findCustomers(query, foundAtMost, {}, counted<std::vector<FoundCustomer>>(&Counts::searches));
}

} // namespace foreword::bench
