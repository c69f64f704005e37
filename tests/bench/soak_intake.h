// The other side of the soak: what arrives while an agent works. A thread of its own with a
// Workbench over the same workspace imports changed records and pulls from a source, again and
// again. The records stay the same in number, so that the workspace does not grow; their
// content changes with each round.
//
// Threads: made and stopped by one thread; counts may be read from any.
#pragma once

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/desk/workbench.h"

namespace foreword::bench {

struct SoakSource {
    std::string url, user, password;
};

class SoakIntake {
public:
    // Fills the workspace before it returns, then works on until it is stopped. `folder` takes
    // the files that are imported; `pause` is between two imports, every third is followed by a
    // pull.
    SoakIntake(Workbench workbench, std::filesystem::path folder, std::optional<SoakSource> source, std::chrono::seconds pause);
    ~SoakIntake(); // stops

    void stop();

    int imports() const { return m_imports; }
    int changed() const { return m_changed; }
    int pulls() const { return m_pulls; }
    int failures() const { return m_failures; }
    std::string lastFailure() const;
    static int customers();

private:
    void fill();
    void run();
    void importChanges();
    void pull();
    void failed(const Error& error);

    Workbench m_workbench;
    std::filesystem::path m_folder;
    std::optional<SoakSource> m_source;
    std::chrono::seconds m_pause;
    std::vector<std::vector<Record>> m_customers;
    int m_round = 0;
    std::atomic<int> m_imports = 0, m_changed = 0, m_pulls = 0, m_failures = 0;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::string m_lastFailure;
    CancelSource m_cancel;
    std::thread m_thread;
};

} // namespace foreword::bench
