// A conversation on its own, without a workspace: one line of the public conversation format
// in, its signals, redactions and brief out. The same reading as for a stored history: card
// data is masked first, then the messages are annotated in their context. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/desk/definitions.h"
#include "core/model/brief.h"
#include "core/model/history.h"
#include "core/model/signal.h"

namespace foreword {

struct Conversation {
    std::string id;
    History history; // one open interaction, no records
};

// Further keys of a line (labels of the evaluation shapes) are left alone. Errors: bad_json,
// bad_utf8, not_an_object, missing_field, wrong_field_type, bad_value, bad_time.
Result<Conversation> parseConversation(std::string_view line);

void annotateConversation(Conversation& conversation, const Annotator& annotator);

// The time of its last message: "now" for a conversation that stands alone.
Timestamp endOf(const Conversation& conversation);

// What its words say; signals that only fields or a history could show are not told from a
// single conversation and are left out.
std::vector<Signal> conversationSignals(const Conversation& conversation, const Dictionary& dictionary, std::optional<Timestamp> asOf);

Brief conversationBrief(const Conversation& conversation, std::optional<Timestamp> asOf);

} // namespace foreword
