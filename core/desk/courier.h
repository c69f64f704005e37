// Carries what waits in the outbox to its system, in the order it was written for each
// interaction. Sending runs on the thread that calls, every touch of the workspace on the one
// that owns the writing connection.
//
// Each step is written down before it is taken, so that a crash loses nothing: an item that
// may be on its way is marked so first, and is looked for there by its key before it is sent
// again, not earlier than when a server that was slow must be done with it.
#pragma once

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/desk/puller.h"
#include "core/store/outbox_table.h"

namespace foreword {

class Courier {
public:
    // `clock` must outlive it.
    Courier(OnWriter onWriter, const Clock& clock) : m_onWriter(std::move(onWriter)), m_clock(clock) {}

    // Sends what is due to the source. What became of each is in the outbox; an error is one of
    // the workspace, or of the source's settings.
    Result<> deliver(const std::string& source, const CancelToken& cancel);
    Result<> deliver(const std::string& name, Source& source, const CancelToken& cancel);

private:
    Result<std::vector<OutboxItem>> due(const std::string& source);
    Result<bool> claim(const OutboxItem& item);
    Result<> write(std::int64_t number, const NoteOutcome& outcome);
    Result<> inTransaction(const std::function<Result<>(OutboxTable&)>& work);

    OnWriter m_onWriter;
    const Clock& m_clock;
};

} // namespace foreword
