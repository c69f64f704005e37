// How much an agreement weighs: the model of Fellegi and Sunter (1969), "A Theory for Record
// Linkage", with a third class. Two records are of the same person, of people who share a
// household or an office (`kin`), or of two people by chance. For each field and level the model
// knows how often it comes about in each class; the weight of a pair is the odds of the first
// against both others, in bits. What relatives share, such as an address, a phone and a family
// name, therefore never tells them apart, however often it agrees: the given name and the birth
// date do. Pure values, any thread.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/identity/comparison.h"

namespace foreword {

// How many persons (or records, as long as persons are not known) carry a value. Values that few
// carry weigh more.
struct Frequencies {
    std::size_t persons = 0;
    std::unordered_map<TraitKey, std::uint32_t> counts;

    void add(std::vector<TraitKey> keys); // of one person
    // The share of persons that carry `key`, with what is usual for such a field mixed in, so that a
    // handful of persons is not taken for the world.
    double share(Field field, TraitKey key) const;
    // One in so many pairs would be the same person if every person had two records.
    double outOf() const;
};

struct FieldRates {
    std::array<double, levelCount> match{}, chance{}, kin{};
};

class MatchModel {
public:
    // What is usual; good for a workspace with few records.
    MatchModel();

    // The odds of `match`, in bits.
    double weight(const Comparison& comparison, const Frequencies& frequencies) const;
    // What a field adds to the odds against chance; 0 where it is missing.
    double fieldWeight(Field field, const Comparison& comparison, const Frequencies& frequencies) const;
    // The same for a shared external id.
    double idWeight(const Comparison& comparison) const;
    // What names that stand the other way round take off.
    double orderWeight() const;

    std::array<FieldRates, fieldCount> rates;
    // Expected matches and relatives a record.
    double matches = 1, relatives = 1;

private:
    double chanceOf(std::size_t field, const Comparison& comparison, const Frequencies& frequencies) const;
    double kinOf(Field field, const Comparison& comparison, double chance) const;
};

// Learns the rates without labels, by expectation maximisation (Winkler 1988): `candidates` are
// pairs that share a blocking key, all that `sampled` records have, `random` any pairs. Starts from what is usual, which counts
// like some dozens of pairs. The same input gives the same model.
MatchModel learnModel(std::span<const Comparison> candidates, std::span<const Comparison> random, std::size_t sampled,
                      const Frequencies& frequencies);

} // namespace foreword
