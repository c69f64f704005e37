// Why two records are, or may be, the same person: what agrees, what does not, and with what
// weight. Pure, any thread.
#pragma once

#include <vector>

#include "core/identity/match_model.h"
#include "core/model/person_links.h"

namespace foreword {

std::vector<LinkReason> reasonsOf(const Comparison& comparison, const MatchModel& model, const Frequencies& frequencies);

// Odds in bits as a probability.
double probabilityOf(double weight);

} // namespace foreword
