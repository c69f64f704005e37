#include "core/desk/notes.h"

#include <algorithm>
#include <set>

#include "core/base/hash.h"
#include "core/base/secret.h"
#include "core/desk/courier.h"
#include "core/store/connection.h"
#include "core/store/draft_table.h"
#include "core/store/reading.h"
#include "core/text/utf8.h"

namespace foreword {
namespace {

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

Result<> checkText(std::string_view text)
{
    if (isBlank(text))
        return fail(ErrorCode::note_empty);
    if (text.size() > Notes::longest)
        return fail(ErrorCode::note_too_long, {{"size", std::to_string(text.size())}, {"limit", std::to_string(Notes::longest)}});
    if (!isValidUtf8(text))
        return fail(ErrorCode::bad_utf8);
    return {};
}

Result<InteractionRecord> interactionOf(Connection& reader, std::int64_t person, std::string_view name)
{
    FOREWORD_TRY(const auto history, readHistory(reader, person, {}));
    const auto meant = [&](const InteractionRecord& interaction) {
        return interaction.key.id == name || interaction.key.source + ":" + interaction.key.id == name;
    };
    // The same number in two systems needs the longer name.
    if (std::ranges::count_if(history.interactions, meant) != 1)
        return fail(ErrorCode::interaction_unknown, {{"interaction", std::string(name)}});
    return *std::ranges::find_if(history.interactions, meant);
}

std::string newKey()
{
    return sha256Hex(Secret::random(32).view()).substr(0, 32);
}

} // namespace

Result<bool> hasArrived(Connection& reader, std::string_view key)
{
    FOREWORD_TRY(const auto item, OutboxTable(reader).find(key));
    return item && item->state == OutboxState::sent;
}

Result<OutboxItem> Notes::prepare(std::int64_t person, std::string_view interaction, std::string text) const
{
    FOREWORD_CHECK(checkText(text));
    FOREWORD_TRY(const auto target, interactionOf(m_writer, person, interaction));
    FOREWORD_TRY(const auto sources, SourceTable(m_writer).list());
    if (std::ranges::find(sources, target.key.source, &SavedSource::name) == sources.end())
        return fail(ErrorCode::notes_unsupported, {{"source", target.key.source}});
    OutboxItem item;
    item.key = newKey();
    item.source = target.key.source;
    item.interaction = target.key.id;
    item.seenStatus = target.status;
    item.writtenAt = m_clock.now();
    item.text = std::move(text);
    return item;
}

Result<OutboxItem> Notes::write(std::int64_t person, std::string_view interaction, std::string text)
{
    FOREWORD_TRY(auto item, prepare(person, interaction, std::move(text)));
    FOREWORD_TRY(auto transaction, Transaction::write(m_writer));
    FOREWORD_TRY(item.number, OutboxTable(m_writer).add(item));
    FOREWORD_CHECK(transaction.commit());
    return item;
}

Result<OutboxItem> Notes::write(std::int64_t person, const Draft& draft)
{
    FOREWORD_TRY(auto item, prepare(person, draft.interaction.source + ":" + draft.interaction.id, draft.text));
    FOREWORD_TRY(auto transaction, Transaction::write(m_writer));
    FOREWORD_TRY(item.number, OutboxTable(m_writer).add(item));
    FOREWORD_CHECK(DraftTable(m_writer).remove(draft.interaction, draft.kind));
    FOREWORD_CHECK(transaction.commit());
    return item;
}

Result<> Notes::takeBack(std::string_view key, const Draft& draft)
{
    FOREWORD_TRY(auto transaction, Transaction::write(m_writer));
    FOREWORD_TRY(const auto item, find(key));
    if (item.state != OutboxState::queued && item.state != OutboxState::failed)
        return fail(ErrorCode::note_underway, {{"source", item.source}});
    FOREWORD_CHECK(OutboxTable(m_writer).discard(item.number));
    FOREWORD_CHECK(DraftTable(m_writer).put(draft));
    return transaction.commit();
}

Result<std::vector<OutboxItem>> Notes::list() const
{
    return OutboxTable(m_writer).list();
}

Result<OutboxItem> Notes::find(std::string_view key) const
{
    FOREWORD_TRY(auto item, OutboxTable(m_writer).find(key));
    if (!item)
        return fail(ErrorCode::outbox_unknown, {{"key", std::string(key)}});
    return std::move(*item);
}

Result<> Notes::send(const std::string& source, const CancelToken& cancel)
{
    return Courier(directly(m_writer), m_clock).deliver(source, cancel);
}

Result<> Notes::sendAll(const CancelToken& cancel)
{
    FOREWORD_TRY(const auto items, list());
    std::set<std::string> sources;
    for (const auto& item : items)
        sources.insert(item.source);
    Result<> all;
    for (const auto& source : sources) {
        FOREWORD_CHECK(cancel.check());
        auto sent = send(source, cancel);
        if (all && !sent)
            all = std::move(sent);
    }
    return all;
}

Result<OutboxItem> Notes::retry(std::string_view key, const CancelToken& cancel)
{
    FOREWORD_TRY(const auto item, find(key));
    if (item.state == OutboxState::failed) {
        FOREWORD_TRY(auto transaction, Transaction::write(m_writer));
        FOREWORD_CHECK(OutboxTable(m_writer).insist(item.number));
        FOREWORD_CHECK(transaction.commit());
    }
    FOREWORD_CHECK(send(item.source, cancel));
    return find(key);
}

Result<> Notes::discard(std::string_view key)
{
    FOREWORD_TRY(const auto item, find(key));
    FOREWORD_TRY(auto transaction, Transaction::write(m_writer));
    FOREWORD_CHECK(OutboxTable(m_writer).discard(item.number));
    return transaction.commit();
}

} // namespace foreword
