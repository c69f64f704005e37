#include "core/identity/reasons.h"

#include <array>
#include <cmath>

namespace foreword {
namespace {

constexpr std::array<std::string_view, fieldCount> fieldNames{"given_name", "family_name", "birth_date", "address",
                                                              "town",       "email",       "phone"};
constexpr std::array<std::string_view, levelCount> levelNames{"different", "distant", "similar", "near", "variant", "exact"};

} // namespace

std::vector<LinkReason> reasonsOf(const Comparison& comparison, const MatchModel& model, const Frequencies& frequencies)
{
    std::vector<LinkReason> reasons;
    double told = 0;
    const auto add = [&](std::string_view what, std::string_view agreement, double weight) {
        reasons.push_back({what, agreement, weight});
        told += weight;
    };
    for (std::size_t field = 0; field < fieldCount; ++field) {
        const Level level = comparison.levels[field];
        if (level != Level::missing)
            add(fieldNames[field], levelNames[static_cast<std::size_t>(level)],
                model.fieldWeight(static_cast<Field>(field), comparison, frequencies));
    }
    if (comparison.ids != Ids::unrelated)
        add("external_id", comparison.ids == Ids::shared ? "exact" : "different", model.idWeight(comparison));
    if (comparison.generations)
        add("generation", "different", 0);
    if (comparison.swappedNames)
        add("name_order", "different", model.orderWeight());
    add("rarity", "", std::log2(model.matches / frequencies.outOf()));
    // What is left is the share of relatives in the odds.
    const double rest = model.weight(comparison, frequencies) - told;
    if (rest < -0.05)
        add("relatives", "", rest);
    return reasons;
}

double probabilityOf(double weight)
{
    return 1 / (1 + std::exp2(-weight));
}

} // namespace foreword
