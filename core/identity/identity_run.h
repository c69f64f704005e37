// Records of many sources into persons, all at once. Pure, any thread; memory about a kilobyte a
// record.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
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

// Records by their number in `records` of the outcome.
struct FoundPair {
    std::uint32_t a = 0, b = 0; // a < b
    double weight = 0;
    enum class Kind { asked, linked, refused } kind = Kind::asked; // refused: kept apart by another record
};

struct IdentityOutcome {
    std::vector<std::vector<RecordKey>> clusters; // every record in one; each sorted, by their first
    std::vector<Review> reviews;                  // the most likely first
    std::vector<RecordKey> records;               // by their keys
    std::vector<FoundPair> pairs;                 // all that belong together or may, unsorted
    MatchModel model;
    Frequencies frequencies;
};

// A key that more records share than this is passed over when candidates are looked for.
inline constexpr std::size_t mostInBlock = 100;

// How far it is: steps done, and of how many.
using RunProgress = std::function<void(std::int64_t, std::int64_t)>;

struct Learned {
    MatchModel model;
    Frequencies frequencies;
};

// Order and number of the records' doubles change nothing. With `learned`, by what was learned
// before rather than anew. Error: cancelled.
Result<IdentityOutcome> findPersons(std::vector<Traits> records, const Decisions& decisions, const CancelToken& cancel,
                                    const RunProgress& progress = {}, std::optional<Learned> learned = {});

} // namespace foreword
