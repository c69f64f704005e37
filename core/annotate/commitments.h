// What kinds of promises mean, and whether what was promised was done. Pure.
#pragma once

#include <optional>
#include <string_view>

#include "core/annotate/history_view.h"
#include "core/annotate/moved_promises.h"

namespace foreword {

// Labels of promises that end in a way of their own: what stands until a day ("no reminders until
// Friday") is over then and never missed; a handover is kept when a person writes.
constexpr std::string_view standingPromise = "standing";
constexpr std::string_view handoverPromise = "handover";
// The label of a promise of which only is known that we do something by then.
constexpr std::string_view anyDeed = "deed";
// The value of a promise whose words point back: "I'll tell you when it goes through".
constexpr const char* promisePointsBack = "back";

struct Fulfilment {
    std::size_t message = 0;                // index
    const Annotation* annotation = nullptr; // the words that show it; null where an event does
    Timestamp at;                           // when it was done, as far as is known
};

// What shows that the promised thing was done: words later in the same matter that say so, or the
// customer's anywhere about when it was due ("got it this morning"); an event of the matter, or of
// that kind about when it was due; for a promise to write, that we wrote when it was due; else that
// the matter was worked on and closed about when it was due, by the last time that was given for it.
// What is later than the view does not count.
std::optional<Fulfilment> fulfilmentOf(const HistoryView& view, const MovedPromises& moved, const HistoryView::Mark& promise);

} // namespace foreword
