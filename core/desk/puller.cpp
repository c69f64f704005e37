#include "core/desk/puller.h"

#include <vector>

#include "core/desk/intake.h"

namespace foreword {
namespace {

// So that a brief of the writer's other work never waits long, and progress is seen.
constexpr std::size_t batchSize = 200;

// What the writing thread keeps between the batches of one pull.
struct Taking {
    Taking(Connection& writer, const Definitions& definitions) : intake(writer, definitions), ingestor(intake.ingestor()) {}
    Intake intake;
    Ingestor ingestor;
};

// What was handed over leaves the batch even where that fails: moved from, it is no record any more.
Result<> take(Taking& taking, std::vector<Record>& batch)
{
    auto next = batch.begin();
    Result<> taken;
    while (taken && next != batch.end())
        taken = taking.ingestor.add(std::move(*next++));
    batch.erase(batch.begin(), next);
    return taken;
}

} // namespace

Result<std::unique_ptr<Source>> makeSavedSource(SourceTable::WithSecrets saved, const Clock& clock)
{
    const auto& source = saved.source;
    return makeSource({source.name, source.kind, source.url, source.user, source.options},
                      {std::move(saved.token), std::move(saved.password), std::move(saved.proxyPassword)}, clock);
}

// With what it is to be asked about.
Result<SourceTable::WithSecrets> Puller::saved(const std::string& source, GoneRecords& gone, PullRequest& request)
{
    SourceTable::WithSecrets found;
    FOREWORD_CHECK(m_onWriter([&](Connection& writer) -> Result<> {
        FOREWORD_TRY(found, SourceTable(writer).get(source));
        FOREWORD_TRY(request.known, gone.known(writer, request.customer));
        return {};
    }));
    request.gone = [&gone](const KnownRecord& record) -> Result<> {
        gone.gone(record);
        return {};
    };
    return found;
}

Result<> Puller::adapt(SourceTable::WithSecrets saved)
{
    const auto& source = saved.source;
    const bool same = m_adapter && m_adapted.name == source.name && m_adapted.kind == source.kind && m_adapted.url == source.url
        && m_adapted.user == source.user && m_adapted.options == source.options;
    if (same)
        return {};
    m_adapter.reset();
    m_adapted = source;
    FOREWORD_TRY(m_adapter, makeSavedSource(std::move(saved), m_clock));
    return {};
}

Result<PullOutcome> Puller::pull(const std::string& source, PullRequest request, const CancelToken& cancel,
                                 const std::function<void(std::int64_t)>& progress, const RelinkProgress& grouping)
{
    GoneRecords gone(source);
    FOREWORD_TRY(auto withSecrets, saved(source, gone, request));
    if (!request.customer && !request.since)
        request.since = withSecrets.source.settledUntil;
    FOREWORD_CHECK(adapt(std::move(withSecrets)));

    const auto startedAt = m_clock.now();
    std::unique_ptr<Taking> taking;
    std::vector<Record> batch;
    std::int64_t taken = 0;
    const auto flush = [&]() -> Result<> {
        const auto size = static_cast<std::int64_t>(batch.size());
        FOREWORD_CHECK(m_onWriter([&](Connection& writer) -> Result<> {
            if (!taking)
                taking = std::make_unique<Taking>(writer, m_definitions);
            return take(*taking, batch);
        }));
        taken += size;
        if (progress)
            progress(taken);
        return {};
    };
    const auto counts = m_adapter->pull(
        request,
        [&](Record record) -> Result<> {
            gone.given(record);
            batch.push_back(std::move(record));
            return batch.size() < batchSize ? Result<>() : flush();
        },
        cancel);
    // What arrived is kept, whatever became of the rest.
    FOREWORD_CHECK(flush());
    PullOutcome outcome;
    outcome.since = request.since;
    FOREWORD_CHECK(m_onWriter([&](Connection& writer) -> Result<> {
        FOREWORD_TRY(outcome.stored, taking->ingestor.finish());
        FOREWORD_TRY(outcome.gone, gone.note(writer, startedAt));
        return counts ? taking->intake.finishPull(source, request, *counts, startedAt) : Result<>();
    }));
    // What arrived is in, and the pull is noted: a grouping that is cancelled is made up for later.
    const auto settled = relink(m_onWriter, grouping, cancel);
    if (!counts) {
        // A secret that was mended is read anew.
        if (counts.error().code == ErrorCode::auth_failed)
            m_adapter.reset();
        return fail(counts.error());
    }
    FOREWORD_CHECK(settled);
    outcome.counts = *counts;
    return outcome;
}

} // namespace foreword
