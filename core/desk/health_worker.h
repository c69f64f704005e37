// Makes data health on a thread and a reading connection of its own: it goes over everybody, and
// nothing else waits for it. post() and close() are for one thread; close() before what `onWriter`
// needs goes.
#pragma once

#include <functional>
#include <memory>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/desk/definitions.h"
#include "core/desk/health_values.h"
#include "core/desk/worker.h"
#include "core/store/workspace.h"

namespace foreword {

class HealthWorker {
public:
    using Report = std::shared_ptr<const HealthReport>;
    // Does its work on the thread that writes, and waits for it.
    using OnWriter = std::function<Result<>(const std::function<Result<>(Connection&)>&)>;

    HealthWorker(std::shared_ptr<const Workspace> workspace, std::shared_ptr<const Definitions> definitions, OnWriter onWriter);
    ~HealthWorker();

    // Both callbacks run on the worker's thread; `done` exactly once, unless the worker is closed.
    // Errors: those of readHealth and keepHealth.
    void post(Timestamp asOf, CancelToken cancel, std::function<void(int)> progress, std::function<void(Result<Report>)> done);
    void write(std::function<void()> job); // such as a report into a file
    void close();

private:
    Result<Report> make(Timestamp asOf, const CancelToken& cancel, const std::function<void(int)>& progress);

    std::shared_ptr<const Workspace> m_workspace;
    std::shared_ptr<const Definitions> m_definitions;
    OnWriter m_onWriter;
    CancelSource m_closing;
    std::unique_ptr<Connection> m_reading; // of the worker's thread
    std::unique_ptr<Worker> m_thread;
};

} // namespace foreword
