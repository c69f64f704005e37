#include "core/desk/health_census.h"

#include <algorithm>

#include "core/desk/health_catalog.h"
#include "core/desk/unified_profile.h"
#include "core/identity/profile.h"
#include "core/text/lines.h"

namespace foreword {
namespace {

// These decide what agents see of a customer, so they need a meaning before they are used.
bool isMeasure(std::string_view field)
{
    return field == "value_tier" || field == "lifecycle" || field == "customer_since";
}

} // namespace

void HealthCensus::addFields(const History& history, std::map<What, std::string>& here) const
{
    for (const auto& record : history.records) {
        for (const auto& [name, raw] : record.attributes) {
            if (isVerifiedMark(record, name))
                continue;
            const auto* entry = m_definitions.dictionary.attribute(name);
            const std::string value = foldLatin(trimmed(raw));
            if (!entry)
                here[{isMeasure(name) ? "definition_undefined" : "attribute_undefined", name, {}}] = raw;
            else if (!entry->values.empty() && !value.empty() && std::ranges::find(entry->values, value) == entry->values.end())
                here[{"attribute_value_undefined", name, value}] = raw;
        }
    }
}

void HealthCensus::addCopies(const History& history, Timestamp asOf, std::map<What, std::string>& here) const
{
    for (const auto& copy : staleCopies(m_definitions, history, asOf))
        here[{"source_not_reached", copy.source, {}}] = copy.pulledAt.toString();
}

void HealthCensus::add(const History& history, Timestamp asOf)
{
    std::map<What, std::string> here;
    addFields(history, here);
    addCopies(history, asOf, here);
    for (auto& [what, detail] : here) {
        Seen& seen = m_seen[what];
        if (++seen.customers > 1)
            continue;
        seen.example = history.records.front().key;
        seen.detail = std::move(detail);
    }
}

std::vector<HealthFinding> HealthCensus::findings() const
{
    std::vector<HealthFinding> findings;
    for (const auto& [what, seen] : m_seen) {
        const auto& [code, definition, value] = what;
        const HealthKind kind = healthKind(code);
        const auto* entry = m_definitions.dictionary.attribute(definition);
        findings.push_back(
            {code,
             std::string(kind.severity),
             seen.example,
             definition,
             entry ? entry->owner : healthOwner(m_definitions, kind),
             {{code == "source_not_reached" ? "reached_at" : "value", seen.detail}, {"customers", std::to_string(seen.customers)}},
             seen.customers});
    }
    return findings;
}

} // namespace foreword
