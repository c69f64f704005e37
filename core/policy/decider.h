// Decides posture and offers. Pure and canonical: the same input and charter give the same
// value, whatever the order of rules, signals or offers and whatever the locale. The most
// restrictive match wins; unknown fails closed at P0 to P2; value orders, it never gates.
#pragma once

#include <string>
#include <vector>

#include "core/model/decision.h"
#include "core/model/history.h"
#include "core/policy/charter.h"

namespace foreword {

struct DecisionInput {
    std::vector<Signal> signals;     // as evaluated at `asOf` for `channel`
    std::vector<OfferRecord> offers; // candidates
    // Of the interactions the signals name, to find ends by event.
    std::vector<InteractionRecord> interactions;
    Timestamp asOf;
    ConsentChannel channel = ConsentChannel::agent;
};

Decision decide(const Charter& charter, const Dictionary& dictionary, const DecisionInput& input);

// Canonical JSON (fixed key order, no white space): what is hashed and logged.
std::string canonicalDecision(const Decision& decision);

} // namespace foreword
