// What two rules have to do with each other. Pure.
#pragma once

#include <string>
#include <vector>

#include "core/policy/charter.h"

namespace foreword {

// The kinds a rule's verdict reaches: those it names, else marketing, upsell and retention;
// support and service notices are never reached unnamed.
std::vector<OfferKind> kindsReached(const Rule& rule);

// The same condition, and another verdict, posture or end where both have one.
bool conflictingOutcomes(const Rule& a, const Rule& b);

// `other` never changes a decision: whenever it matches, `rule` matches, with at least its rank,
// verdict, kinds and posture, and no earlier end.
bool shadows(const Rule& rule, const Rule& other);

// Why `rule` in the place of `base` would protect less in some case; empty: it never does.
std::string loosening(const Rule& base, const Rule& rule);

} // namespace foreword
