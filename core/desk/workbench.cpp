#include "core/desk/workbench.h"

#include <fstream>

#include "core/base/hash.h"
#include "core/desk/feedback_export.h"
#include "core/desk/log_events.h"
#include "core/ingest/interchange.h"
#include "core/policy/decider.h"
#include "core/store/connection.h"

namespace foreword {

Workbench::Workbench(std::shared_ptr<const Workspace> workspace, std::shared_ptr<const Definitions> definitions,
                     std::shared_ptr<const Clock> clock, Log log)
    : m_workspace(std::move(workspace)), m_definitions(std::move(definitions)), m_clock(std::move(clock)), m_log(std::move(log))
{
}

Workbench::~Workbench() = default;
Workbench::Workbench(Workbench&&) noexcept = default;

Result<Connection*> Workbench::connection(std::unique_ptr<Connection>& slot, Access access)
{
    if (!slot) {
        FOREWORD_TRY(slot, m_workspace->connect(access));
    }
    return slot.get();
}

Result<> Workbench::openForReading()
{
    FOREWORD_CHECK(reading());
    warmUpReading();
    return {};
}

Result<> Workbench::addSource(const SourceConfig& config, SourceCredentials credentials)
{
    const auto token = credentials.token.clone();
    const auto password = credentials.password.clone();
    const auto proxyPassword = credentials.proxyPassword.clone();
    FOREWORD_CHECK(makeSource(config, std::move(credentials), *m_clock));
    FOREWORD_TRY(Connection * writer, writing());
    Transaction transaction(*writer);
    FOREWORD_CHECK(transaction.begin());
    FOREWORD_CHECK(SourceTable(*writer).add({config.name, config.kind, config.url, config.user, config.options, {}, {}}, token, password,
                                            proxyPassword));
    return transaction.commit();
}

Result<> Workbench::removeSource(std::string_view name)
{
    FOREWORD_TRY(Connection * writer, writing());
    Transaction transaction(*writer);
    FOREWORD_CHECK(transaction.begin());
    FOREWORD_CHECK(SourceTable(*writer).remove(name));
    return transaction.commit();
}

Result<std::vector<SavedSource>> Workbench::sources()
{
    FOREWORD_TRY(Connection * reader, reading());
    return SourceTable(*reader).list();
}

Result<SourceAbilities> Workbench::testSource(std::string_view name, const CancelToken& cancel)
{
    FOREWORD_TRY(Connection * reader, reading());
    FOREWORD_TRY(auto saved, SourceTable(*reader).get(name));
    FOREWORD_TRY(const auto adapter, makeSavedSource(std::move(saved), *m_clock));
    return adapter->test(cancel);
}

Result<ImportOutcome> Workbench::import(const std::vector<std::filesystem::path>& files, const ImportOptions& options,
                                        const CancelToken& cancel, const RelinkProgress& grouping)
{
    FOREWORD_TRY(Connection * writer, writing());
    auto outcome = Intake(*writer, *m_definitions).import(files, options, cancel, grouping);
    if (outcome) {
        logCounts(m_log, outcome->counts);
        m_log.info("import",
                   {{"files", files.size()},
                    {"lines", outcome->lines},
                    {"rejected", outcome->rejected},
                    {"written", outcome->written},
                    {"stopped", outcome->stopped.has_value()}});
        for (const Reject& reject : outcome->rejects)
            m_log.debug("rejected", {{"line", reject.line}, {"code", reject.error.code}});
    }
    return outcome;
}

Result<IngestCounts> Workbench::takeSample(Sample sample)
{
    FOREWORD_TRY(Connection * writer, writing());
    return Intake(*writer, *m_definitions).take(std::move(sample.records));
}

Result<PullOutcome> Workbench::pull(const std::string& source, const PullRequest& request, const CancelToken& cancel,
                                    const RelinkProgress& grouping)
{
    FOREWORD_TRY(Connection * writer, writing());
    auto outcome = Puller(directly(*writer), *m_definitions, *m_clock).pull(source, request, cancel, {}, grouping);
    if (outcome)
        logPull(m_log, *outcome);
    return outcome;
}

Result<Notes> Workbench::notes()
{
    FOREWORD_TRY(Connection * writer, writing());
    return Notes(*writer, *m_clock);
}

Result<std::vector<Hit>> Workbench::find(std::string_view query, int limit)
{
    FOREWORD_TRY(Connection * reader, reading());
    auto hits = CustomerReader(*reader, *m_definitions).find(query, limit);
    if (hits)
        m_log.debug("find", {{"hits", hits->size()}});
    return hits;
}

Result<std::int64_t> Workbench::resolve(std::string_view identifier, std::vector<Hit>* candidates)
{
    FOREWORD_TRY(Connection * reader, reading());
    return CustomerReader(*reader, *m_definitions).resolve(identifier, candidates);
}

Result<PersonExport> Workbench::exportPerson(std::int64_t person, const ReadOptions& options, const CancelToken& cancel)
{
    FOREWORD_TRY(Connection * reader, reading());
    auto data = foreword::exportPerson(*reader, *m_definitions, person, options, cancel);
    if (data)
        m_log.info("export", {{"person", person}, {"records", data->lines.size()}});
    return data;
}

Result<Erased> Workbench::erase(std::int64_t person)
{
    m_reading.reset();
    m_writing.reset();
    auto erased = m_workspace->erase(person);
    // Not whom: what is left says nothing of them.
    if (erased)
        m_log.info("erased", {{"tombstones", erased->tombstones}});
    return erased;
}

Result<std::vector<RecordKey>> Workbench::recordsOf(std::int64_t person)
{
    FOREWORD_TRY(Connection * reader, reading());
    FOREWORD_TRY(const auto records, PersonTable(*reader).ofPerson(person));
    std::vector<RecordKey> keys;
    for (const PersonRecord& record : records)
        keys.push_back(record.record.key);
    return keys;
}

Result<PersonLinks> Workbench::links(std::int64_t person, const CancelToken& cancel)
{
    FOREWORD_TRY(Connection * reader, reading());
    return linksOf(*reader, person, cancel);
}

Result<std::vector<OpenReview>> Workbench::reviews(std::size_t most, const CancelToken& cancel)
{
    FOREWORD_TRY(Connection * reader, reading());
    return openReviews(*reader, most, cancel);
}

Result<> Workbench::decideIdentity(const std::vector<RecordKey>& a, const std::vector<RecordKey>& b, IdentityVerdict verdict,
                                   const CancelToken& cancel)
{
    FOREWORD_TRY(Connection * writer, writing());
    FOREWORD_CHECK(foreword::decideIdentity(*writer, a, b, verdict, m_clock->now(), cancel));
    m_log.info("identity_decided", {{"records", a.size() + b.size()}});
    return {};
}

Result<GivenOverride> Workbench::overrideRule(const OverrideRequest& request, Timestamp at)
{
    FOREWORD_TRY(Connection * writer, writing());
    FOREWORD_TRY(auto kept, giveOverride(*writer, *m_definitions, request, {at, m_clock->now()}));
    m_log.info("rule_overridden", {{"number", kept.number}});
    return kept;
}

Result<> Workbench::takeOverrideBack(std::int64_t person, std::int64_t number, std::string_view by, Timestamp at)
{
    FOREWORD_TRY(Connection * writer, writing());
    FOREWORD_CHECK(foreword::takeOverrideBack(*writer, person, number, by, at));
    m_log.info("override_taken_back", {{"number", number}});
    return {};
}

Result<std::vector<GivenOverride>> Workbench::overrides(std::int64_t person)
{
    FOREWORD_TRY(Connection * reader, reading());
    FOREWORD_TRY(auto history, readHistory(*reader, person, {}));
    return std::move(history.overrides);
}

Result<CustomerView> Workbench::open(std::int64_t person, const ReadOptions& options, const CancelToken& cancel)
{
    FOREWORD_TRY(Connection * reader, reading());
    auto view = CustomerReader(*reader, *m_definitions).open(person, options, cancel);
    if (view)
        logView(m_log, *view);
    return view;
}

Result<std::vector<QueueEntry>> Workbench::queue(Timestamp asOf, int limit, const CancelToken& cancel)
{
    FOREWORD_TRY(Connection * reader, reading());
    return CustomerReader(*reader, *m_definitions).queue(asOf, limit, cancel);
}

Result<PolicyDifference> Workbench::replay(const Charter& before, const Charter& after, Timestamp asOf, ConsentChannel channel,
                                           const std::function<void(int)>& progress, const CancelToken& cancel)
{
    FOREWORD_TRY(Connection * reader, reading());
    return replayUnder(*reader, m_definitions->dictionary, before, after, asOf, channel, progress, cancel);
}

Result<std::vector<std::string>> Workbench::feedback()
{
    FOREWORD_TRY(Connection * reader, reading());
    return exportFeedback(*reader, *m_definitions);
}

Result<HealthReport> Workbench::health(Timestamp asOf, const std::function<void(int)>& progress, const CancelToken& cancel)
{
    FOREWORD_TRY(Connection * reader, reading());
    FOREWORD_TRY(auto report, readHealth(*reader, *m_definitions, asOf, progress, cancel));
    FOREWORD_TRY(Connection * writer, writing());
    FOREWORD_CHECK(keepHealth(*writer, report));
    return report;
}

Result<LiveConversation> Workbench::live(std::optional<std::int64_t> person, ConsentChannel channel, Timestamp now,
                                         const CancelToken& cancel)
{
    FOREWORD_TRY(Connection * reader, reading());
    History history;
    if (person) {
        FOREWORD_TRY(history, readHistory(*reader, *person, cancel));
    }
    FOREWORD_TRY(auto offers, RecordTable(*reader).offers());
    return LiveConversation(*m_definitions, std::move(history), std::move(offers), channel, now);
}

Result<std::vector<OfferRecord>> readOffers(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return fail(ErrorCode::file_not_found, {{"file", file.string()}});
    std::vector<OfferRecord> offers;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos)
            continue;
        const auto at = [&](Error error) {
            return fail(std::move(error).with("file", file.string()).with("line", std::to_string(number)));
        };
        auto record = parseRecord(line);
        if (!record)
            return at(std::move(record).error());
        auto* offer = std::get_if<OfferRecord>(&*record);
        if (!offer)
            return at(Error(ErrorCode::bad_value,
                            {{"field", "type"}, {"value", std::string(recordTypeNames[record->index()])}, {"allowed", "offer"}}));
        offers.push_back(std::move(*offer));
    }
    return offers;
}

std::string decisionId(const Decision& decision)
{
    return sha256Hex(canonicalDecision(decision));
}

} // namespace foreword
