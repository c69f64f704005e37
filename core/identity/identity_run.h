// Records of many sources into persons, all at once. Pure, any thread; memory about a kilobyte a
// record.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/identity/match_model.h"
#include "core/identity/verdict.h"
#include "core/model/records.h"

namespace foreword {

// A pair that a person should look at.
struct Review {
    RecordKey a, b; // a < b
    double weight = 0;
    Comparison comparison;
};

struct IdentityOutcome {
    std::vector<std::vector<RecordKey>> clusters; // every record in one; each sorted, by their first
    std::vector<Review> reviews;                  // the most likely first
    MatchModel model;
    Frequencies frequencies;
};

// A key that more records share than this is passed over when candidates are looked for.
inline constexpr std::size_t mostInBlock = 100;

// Order and number of the records' doubles change nothing. Error: cancelled.
Result<IdentityOutcome> findPersons(std::vector<Traits> records, const Decisions& decisions, const CancelToken& cancel);

} // namespace foreword
