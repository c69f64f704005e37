#include "core/desk/health_catalog.h"

#include <algorithm>
#include <array>

namespace foreword {
namespace {

// clang-format off
constexpr auto kinds = std::to_array<HealthKind>({
    {"identifiers_conflict", "high", "identity_conflict"},
    {"identifiers_shared", "medium", "identity_conflict"},
    {"duplicates_waiting", "medium", "identity_conflict"},
    {"birth_dates_differ", "high", ""},
    {"consents_conflict", "high", "consent_not_shown"},
    {"consent_without_proof", "high", "consent_not_shown"},
    {"record_stale", "low", ""},
    {"record_gone", "medium", ""},
    {"source_not_reached", "high", ""},
    {"attribute_undefined", "low", ""},
    {"attribute_value_undefined", "low", ""},
    {"tiers_differ", "low", "value_tier"},
    {"lifecycles_differ", "medium", "lifecycle"},
    {"customer_unresolved", "medium", ""},
    {"definition_undefined", "high", ""},
    {"definition_unowned", "high", ""},
    {"unreachable", "medium", ""},
    {"promise_past_due", "high", "broken_promise"},
});
// clang-format on

} // namespace

HealthKind healthKind(std::string_view code)
{
    const auto found = std::ranges::find(kinds, code, &HealthKind::code);
    return found == kinds.end() ? HealthKind() : *found;
}

std::string healthOwner(const Definitions& definitions, const HealthKind& kind)
{
    if (const auto* signal = definitions.dictionary.find(kind.ownerOf))
        return signal->owner;
    if (const auto* field = definitions.dictionary.attribute(kind.ownerOf))
        return field->owner;
    return definitions.charter.data().steward;
}

} // namespace foreword
