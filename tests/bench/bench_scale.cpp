// The store at size: makes a company's history, imports it into an encrypted workspace and
// measures what an agent waits for. Prints the table of ARCHITECTURE.md.
//
//   bench_scale [--customers 100000] [--messages 1000000] [--folder DIR] [--json FILE] [--search-only]
//
// With --folder the history and the workspace are kept there (the key lies beside them: there
// is nothing in it that anybody said) and measured again without another import. The system's
// file cache is warm; the workspace's own cache starts empty in each group.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>

#include <CLI/CLI.hpp>

#include "core/desk/workbench.h"
#include "core/ingest/interchange.h"
#include "core/store/connection.h"
#include "core/store/reading.h"
#include "tests/bench/figures.h"
#include "tests/bench/generated_history.h"
#include "tests/bench/must.h"
#include "tests/bench/process_figures.h"
#include "tests/bench/scale_queries.h"

using namespace foreword;
using namespace foreword::bench;
namespace fs = std::filesystem;

namespace {

constexpr int mostQueries = 1500; // of a kind
constexpr int queueLength = 60, foundAtMost = 20;
constexpr double mebibyte = 1024 * 1024;

struct Options {
    CompanyPlan plan{100'000, 1'000'000, *Timestamp::parse("2026-11-09T10:00:00+01:00"), 1};
    std::string folder, json;
    bool searchOnly = false;
};

class Measurement {
public:
    explicit Measurement(const Options& options) : m_options(options), m_folder(options.folder), m_queries(queryEvery()) {}

    void run();

private:
    int queryEvery() const
    {
        return static_cast<int>(std::max<std::int64_t>(1, (m_options.plan.customers + m_options.plan.messages) / 5000)) * 2 + 1;
    }
    void makeHistory();
    void import();
    void open();
    void measureOpening();
    void measureBriefs(const std::string& what, const std::vector<std::int64_t>& customers, const char* target);
    void measureQueue();
    void measureSearch();
    std::shared_ptr<const Workspace> workspace() const;
    Workbench workbench() const { return {workspace(), m_definitions, m_clock}; }
    fs::path file() const { return m_folder / "history.jsonl"; }
    fs::path database() const { return m_folder / "workspace" / "workspace.db"; }

