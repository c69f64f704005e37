// What an agent is writing about a conversation and has not sent. Plain values, any thread.
#pragma once

#include <string>

#include "core/base/timestamp.h"
#include "core/model/records.h"

namespace foreword {

// Stored as a number: append only.
enum class DraftKind { wrapUp, note };

struct Draft {
    RecordKey interaction; // where it will go
    DraftKind kind = DraftKind::wrapUp;
    std::string text;
    Timestamp editedAt;
    bool operator==(const Draft&) const = default;
};

} // namespace foreword
