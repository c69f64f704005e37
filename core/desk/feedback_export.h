// What agents said of findings, as lines that `evaluate` takes: the conversation, and as `expect`
// what the program finds in it without what was marked. A line labels either briefs or signals,
// never more of them than agents spoke about: a mark says nothing of what nobody looked at.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/desk/definitions.h"
#include "core/model/feedback.h"

namespace foreword {

class Connection;

// "promised", "told", … as the brief's keys are called; "opening" and "signal" besides.
std::string_view nameOf(Section section);
std::string_view nameOf(FeedbackVerdict verdict);

// In the order of people and conversations. Errors: those of the store.
Result<std::vector<std::string>> exportFeedback(Connection& connection, const Definitions& definitions);

} // namespace foreword
