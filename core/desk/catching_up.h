// What is done after a start, beside everything else: what an older dictionary read is read again,
// and records that wait are linked. Runs on the thread that calls, a part at a time on the writer,
// so that what an agent writes never waits long.
#pragma once

#include <chrono>
#include <functional>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/desk/definitions.h"
#include "core/desk/on_writer.h"
#include "core/net/sleeper.h"

namespace foreword {

constexpr std::chrono::seconds pauseWhileBusy(30);

// Goes on until all is done or cannot be; while another program holds the workspace, again after
// a pause. `tried` hears how each try ended, cancelled ones left out. Errors: those of the store.
Result<> catchUp(const OnWriter& onWriter, const Definitions& definitions, Sleeper& sleeper, const CancelToken& cancel,
                 const std::function<void(const Result<>&)>& tried);

} // namespace foreword
