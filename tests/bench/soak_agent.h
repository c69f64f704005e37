// An agent at the window of the soak: opens customers and changes their mind, searches, looks
// at the queue and the status, through the real WorkspaceDesk. Stands for the window thread:
// the desk's results are taken from a queue and run here. One thread.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <random>
#include <string>

#include "core/desk/workspace_desk.h"

namespace foreword::bench {

// The event loop that results come back to. dispatch() is safe from any thread, the rest is
// the window thread's.
class WindowLoop {
public:
    void dispatch(std::function<void()> call);
    // Runs what comes until `enough` says so or the time is over.
    void runUntil(std::chrono::steady_clock::time_point end, const std::function<bool()>& enough);

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_calls;
};

class SoakAgent {
public:
    SoakAgent(Desk& desk, WindowLoop& loop, int customers) : m_desk(desk), m_loop(loop), m_customers(customers) {}

    // One thing an agent does, and its result awaited.
    void act();

    struct Counts {
        int opened = 0, cancelled = 0, searches = 0, queues = 0, statuses = 0, failures = 0;
    };
    const Counts& counts() const { return m_counts; }
    const std::string& lastFailure() const { return m_lastFailure; }

private:
    void open();
    void openAndLeave(std::chrono::milliseconds patience);
    std::int64_t anyone();
    void failed(std::string why);
    void search();
    template <class T>
    Desk::Callback<T> counted(int Counts::* count);

    Desk& m_desk;
    WindowLoop& m_loop;
    int m_customers;
    std::mt19937 m_random{20261123};
    Counts m_counts;
    std::string m_lastFailure;
    bool m_answered = true;
};

} // namespace foreword::bench
