#include "core/identity/verdict.h"

#include <algorithm>
#include <cmath>

namespace foreword {
namespace {

bool differs(Level level)
{
    return level == Level::different || level == Level::distant;
}

// Neither the given name nor the birth date speaks for one person, only what households share.
bool nothingPersonal(const Comparison& comparison)
{
    return differs(comparison[Field::given]) && differs(comparison[Field::birth]) && comparison.ids != Ids::shared;
}

// Nothing agrees but the name, and many bear the same.
bool nameAlone(const Comparison& comparison)
{
    for (const Field field : {Field::birth, Field::place, Field::town, Field::email, Field::phone}) {
        if (comparison[field] >= Level::similar)
            return false;
    }
    return comparison.ids != Ids::shared;
}

// What a person cannot tell either is not asked: contacts that were given out in a row and nearly
// agree, under two names; and a likeness that identifiers or generations speak against.
bool worthAsking(const Comparison& comparison, double weight)
{
    if (comparison.ids == Ids::contradicting || comparison.generations)
        return weight >= linkWeight && !differs(comparison[Field::given]);
    const bool twoNames = comparison[Field::given] <= Level::distant && comparison[Field::family] <= Level::distant;
    return !twoNames || comparison.ids == Ids::shared || comparison[Field::birth] >= Level::near
        || comparison[Field::email] == Level::exact;
}

} // namespace

MatchVerdict verdictOf(const Comparison& comparison, double weight, double relatives)
{
    constexpr double forTwoNames = 3;
    if (weight < askWeight)
        return MatchVerdict::apart;
    const double more = differs(comparison[Field::given]) ? std::max(0.0, forTwoNames + std::log2(relatives)) : 0;
    if (weight < linkWeight + more || comparison.ids == Ids::contradicting || comparison.generations || nothingPersonal(comparison)
        || nameAlone(comparison))
        return worthAsking(comparison, weight) ? MatchVerdict::ask : MatchVerdict::apart;
    return MatchVerdict::link;
}

bool contradict(const Comparison& comparison, double weight, double relatives)
{
    if (comparison.ids == Ids::contradicting || comparison.generations || nothingPersonal(comparison))
        return true;
    if (comparison.ids == Ids::shared)
        return false;
    // Where families are seen, a difference is more likely to be another person.
    const double families = std::log2(relatives);
    return (comparison[Field::given] == Level::different && weight < linkWeight + families)
        || (comparison[Field::birth] == Level::different && weight < (askWeight + linkWeight) / 2 + families);
}

} // namespace foreword
