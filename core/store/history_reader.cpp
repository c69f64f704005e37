#include "core/store/reading.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

#include "core/store/json_fields.h"
#include "core/store/override_table.h"
#include "core/store/query.h"
#include "core/store/rows.h"

namespace foreword {
namespace {

constexpr int goneColumn = 16; // of an interaction, after its record

struct FoundInteraction {
    std::int64_t row;
    InteractionRecord record;
};

Result<InteractionRecord> readInteraction(const Query& row)
{
    InteractionRecord record;
    record.key = {row.string(1), row.string(2)};
    record.customer = {row.string(3), row.string(4)};
    FOREWORD_TRY(record.channel, row.value(5, Channel::visit));
    FOREWORD_TRY(record.kind, row.value(6, InteractionKind::other));
    FOREWORD_TRY(record.status, row.value(7, InteractionStatus::closed));
    record.openedAt = row.time(8);
    record.closedAt = row.maybeTime(10);
    record.updatedAt = row.maybeTime(12);
    record.subject = row.string(14);
    FOREWORD_TRY(record.tags, listFromJson(row.text(15)));
    return record;
}

// One that its system no longer has is over: nobody there will close it.
void noteGone(const Query& query, InteractionRecord& record, std::vector<GoneRecord>& gone)
{
    const auto seenAt = query.maybeTime(goneColumn);
    if (!seenAt)
        return;
    gone.push_back({GoneRecord::Kind::interaction, record.key, *seenAt, record.status});
    if (record.status != InteractionStatus::open && record.status != InteractionStatus::pending)
        return;
    record.status = InteractionStatus::closed;
    record.closedAt = seenAt;
}

Result<> readInteractions(Connection& connection, std::int64_t customer, std::vector<FoundInteraction>& found,
                          std::vector<GoneRecord>& gone)
{
    Query query(connection,
                "SELECT i.row, v.source, v.ext_id, i.customer_source, i.customer_ext_id, i.channel, i.kind, i.status, "
                "i.opened_at, i.opened_offset, i.closed_at, i.closed_offset, i.updated_at, i.updated_offset, i.subject, i.tags, "
                "i.gone_at, i.gone_offset FROM interaction i JOIN conversation v ON v.row = i.row WHERE i.customer = ?1");
    query.with(customer);
    for (;;) {
        FOREWORD_TRY(const bool more, query.next());
        if (!more)
            return {};
        FOREWORD_TRY(auto record, readInteraction(query));
        noteGone(query, record, gone);
        found.push_back({query.integer(0), std::move(record)});
    }
}

Result<> readConsents(Connection& connection, std::int64_t customer, std::vector<ConsentRecord>& consents)
{
    Query query(connection,
                "SELECT source, ext_id, customer_source, customer_ext_id, purpose, channel, status, basis, at, at_offset, "
                "updated_at, updated_offset FROM consent WHERE customer = ?1");
    query.with(customer);
    for (;;) {
        FOREWORD_TRY(const bool more, query.next());
        if (!more)
            return {};
        ConsentRecord consent;
        consent.source = query.string(0);
        consent.id = query.string(1);
        consent.customer = {query.string(2), query.string(3)};
        consent.purpose = query.string(4);
        FOREWORD_TRY(consent.channel, query.value(5, ConsentChannel::any));
        FOREWORD_TRY(consent.status, query.value(6, ConsentStatus::objected));
        FOREWORD_TRY(consent.basis, query.value(7, ConsentBasis::softOptIn));
        consent.at = query.time(8);
        consent.updatedAt = query.maybeTime(10);
        consents.push_back(std::move(consent));
    }
}

Result<> readEvents(Connection& connection, std::int64_t customer, std::vector<EventRecord>& events)
{
    Query query(connection,
                "SELECT source, ext_id, customer_source, customer_ext_id, name, at, at_offset, updated_at, updated_offset, data "
                "FROM event WHERE customer = ?1");
    query.with(customer);
    for (;;) {
        FOREWORD_TRY(const bool more, query.next());
        if (!more)
            return {};
        EventRecord event;
        event.source = query.string(0);
        event.id = query.string(1);
        event.customer = {query.string(2), query.string(3)};
        event.name = query.string(4);
        event.at = query.time(5);
        event.updatedAt = query.maybeTime(7);
        event.data = query.string(9);
        events.push_back(std::move(event));
    }
}

// Of the systems that this customer's records, conversations and consents are from.
Result<> readCopies(Connection& connection, History& history)
{
    std::set<std::string> sources;
    for (const auto& consent : history.consents)
        sources.insert(consent.source);
    for (const auto& record : history.records)
        sources.insert(record.key.source);
    for (const auto& interaction : history.interactions)
        sources.insert(interaction.key.source);
    Query query(connection, "SELECT last_pull_at, last_pull_offset FROM source WHERE name = ?1 AND last_pull_at IS NOT NULL");
    for (const auto& source : sources) {
        FOREWORD_TRY(const bool pulled, query.with(source).next());
        if (pulled)
            history.copies.push_back({source, query.time(0)});
    }
    return {};
}

Result<> readGoneRecords(Connection& connection, History& history)
{
    Query query(connection, "SELECT source, ext_id, gone_at, gone_offset FROM customer WHERE person = ?1 AND gone_at IS NOT NULL");
    query.with(history.person);
    for (;;) {
        FOREWORD_TRY(const bool more, query.next());
        if (!more)
            break;
        history.gone.push_back({GoneRecord::Kind::customer, {query.string(0), query.string(1)}, query.time(2)});
    }
    std::ranges::sort(history.gone,
                      [](const GoneRecord& a, const GoneRecord& b) { return std::tie(a.kind, a.key) < std::tie(b.kind, b.key); });
    return {};
}

Result<> readConversations(Connection& connection, std::vector<FoundInteraction> found, const CancelToken& cancel, History& history)
{
    std::ranges::sort(found, [](const FoundInteraction& a, const FoundInteraction& b) {
        return std::tie(a.record.openedAt, a.record.key) < std::tie(b.record.openedAt, b.record.key);
    });
    FOREWORD_TRY(const DictionaryVersions versions, readDictionaries(connection));
    for (FoundInteraction& interaction : found) {
        FOREWORD_CHECK(cancel.check());
        const auto index = static_cast<std::uint32_t>(history.interactions.size());
        history.interactions.push_back(std::move(interaction.record));
        FOREWORD_CHECK(readMessages(connection, interaction.row, index, versions, history.messages));
    }
    sortMessages(history.messages);
    return {};
}

} // namespace

Result<History> readHistory(Connection& connection, std::int64_t person, const CancelToken& cancel)
{
    const CancelScope scope(connection, cancel);
    FOREWORD_CHECK(cancel.check());
    FOREWORD_TRY(auto transaction, Transaction::read(connection));
    History history;
    history.person = person;
    FOREWORD_TRY(auto records, PersonTable(connection).ofPerson(person));
    if (records.empty())
        return fail(ErrorCode::customer_not_found, {{"query", std::to_string(person)}});
    std::vector<FoundInteraction> interactions;
    for (PersonRecord& record : records) {
        FOREWORD_CHECK(readInteractions(connection, record.row, interactions, history.gone));
        FOREWORD_CHECK(readConsents(connection, record.row, history.consents));
        FOREWORD_CHECK(readEvents(connection, record.row, history.events));
        FOREWORD_TRY(auto overrides, OverrideTable(connection).of(record.record.key));
        std::ranges::move(overrides, std::back_inserter(history.overrides));
        history.records.push_back(std::move(record.record));
    }
    FOREWORD_CHECK(readConversations(connection, std::move(interactions), cancel, history));
    FOREWORD_CHECK(readGoneRecords(connection, history));
    FOREWORD_CHECK(readCopies(connection, history));
    FOREWORD_TRY(history.shared, PersonTable(connection).sharedWithOthers(person));
    // Those without an id are told apart by what they say, so that the order of arrival is not seen.
    std::ranges::sort(history.consents, [](const ConsentRecord& a, const ConsentRecord& b) {
        return std::tie(a.at, a.source, a.id, a.purpose, a.channel, a.status, a.basis)
            < std::tie(b.at, b.source, b.id, b.purpose, b.channel, b.status, b.basis);
    });
    std::ranges::sort(history.events, [](const EventRecord& a, const EventRecord& b) {
        return std::tie(a.at, a.source, a.id, a.name, a.data) < std::tie(b.at, b.source, b.id, b.name, b.data);
    });
    std::ranges::sort(history.overrides, [](const GivenOverride& a, const GivenOverride& b) {
        return std::tie(a.given.at, a.number) < std::tie(b.given.at, b.number);
    });
    FOREWORD_CHECK(transaction.commit());
    return history;
}

Result<std::optional<History>> readHistoryIfThere(Connection& connection, std::int64_t person, const CancelToken& cancel)
{
    auto history = readHistory(connection, person, cancel);
    if (history)
        return std::optional(std::move(*history));
    if (history.error().code == ErrorCode::customer_not_found)
        return std::optional<History>();
    return fail(std::move(history).error());
}

} // namespace foreword
