#include "core/desk/intake.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "core/desk/relinking.h"
#include "core/identity/profile.h"
#include "core/identity/match_model.h"
#include "core/identity/normalize.h"
#include "core/identity/verdict.h"
#include "core/ingest/mapped_formats.h"
#include "core/store/connection.h"
#include "core/store/identity_table.h"
#include "core/store/tables.h"

namespace foreword {
namespace {

constexpr int linkBatch = 256;
constexpr int conversationBatch = 64;
// A number that more records share than this is a switchboard; comparing all of them says
// nothing about who is calling.
constexpr int mostCandidates = 64;

// Names are how people are searched, not how they are told apart.
std::vector<Identifier> strongOnly(const std::vector<Identifier>& identifiers)
{
    std::vector<Identifier> strong;
    std::ranges::copy_if(identifiers, std::back_inserter(strong), [](const auto& id) { return id.kind != "name"; });
    return strong;
}

// Until all records are compared again, with rates that are usual: what the workspace has taught
// takes all of them.
bool fits(const CustomerRecord& record, const Traits& traits, const std::vector<PersonRecord>& person, const Decisions& decisions)
{
    static const MatchModel usual;
    static const Frequencies none;
    bool linked = false;
    for (const PersonRecord& other : person) {
        if (other.record.key == record.key)
            continue;
        if (decisions.forbidden(record.key, other.record.key))
            return false;
        const auto comparison = compare(traits, traitsOf(other.record));
        const double weight = usual.weight(comparison, none);
        if (contradict(comparison, weight, usual.relatives))
            return false;
        linked = linked || verdictOf(comparison, weight, usual.relatives) == MatchVerdict::link;
    }
    return linked;
}

Result<> linkOne(PersonTable& persons, const PersonRecord& pending, const Decisions& decisions)
{
    const auto identifiers = identifiersOf(pending.record);
    FOREWORD_CHECK(persons.setIdentifiers(pending.row, identifiers));

    std::set<std::int64_t> fitting;
    const auto traits = traitsOf(pending.record);
    std::set<std::int64_t> looked{pending.person};
    FOREWORD_TRY(const auto candidates, persons.sharing(strongOnly(identifiers), mostCandidates));
    for (const auto& candidate : candidates) {
        if (candidate.person == 0 || !looked.insert(candidate.person).second)
            continue;
        FOREWORD_TRY(const auto person, persons.ofPerson(candidate.person));
        if (fits(pending.record, traits, person, decisions))
            fitting.insert(candidate.person);
    }
    std::vector<std::int64_t> rows{pending.row};
    std::vector<CustomerRecord> records{pending.record};
    // One that fits several is for a person, or the next comparing of all, to decide.
    const auto home = pending.person != 0 ? pending.person : fitting.size() == 1 ? *fitting.begin() : 0;
    if (home != 0) {
        FOREWORD_TRY(const auto person, persons.ofPerson(home));
        for (const auto& entry : person) {
            if (entry.row != pending.row) {
                rows.push_back(entry.row);
                records.push_back(entry.record);
            }
        }
    }
    FOREWORD_CHECK(persons.link(rows, displayNameOf(records)));
    return {};
}

using MadeFormat = tl::expected<std::unique_ptr<FileFormat>, std::vector<Error>>;

MadeFormat formatFor(const ImportOptions& options)
{
    if (options.mapping.empty())
        return jsonLinesFormat({});
    return mappedFormat(options.mapping, {});
}

// What is wrong with the mapping is told like what is wrong with a file.
Result<ImportOutcome> ofBadMapping(const ImportOptions& options, const std::vector<Error>& errors)
{
    if (errors.front().code == ErrorCode::file_not_found)
        return fail(errors.front());
    ImportOutcome outcome;
    outcome.rejected = static_cast<std::int64_t>(errors.size());
    for (const Error& error : errors) {
        std::int64_t line = 0;
        const auto number = error.param("line");
        std::from_chars(number.data(), number.data() + number.size(), line);
        outcome.rejects.push_back({options.mapping.string(), line, error});
    }
    return outcome;
}

} // namespace

Intake::Intake(Connection& writer, const Definitions& definitions) : m_writer(writer), m_definitions(definitions) {}

Ingestor Intake::ingestor()
{
    return Ingestor(m_writer, [this] { return afterBatch(); }, Ingestor::usualBatch, identifiersOf);
}

Result<ImportOutcome> Intake::import(const std::vector<std::filesystem::path>& files, const ImportOptions& options,
                                     const CancelToken& cancel)
{
    auto format = formatFor(options);
    if (!format)
        return ofBadMapping(options, format.error());
    auto ingest = ingestor();
    auto outcome = importFiles(files, **format, ingest, options, cancel);
    // What is in is in, whether or not it could be compared.
    if (outcome && !outcome->stopped) {
        if (auto settled = settle(cancel); !settled)
            outcome->stopped = std::move(settled).error();
    }
    return outcome;
}

Result<IngestCounts> Intake::take(std::vector<Record> records)
{
    auto ingest = ingestor();
    for (auto& record : records)
        FOREWORD_CHECK(ingest.add(std::move(record)));
    FOREWORD_TRY(auto counts, ingest.finish());
    FOREWORD_CHECK(settle({}));
    return counts;
}

Result<> Intake::finishPull(const std::string& source, const PullRequest& request, const PullCounts& counts, Timestamp startedAt)
{
    FOREWORD_CHECK(settle({}));
    SourceTable sources(m_writer);
    Transaction transaction(m_writer);
    FOREWORD_CHECK(transaction.begin());
    FOREWORD_CHECK(sources.setLastPull(source, startedAt));
    FOREWORD_TRY(const auto saved, sources.get(source));
    const auto& before = saved.source.settledUntil;
    // A pull from a later moment on leaves a gap that the next one must still fill.
    const bool noGap = !request.since || (before && *request.since <= *before);
    if (!request.customer && noGap && counts.settledUntil)
        FOREWORD_CHECK(sources.setSettledUntil(source, *counts.settledUntil));
    return transaction.commit();
}

Result<> Intake::refresh(const CancelToken& cancel)
{
    for (bool more = true; more;) {
        FOREWORD_CHECK(cancel.check());
        Transaction transaction(m_writer);
        FOREWORD_CHECK(transaction.begin());
        FOREWORD_CHECK(linkPending());
        FOREWORD_TRY(more, annotateSome());
        FOREWORD_CHECK(transaction.commit());
    }
    return settle(cancel);
}

Result<> Intake::linkPending()
{
    PersonTable persons(m_writer);
    std::optional<Decisions> decisions;
    for (;;) {
        FOREWORD_TRY(const auto pending, persons.unlinked(linkBatch));
        if (pending.empty())
            return {};
        if (!decisions) {
            FOREWORD_TRY(decisions, decisionsIn(m_writer));
        }
        for (const auto& record : pending)
            FOREWORD_CHECK(linkOne(persons, record, *decisions));
        FOREWORD_CHECK(IdentityTable(m_writer).addChanged(static_cast<std::int64_t>(pending.size())));
    }
}

Result<> Intake::settle(const CancelToken& cancel)
{
    Transaction transaction(m_writer);
    FOREWORD_CHECK(transaction.begin());
    FOREWORD_TRY(const bool due, relinkIsDue(m_writer));
    if (due)
        FOREWORD_CHECK(relinkAll(m_writer, cancel));
    return transaction.commit();
}

// Annotates one batch of conversations; true if there may be more.
Result<bool> Intake::annotateSome()
{
    AnnotationTable table(m_writer);
    const auto& annotator = m_definitions.annotator;
    FOREWORD_TRY(const auto conversations, table.pending(annotator.version(), conversationBatch));
    for (const auto& conversation : conversations) {
        const auto& messages = conversation.messages;
        // Everything after the first new message is read again: its context has changed.
        const auto first = std::ranges::find_if(messages, [&](const auto& m) { return m.dictionaryVersion != annotator.version(); });
        for (auto i = static_cast<std::size_t>(first - messages.begin()); i < messages.size(); ++i)
            FOREWORD_CHECK(table.put(messages[i].row, annotator.version(), annotator.annotate(messages, i)));
    }
    return !conversations.empty();
}

Result<> Intake::afterBatch()
{
    FOREWORD_CHECK(linkPending());
    for (bool more = true; more;) {
        FOREWORD_TRY(more, annotateSome());
    }
    return {};
}

} // namespace foreword
