// Says whether a program that ran for hours would have run for days: samples of what it takes
// of the machine in, broken rules out. Pure.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace foreword::bench {

struct SoakSample {
    double seconds = 0; // since the start
    std::int64_t residentBytes = 0;
    int descriptors = 0, threads = 0;
    std::int64_t fileBytes = 0, walBytes = 0;
};

struct SoakLimits {
    double warmUp = 0.15; // share of the run that is not judged
    double residentBytesPerHour = 2 * 1024 * 1024;
    // What an allocator may shift to and fro; a short run says no more than that.
    std::int64_t residentBytesAtLeast = 1024 * 1024;
    std::int64_t walBytes = 64 * 1024 * 1024;
    // Open for a moment above those that stay: a connection to a source, a file that is imported.
    int passingDescriptors = 8;
};

// The samples after the warm-up.
std::span<const SoakSample> judged(std::span<const SoakSample> samples, const SoakLimits& limits);

// Growth of the resident memory in bytes an hour: the median of the slopes between all pairs
// of samples, which a peak of a moment does not tilt.
double growthPerHour(std::span<const SoakSample> samples);

// A sentence for each rule that is broken; none: passed. Fewer than 20 samples after the
// warm-up are too few to judge, which is a broken rule too.
std::vector<std::string> judge(std::span<const SoakSample> samples, const SoakLimits& limits);

} // namespace foreword::bench
