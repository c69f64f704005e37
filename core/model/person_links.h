// Why records are one person, and which may be: pairs of records with what agrees and what does
// not. Plain values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/records.h"

namespace foreword {

struct LinkReason {
    // "given_name", "family_name", "birth_date", "address", "town", "email", "phone",
    // "external_id", "generation", "name_order"; "relatives" is what is taken off because people of
    // one household share as much, "rarity" because two records are seldom of one person.
    std::string_view what;
    // "exact", "variant", "near", "similar", "distant", "different"; empty where nothing is compared.
    std::string_view agreement;
    double weight = 0; // bits; together they are the weight of the pair
    bool operator==(const LinkReason&) const = default;
};

struct RecordLink {
    RecordKey a, b;    // a < b
    double weight = 0; // odds in bits
    double score = 0;  // the same as a probability
    bool confirmed = false; // by a person, whatever the weight
    std::vector<LinkReason> reasons;
    // Who is decided about with this pair: the records on either side of it, a's and b's.
    std::vector<RecordKey> firstSide, secondSide;
};

// A pair that waits for a person to decide.
struct OpenReview {
    RecordLink pair;
    std::int64_t firstPerson = 0, secondPerson = 0; // of a and of b
    CustomerRecord first, second;
};

// Somebody decided that these are two people.
struct DecidedApart {
    std::vector<RecordKey> own, others;
    CustomerRecord other; // one of the others
    Timestamp at;
};

struct PersonLinks {
    std::int64_t person = 0;
    std::vector<CustomerRecord> records; // by their keys
    // The strongest that hold them together: one fewer than records, the strongest first.
    std::vector<RecordLink> links;
    std::vector<OpenReview> reviews; // with records of others, the most likely first
    std::vector<DecidedApart> apart; // a person of others each, decided last first
};

} // namespace foreword
