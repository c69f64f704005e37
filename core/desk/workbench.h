// The use cases one after the other, for the command line and for tests: each call does its
// work and returns. Used on one thread, which owns both connections; they are opened when first
// needed.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/desk/customer_reader.h"
#include "core/desk/definitions.h"
#include "core/desk/health_report.h"
#include "core/desk/identity_decisions.h"
#include "core/desk/intake.h"
#include "core/desk/live_conversation.h"
#include "core/desk/notes.h"
#include "core/desk/overriding.h"
#include "core/desk/person_export.h"
#include "core/desk/person_links.h"
#include "core/desk/policy_replay.h"
#include "core/desk/puller.h"
#include "core/desk/sample.h"
#include "core/sources/source.h"
#include "core/store/tables.h"
#include "core/store/workspace.h"

namespace foreword {

class Workbench {
public:
    // All three must be set; the clock tells when something was pulled, never what "now" means
    // for a brief or a decision.
    Workbench(std::shared_ptr<const Workspace> workspace, std::shared_ptr<const Definitions> definitions,
              std::shared_ptr<const Clock> clock, Log log = {});
    ~Workbench();
    Workbench(Workbench&&) noexcept;

    const Definitions& definitions() const { return *m_definitions; }

    // Refuses a source its adapter could not work with, before anything is kept. Errors: those
    // of makeSource, source_exists.
    Result<> addSource(const SourceConfig& config, SourceCredentials credentials);
    Result<> removeSource(std::string_view name); // source_unknown
    Result<std::vector<SavedSource>> sources();
    Result<SourceAbilities> testSource(std::string_view name, const CancelToken& cancel);

    Result<ImportOutcome> import(const std::vector<std::filesystem::path>& files, const ImportOptions& options, const CancelToken& cancel,
                                 const RelinkProgress& grouping = {});
    Result<IngestCounts> takeSample(Sample sample);
    Result<PullOutcome> pull(const std::string& source, const PullRequest& request, const CancelToken& cancel,
                             const RelinkProgress& grouping = {});

    // Valid as long as the workbench.
    Result<Notes> notes();

    Result<std::vector<Hit>> find(std::string_view query, int limit);
    // See CustomerReader::resolve.
    Result<std::int64_t> resolve(std::string_view identifier, std::vector<Hit>* candidates = nullptr);
    Result<PersonExport> exportPerson(std::int64_t person, const ReadOptions& options, const CancelToken& cancel);
    // See Workspace::erase. Lets go of its own connections first.
    Result<Erased> erase(std::int64_t person);
    // The records of a person, by their keys.
    Result<std::vector<RecordKey>> recordsOf(std::int64_t person);
    // See person_links.h.
    Result<PersonLinks> links(std::int64_t person, const CancelToken& cancel);
    Result<std::vector<OpenReview>> reviews(std::size_t most, const CancelToken& cancel);
    // See identity_decisions.h.
    Result<> decideIdentity(const std::vector<RecordKey>& a, const std::vector<RecordKey>& b, IdentityVerdict verdict,
                            const CancelToken& cancel);
    // See overriding.h. `at` is from when it holds, or when it ends.
    Result<GivenOverride> overrideRule(const OverrideRequest& request, Timestamp at);
    Result<> takeOverrideBack(std::int64_t person, std::int64_t number, std::string_view by, Timestamp at);
    Result<std::vector<GivenOverride>> overrides(std::int64_t person); // all that were ever given
    Result<CustomerView> open(std::int64_t person, const ReadOptions& options, const CancelToken& cancel);

    Result<std::vector<QueueEntry>> queue(Timestamp asOf, int limit, const CancelToken& cancel);

    // Every customer decided under another charter; see replayUnder.
    Result<PolicyDifference> replay(const Charter& before, const Charter& after, Timestamp asOf, ConsentChannel channel,
                                    const std::function<void(int)>& progress, const CancelToken& cancel);
    // See exportFeedback.
    Result<std::vector<std::string>> feedback();
    // See readHealth; it is kept, too.
    Result<HealthReport> health(Timestamp asOf, const std::function<void(int)>& progress, const CancelToken& cancel);
    // A conversation that goes on; without a person it is with somebody unknown.
    Result<LiveConversation> live(std::optional<std::int64_t> person, ConsentChannel channel, Timestamp now, const CancelToken& cancel);

    // Opens what the reading calls need, so that they can be timed without it.
    Result<> openForReading();

private:
    Result<Connection*> connection(std::unique_ptr<Connection>& slot, Access access);
    Result<Connection*> reading() { return connection(m_reading, Access::read); }
    Result<Connection*> writing() { return connection(m_writing, Access::write); }

    std::shared_ptr<const Workspace> m_workspace;
    std::shared_ptr<const Definitions> m_definitions;
    std::shared_ptr<const Clock> m_clock;
    Log m_log;
    std::unique_ptr<Connection> m_reading, m_writing;
};

// Offers as JSON Lines, candidates for a decision. Errors: file_not_found, and those of
// parseRecord with file and line.
Result<std::vector<OfferRecord>> readOffers(const std::filesystem::path& file);

// The name of a decision: SHA-256 of its canonical bytes.
std::string decisionId(const Decision& decision);

} // namespace foreword
