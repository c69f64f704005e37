// Everything that writes history into a workspace: imports, pulls and the work that is done
// once when something arrives: records are linked to people, messages are annotated, inside
// the transaction that stored them. Used on the thread that owns the writing connection.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/desk/definitions.h"
#include "core/ingest/file_import.h"
#include "core/sources/source.h"
#include "core/store/tables.h"

namespace foreword {

class Connection;

struct PullOutcome {
    PullCounts counts;
    IngestCounts stored;
    std::optional<Timestamp> since; // where it went on from
};

// The adapter of a saved source, with its secrets. Errors: those of makeSource.
Result<std::unique_ptr<Source>> makeSavedSource(SourceTable::WithSecrets saved, const Clock& clock);

// Everything that changed since the last pull of everything.
PullRequest nextPull(const SavedSource& source);

class Intake {
public:
    // Both must outlive the intake.
    Intake(Connection& writer, const Definitions& definitions);

    // Errors: those of importFiles. Rejected lines are in the outcome.
    Result<ImportOutcome> import(const std::vector<std::filesystem::path>& files, const ImportOptions& options, const CancelToken& cancel);
    // Takes records that are here already (the sample history).
    Result<IngestCounts> take(std::vector<Record> records);
    // Pulls from a saved source. A request for everything without a `since` goes on where the
    // last one ended. What reached the store before an error stays there, and the next pull
    // repeats it.
    Result<PullOutcome> pull(const std::string& source, PullRequest request, const Clock& clock, const CancelToken& cancel);
    // Notes that a pull is complete, after all it gave was taken.
    Result<> finishPull(const std::string& source, const PullRequest& request, const PullCounts& counts, Timestamp startedAt);
    // Links and annotates what is not yet, such as everything after the dictionary changed.
    Result<> refresh(const CancelToken& cancel);

private:
    Ingestor ingestor();
    Result<> linkPending();
    Result<bool> annotateSome();
    Result<> afterBatch();

    Connection& m_writer;
    const Definitions& m_definitions;
};

} // namespace foreword
