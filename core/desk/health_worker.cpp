#include "core/desk/health_worker.h"

#include "core/desk/health_report.h"
#include "core/store/connection.h"

namespace foreword {
namespace {

constexpr int toldEvery = 100; // customers

} // namespace

HealthWorker::HealthWorker(std::shared_ptr<const Workspace> workspace, std::shared_ptr<const Definitions> definitions, OnWriter onWriter)
    : m_workspace(std::move(workspace)), m_definitions(std::move(definitions)), m_onWriter(std::move(onWriter)),
      m_thread(std::make_unique<Worker>())
{
}

HealthWorker::~HealthWorker()
{
    close();
}

void HealthWorker::close()
{
    m_closing.cancel();
    m_thread.reset();
}

Result<HealthWorker::Report> HealthWorker::make(Timestamp asOf, const CancelToken& cancel, const std::function<void(int)>& progress)
{
    if (!m_reading) {
        FOREWORD_TRY(m_reading, m_workspace->connect(Access::read));
    }
    // Ends with either: who asked, or the desk.
    CancelSource either;
    const auto told = [&](int done) {
        if (cancel.cancelled() || m_closing.token().cancelled())
            either.cancel();
        if (done % toldEvery == 0)
            progress(done);
    };
    FOREWORD_TRY(auto report, readHealth(*m_reading, *m_definitions, asOf, told, either.token()));
    FOREWORD_CHECK(m_onWriter([&](Connection& writer) { return keepHealth(writer, report); }));
    return std::make_shared<const HealthReport>(std::move(report));
}

void HealthWorker::post(Timestamp asOf, CancelToken cancel, std::function<void(int)> progress, std::function<void(Result<Report>)> done)
{
    write([this, asOf, cancel = std::move(cancel), progress = std::move(progress), done = std::move(done)] {
        if (!cancel.cancelled() && !m_closing.token().cancelled())
            done(make(asOf, cancel, progress));
    });
}

void HealthWorker::write(std::function<void()> job)
{
    if (m_thread)
        m_thread->post(std::move(job));
}

} // namespace foreword
