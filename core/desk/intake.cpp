#include "core/desk/intake.h"

#include <algorithm>
#include <charconv>

#include "core/annotate/conversation_language.h"
#include "core/identity/normalize.h"
#include "core/identity/profile.h"
#include "core/ingest/mapped_formats.h"
#include "core/store/connection.h"
#include "core/store/match_table.h"
#include "core/store/tables.h"

namespace foreword {
namespace {

constexpr int enterBatch = 256;
constexpr int conversationBatch = 64;
// Until the record is compared with others it is of the person it was of, or of a new one.
Result<> enter(PersonTable& persons, MatchTable& match, const PersonRecord& pending)
{
    FOREWORD_CHECK(persons.setIdentifiers(pending.row, identifiersOf(pending.record)));
    std::vector<std::int64_t> rows{pending.row};
    std::vector<CustomerRecord> records{pending.record};
    if (pending.person != 0) {
        FOREWORD_TRY(const auto person, persons.ofPerson(pending.person));
        for (const auto& entry : person) {
            if (entry.row != pending.row) {
                rows.push_back(entry.row);
                records.push_back(entry.record);
            }
        }
    }
    FOREWORD_CHECK(persons.link(rows, displayNameOf(records)));
    return match.wait(pending.row);
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
                                     const CancelToken& cancel, const RelinkProgress& grouping)
{
    auto format = formatFor(options);
    if (!format)
        return ofBadMapping(options, format.error());
    auto ingest = ingestor();
    auto outcome = importFiles(files, **format, ingest, options, cancel);
    // What is in is in, whether or not it could be compared.
    if (outcome && !outcome->stopped) {
        if (auto settled = settle(grouping, cancel); !settled)
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
    FOREWORD_CHECK(settle({}, {}));
    return counts;
}

Result<> Intake::finishPull(const std::string& source, const PullRequest& request, const PullCounts& counts, Timestamp startedAt)
{
    SourceTable sources(m_writer);
    Transaction transaction(m_writer);
    FOREWORD_CHECK(transaction.begin());
    FOREWORD_TRY(const auto saved, sources.get(source));
    // What was pulled of one customer says nothing about how old all others are.
    if (!request.customer || !saved.source.lastPullAt)
        FOREWORD_CHECK(sources.setLastPull(source, startedAt));
    const auto& before = saved.source.settledUntil;
    // A pull from a later moment on leaves a gap that the next one must still fill.
    const bool noGap = !request.since || (before && *request.since <= *before);
    if (!request.customer && noGap && counts.settledUntil)
        FOREWORD_CHECK(sources.setSettledUntil(source, *counts.settledUntil));
    return transaction.commit();
}

Result<bool> Intake::refreshSome()
{
    FOREWORD_TRY(auto transaction, Transaction::write(m_writer));
    FOREWORD_CHECK(enterPending());
    FOREWORD_TRY(const bool more, annotateSome());
    FOREWORD_CHECK(transaction.commit());
    return more;
}

Result<> Intake::enterPending()
{
    PersonTable persons(m_writer);
    MatchTable match(m_writer);
    for (;;) {
        FOREWORD_TRY(const auto pending, persons.unlinked(enterBatch));
        if (pending.empty())
            return {};
        for (const auto& record : pending)
            FOREWORD_CHECK(enter(persons, match, record));
    }
}

Result<> Intake::settle(const RelinkProgress& progress, const CancelToken& cancel)
{
    return relink(directly(m_writer), progress, cancel);
}

// Annotates one batch of conversations; true if there may be more.
Result<bool> Intake::annotateSome()
{
    AnnotationTable table(m_writer);
    const auto& annotator = m_definitions.annotator;
    FOREWORD_TRY(auto conversations, table.pending(annotator.version(), conversationBatch));
    for (auto& conversation : conversations) {
        const auto& messages = conversation.messages;
        // Everything after the first new message is read again: its context has changed.
        const auto pending = std::ranges::find_if(messages, [&](const auto& m) { return m.dictionaryVersion != annotator.version(); });
        FOREWORD_TRY(const std::size_t first, tellLanguages(conversation, static_cast<std::size_t>(pending - messages.begin())));
        for (std::size_t i = first; i < messages.size(); ++i)
            FOREWORD_CHECK(table.put(messages[i].row, annotator.version(), annotator.annotate(messages, i)));
    }
    return !conversations.empty();
}

// Those before `pending` have theirs, unless what they rest on has changed. Gives the first
// message that is to be read.
Result<std::size_t> Intake::tellLanguages(PendingConversation& conversation, std::size_t pending)
{
    AnnotationTable table(m_writer);
    std::vector<const HistoryMessage*> messages;
    for (const HistoryMessage& message : conversation.messages)
        messages.push_back(&message);
    const auto told = toldByCustomer(messages, pending, conversation.told);
    std::string known = declaredLanguage(conversation.customer);
    const bool restsOnOthers = !told && known.empty();
    if (told != conversation.told)
        FOREWORD_CHECK(table.setTold(conversation.interactionRow, told, known.empty()));
    if (restsOnOthers) {
        FOREWORD_TRY(known, table.toldElsewhere(conversation.interactionRow));
    }
    const std::string hint = hintFor(messages, told, known);
    std::size_t first = pending;
    for (std::size_t i = told != conversation.told || restsOnOthers ? 0 : pending; i < messages.size(); ++i) {
        std::string language = languageOf(*messages[i], hint);
        if (language == messages[i]->language)
            continue;
        FOREWORD_CHECK(table.setLanguage(messages[i]->row, language));
        conversation.messages[i].language = std::move(language);
        first = std::min(first, i);
    }
    return first;
}

Result<> Intake::afterBatch()
{
    FOREWORD_CHECK(enterPending());
    for (bool more = true; more;) {
        FOREWORD_TRY(more, annotateSome());
    }
    return {};
}

} // namespace foreword
