#include "core/desk/courier.h"

#include <chrono>
#include <cstdlib>
#include <set>

#include "core/store/connection.h"

namespace foreword {
namespace {

// Longer than any request may take: until then a slow server may still be at it, and what is
// looked for would not be there yet.
constexpr std::int64_t unclearMinutes = 6;

bool mayStillBeUnderway(const OutboxItem& item, Timestamp now)
{
    if (item.state != OutboxState::sending || !item.attemptedAt)
        return false;
    const auto since = now.micros() - item.attemptedAt->micros();
    return std::abs(since) < unclearMinutes * 60'000'000;
}

OutboxState stateAfter(NoteOutcome::State state)
{
    switch (state) {
    case NoteOutcome::State::arrived: return OutboxState::sent;
    case NoteOutcome::State::notSent: return OutboxState::queued;
    case NoteOutcome::State::unclear: return OutboxState::sending;
    case NoteOutcome::State::refused: return OutboxState::failed;
    }
    return OutboxState::failed;
}

} // namespace

Result<> Courier::deliver(const std::string& source, const CancelToken& cancel)
{
    FOREWORD_TRY(const auto waiting, due(source));
    if (waiting.empty())
        return {};
    SourceTable::WithSecrets saved;
    FOREWORD_CHECK(m_onWriter([&](Connection& writer) -> Result<> {
        FOREWORD_TRY(saved, SourceTable(writer).get(source));
        return {};
    }));
    FOREWORD_TRY(const auto adapter, makeSavedSource(std::move(saved), m_clock));
    return deliver(source, *adapter, cancel);
}

Result<> Courier::deliver(const std::string& name, Source& source, const CancelToken& cancel)
{
    std::set<std::int64_t> tried;
    for (bool more = true; more;) {
        more = false;
        FOREWORD_TRY(const auto items, due(name));
        for (const auto& item : items) {
            FOREWORD_CHECK(cancel.check());
            if (mayStillBeUnderway(item, m_clock.now()) || !tried.insert(item.number).second)
                continue;
            FOREWORD_TRY(const bool ours, claim(item));
            if (!ours)
                continue;
            const Note note{item.key, item.interaction, item.seenStatus, item.text, item.state == OutboxState::sending, item.insisted};
            const auto outcome = source.writeNote(note, cancel);
            FOREWORD_CHECK(write(item.number, outcome));
            // What was written after it may go now.
            more = more || outcome.state == NoteOutcome::State::arrived;
        }
    }
    return {};
}

Result<> Courier::inTransaction(const std::function<Result<>(OutboxTable&)>& work)
{
    return m_onWriter([&](Connection& writer) -> Result<> {
        FOREWORD_TRY(auto transaction, Transaction::write(writer));
        OutboxTable outbox(writer);
        FOREWORD_CHECK(work(outbox));
        return transaction.commit();
    });
}

Result<std::vector<OutboxItem>> Courier::due(const std::string& source)
{
    std::vector<OutboxItem> items;
    FOREWORD_CHECK(m_onWriter([&](Connection& writer) -> Result<> {
        FOREWORD_TRY(items, OutboxTable(writer).due(source));
        return {};
    }));
    return items;
}

Result<bool> Courier::claim(const OutboxItem& item)
{
    bool ours = false;
    FOREWORD_CHECK(inTransaction([&](OutboxTable& outbox) -> Result<> {
        FOREWORD_TRY(ours, outbox.claim(item, m_clock.now()));
        return {};
    }));
    return ours;
}

Result<> Courier::write(std::int64_t number, const NoteOutcome& outcome)
{
    return inTransaction([&](OutboxTable& outbox) -> Result<> {
        if (outcome.state == NoteOutcome::State::arrived)
            return outbox.setSent(number, outcome.id);
        return outbox.setOutcome(number, stateAfter(outcome.state), outcome.error.value_or(Error(ErrorCode::internal)));
    });
}

} // namespace foreword
