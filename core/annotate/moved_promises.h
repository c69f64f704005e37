// Promises that were given another time before they were due: by words ("your delivery has been
// moved to Saturday"), by the same promise given again for another time, or by an event
// ("delivery_rescheduled"). Such a promise holds for the new time. Refers to the view it was made
// of; one thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "core/annotate/history_view.h"

namespace foreword {

struct NewTime {
    std::optional<HistoryView::Mark> said; // the words that name it; nothing where an event does
    std::optional<Timestamp> due;          // nothing where it is not known yet
    Timestamp before;                      // when it was due until then
};

class MovedPromises {
public:
    explicit MovedPromises(const HistoryView& view);

    // The last time a promise was given, or null.
    const NewTime* find(const HistoryView::Mark& promise) const;
    // When it is due by that; nothing where no time is known.
    std::optional<Timestamp> dueOf(const HistoryView::Mark& promise) const;
    // Whether the words only give another promise its time.
    bool isNewTimeOnly(const HistoryView::Mark& promise) const { return m_taken.contains(keyOf(promise)); }
    // Words that say that a visit, delivery or call is moved of which nothing was promised here: they
    // promise it themselves. In order.
    const std::vector<HistoryView::Mark>& standingAlone() const { return m_alone; }
    bool standsAlone(const HistoryView::Mark& words) const { return std::ranges::find(m_alone, words) != m_alone.end(); }

private:
    using Key = std::pair<std::size_t, const Annotation*>;
    struct Pending {
        HistoryView::Mark promise;
        Timestamp said;
        std::optional<Timestamp> due;
    };

    static Key keyOf(const HistoryView::Mark& mark) { return {mark.message, mark.annotation}; }
    void readWords(const HistoryView::Mark& mark);
    void readEvent(const EventFacts& event);
    void give(Pending& pending, NewTime time);
    void wait(const HistoryView::Mark& mark);
    bool waits(const Pending& pending, Timestamp at) const;
    Pending* movedBy(const HistoryView::Mark& mark);
    Pending* namedIn(const HistoryView::Mark& mark);

    const HistoryView& m_view;
    std::vector<Pending> m_pending;
    std::map<std::uint32_t, std::vector<std::size_t>> m_ofInteraction; // indices of m_pending
    std::map<Key, NewTime> m_times;
    std::set<Key> m_taken;
    std::vector<HistoryView::Mark> m_alone;
};

} // namespace foreword
