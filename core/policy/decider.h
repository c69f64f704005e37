// Decides posture and offers. Pure and canonical: the same input and charter give the same
// value, whatever the order of rules, signals or offers and whatever the locale. The most
// restrictive match wins; unknown fails closed at P0 to P2; value orders, it never gates.
// An override takes the verdict of one rule of P2 to P5 off an offer; the rule still shows as
// matched. Any thread. Rules: "Decision model" and "Settled readings" of core/policy/DECISIONS.md.
//
// Matches: rank, severity of the verdict, order of the dictionary, id. The first of them that
// reaches an offer is its reason, even where a later one is more severe (reading 11).
// Offers: one that is not valid at `asOf`, or not made in `channel`, is no candidate and left
// out. Allowed ones come first, by value, then id; then held and suppressed ones by id alone.
// Ends: an offer shows the latest end of all that reach it; what ends by an event outlasts any
// date. A rule whose end has come no longer matches, and none outlasts its signals.
#pragma once

#include <string>
#include <vector>

#include "core/model/decision.h"
#include "core/model/history.h"
#include "core/policy/charter.h"

namespace foreword {

struct DecisionInput {
    std::vector<Signal> signals;     // as evaluated at `asOf` for `channel`
    std::vector<OfferRecord> offers;
    // Those that the signals name, to find ends by event; one that is missing counts as open,
    // others do not count.
    std::vector<InteractionRecord> interactions;
    Timestamp asOf;
    ConsentChannel channel = ConsentChannel::agent;
    std::vector<Override> overrides; // that persons have given; those that do not count now are passed over
    std::string country;             // of the customer, for working days: "GB"; empty: the charter's
};

// Whether an offer can be made at all at `asOf` in `channel`: valid, and made there.
bool isCandidate(const OfferRecord& offer, Timestamp asOf, ConsentChannel channel);

Decision decide(const Charter& charter, const Dictionary& dictionary, const DecisionInput& input);

// Canonical JSON (fixed key order, no white space, times in UTC): what is hashed and logged.
std::string canonicalDecision(const Decision& decision);

} // namespace foreword
