// What the window stands on: the workspace it was told to open, or the sample history in a
// workspace that is deleted at exit; its definitions and its clock. Window thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/desktop/options.h"
#include "core/base/clock.h"
#include "core/desk/definitions.h"
#include "core/desk/temporary_workspace.h"
#include "core/desk/workspace_desk.h"

namespace foreword::desktop {

class OpenedDesk {
public:
    // Errors: those of readKeyFile, Workspace::open, TemporaryWorkspace and the sample.
    static Result<OpenedDesk> open(const Options& options, Dispatcher dispatch);

    Desk& desk() { return *m_desk; }
    // The customer to show first; empty: the first of the queue.
    const QString& customer() const { return m_customer; }

private:
    OpenedDesk() = default;
    Result<> openSample();
    Result<> openWorkspace(const Options& options);

    std::optional<TemporaryWorkspace> m_temporary; // goes after the desk that uses it
    std::shared_ptr<const Workspace> m_workspace;
    std::shared_ptr<const Definitions> m_definitions;
    std::shared_ptr<const Clock> m_clock;
    std::optional<Timestamp> m_sampleAsOf;
    QString m_customer;
    std::unique_ptr<Desk> m_desk;
};

} // namespace foreword::desktop
