// What every start pays before the first customer: dictionary, cue lists, learned part, key
// sentences and charter, each time in a fresh process. Processor time, so that other work on the
// machine does not count. Fails where the time or the memory is over what is wanted.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "core/desk/definitions.h"
#include "tests/bench/figures.h"
#include "tests/bench/process_figures.h"

using namespace foreword;
using namespace foreword::bench;

namespace {

constexpr int runs = 40;
constexpr double wantedMs = 50, wantedMb = 40, bytesAMb = 1e6, msASecond = 1000;

struct Loaded {
    double milliseconds = 0, megabytes = 0;
};

// In this process, which has loaded nothing before.
Loaded load()
{
    const auto before = processFigures().residentBytes;
    const double start = processorSeconds();
    const auto definitions = loadBuiltInDefinitions();
    const double took = (processorSeconds() - start) * msASecond;
    if (!definitions || (*definitions)->dictionary.entries().empty())
        _exit(EXIT_FAILURE);
    return {took, static_cast<double>(processFigures().residentBytes - before) / bytesAMb};
}

bool loadInChild(Loaded& loaded)
{
    int ends[2];
    if (pipe(ends) != 0)
        return false;
    const pid_t child = fork();
    if (child == 0) {
        const Loaded mine = load();
        const auto written = write(ends[1], &mine, sizeof mine);
        _exit(written == sizeof mine ? EXIT_SUCCESS : EXIT_FAILURE);
    }
    close(ends[1]);
    const bool got = child > 0 && read(ends[0], &loaded, sizeof loaded) == sizeof loaded;
    close(ends[0]);
    int status = 0;
    return got && waitpid(child, &status, 0) == child && status == 0;
}

} // namespace

int main()
{
    Durations times;
    double most = 0;
    for (int i = 0; i < runs; ++i) {
        Loaded loaded;
        if (!loadInChild(loaded)) {
            std::cerr << "A load failed.\n";
            return EXIT_FAILURE;
        }
        times.add(loaded.milliseconds);
        most = std::max(most, loaded.megabytes);
    }
    FigureTable table;
    table.add("load definitions and models, processor", times, "50 ms");
    table.add("memory they take", most, "MB", "40 MB");
    std::cout << table.markdown();
    return times.percentile(50) <= wantedMs && most <= wantedMb ? EXIT_SUCCESS : EXIT_FAILURE;
}