    Options m_options;
    fs::path m_folder;
    FigureTable m_table;
    ScaleQueries m_queries;
    std::vector<std::int64_t> m_messages; // of each customer
    std::shared_ptr<const Definitions> m_definitions;
    std::shared_ptr<const Clock> m_clock = std::make_shared<SystemClock>();
};

Secret keyOf(const fs::path& folder)
{
    return must(readKeyFile((folder / "key").string()));
}

void Measurement::makeHistory()
{
    const bool known = fs::exists(file());
    std::ofstream out;
    if (!known)
        out.open(file(), std::ios::binary);
    std::int64_t records = 0;
    generateCompany(m_options.plan, [&](const Record& record) {
        ++records;
        m_queries.learn(record);
        if (const auto* customer = std::get_if<CustomerRecord>(&record); customer && customer->key.source == "crm")
            m_messages.push_back(0);
        else if (std::holds_alternative<MessageRecord>(record))
            ++m_messages.back();
        if (!known)
            out << canonicalLine(record) << '\n';
    });
    if (!known && !out.flush())
        must<void>(fail(ErrorCode::file_unwritable, {{"file", file().string()}, {"detail", "not written"}}));
    m_table.add("customers", static_cast<double>(m_options.plan.customers), "");
    m_table.add("messages", static_cast<double>(m_options.plan.messages), "");
    m_table.add("records", static_cast<double>(records), "");
    m_table.add("file of JSON Lines", static_cast<double>(fs::file_size(file())) / mebibyte, "MiB");
}

void Measurement::import()
{
    if (fs::exists(m_folder / "workspace"))
        return;
    std::ofstream(m_folder / "key") << "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n";
    const Stopwatch watch;
    const double before = processorSeconds();
    Workbench bench(std::make_shared<const Workspace>(must(Workspace::create(m_folder / "workspace", keyOf(m_folder), *m_clock))),
                    m_definitions, m_clock);
    const auto outcome = must(bench.import({file()}, {}, {}));
    if (outcome.stopped)
        must<void>(fail(*outcome.stopped));
    const double seconds = watch.milliseconds() / 1000;
    const auto records = static_cast<double>(outcome.lines);
    m_table.add("import", records / seconds, "records/s", "10000");
    m_table.add("import, by processor time", records / (processorSeconds() - before), "records/s");
    m_table.add("peak memory of the import", static_cast<double>(processFigures().peakBytes) / mebibyte, "MiB", "200");
}

std::shared_ptr<const Workspace> Measurement::workspace() const
{
    return std::make_shared<const Workspace>(must(Workspace::open(m_folder / "workspace", keyOf(m_folder), *m_clock)));
}

// As a program does when it starts: definitions, workspace, what the first customer needs.
void Measurement::open()
{
    Durations durations;
    for (int i = 0; i < 21; ++i) {
        const Stopwatch watch;
        auto definitions = loadBuiltInDefinitions();
        if (!definitions)
            must<void>(fail(definitions.error().front()));
        Workbench bench(workspace(), *definitions, m_clock);
        must(bench.openForReading());
        durations.add(watch.milliseconds());
    }
    m_table.add("open (definitions, workspace, phone metadata)", durations, "100 ms");
}

void Measurement::measureBriefs(const std::string& what, const std::vector<std::int64_t>& customers, const char* target)
{
    Durations durations;
    auto bench = workbench();
    must(bench.openForReading());
    for (const auto customer : customers) {
        const auto person = must(bench.resolve("crm:C-" + std::to_string(customer)));
        const Stopwatch watch;
        must(bench.open(person, {m_options.plan.asOf, ConsentChannel::agent, {}}, {}));
        durations.add(watch.milliseconds());
    }
    if (durations.count() > 0)
        m_table.add(what, durations, target);
}

void Measurement::measureQueue()
{
    Durations first, lines, postures;
    for (int i = 0; i < 5; ++i) {
        auto bench = workbench();
        const Stopwatch watch;
        must(bench.queue(m_options.plan.asOf, queueLength, {}));
        first.add(watch.milliseconds());
    }
    auto bench = workbench();
    const auto reading = must(workspace()->connect(Access::read));
    for (int i = 0; i < 30; ++i) {
        const Stopwatch watch;
        must(readQueue(*reading, m_options.plan.asOf, queueLength));
        lines.add(watch.milliseconds());
        const Stopwatch again;
        must(bench.queue(m_options.plan.asOf, queueLength, {}));
        postures.add(again.milliseconds());
    }
    m_table.add("queue of 60, the lines alone", lines);
    m_table.add("queue of 60 with the posture of each", postures);
    m_table.add("the same, workspace just opened", first);
}

void Measurement::measureSearch()
{
    for (auto& [kind, queries] : m_queries.queries) {
        Durations durations, processor;
        auto bench = workbench();
        must(bench.openForReading());
        std::string slowest;
        double longest = 0;
        std::mt19937 random(11);
        std::ranges::shuffle(queries, random);
        queries.resize(std::min<std::size_t>(queries.size(), mostQueries));
        for (const auto& query : queries) {
            const Stopwatch watch;
            const double before = processorSeconds();
            must(bench.find(query, foundAtMost));
            const double taken = (processorSeconds() - before) * 1000;
            durations.add(watch.milliseconds());
            processor.add(taken);
            if (taken > longest) {
                longest = taken;
                slowest = query;
            }
        }
        m_table.add("search: " + kind, durations, "16 ms at p99");
        m_table.add("the same, by processor time", processor);
        std::cerr << kind << ": slowest is \"" << slowest << "\" with " << threeDigits(longest) << " ms of the processor\n";
    }
}

void Measurement::run()
{
    fs::create_directories(m_folder);
    auto definitions = loadBuiltInDefinitions();
    if (!definitions)
        must<void>(fail(definitions.error().front()));
    m_definitions = *definitions;
    makeHistory();
    import();
    must(workspace()->seal());
    m_table.add("workspace file", static_cast<double>(fs::file_size(database())) / mebibyte, "MiB");
    if (!m_options.searchOnly) {
        open();
        measureOpening();
        measureQueue();
    }
    measureSearch();
    m_table.add("memory after all of it", static_cast<double>(processFigures().residentBytes) / mebibyte, "MiB");
    m_table.add("peak memory", static_cast<double>(processFigures().peakBytes) / mebibyte, "MiB", "200");
    std::cout << m_table.markdown();
    if (!m_options.json.empty())
        std::ofstream(m_options.json) << m_table.json();
}

void Measurement::measureOpening()
{
    std::vector<std::int64_t> any, long_;
    const auto step = std::max<std::size_t>(1, m_messages.size() / 1000);
    for (std::size_t i = 0; i < m_messages.size(); i += step)
        any.push_back(static_cast<std::int64_t>(i));
    for (std::size_t i = 0; i < m_messages.size(); ++i) {
        if (m_messages[i] >= 300 && m_messages[i] <= 500)
            long_.push_back(static_cast<std::int64_t>(i));
    }
    measureBriefs("brief and posture, any customer", any, "16 ms at p99");
    measureBriefs("brief and posture, 300 to 500 messages", long_, "16 ms at p99");
}

} // namespace

int main(int argc, char** argv)
{
    Options options;
    CLI::App app("Measures the store at size");
    app.add_option("--customers", options.plan.customers, "How many");
    app.add_option("--messages", options.plan.messages, "Of all of them together");
    app.add_option("--seed", options.plan.seed, "Another company");
    app.add_option("--folder", options.folder, "Keep history and workspace here, and use what is there");
    app.add_option("--json", options.json, "Also write the figures here");
    app.add_flag("--search-only", options.searchOnly, "Search, and nothing else");
    CLI11_PARSE(app, argc, argv);
    const bool keep = !options.folder.empty();
    if (!keep)
        options.folder = (fs::temp_directory_path() / ("foreword-scale-" + std::to_string(std::random_device()()))).string();
    Measurement(options).run();
    if (!keep)
        fs::remove_all(options.folder);
    return 0;
}
