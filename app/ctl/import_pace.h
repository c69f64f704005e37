// How fast an import goes and how long it still takes, over both of its passes. The first pass
// only reads; before the second has shown how fast it is, what it costs compared to the first
// is taken from what was measured (ARCHITECTURE.md, Figures). Plain value: the time is passed in.
#pragma once

#include <chrono>
#include <deque>
#include <optional>
#include <string>

#include "core/desk/workbench.h"

namespace foreword::ctl {

class ImportPace {
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    void add(const ImportProgress& progress, TimePoint now);

    // Of the last seconds; nothing while it is too early to tell.
    std::optional<double> linesPerSecond() const;
    std::optional<double> secondsLeft() const;

    // "Checking crm.jsonl (pass 1 of 2): 120,000 lines, 24.0 of 310.5 MB, 85,000 lines/s, 4 min left"
    std::string text() const;

private:
    struct Sample {
        TimePoint at;
        std::int64_t lines = 0;
        std::uint64_t bytes = 0;
    };

    ImportProgress m_now;
    std::deque<Sample> m_samples; // of this pass, oldest first
    std::optional<double> m_checkedBytesPerSecond;
    TimePoint m_passStart;

    std::optional<double> seconds() const;
    std::optional<double> bytesPerSecond() const;
};

} // namespace foreword::ctl
