#include "core/identity/match_model.h"

#include <algorithm>
#include <cmath>

namespace foreword {
namespace {

// Counts like so many persons of the world outside.
constexpr double worldPersons = 5000;

// The usual share of one value, by field.
constexpr std::array<double, fieldCount> usualShare{0.004, 0.0012, 1.0 / 20'000, 1e-4, 0.01, 2e-6, 1e-5};

// clang-format off
// Shares of: different, distant, similar, near, variant, exact.
constexpr std::array<FieldRates, fieldCount> usualRates{{
    // given
    {{0.02, 0.015, 0.04, 0.10, 0.06, 0.765},  {0.86, 0.08, 0.03, 0.006, 0.012, 0.012},       {0.86, 0.06, 0.03, 0.008, 0.012, 0.03}},
    // family
    {{0.055, 0.01, 0.025, 0.10, 0.01, 0.80},  {0.90, 0.07, 0.02, 0.003, 0.004, 0.003},       {0.32, 0.02, 0.01, 0.04, 0.01, 0.60}},
    // birth
    {{0.03, 0.02, 0.05, 0.08, 0.01, 0.81},    {0.963, 0.028, 0.008, 0.0009, 0.00005, 0.00005}, {0.92, 0.05, 0.008, 0.001, 0.001, 0.02}},
    // place
    {{0.10, 0.06, 0.05, 0.04, 0.06, 0.69},    {0.984, 0.013, 0.002, 0.0005, 0.0003, 0.0002}, {0.20, 0.05, 0.05, 0.02, 0.08, 0.60}},
    // town
    {{0.12, 0.05, 0.15, 0.05, 0.08, 0.55},    {0.95, 0.02, 0.027, 0.001, 0.001, 0.001},      {0.20, 0.05, 0.15, 0.02, 0.08, 0.50}},
    // email
    {{0.25, 0.03, 0.04, 0.07, 0.01, 0.60},    {0.9985, 0.001, 0.0004, 0.00005, 0.00002, 0.00003}, {0.895, 0.025, 0.02, 0.03, 0.005, 0.025}},
    // phone
    {{0.35, 0.01, 0.01, 0.03, 0.01, 0.59},    {0.9995, 0.0001, 0.0001, 0.0001, 0.0001, 0.0001},   {0.545, 0.01, 0.01, 0.03, 0.005, 0.40}},
}};
// clang-format on

// A shared external id; families share some (a contract), chance hardly any.
constexpr double idMatch = 0.5, idKin = 0.02, idChance = 1e-6;
// Names are written the other way round as seldom as this.
constexpr double swappedNames = 0.10;

} // namespace

void Frequencies::add(std::vector<TraitKey> keys)
{
    ++persons;
    std::ranges::sort(keys);
    const auto doubles = std::ranges::unique(keys);
    keys.erase(doubles.begin(), doubles.end());
    for (const TraitKey key : keys)
        ++counts[key];
}

double Frequencies::share(Field field, TraitKey key) const
{
    const auto found = counts.find(key);
    // Besides the two who are compared.
    const double others = found != counts.end() && found->second > 2 ? found->second - 2 : 0;
    return (others + worldPersons * usualShare[static_cast<std::size_t>(field)]) / outOf();
}

double Frequencies::outOf() const
{
    return static_cast<double>(persons) + worldPersons;
}

MatchModel::MatchModel() : rates(usualRates) {}

double MatchModel::chanceOf(std::size_t field, const Comparison& comparison, const Frequencies& frequencies) const
{
    const auto level = static_cast<std::size_t>(comparison.levels[field]);
    const TraitKey agreed = comparison.agreed[field];
    if (comparison.levels[field] == Level::exact && agreed != 0)
        return frequencies.share(static_cast<Field>(field), agreed);
    return rates[field].chance[level];
}

double MatchModel::idWeight(const Comparison& comparison) const
{
    return comparison.ids == Ids::shared ? std::log2(idMatch / idChance) : 0;
}

double MatchModel::orderWeight() const
{
    return std::log2(swappedNames);
}

double MatchModel::fieldWeight(Field field, const Comparison& comparison, const Frequencies& frequencies) const
{
    if (comparison[field] == Level::missing)
        return 0;
    const auto index = static_cast<std::size_t>(field);
    return std::log2(rates[index].match[static_cast<std::size_t>(comparison[field])] / chanceOf(index, comparison, frequencies));
}

// Of relatives, only parent and child bear the same given name; a name that many bear is borne by
// relatives as well. Those who share a home or a phone, and
// parent and child, often share a mailbox too.
double MatchModel::kinOf(Field field, const Comparison& comparison, double chance) const
{
    constexpr double besideParents = 0.1, sharedMailbox = 0.15;
    const Level level = comparison[field];
    const double kin = rates[static_cast<std::size_t>(field)].kin[static_cast<std::size_t>(level)];
    const bool household = comparison[Field::place] == Level::exact || comparison[Field::phone] == Level::exact
        || (comparison[Field::birth] == Level::different && comparison.parentAndChild);
    if (field == Field::email && level == Level::exact && household)
        return sharedMailbox;
    if (field != Field::given)
        return kin;
    const bool sameName = level == Level::exact || level == Level::variant || level == Level::near;
    return std::max(kin * (sameName && !comparison.parentAndChild ? besideParents : 1), std::min(chance, kin));
}

double MatchModel::weight(const Comparison& comparison, const Frequencies& frequencies) const
{
    const double order = comparison.swappedNames ? swappedNames : 1;
    double match = matches * order;
    double kin = relatives * order;
    double chance = frequencies.outOf();
    if (comparison.ids == Ids::shared) {
        match *= idMatch;
        kin *= idKin;
        chance *= idChance;
    }
    for (std::size_t field = 0; field < fieldCount; ++field) {
        if (comparison.levels[field] == Level::missing)
            continue;
        const auto level = static_cast<std::size_t>(comparison.levels[field]);
        const double byChance = chanceOf(field, comparison, frequencies);
        match *= rates[field].match[level];
        kin *= kinOf(static_cast<Field>(field), comparison, byChance);
        chance *= byChance;
    }
    return std::log2(match / (kin + chance));
}

} // namespace foreword
