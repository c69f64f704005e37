// The Desk over a real workspace: a reader thread with a reading connection and a writer thread
// with the writing one.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/desk/definitions.h"
#include "core/desk/desk.h"
#include "core/desk/sync_pace.h"
#include "core/store/workspace.h"

namespace foreword {

// Runs a function on the window thread, some time soon; safe from any thread.
using Dispatcher = std::function<void(std::function<void()>)>;

struct DeskSetup {
    std::shared_ptr<const Workspace> workspace;
    std::shared_ptr<const Definitions> definitions;
    std::shared_ptr<const Clock> clock;
    Dispatcher dispatch;
    std::optional<Timestamp> sampleAsOf; // when the clock stands on the sample's time
    bool sync = true; // pulls from the sources of the workspace
    std::function<std::chrono::milliseconds(const SyncPace&)> pause = pauseBeforeSync; // between pulls of a source
    Log log = {};
};

// Starts its threads; after that the writer re-annotates what an older dictionary made.
std::unique_ptr<Desk> makeWorkspaceDesk(DeskSetup setup);

} // namespace foreword
