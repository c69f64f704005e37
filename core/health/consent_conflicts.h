// Sources that disagree about a consent. Pure, any thread.
#pragma once

#include <vector>

#include "core/model/records.h"

namespace foreword {

struct ConsentConflict {
    ConsentChannel channel = ConsentChannel::any; // any: the two disagree on every channel
    ConsentRecord newer, older;
    bool newerCounts = true;
};

// By purpose and channel; each pair of records once.
std::vector<ConsentConflict> consentConflicts(const std::vector<ConsentRecord>& consents, Timestamp asOf);

} // namespace foreword
