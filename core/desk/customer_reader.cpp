#include "core/desk/customer_reader.h"

#include <algorithm>
#include <chrono>
#include <map>

#include "core/brief/brief_maker.h"
#include "core/brief/opening_line.h"
#include "core/brief/since_last.h"
#include "core/brief/wrap_up.h"
#include "core/desk/decision_input.h"
#include "core/desk/promise_times.h"
#include "core/desk/unified_profile.h"
#include "core/identity/normalize.h"
#include "core/identity/profile.h"
#include "core/store/draft_table.h"
#include "core/store/feedback_table.h"
#include "core/store/outbox_table.h"
#include "core/store/tables.h"

namespace foreword {
namespace {

// Durations only: a steady clock says nothing about the time of day.
class Stopwatch {
public:
    std::int64_t lap()
    {
        const auto now = std::chrono::steady_clock::now();
        const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(now - m_start).count();
        m_start = now;
        return micros;
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

std::vector<Definition> definitionsOf(const Dictionary& dictionary, const std::vector<Signal>& signals)
{
    std::vector<Definition> definitions;
    for (const auto& signal : signals) {
        if (const auto* entry = dictionary.find(signal.id))
            definitions.push_back({entry->id, entry->title, entry->definition, entry->authority, entry->owner});
    }
    return definitions;
}

// What is later than `asOf` is not there yet, on screen as in the brief.
void dropLater(History& history, Timestamp asOf)
{
    std::erase_if(history.messages, [&](const HistoryMessage& message) { return message.at > asOf; });
    std::erase_if(history.consents, [&](const ConsentRecord& consent) { return consent.at > asOf; });
    std::erase_if(history.events, [&](const EventRecord& event) { return event.at > asOf; });
    // They are in the order they were opened in, so cutting the end off moves no index.
    std::erase_if(history.interactions, [&](const InteractionRecord& interaction) { return interaction.openedAt > asOf; });
    std::erase_if(history.messages, [&](const HistoryMessage& message) { return message.interaction >= history.interactions.size(); });
}

std::vector<SourceFreshness> freshnessOf(const History& history, const std::vector<SavedSource>& connected,
                                         const std::vector<SourceCopy>& stale)
{
    std::map<std::string, SourceFreshness> bySource;
    const auto of = [&](const std::string& source) -> SourceFreshness& {
        auto& here = bySource[source];
        here.source = source;
        return here;
    };
    for (const CustomerRecord& record : history.records)
        of(record.key.source);
    for (const HistoryMessage& message : history.messages) {
        auto& newest = of(message.key.source).newest;
        newest = std::max(newest, std::optional(message.at));
    }
    for (const SavedSource& source : connected) {
        if (const auto found = bySource.find(source.name); found != bySource.end())
            found->second.pulled = source.lastPullAt;
    }
    for (const SourceCopy& copy : stale)
        of(copy.source).stale = true;
    std::vector<SourceFreshness> all;
    for (auto& [name, freshness] : bySource)
        all.push_back(std::move(freshness));
    return all;
}

void countUnread(CustomerView& view, std::string_view dictionary)
{
    for (const HistoryMessage& message : view.history.messages) {
        view.unread += message.dictionaryVersion.empty() ? 1 : 0;
        view.readByAnother += !message.dictionaryVersion.empty() && message.dictionaryVersion != dictionary ? 1 : 0;
    }
}

Result<std::vector<UnsentNote>> unsentNotes(Connection& connection, std::int64_t person)
{
    std::vector<UnsentNote> notes;
    FOREWORD_TRY(auto items, OutboxTable(connection).unsentOf(person));
    for (OutboxItem& item : items) {
        Draft draft{{item.source, std::move(item.interaction)}, DraftKind::note, std::move(item.text), item.writtenAt};
        notes.push_back(
            {{std::move(item.key), std::move(item.source)}, std::move(draft), item.state == OutboxState::failed, std::move(item.error)});
    }
    return notes;
}

Decision decideFor(const Definitions& definitions, const History& history, std::vector<OfferRecord> offers, const ReadOptions& options)
{
    return decide(
        definitions.charter, definitions.dictionary,
        makeDecisionInput(definitions.dictionary, definitions.charter, history, std::move(offers), options.asOf, options.channel));
}

} // namespace

void warmUpReading()
{
    warmUpNormalizing();
    // The list of given names, which tells the order of a name.
    CustomerRecord record;
    record.names = {"Ada Example"};
    (void)displayNameOf({record});
}

CustomerReader::CustomerReader(Connection& connection, const Definitions& definitions)
    : m_connection(connection), m_definitions(definitions)
{
}

Result<CustomerView> CustomerReader::open(std::int64_t person, const ReadOptions& options, const CancelToken& cancel)
{
    Stopwatch watch;
    CustomerView view;
    FOREWORD_TRY(view.history, readHistory(m_connection, person, cancel));
    dropLater(view.history, options.asOf);
    readPromisesAtHome(view.history, m_definitions.charter.calendar());
    std::vector<OfferRecord> offers;
    if (options.offers) {
        offers = *options.offers;
    } else {
        FOREWORD_TRY(offers, RecordTable(m_connection).offers());
    }
    FOREWORD_TRY(view.drafts, DraftTable(m_connection).of(person));
    FOREWORD_TRY(view.unsent, unsentNotes(m_connection, person));
    FOREWORD_TRY(view.feedback, FeedbackTable(m_connection).about(view.history));
    FOREWORD_TRY(const auto sources, SourceTable(m_connection).list());
    std::ranges::transform(sources, std::back_inserter(view.noteSources), &SavedSource::name);
    view.freshness = freshnessOf(view.history, sources, staleCopies(m_definitions, view.history, options.asOf));
    countUnread(view, m_definitions.annotator.version());
    view.timings.read = watch.lap();
    FOREWORD_CHECK(cancel.check());

    view.profile = unifiedProfile(m_definitions, view.history, options.asOf);
    view.brief = makeBrief(view.history, options.asOf);
    view.wrapUp = wrapUpOf(view.history, view.brief);
    view.since = sinceLastAnswer(view.history, view.brief, options.asOf);
    view.timings.fold = watch.lap();
    FOREWORD_CHECK(cancel.check());

    view.decision = decideFor(m_definitions, view.history, std::move(offers), options);
    view.opening = openingLine(view.history, view.brief, view.decision.signals, options.asOf);
    view.definitions = definitionsOf(m_definitions.dictionary, view.decision.signals);
    view.findings = findingsOf(view.profile, view.history);
    view.timings.decide = watch.lap();
    view.timings.total = view.timings.read + view.timings.fold + view.timings.decide;
    return view;
}

Result<std::int64_t> CustomerReader::resolve(std::string_view identifier, std::vector<Hit>* candidates)
{
    FOREWORD_TRY(const auto hits, Search(m_connection).exact(identifier, identifiersOfQuery(identifier)));
    std::vector<Hit> people;
    for (const auto& hit : hits) {
        if (std::ranges::find(people, hit.person, &Hit::person) == people.end())
            people.push_back(hit);
    }
    if (candidates)
        *candidates = people;
    if (people.empty())
        return fail(ErrorCode::customer_not_found, {{"query", std::string(identifier)}});
    if (people.size() > 1)
        return fail(ErrorCode::customer_ambiguous, {{"query", std::string(identifier)}, {"count", std::to_string(people.size())}});
    return people.front().person;
}

Result<std::vector<Hit>> CustomerReader::find(std::string_view query, int limit)
{
    return Search(m_connection).find(query, identifiersOfQuery(query), limit);
}

Result<std::vector<QueueEntry>> CustomerReader::queue(Timestamp asOf, int limit, const CancelToken& cancel)
{
    FOREWORD_TRY(const auto rows, readQueue(m_connection, asOf, limit));
    std::vector<QueueEntry> queue;
    for (const auto& row : rows) {
        FOREWORD_CHECK(cancel.check());
        QueueEntry entry{row.person, row.displayName, row.subject, row.waiting, row.hasMessages, Posture::normal, row.since};
        if (row.hasMessages) {
            FOREWORD_TRY(auto history, readHistoryIfThere(m_connection, row.person, cancel));
            if (!history)
                continue;
            readPromisesAtHome(*history, m_definitions.charter.calendar());
            entry.posture = decideFor(m_definitions, *history, {}, {asOf, ConsentChannel::agent, {}}).posture;
        }
        queue.push_back(std::move(entry));
    }
    return queue;
}

} // namespace foreword
