// From a history to what is decided on, and the decision. Pure; the same for one customer, for
// live messages and for replays.
#pragma once

#include <vector>

#include "core/annotate/history_view.h"
#include "core/desk/definitions.h"
#include "core/model/history.h"
#include "core/policy/decider.h"

namespace foreword {

// `offers` are candidates; those that cannot be made at `asOf` in `channel` are left out.
DecisionInput makeDecisionInput(const Dictionary& dictionary, const Charter& charter, const History& history,
                                std::vector<OfferRecord> offers, Timestamp asOf, ConsentChannel channel);
// At the time of the view.
DecisionInput makeDecisionInput(const Dictionary& dictionary, const Charter& charter, const HistoryView& view,
                                std::vector<OfferRecord> offers, ConsentChannel channel);

// As they stood at `asOf`, those that had ended included.
std::vector<Override> overridesOf(const History& history, Timestamp asOf);
// The country of the first address that tells, "GB"; else empty.
std::string countryOf(const History& history);

} // namespace foreword
