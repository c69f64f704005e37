// Pulls from a saved source into the workspace: the network's side runs on the thread that
// calls, every touch of the workspace on the one that owns the writing connection.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/desk/definitions.h"
#include "core/desk/gone_records.h"
#include "core/desk/on_writer.h"
#include "core/desk/relinking.h"
#include "core/ingest/ingestor.h"
#include "core/sources/source.h"
#include "core/store/tables.h"

namespace foreword {

struct PullOutcome {
    PullCounts counts;
    IngestCounts stored;
    std::optional<Timestamp> since; // where it went on from
    std::int64_t gone = 0; // records that the system does not have any more, told for the first time
};

// The adapter of a saved source, with its secrets. Errors: those of makeSource.
Result<std::unique_ptr<Source>> makeSavedSource(SourceTable::WithSecrets saved, const Clock& clock);

// Keeps the adapter of a source from pull to pull, and with it its session and what it need not
// be told twice.
class Puller {
public:
    // Both references must outlive the puller.
    Puller(OnWriter onWriter, const Definitions& definitions, const Clock& clock)
        : m_onWriter(std::move(onWriter)), m_definitions(definitions), m_clock(clock)
    {
    }

    // A request for everything without a `since` goes on where the last such pull ended; where
    // that is, is written after everything else. So what reached the workspace before an error
    // stays there, and the next pull repeats rather than misses. `progress` hears how many
    // records are in the workspace, after each batch; `grouping` how far all records are compared
    // where that takes long; both on the calling thread.
    Result<PullOutcome> pull(const std::string& source, PullRequest request, const CancelToken& cancel,
                             const std::function<void(std::int64_t)>& progress = {}, const RelinkProgress& grouping = {});

private:
    Result<SourceTable::WithSecrets> saved(const std::string& source, GoneRecords& gone, PullRequest& request);
    Result<> adapt(SourceTable::WithSecrets saved);

    OnWriter m_onWriter;
    SavedSource m_adapted; // what m_adapter was made of
    std::unique_ptr<Source> m_adapter;
    const Definitions& m_definitions;
    const Clock& m_clock;
};

} // namespace foreword
