// The progress line of a long command, on standard error. On a terminal it is one line that
// is written over; elsewhere a plain line now and then, so that logs stay short.
#pragma once

#include <chrono>
#include <cstdint>
#include <ostream>
#include <string>

namespace foreword::ctl {

class ProgressLine {
public:
    ProgressLine(std::ostream& err, bool terminal);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    // Shown if enough time has passed since the last one.
    void show(const std::string& text);

private:
    using SteadyClock = std::chrono::steady_clock;
    std::ostream& m_err;
    bool m_terminal;
    bool m_shown = false;
    SteadyClock::time_point m_last;
};

bool standardErrorIsTerminal();

} // namespace foreword::ctl
