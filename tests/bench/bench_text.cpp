// The work that is done once when a message arrives, and what would be done at each opening
// without it.
#include <benchmark/benchmark.h>

#include "core/text/sentences.h"
#include "tests/bench/bench_workspace.h"
#include "tests/bench/lexrank.h"
#include "tests/bench/must.h"

using namespace foreword;
using namespace foreword::bench;

namespace {

void annotating(benchmark::State& state)
{
    auto& shared = BenchWorkspace::instance();
    const auto messages = shared.history(500).messages;
    // As they arrive: conversations of eight.
    constexpr std::size_t conversation = 8;
    std::int64_t bytes = 0, count = 0;
    for (auto _ : state) {
        for (std::size_t i = 0; i < messages.size(); ++i) {
            const auto first = i / conversation * conversation;
            const std::span context(messages.data() + first, std::min(conversation, messages.size() - first));
            benchmark::DoNotOptimize(shared.definitions().annotator.annotate(context, i - first));
            bytes += static_cast<std::int64_t>(messages[i].text.size());
            ++count;
        }
    }
    state.SetItemsProcessed(count);
    state.SetBytesProcessed(bytes);
}

void lexRanking(benchmark::State& state)
{
    const auto history = BenchWorkspace::instance().history(state.range(0));
    for (auto _ : state) {
        std::vector<std::string> sentences;
        for (const auto& message : history.messages) {
            for (const auto& span : sentencesOf(message.text, message.language))
                sentences.push_back(message.text.substr(span.start, span.end - span.start));
        }
        benchmark::DoNotOptimize(lexRank(sentences));
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

// Records in, rows out, with everything that is done once.
void ingesting(benchmark::State& state)
{
    const auto records = customerOf(static_cast<int>(state.range(0)));
    auto definitions = loadBuiltInDefinitions();
    std::int64_t count = 0;
    for (auto _ : state) {
        state.PauseTiming();
        {
            auto temporary = must(TemporaryWorkspace::create(SystemClock()));
            Workbench workbench(temporary.workspace(), *definitions, std::make_shared<SystemClock>());
            Sample sample;
            sample.records = records;
            state.ResumeTiming();
            must(workbench.takeSample(std::move(sample)));
            state.PauseTiming();
        }
        count += static_cast<std::int64_t>(records.size());
        state.ResumeTiming();
    }
    state.SetItemsProcessed(count);
}

} // namespace

BENCHMARK(annotating)->Unit(benchmark::kMicrosecond);
BENCHMARK(lexRanking)->Arg(500)->Unit(benchmark::kMicrosecond);
BENCHMARK(ingesting)->Arg(5000)->Unit(benchmark::kMillisecond);
