// Sources that disagree about a consent, as the consent ledger was read (core/annotate/
// consent_reading.h): which word of a source is its last, and what counts, is said there. Pure, any
// thread.
#pragma once

#include <string>
#include <vector>

#include "core/model/consent.h"

namespace foreword {

struct ConsentConflict {
    ConsentChannel channel = ConsentChannel::any; // any: they disagree on more than one
    ConsentRecord newer, older;
    ConsentState counts = ConsentState::unknown;
    std::string countsBy; // the source of the entry that it rests on, perhaps a third one's
};

// Each pair of entries once, unless something else counts in another channel.
std::vector<ConsentConflict> consentConflicts(const std::vector<ConsentReading>& ledger);

} // namespace foreword
