#include <algorithm>
#include <cmath>
#include <map>

#include "core/identity/match_model.h"

namespace foreword {
namespace {

// What is usual counts like so many pairs.
constexpr double usualMatches = 60, usualRandom = 3000;
constexpr int rounds = 25;
// How many records the usual number of matches and relatives counts like, and between what they
// may lie.
constexpr double usualRecords = 80;
constexpr double fewestMatches = 1, mostMatches = 10;
constexpr double fewestRelatives = 0.01;
// Relatives that can be told from their dates and names are a part of those there are; where a
// few are seen, a pair that may be one is asked about.
constexpr double caution = 5;
constexpr double mostGivenDiffer = 0.08, mostFamilyDiffer = 0.15, mostBirthsDiffer = 0.2;

using Levels = std::array<Level, fieldCount>;

// Pairs with the same levels, counted once.
struct Pattern {
    Levels levels{};
    double count = 0;
};

std::vector<Pattern> patternsOf(std::span<const Comparison> comparisons)
{
    std::map<Levels, double> counts;
    for (const Comparison& comparison : comparisons)
        counts[comparison.levels] += 1;
    std::vector<Pattern> patterns;
    for (const auto& [levels, count] : counts)
        patterns.push_back({levels, count});
    return patterns;
}

using Shares = std::array<double, levelCount>;

double likelihood(const Levels& levels, const std::array<FieldRates, fieldCount>& rates, Shares FieldRates::* shares)
{
    double product = 1;
    for (std::size_t field = 0; field < fieldCount; ++field) {
        if (levels[field] != Level::missing)
            product *= (rates[field].*shares)[static_cast<std::size_t>(levels[field])];
    }
    return product;
}

// Shares from counts, with `strength` pairs of what is usual mixed in.
Shares mixed(const Shares& counts, const Shares& usual, double strength)
{
    double sum = strength;
    for (const double count : counts)
        sum += count;
    Shares shares{};
    for (std::size_t level = 0; level < levelCount; ++level)
        shares[level] = (counts[level] + strength * usual[level]) / sum;
    return shares;
}

// A person seldom changes name or birth date. Without this bound, households that agree in all
// else would slowly be learned as persons.
void boundDifferences(Shares& match, double most)
{
    auto& different = match[static_cast<std::size_t>(Level::different)];
    auto& distant = match[static_cast<std::size_t>(Level::distant)];
    const double both = different + distant;
    if (both <= most)
        return;
    for (double& share : match)
        share *= (&share == &different || &share == &distant) ? most / both : (1 - most) / (1 - both);
}

void learnChance(std::array<FieldRates, fieldCount>& rates, std::span<const Comparison> random)
{
    for (std::size_t field = 0; field < fieldCount; ++field) {
        Shares counts{};
        for (const Comparison& comparison : random) {
            if (comparison.levels[field] != Level::missing)
                counts[static_cast<std::size_t>(comparison.levels[field])] += 1;
        }
        rates[field].chance = mixed(counts, rates[field].chance, usualRandom);
    }
}

double perRecord(double pairs, std::size_t sampled, double usual)
{
    return (2 * pairs + usualRecords * usual) / (static_cast<double>(sampled) + usualRecords);
}

} // namespace

MatchModel learnModel(std::span<const Comparison> candidates, std::span<const Comparison> random, std::size_t sampled,
                      const Frequencies& frequencies)
{
    const MatchModel usual;
    MatchModel model;
    learnChance(model.rates, random);
    const auto patterns = patternsOf(candidates);
    // Pairs that share no key are no matches; the odds are those among all pairs.
    const double chance = frequencies.outOf();
    for (int round = 0; round < rounds; ++round) {
        std::array<Shares, fieldCount> counts{};
        double matches = 0, relatives = 0;
        for (const Pattern& pattern : patterns) {
            const double m = model.matches * likelihood(pattern.levels, model.rates, &FieldRates::match);
            const double k = model.relatives * likelihood(pattern.levels, model.rates, &FieldRates::kin);
            const double u = chance * likelihood(pattern.levels, model.rates, &FieldRates::chance);
            const double share = pattern.count * m / (m + k + u);
            matches += share;
            // Two of one name are as likely one person whose birth date is wrong in one place: they
            // do not show that there are families here.
            if (pattern.levels[static_cast<std::size_t>(Field::given)] <= Level::distant)
                relatives += pattern.count * k / (m + k + u);
            for (std::size_t field = 0; field < fieldCount; ++field) {
                if (pattern.levels[field] != Level::missing)
                    counts[field][static_cast<std::size_t>(pattern.levels[field])] += share;
            }
        }
        for (std::size_t field = 0; field < fieldCount; ++field)
            model.rates[field].match = mixed(counts[field], usual.rates[field].match, usualMatches);
        boundDifferences(model.rates[static_cast<std::size_t>(Field::given)].match, mostGivenDiffer);
        boundDifferences(model.rates[static_cast<std::size_t>(Field::family)].match, mostFamilyDiffer);
        boundDifferences(model.rates[static_cast<std::size_t>(Field::birth)].match, mostBirthsDiffer);
        model.matches = std::clamp(perRecord(matches, sampled, usual.matches), fewestMatches, mostMatches);
        model.relatives = std::clamp(caution * perRecord(relatives, sampled, usual.relatives / caution), fewestRelatives, usual.relatives);
    }
    return model;
}

} // namespace foreword
