// Runs the desk as an agent would for hours and says whether it grows: the real WorkspaceDesk
// with its threads over an encrypted workspace, while another thread imports and pulls.
//
//   soak_desk --minutes 120 --url http://127.0.0.1:8395 --user anna --password-file P --log soak.csv
//
// A line each few seconds goes to the log; the judgement is printed at the end. Exit status 0:
// nothing grows; 1: something does, or work failed.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <thread>

#include <CLI/CLI.hpp>

#include "tests/bench/must.h"
#include "tests/bench/process_figures.h"
#include "tests/bench/soak_agent.h"
#include "tests/bench/soak_intake.h"
#include "tests/bench/soak_judgement.h"

using namespace foreword;
using namespace foreword::bench;
using Steady = std::chrono::steady_clock;

namespace {

struct Options {
    double minutes = 120, sampleSeconds = 10, processorShare = 0.25;
    int importSeconds = 20;
    std::string log = "soak.csv", url, user, passwordFile;
    int leakKilobytes = 0; // an hour's fault in a minute: what the judgement must find
};

double secondsSince(Steady::time_point start)
{
    return std::chrono::duration<double>(Steady::now() - start).count();
}

// A folder that goes with the program; its content is encrypted under a key that is gone then.
class Folder {
public:
    Folder() : m_path(std::filesystem::temp_directory_path() / ("foreword-soak-" + std::to_string(std::random_device()())))
    {
        std::filesystem::create_directory(m_path);
    }
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path operator/(const char* name) const { return m_path / name; }
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

class Log {
public:
    Log(const std::string& file, Steady::time_point start) : m_out(file), m_start(start)
    {
        m_out << "seconds,resident_bytes,peak_bytes,descriptors,threads,file_bytes,wal_bytes,processor_seconds,"
                 "opened,cancelled,searches,queues,statuses,imports,changed,pulls,failures"
              << '\n'
              << std::flush;
    }

    void take(const Workspace& workspace, const SoakAgent& agent, const SoakIntake& intake)
    {
        const auto figures = processFigures();
        const auto info = must(workspace.info());
        const auto& counts = agent.counts();
        m_samples.push_back(
            {secondsSince(m_start), figures.residentBytes, figures.descriptors, figures.threads, info.fileBytes, info.walBytes});
        m_out << m_samples.back().seconds << ',' << figures.residentBytes << ',' << figures.peakBytes << ',' << figures.descriptors << ','
              << figures.threads << ',' << info.fileBytes << ',' << info.walBytes << ',' << processorSeconds() << ',' << counts.opened
              << ',' << counts.cancelled << ',' << counts.searches << ',' << counts.queues << ',' << counts.statuses << ','
              << intake.imports() << ',' << intake.changed() << ',' << intake.pulls() << ',' << counts.failures + intake.failures() << '\n'
              << std::flush;
    }

    const std::vector<SoakSample>& samples() const { return m_samples; }

private:
    std::ofstream m_out;
    Steady::time_point m_start;
    std::vector<SoakSample> m_samples;
};

// The agent rests whenever the process has had its share of the processor.
void work(const Options& options, Steady::time_point start, SoakAgent& agent, WindowLoop& loop, const std::function<void()>& sample)
{
    const double before = processorSeconds();
    std::vector<std::unique_ptr<std::string>> leak;
    double nextSample = 0;
    while (secondsSince(start) < options.minutes * 60) {
        const double now = secondsSince(start);
        if (now >= nextSample) {
            sample();
            leak.push_back(std::make_unique<std::string>(static_cast<std::size_t>(options.leakKilobytes) * 1024, 'x'));
            nextSample += options.sampleSeconds;
        }
        agent.act();
        const double ahead = (processorSeconds() - before) / options.processorShare - secondsSince(start);
        const auto rest = std::chrono::duration<double>(std::clamp(ahead, 0.05, options.sampleSeconds));
        loop.runUntil(Steady::now() + std::chrono::duration_cast<Steady::duration>(rest), [] { return false; });
    }
    sample();
}

int report(const Log& log, const SoakAgent& agent, const SoakIntake& intake)
{
    const SoakLimits limits;
    const auto samples = judged(log.samples(), limits);
    auto broken = judge(log.samples(), limits);
    // A source may stumble; an answer of the desk must not.
    if (agent.counts().failures > 0)
        broken.push_back("the desk failed " + std::to_string(agent.counts().failures) + " times: " + agent.lastFailure());
    if (intake.failures() * 20 > intake.imports() + intake.pulls())
        broken.push_back("arrivals failed " + std::to_string(intake.failures()) + " times: " + intake.lastFailure());
    std::cout << log.samples().size() << " samples in " << log.samples().back().seconds / 60 << " minutes; memory "
              << samples.front().residentBytes / 1024 << " kB after the warm-up, " << samples.back().residentBytes / 1024
              << " kB at the end, fitted " << growthPerHour(samples) / 1024 << " kB an hour\n"
              << agent.counts().opened << " customers opened, " << agent.counts().cancelled << " left before, " << agent.counts().searches
              << " searches, " << intake.imports() << " imports with " << intake.changed() << " changes, " << intake.pulls() << " pulls, "
              << intake.failures() << " of them failed\n";
    for (const auto& rule : broken)
        std::cout << "BROKEN: " << rule << '\n';
    std::cout << (broken.empty() ? "Nothing grows.\n" : "");
    return broken.empty() ? 0 : 1;
}

int soak(const Options& options)
{
    auto definitions = loadBuiltInDefinitions();
    if (!definitions)
        must<void>(fail(definitions.error().front()));
    const Folder folder;
    const auto clock = std::make_shared<SystemClock>();
    const auto key = Secret::random(32);
    const auto workspace = std::make_shared<const Workspace>(must(Workspace::create(folder / "workspace", key.clone(), *clock)));
    // As a second program over the same workspace would.
    const auto theirs = std::make_shared<const Workspace>(must(Workspace::open(folder / "workspace", key.clone(), *clock)));

    std::optional<SoakSource> source;
    if (!options.url.empty())
        source = {options.url, options.user, std::string(must(readSecretFile(options.passwordFile)).view())};
    SoakIntake intake(Workbench(theirs, *definitions, clock), folder.path(), source, std::chrono::seconds(options.importSeconds));

    WindowLoop loop;
    const auto desk =
        makeWorkspaceDesk({workspace, *definitions, clock, [&loop](auto call) { loop.dispatch(std::move(call)); }, {}, false});
    SoakAgent agent(*desk, loop, SoakIntake::customers());
    const auto start = Steady::now();
    Log log(options.log, start);
    work(options, start, agent, loop, [&] { log.take(*workspace, agent, intake); });
    intake.stop();
    return report(log, agent, intake);
}

} // namespace

int main(int argc, char** argv)
{
    Options options;
    CLI::App app("Runs the desk for hours and says whether it grows");
    app.add_option("--minutes", options.minutes, "How long");
    app.add_option("--sample-seconds", options.sampleSeconds, "Between two lines of the log");
    app.add_option("--import-seconds", options.importSeconds, "Between two imports; every third is followed by a pull");
    app.add_option("--processor-share", options.processorShare, "Of one core, at most");
    app.add_option("--log", options.log, "CSV file of the samples");
    app.add_option("--url", options.url, "Request Tracker to pull from, as tests/servers/rt-up starts it; none: no pulls");
    app.add_option("--user", options.user, "Its user");
    app.add_option("--password-file", options.passwordFile, "File with the user's password");
    app.add_option("--leak-kilobytes", options.leakKilobytes)->group("");
    CLI11_PARSE(app, argc, argv);
    return soak(options);
}
