// Records into persons, from the pairs that belong together. A pair joins two groups only if no
// record of one contradicts a record of the other; a record that fits two that contradict each
// other about equally well (father or son?) joins neither and is asked about. The outcome depends
// on the records alone, not on their order. Pure, any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace foreword {

struct MatchPair {
    std::uint32_t a = 0, b = 0; // a < b
    double weight = 0;
    bool operator==(const MatchPair&) const = default;
};

struct Grouping {
    std::vector<std::vector<std::uint32_t>> groups; // each ascending, by their first
    std::vector<MatchPair> refused;                 // pairs that would have linked
};

// Records are numbered in the order of their keys, so that ties fall alike. `confirmed` pairs are
// joined first, and only what `contradicts` says of them too keeps them apart.
Grouping groupRecords(std::uint32_t records, std::vector<MatchPair> links,
                      const std::function<bool(std::uint32_t, std::uint32_t)>& contradicts);

} // namespace foreword
