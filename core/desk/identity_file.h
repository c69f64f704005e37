// Customer records of a file into persons, without a workspace; and how right that is where it
// is known. One thread.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/identity/reasons.h"
#include "core/model/records.h"

namespace foreword {

// Two records that a person should look at.
struct PossiblePair {
    RecordKey a, b;
    double score = 0;  // probability
    double weight = 0; // odds in bits
    std::vector<LinkReason> reasons;
};

struct FoundPersons {
    std::vector<std::vector<RecordKey>> clusters; // every record in one
    std::vector<PossiblePair> reviews;            // the most likely first
};

class IdentityFile {
public:
    // A line of the interchange format; other records than customers are passed over. A birth date
    // that is no day of the calendar is compared as it is written. Errors: those of parseRecord.
    Result<> add(std::string_view line);
    // Each record once, the last line that names it. Error: cancelled.
    Result<FoundPersons> persons(const CancelToken& cancel) const;

private:
    std::map<RecordKey, Traits> m_records;
};

// Lines {source, id, entity}: which records are one.
class IdentityTruth {
public:
    // Errors: bad_json, not_an_object, missing_field, wrong_field_type.
    Result<> add(std::string_view line);
    nlohmann::ordered_json figures(const FoundPersons& found) const;

private:
    std::map<RecordKey, std::string> m_entities;
};

} // namespace foreword
