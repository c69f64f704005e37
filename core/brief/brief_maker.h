// Annotations in, brief out. Folds what was read out of the messages when they arrived; does
// not read them again. Pure and deterministic. Internal notes are a source for tried and
// promised steps, but never for what the customer told us.
#pragma once

#include "core/annotate/history_view.h"
#include "core/base/timestamp.h"
#include "core/model/brief.h"
#include "core/model/history.h"

namespace foreword {

// Messages after `asOf` are not there yet.
Brief makeBrief(const History& history, Timestamp asOf);
// At the time of the view.
Brief makeBrief(const HistoryView& view);

} // namespace foreword
