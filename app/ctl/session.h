// What every command of forewordctl shares: the global options, and the workspace and
// definitions opened when a command first needs them. One thread.
#pragma once

#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/platform/log_output.h"
#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/error_catalog.h"
#include "core/base/result.h"
#include "core/desk/workbench.h"

namespace foreword {
class InterruptWatch;
}

namespace foreword::ctl {

using Json = nlohmann::ordered_json;

struct GlobalOptions {
    std::string workspace; // empty: the platform's data folder
    std::string keyFile;
    std::string asOf; // RFC 3339, or empty
    std::vector<std::string> charters; // for this run; empty: what the workspace has chosen
    bool json = false;
    LogOptions log;
};

class Session {
public:
    Session(const GlobalOptions& options, Log log, std::ostream& out, std::ostream& err);
    ~Session();

    bool json() const { return m_options.json; }
    const Log& log() const { return m_log; }
    std::ostream& out() { return m_out; }
    std::ostream& err() { return m_err; }

    // Cancelled by Ctrl-C, from now until the workspace is closed; see InterruptWatch.
    CancelToken untilInterrupted();

    // One line of JSON on standard output.
    void print(const Json& value);
    // The error in English on standard error; returns its exit status.
    ExitStatus report(const Error& error);
    void report(const std::vector<Error>& errors);

    // The time results depend on: --as-of, or now. Error: usage.
    Result<Timestamp> asOf() const;
    std::optional<Timestamp> givenAsOf() const;
    const Clock& clock() const { return *m_clock; }

    std::string workspaceFolder() const;
    Result<Secret> key() const; // key_needed, key_file_bad
    Result<Workspace*> workspace();
    Result<Workbench*> workbench();
    Result<const Definitions*> definitions();

private:
    GlobalOptions m_options;
    Log m_log;
    std::ostream& m_out;
    std::ostream& m_err;
    std::unique_ptr<InterruptWatch> m_interrupt;
    std::shared_ptr<const Clock> m_clock = std::make_shared<SystemClock>();
    std::shared_ptr<const Definitions> m_definitions;
    std::shared_ptr<Workspace> m_workspace;
    std::unique_ptr<Workbench> m_workbench;
};

// What --channel takes; without one, the agent's. Error: usage.
Result<ConsentChannel> channelNamed(const std::string& name);

} // namespace foreword::ctl
