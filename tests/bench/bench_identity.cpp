// Customer records linked: 100,000 compared with each other, and one more that comes to them.
#include <benchmark/benchmark.h>

#include "core/desk/intake.h"
#include "core/desk/relinking.h"
#include "core/desk/temporary_workspace.h"
#include "core/identity/identity_run.h"
#include "core/store/connection.h"
#include "tests/bench/bench_workspace.h"
#include "tests/bench/generated_history.h"
#include "tests/bench/must.h"
#include "tests/bench/process_figures.h"

using namespace foreword;
using namespace foreword::bench;

namespace {

constexpr std::int64_t customers = 100'000;
constexpr double megabyte = 1024.0 * 1024.0;

std::vector<CustomerRecord> generatedCustomers()
{
    std::vector<CustomerRecord> records;
    generateCompany({customers, 0, BenchWorkspace::asOf(), 1}, [&](const Record& record) {
        if (const auto* customer = std::get_if<CustomerRecord>(&record))
            records.push_back(*customer);
    });
    return records;
}

void comparingAll(benchmark::State& state)
{
    std::vector<Traits> traits;
    for (const auto& record : generatedCustomers())
        traits.push_back(traitsOf(record));
    std::size_t reviews = 0;
    for (auto _ : state) {
        const auto outcome = must(findPersons(traits, {}, {}));
        reviews = outcome.reviews.size();
    }
    state.counters["records"] = static_cast<double>(traits.size());
    state.counters["reviews"] = static_cast<double>(reviews);
    state.counters["peak_MB"] = static_cast<double>(processFigures().peakBytes) / megabyte;
}

// 100,000 customers in a workspace, linked.
class LinkedWorkspace {
public:
    static LinkedWorkspace& instance()
    {
        static LinkedWorkspace shared;
        return shared;
    }

    Connection& writer() { return *m_writer; }

    // The next record of somebody who is there: another system's, with a part of what it says.
    void bringAnother()
    {
        CustomerRecord record = m_records[m_next % m_records.size()];
        m_next += 7919;
        record.key = {"billing", "B-" + std::to_string(m_next)};
        record.externalIds.clear();
        m_next % 2 == 0 ? record.emails.clear() : record.phones.clear();
        auto ingest = m_intake.ingestor();
        must(ingest.add(record));
        must(ingest.finish());
    }

private:
    LinkedWorkspace() : m_records(generatedCustomers())
    {
        std::vector<Record> all(m_records.begin(), m_records.end());
        must(m_intake.take(std::move(all)));
    }

    std::vector<CustomerRecord> m_records;
    std::size_t m_next = 17;
    TemporaryWorkspace m_temporary = must(TemporaryWorkspace::create(SystemClock()));
    std::unique_ptr<Connection> m_writer = must(m_temporary.workspace()->connect(Access::write));
    std::shared_ptr<const Definitions> m_definitions = loadBuiltInDefinitions().value();
    Intake m_intake{*m_writer, *m_definitions};
};

void linkingOneMore(benchmark::State& state)
{
    auto& shared = LinkedWorkspace::instance();
    for (auto _ : state) {
        state.PauseTiming();
        shared.bringAnother();
        state.ResumeTiming();
        must(relinkWaiting(directly(shared.writer()), {}));
    }
}

} // namespace

BENCHMARK(comparingAll)->Unit(benchmark::kSecond)->Iterations(1);
BENCHMARK(linkingOneMore)->Unit(benchmark::kMillisecond);
