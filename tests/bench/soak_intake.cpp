#include "tests/bench/soak_intake.h"

#include <fstream>
#include <future>

#include "core/base/error_catalog.h"
#include "core/ingest/interchange.h"
#include "tests/bench/generated_history.h"
#include "tests/bench/must.h"

namespace foreword::bench {
namespace {

constexpr const char* sourceName = "tracker";
constexpr int pullEvery = 3; // rounds
constexpr int customerCount = 40;
constexpr std::size_t changedAtOnce = 60;

// From a few messages to a long history.
int messagesOf(int customer)
{
    return 20 + customer * customer / 3;
}

// Each round says something else, and after some rounds the first thing again: nothing grows.
struct Revised {
    int customer = 0, round = 0;
    Timestamp at;

    // A number of their own: a shared one would make one person of two.
    void operator()(CustomerRecord& record) const
    {
        record.phones = {"+44 1632 960" + std::to_string(100 + customer * 7 + round % 7)};
        record.updatedAt = at;
    }
    void operator()(InteractionRecord& record) const
    {
        record.subject = "Connection, revision " + std::to_string(round % 11);
        record.updatedAt = at;
    }
    void operator()(MessageRecord& record) const
    {
        const auto base = record.text.substr(0, record.text.find(" (Corrected"));
        record.text = base + " (Corrected " + std::to_string(round % 13) + ".)";
        record.updatedAt = at;
    }
    void operator()(auto&) const {}
};

} // namespace

SoakIntake::SoakIntake(Workbench workbench, std::filesystem::path folder, std::optional<SoakSource> source, std::chrono::seconds pause)
    : m_workbench(std::move(workbench)), m_folder(std::move(folder)), m_source(std::move(source)), m_pause(pause)
{
    std::promise<void> filled;
    auto ready = filled.get_future();
    m_thread = std::thread([this, filled = std::move(filled)]() mutable {
        fill();
        filled.set_value();
        run();
    });
    ready.wait();
}

SoakIntake::~SoakIntake()
{
    stop();
}

int SoakIntake::customers()
{
    return customerCount;
}

// On the thread that works with the workbench afterwards: its connections belong to it.
void SoakIntake::fill()
{
    const auto now = SystemClock().now();
    Sample sample;
    for (int customer = 0; customer < customerCount; ++customer) {
        m_customers.push_back(
            generatedCustomer("C-" + std::to_string(customer), messagesOf(customer), now, static_cast<unsigned>(customer)));
        sample.records.insert(sample.records.end(), m_customers.back().begin(), m_customers.back().end());
    }
    must(m_workbench.takeSample(std::move(sample)));
    if (m_source) {
        SourceConfig config{sourceName, "rt", m_source->url, m_source->user, {{"allow_http", "yes"}}};
        must(m_workbench.addSource(config, {Secret(), Secret(m_source->password)}));
    }
}

void SoakIntake::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_cancel.cancel();
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

std::string SoakIntake::lastFailure() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastFailure;
}

void SoakIntake::run()
{
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            if (m_wake.wait_for(lock, m_pause, [this] { return m_stopping; }))
                return;
        }
        importChanges();
        if (++m_round % pullEvery == 0 && m_source)
            pull();
    }
}

// One customer after the other, the first records of theirs that can change.
void SoakIntake::importChanges()
{
    const auto file = m_folder / "changes.jsonl";
    {
        std::ofstream out(file, std::ios::binary | std::ios::trunc);
        const int customer = m_round % customerCount;
        auto& records = m_customers[static_cast<std::size_t>(customer)];
        const Revised revise{customer, m_round, SystemClock().now()};
        for (std::size_t i = 0; i < records.size() && i < changedAtOnce; ++i) {
            std::visit(revise, records[i]);
            out << canonicalLine(records[i]) << '\n';
        }
    }
    const auto outcome = m_workbench.import({file}, {}, m_cancel.token());
    if (!outcome)
        return failed(outcome.error());
    if (outcome->stopped)
        return failed(*outcome->stopped);
    ++m_imports;
    for (const auto& [type, counts] : outcome->counts.byType)
        m_changed += static_cast<int>(counts.updated);
}

void SoakIntake::pull()
{
    const auto outcome = m_workbench.pull(sourceName, {}, m_cancel.token());
    if (outcome)
        ++m_pulls;
    else
        failed(outcome.error());
}

void SoakIntake::failed(const Error& error)
{
    if (error.code == ErrorCode::cancelled)
        return;
    ++m_failures;
    const std::lock_guard lock(m_mutex);
    m_lastFailure = englishMessage(error);
}

} // namespace foreword::bench
