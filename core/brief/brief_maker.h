// Annotations in, brief out, all of it at once; who keeps a history keeps a BriefKeeper, which says
// the same. Folds what was read out of the messages when they arrived: cues, facts and promises are
// not looked for again, only the words that were found are quoted, and a few looked at more closely.
// Internal notes are a source for steps that were tried and for how a matter ended, but for no
// promise and nothing that the customer told.
//
// The brief owns what it says and refers to nothing. Pure and deterministic, any thread; nothing
// here fails: what cannot be cited is not said.
#pragma once

#include "core/annotate/history_view.h"
#include "core/base/timestamp.h"
#include "core/model/brief.h"
#include "core/model/history.h"

namespace foreword {

// What came after `asOf` is not there yet.
Brief makeBrief(const History& history, Timestamp asOf);
// At the time of the view, which is only read.
Brief makeBrief(const HistoryView& view);

} // namespace foreword
