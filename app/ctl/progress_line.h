// The progress of a long command, on standard error. On a terminal it is one line that is
// written over; elsewhere a plain line every few seconds, so that logs stay short.
#pragma once

#include <chrono>
#include <functional>
#include <ostream>
#include <string>

namespace foreword::ctl {

class ProgressLine {
public:
    explicit ProgressLine(std::ostream& err);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    // Asks for the text and shows it if enough time has passed since the last one.
    void show(const std::function<std::string()>& text);

private:
    using SteadyClock = std::chrono::steady_clock;
    std::ostream& m_err;
    bool m_terminal;
    bool m_shown = false;
    SteadyClock::time_point m_last;
};

} // namespace foreword::ctl
