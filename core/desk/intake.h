// Everything that writes history into a workspace: imports, pulls and the work that is done
// once when something arrives: messages are annotated inside the transaction that stored them,
// customer records are linked to people at the end. Used on the thread that owns the writing connection.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/desk/definitions.h"
#include "core/desk/relinking.h"
#include "core/ingest/file_import.h"
#include "core/sources/source.h"

namespace foreword {

class Connection;
struct PendingConversation;

class Intake {
public:
    // Both must outlive the intake.
    Intake(Connection& writer, const Definitions& definitions);

    // Errors: those of importFiles. Rejected lines are in the outcome.
    Result<ImportOutcome> import(const std::vector<std::filesystem::path>& files, const ImportOptions& options, const CancelToken& cancel,
                                 const RelinkProgress& grouping = {});
    // Takes records that are here already (the sample history).
    Result<IngestCounts> take(std::vector<Record> records);
    // Takes records, a batch at a time, and links and annotates them with it. The intake must
    // outlive it.
    Ingestor ingestor();
    // Notes that a pull is complete, after all it gave was taken.
    Result<> finishPull(const std::string& source, const PullRequest& request, const PullCounts& counts, Timestamp startedAt);
    // Groups the customer records that came or changed with the others: at the end of what arrived.
    // Others may write meanwhile. A cancelled one leaves the groups there were, and the next goes on.
    Result<> settle(const RelinkProgress& progress, const CancelToken& cancel);
    // Annotates some of what is not yet, such as everything after the dictionary changed; true if
    // there may be more.
    Result<bool> refreshSome();

private:
    Result<> enterPending();
    Result<bool> annotateSome();
    Result<std::size_t> tellLanguages(PendingConversation& conversation, std::size_t pending);
    Result<> afterBatch();

    Connection& m_writer;
    const Definitions& m_definitions;
};

} // namespace foreword
