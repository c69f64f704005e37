// Notes that go back to the systems a history came from: written into the outbox first, sent
// from there. Used on the thread that owns the writing connection.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/model/draft.h"
#include "core/store/outbox_table.h"

namespace foreword {

class Connection;

// Whether a note has arrived; false also for one that is not in the outbox, sent or not.
Result<bool> hasArrived(Connection& reader, std::string_view key);

class Notes {
public:
    static constexpr std::size_t longest = 256 * 1024; // bytes

    // Both must outlive it.
    Notes(Connection& writer, const Clock& clock) : m_writer(writer), m_clock(clock) {}

    // Puts a note into the outbox. `interaction` is one of the person's, "4711" or
    // "helpdesk:4711". Errors: interaction_unknown, note_empty, note_too_long, bad_utf8,
    // notes_unsupported.
    Result<OutboxItem> write(std::int64_t person, std::string_view interaction, std::string text);
    // The same out of a draft, which is dropped in the same transaction.
    Result<OutboxItem> write(std::int64_t person, const Draft& draft);
    // Back from the outbox into a draft, unless somebody may be reading it there already. Errors:
    // outbox_unknown, note_underway.
    Result<> takeBack(std::string_view key, const Draft& draft);
    Result<std::vector<OutboxItem>> list() const;
    Result<OutboxItem> find(std::string_view key) const; // outbox_unknown
    // Sends what waits for a source; what became of it is in the outbox.
    Result<> send(const std::string& source, const CancelToken& cancel);
    // The same for all sources: where one cannot be reached the others still are, and its error,
    // the first of several, is the answer.
    Result<> sendAll(const CancelToken& cancel);
    // Tries one again now; one that failed is sent whatever became of its conversation.
    Result<OutboxItem> retry(std::string_view key, const CancelToken& cancel);
    // Takes one out, sent or not.
    Result<> discard(std::string_view key);

private:
    Result<OutboxItem> prepare(std::int64_t person, std::string_view interaction, std::string text) const;

    Connection& m_writer;
    const Clock& m_clock;
};

} // namespace foreword
