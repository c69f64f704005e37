#include "tests/bench/bench_workspace.h"

#include "tests/bench/generated_history.h"
#include "tests/bench/must.h"

namespace foreword::bench {

BenchWorkspace& BenchWorkspace::instance()
{
    static BenchWorkspace workspace;
    return workspace;
}

BenchWorkspace::BenchWorkspace() : m_temporary(must(TemporaryWorkspace::create(SystemClock())))
{
    auto definitions = loadBuiltInDefinitions();
    if (!definitions)
        must<void>(fail(definitions.error().front()));
    m_workbench.emplace(m_temporary.workspace(), *definitions, std::make_shared<FixedClock>(asOf()));
    Sample sample;
    for (const int messages : sizes) {
        for (auto& record : customerOf(messages))
            sample.records.push_back(std::move(record));
    }
    generateCompany({bystanders, 0, asOf(), 3}, [&](const Record& record) { sample.records.push_back(record); });
    must(m_workbench->takeSample(std::move(sample)));
    must(m_workbench->openForReading());
    m_reading = must(m_temporary.workspace()->connect(Access::read));
}

std::int64_t BenchWorkspace::person(std::int64_t messages)
{
    return must(m_workbench->resolve("crm:S-" + std::to_string(messages)));
}

History BenchWorkspace::history(std::int64_t messages)
{
    return must(readHistory(*m_reading, person(messages), {}));
}

Timestamp BenchWorkspace::asOf()
{
    return *Timestamp::parse("2026-11-09T10:00:00+01:00");
}

std::vector<Record> customerOf(int messages)
{
    return generatedCustomer("S-" + std::to_string(messages), messages, BenchWorkspace::asOf(), 7);
}

} // namespace foreword::bench
