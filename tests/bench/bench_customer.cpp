// How long it takes to open a customer out of the encrypted workspace, against the plain
// reading of the same rows in the same run.
#include <benchmark/benchmark.h>

#include "core/brief/brief_maker.h"
#include "core/desk/sample.h"
#include "core/desk/temporary_workspace.h"
#include "core/desk/workbench.h"
#include "core/store/connection.h"
#include "tests/bench/generated_history.h"

using namespace foreword;

namespace {

const Timestamp asOf = Timestamp::fromMicros(1'794'214'920'000'000, 60);

template <class T>
T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", englishMessage(result.error()).c_str());
        std::abort();
    }
    return std::move(*result);
}

// A workspace with one customer of each size.
class Prepared {
public:
    static Prepared& instance()
    {
        static Prepared prepared;
        return prepared;
    }

    Workbench& workbench() { return *m_workbench; }
    Connection& connection() { return *m_connection; }
    std::int64_t person(int messages) { return must(m_workbench->resolve("crm:C-" + std::to_string(messages))); }

private:
    Prepared() : m_temporary(must(TemporaryWorkspace::create(SystemClock())))
    {
        auto definitions = loadBuiltInDefinitions();
        if (!definitions)
            std::abort();
        m_workbench.emplace(m_temporary.workspace(), *definitions, std::make_shared<FixedClock>(asOf));
        Sample sample;
        for (const int messages : {50, 500, 5000, 10000}) {
            for (auto& record : bench::generatedCustomer("C-" + std::to_string(messages), messages, asOf, 7))
                sample.records.push_back(std::move(record));
        }
        must(m_workbench->takeSample(std::move(sample)));
        m_connection = must(m_temporary.workspace()->connect(Access::read));
    }

    TemporaryWorkspace m_temporary;
    std::optional<Workbench> m_workbench;
    std::unique_ptr<Connection> m_connection;
};

void openCustomer(benchmark::State& state)
{
    auto& prepared = Prepared::instance();
    const auto person = prepared.person(static_cast<int>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(must(prepared.workbench().open(person, {asOf, ConsentChannel::agent, {}}, {})));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(openCustomer)->Arg(50)->Arg(500)->Arg(5000)->Arg(10000)->Unit(benchmark::kMicrosecond);

void readRows(benchmark::State& state)
{
    auto& prepared = Prepared::instance();
    const auto person = prepared.person(static_cast<int>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(must(readHistory(prepared.connection(), person, {})));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(readRows)->Arg(50)->Arg(500)->Arg(5000)->Arg(10000)->Unit(benchmark::kMicrosecond);

void foldBrief(benchmark::State& state)
{
    auto& prepared = Prepared::instance();
    const auto history = must(readHistory(prepared.connection(), prepared.person(static_cast<int>(state.range(0))), {}));
    for (auto _ : state)
        benchmark::DoNotOptimize(makeBrief(history, asOf));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(foldBrief)->Arg(50)->Arg(500)->Arg(5000)->Arg(10000)->Unit(benchmark::kMicrosecond);

} // namespace

BENCHMARK_MAIN();
