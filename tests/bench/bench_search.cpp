// Finding a name in spite of typos, against looking at every name there is.
#include <benchmark/benchmark.h>

#include "core/store/query.h"
#include "core/store/word_folding.h"
#include "core/store/word_likeness.h"
#include "tests/bench/bench_workspace.h"
#include "tests/bench/must.h"

using namespace foreword;
using namespace foreword::bench;

namespace {

constexpr const char* typed = "greta linderg"; // Greta Lindberg
constexpr int foundAtMost = 20, alike = 550;

void findingName(benchmark::State& state)
{
    auto& shared = BenchWorkspace::instance();
    for (auto _ : state) {
        const auto hits = must(shared.workbench().find(typed, foundAtMost));
        if (hits.empty())
            state.SkipWithError("nobody was found");
        benchmark::DoNotOptimize(hits);
    }
}

void scanningNames(benchmark::State& state)
{
    auto& shared = BenchWorkspace::instance();
    const WordLikeness first("greta"), second("linderg");
    for (auto _ : state) {
        Query names(shared.reading(), "SELECT folded FROM name");
        int found = 0;
        while (must(names.next())) {
            int best[2] = {0, 0};
            for (const auto& word : foldedTokens(names.text(0), 8)) {
                best[0] = std::max(best[0], first.to(word));
                best[1] = std::max(best[1], second.to(word));
            }
            found += best[0] >= alike && best[1] >= alike;
        }
        if (found == 0)
            state.SkipWithError("nobody was found");
    }
}

void findingWords(benchmark::State& state)
{
    auto& shared = BenchWorkspace::instance();
    for (auto _ : state)
        benchmark::DoNotOptimize(must(shared.workbench().find("technician coming", foundAtMost)));
}

void scanningMessages(benchmark::State& state)
{
    auto& shared = BenchWorkspace::instance();
    for (auto _ : state) {
        Query found(shared.reading(), "SELECT count(*) FROM message WHERE text LIKE '%technician%' AND text LIKE '%coming%'");
        benchmark::DoNotOptimize(must(found.number()));
    }
}

} // namespace

BENCHMARK(findingName)->Unit(benchmark::kMicrosecond);
BENCHMARK(scanningNames)->Unit(benchmark::kMicrosecond);
BENCHMARK(findingWords)->Unit(benchmark::kMicrosecond);
BENCHMARK(scanningMessages)->Unit(benchmark::kMicrosecond);
