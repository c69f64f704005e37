// Why two records are, or may be, the same person: what agrees, what does not, and with what
// weight. Pure, any thread.
#pragma once

#include <string_view>
#include <vector>

#include "core/identity/match_model.h"

namespace foreword {

struct Reason {
    // "given_name", "family_name", "birth_date", "address", "town", "email", "phone",
    // "external_id", "generation", "name_order"; "relatives" is what is taken off because people of
    // one household share as much, "rarity" because two records are seldom of one person.
    std::string_view what;
    // "exact", "variant", "near", "similar", "distant", "different"; empty where nothing is compared.
    std::string_view agreement;
    double weight = 0; // bits; together they are the weight of the pair
};

std::vector<Reason> reasonsOf(const Comparison& comparison, const MatchModel& model, const Frequencies& frequencies);

// Odds in bits as a probability.
double probabilityOf(double weight);

} // namespace foreword
