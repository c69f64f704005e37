// A conversation on its own, without a workspace: one line of the public conversation format
// in, its signals, redactions and brief out. Read like a stored history: card data is masked first,
// then each message is annotated in the context of those before it. Only languages differ: a line may
// name one for all its messages, and where the customer tells none, all messages together do.
//
// A Conversation owns its history. Pure, any thread; only parsing can fail.
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
    History history; // one open interaction; messages by time, those of one time as they were given; no records
};

// Masked, with its languages, and not annotated. Further keys of a line (labels of the evaluation
// shapes) are left alone. Errors: bad_json (also for what is no UTF-8), not_an_object, missing_field,
// wrong_field_type, bad_value, bad_time, all but the first two with the parameter `field`.
Result<Conversation> parseConversation(std::string_view line);

// Before this, nothing but masked card data shows in signals or brief.
void annotateConversation(Conversation& conversation, const Annotator& annotator);

// The time of its last message: "now" for a conversation that stands alone. The beginning of 1970
// where it has none.
Timestamp endOf(const Conversation& conversation);

// What its words say at `asOf`, else at its end; signals that only fields or a history could show are
// not told from a single conversation and are left out.
std::vector<Signal> conversationSignals(const Conversation& conversation, const Dictionary& dictionary, std::optional<Timestamp> asOf);

// At `asOf`, else at its end.
Brief conversationBrief(const Conversation& conversation, std::optional<Timestamp> asOf);

} // namespace foreword
