// Whether what was promised was done. Pure.
#pragma once

#include <optional>

#include "core/annotate/history_view.h"
#include "core/annotate/moved_promises.h"
#include "core/annotate/promise_kinds.h"

namespace foreword {

struct Fulfilment {
    std::size_t message = 0;                // index
    const Annotation* annotation = nullptr; // the words that show it; null where an event does
    Timestamp at;                           // when it was done, as far as is known
};

// What shows that the promised thing was done: words later in the same matter that say so, or the
// customer's anywhere about when it was due ("got it this morning"); an event of the matter, or of
// that kind about when it was due that is not of something else; for a promise to write, that we wrote when it was due; else that
// the matter was worked on and closed about when it was due, by the last time that was given for it.
// What is later than the view does not count.
std::optional<Fulfilment> fulfilmentOf(const HistoryView& view, const MovedPromises& moved, const HistoryView::Mark& promise);

} // namespace foreword
