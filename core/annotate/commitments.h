// Whether what was promised was done. Pure.
#pragma once

#include <optional>

#include "core/annotate/history_view.h"

namespace foreword {

struct Fulfilment {
    std::size_t message = 0; // index
    const Annotation* annotation = nullptr;
};

// Said later in the same matter that the promised thing was done; `promise` stands in the message
// with that index. What is later than the view does not count.
std::optional<Fulfilment> fulfilmentOf(const HistoryView& view, std::size_t message, const Annotation& promise);

} // namespace foreword
