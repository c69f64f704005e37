// Runs the benchmarks, then sets them against each other: a ratio of two figures of one run
// says the same on any machine. By processor time, which other work on the machine disturbs
// least. Google Benchmark's own options hold; --benchmark_out=FILE writes all of it as JSON.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <initializer_list>
#include <iostream>
#include <map>
#include <tuple>
#include <string>

#include "tests/bench/figures.h"

using namespace foreword::bench;

namespace {

struct Ratio {
    const char* what;
    std::initializer_list<const char*> measured; // their sum
    const char* against;
    const char* target;
};

const Ratio ratios[] = {
    {"brief and decision of 500 messages / reading their history", {"foldingBrief/500", "deciding/500"}, "readingHistory/500", "under 3"},
    {"the same with 10,000 messages", {"foldingBrief/10000", "deciding/10000"}, "readingHistory/10000", "under 3"},
    {"open a customer of 500 messages / step through the rows, keep nothing", {"opening/500"}, "plainRows/500", ""},
    {"brief of 500 messages / LexRank over their text", {"foldingBrief/500"}, "lexRanking/500", "under 0.1"},
    {"all of opening 500 messages / LexRank over their text", {"opening/500"}, "lexRanking/500", "under 0.2"},
    {"annotate 500 messages once / LexRank over their text", {"annotating"}, "lexRanking/500", "under 1"},
    {"one more message and open again / open (500 messages)", {"oneMoreMessage/500"}, "opening/500", "under 2"},
    {"find a name with a typo / look at all names (10,000 customers)", {"findingName"}, "scanningNames", "under 0.3"},
    {"find words of the history / look at all messages (15,550)", {"findingWords"}, "scanningMessages", "under 0.3"},
};

class Reporter final : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override
    {
        ConsoleReporter::ReportRuns(runs);
        for (const auto& run : runs) {
            if (run.error_occurred) {
                failed = true;
                continue;
            }
            seconds[run.benchmark_name()] = run.GetAdjustedCPUTime() / benchmark::GetTimeUnitMultiplier(run.time_unit);
            if (const auto items = run.counters.find("items_per_second"); items != run.counters.end())
                itemsPerSecond[run.benchmark_name()] = items->second;
        }
    }

    std::map<std::string, double> seconds, itemsPerSecond;
    bool failed = false;
};

void printRatios(const Reporter& reporter)
{
    std::cout << "\n| ratio | figure | target |\n|---|---|---|\n";
    for (const auto& ratio : ratios) {
        const auto all = [&](const char* name) { return reporter.seconds.contains(name); };
        if (!std::ranges::all_of(ratio.measured, all) || !all(ratio.against))
            continue; // filtered out
        double sum = 0;
        for (const char* name : ratio.measured)
            sum += reporter.seconds.at(name);
        std::cout << "| " << ratio.what << " | " << threeDigits(sum / reporter.seconds.at(ratio.against)) << " | " << ratio.target
                  << " |\n";
    }
    for (const auto& [name, what, target] :
         {std::tuple("briefOfOneMore/500/min_time:0.200", "brief after one more message of 500, ms", "under 1"),
          std::tuple("briefOfOneMore/10000/min_time:0.200", "brief after one more message of 10,000, ms", ""),
          std::tuple("oneMoreLiveMessage/500/min_time:0.200", "brief and decision after one more message of 500, ms", "under 1"),
          std::tuple("oneMoreLiveMessage/10000/min_time:0.200", "brief and decision after one more message of 10,000, ms", ""),
          std::tuple("opening/10000", "open 10,000 messages, ms", "under 100")}) {
        if (const auto seconds = reporter.seconds.find(name); seconds != reporter.seconds.end())
            std::cout << "| " << what << " | " << threeDigits(seconds->second * 1000) << " | " << target << " |\n";
    }
    for (const auto& [name, what] :
         {std::pair("annotating", "messages annotated a second"), std::pair("ingesting/5000", "records taken a second")}) {
        if (const auto rate = reporter.itemsPerSecond.find(name); rate != reporter.itemsPerSecond.end())
            std::cout << "| " << what << " | " << threeDigits(rate->second) << " | |\n";
    }
}

} // namespace

int main(int argc, char** argv)
{
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 2;
    Reporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    printRatios(reporter);
    return reporter.failed ? 1 : 0;
}
