// Whether what was promised was done. Pure.
#pragma once

#include <optional>

#include "core/annotate/history_view.h"

namespace foreword {

struct Fulfilment {
    std::size_t message = 0;                // index
    const Annotation* annotation = nullptr; // the words that show it
    Timestamp at;                           // when it was done, as far as is known
};

// What shows, later in the same matter, that the promised thing was done: words that say so; for
// a promise to write, that we wrote when it was due; else that the matter was worked on and closed
// about when it was due. `promise` stands in the message with that index. What is later than the
// view does not count.
std::optional<Fulfilment> fulfilmentOf(const HistoryView& view, std::size_t message, const Annotation& promise);

} // namespace foreword
