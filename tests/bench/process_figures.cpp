#include "tests/bench/process_figures.h"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <ctime>

namespace foreword::bench {
namespace {

// The number after "Name:" of a line of /proc/self/status; 0 where there is none.
std::int64_t statusNumber(const std::string& status, const std::string& name)
{
    const auto at = status.find("\n" + name + ":");
    if (at == std::string::npos)
        return 0;
    const auto digits = status.find_first_of("0123456789", at);
    std::int64_t number = 0;
    std::from_chars(status.data() + digits, status.data() + status.size(), number);
    return number;
}

} // namespace

ProcessFigures processFigures()
{
    std::ifstream file("/proc/self/status");
    const std::string status((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    ProcessFigures figures;
    figures.residentBytes = statusNumber(status, "VmRSS") * 1024;
    figures.peakBytes = statusNumber(status, "VmHWM") * 1024;
    figures.threads = static_cast<int>(statusNumber(status, "Threads"));
    // One of them is the folder that is being read.
    figures.descriptors = static_cast<int>(std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {})) - 1;
    return figures;
}

double processorSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

} // namespace foreword::bench
