#include "core/desk/intake.h"

#include <algorithm>

#include "core/identity/linking.h"
#include "core/identity/normalize.h"
#include "core/store/connection.h"
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

Result<> linkOne(PersonTable& persons, const PersonRecord& pending)
{
    const auto identifiers = identifiersOf(pending.record);
    FOREWORD_CHECK(persons.setIdentifiers(pending.row, identifiers));

    std::vector<std::int64_t> rows{pending.row};
    std::vector<CustomerRecord> records{pending.record};
    FOREWORD_TRY(const auto candidates, persons.sharing(strongOnly(identifiers), mostCandidates));
    for (const auto& candidate : candidates) {
        if (candidate.row != pending.row && candidate.person != 0 && samePerson(pending.record, candidate.record)) {
            rows.push_back(candidate.row);
            records.push_back(candidate.record);
        }
    }
    FOREWORD_TRY(const auto person, persons.link(rows, displayNameOf(records)));
    // A person of several records is named by all of them.
    FOREWORD_TRY(const auto all, persons.ofPerson(person));
    if (all.size() > records.size()) {
        rows.clear();
        records.clear();
        for (const auto& entry : all) {
            rows.push_back(entry.row);
            records.push_back(entry.record);
        }
        FOREWORD_CHECK(persons.link(rows, displayNameOf(records)));
    }
    return {};
}

} // namespace

Intake::Intake(Connection& writer, const Definitions& definitions) : m_writer(writer), m_definitions(definitions) {}

Ingestor Intake::ingestor()
{
    return Ingestor(m_writer, [this] { return afterBatch(); });
}

Result<ImportOutcome> Intake::import(const std::vector<std::filesystem::path>& files, const ImportOptions& options,
                                     const CancelToken& cancel)
{
    auto ingest = ingestor();
    return importFiles(files, ingest, options, cancel);
}

Result<IngestCounts> Intake::take(std::vector<Record> records)
{
    auto ingest = ingestor();
    for (auto& record : records)
        FOREWORD_CHECK(ingest.add(std::move(record)));
    return ingest.finish();
}

Result<PullOutcome> Intake::pull(const std::string& source, const PullRequest& request, const Clock& clock, const CancelToken& cancel)
{
    SourceTable sources(m_writer);
    FOREWORD_TRY(auto saved, sources.get(source));
    const SourceConfig config{saved.source.name, saved.source.kind, saved.source.url, saved.source.user, saved.source.options};
    FOREWORD_TRY(const auto adapter, makeSource(config, {std::move(saved.token), std::move(saved.password)}, clock));

    const auto startedAt = clock.now();
    auto ingest = ingestor();
    const auto counts = adapter->pull(request, [&](Record record) { return ingest.add(std::move(record)); }, cancel);
    FOREWORD_TRY(auto stored, ingest.finish());
    if (!counts)
        return fail(counts.error());

    Transaction transaction(m_writer);
    FOREWORD_CHECK(transaction.begin());
    FOREWORD_CHECK(sources.setLastPull(source, startedAt));
    FOREWORD_CHECK(transaction.commit());
    return PullOutcome{*counts, std::move(stored)};
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
    return {};
}

Result<> Intake::linkPending()
{
    PersonTable persons(m_writer);
    for (;;) {
        FOREWORD_TRY(const auto pending, persons.unlinked(linkBatch));
        if (pending.empty())
            return {};
        for (const auto& record : pending)
            FOREWORD_CHECK(linkOne(persons, record));
    }
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
