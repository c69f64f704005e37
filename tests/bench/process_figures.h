// What the running process takes of the machine, as Linux counts it in /proc.
#pragma once

#include <cstdint>

namespace foreword::bench {

struct ProcessFigures {
    std::int64_t residentBytes = 0, peakBytes = 0;
    int descriptors = 0, threads = 0;
};

ProcessFigures processFigures();

// Of all threads of the process, since it started.
double processorSeconds();

} // namespace foreword::bench
