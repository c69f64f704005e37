#include "core/health/findings.h"

#include <algorithm>
#include <set>

#include "core/health/consent_conflicts.h"
#include "core/identity/birth_date.h"
#include "core/model/names.h"

namespace foreword {
namespace {

using Params = std::vector<std::pair<std::string, std::string>>;

std::string sourceOf(const FieldValue& value)
{
    return value.sources.empty() ? std::string() : value.sources.front().source;
}

Params differingValues(const FieldValue& first, const FieldValue& second)
{
    return {{"first_source", sourceOf(first)}, {"first", first.value}, {"second_source", sourceOf(second)}, {"second", second.value}};
}

std::string differenceOf(const FieldValue& first, const FieldValue& second)
{
    switch (compareBirthDates(first.value, second.value)) {
    case BirthDateMatch::swapped: return "swapped";
    case BirthDateMatch::oneDigit: return "one_digit";
    case BirthDateMatch::unknown:
    case BirthDateMatch::equal:
    case BirthDateMatch::different: break;
    }
    return "other";
}

void addDiffering(const Profile& profile, std::string_view name, FindingCode code, std::vector<Finding>& findings)
{
    const auto* field = profile.field(name);
    if (!field || !field->conflicting())
        return;
    for (const auto& other : field->others) {
        Finding finding{code, differingValues(field->chosen, other)};
        if (code == FindingCode::birthDatesDiffer)
            finding.params.emplace_back("difference", differenceOf(field->chosen, other));
        findings.push_back(std::move(finding));
    }
}

void addConsents(const Profile& profile, std::vector<Finding>& findings)
{
    for (const auto& conflict : consentConflicts(profile.consent)) {
        const auto status = [](const ConsentRecord& consent) { return std::string(nameOf(consent.status)); };
        findings.push_back({FindingCode::consentsConflict,
                            {{"channel", std::string(nameOf(conflict.channel))},
                             {"first_source", conflict.newer.source},
                             {"first", status(conflict.newer)},
                             {"first_at", conflict.newer.at.toString()},
                             {"second_source", conflict.older.source},
                             {"second", status(conflict.older)},
                             {"second_at", conflict.older.at.toString()},
                             {"winner_source", conflict.countsBy},
                             {"winner", std::string(nameOf(conflict.counts))}}});
    }
}

// Customer records that something of this history refers to and that have not arrived.
void addUnresolved(const Profile& profile, const History& history, std::vector<Finding>& findings)
{
    const std::set<RecordKey> known(profile.records.begin(), profile.records.end());
    std::set<RecordKey> missing;
    const auto note = [&](const RecordKey& key) {
        if (!key.id.empty() && !known.contains(key))
            missing.insert(key);
    };
    for (const auto& interaction : history.interactions)
        note(interaction.customer);
    for (const auto& consent : history.consents)
        note(consent.customer);
    for (const auto& event : history.events)
        note(event.customer);
    for (const auto& key : missing)
        findings.push_back({FindingCode::customerUnresolved, {{"source", key.source}, {"id", key.id}}});
}

} // namespace

std::vector<Finding> findingsOf(const Profile& profile, const History& history)
{
    std::vector<Finding> findings;
    addDiffering(profile, "birth_date", FindingCode::birthDatesDiffer, findings);
    addConsents(profile, findings);
    addDiffering(profile, "value_tier", FindingCode::tiersDiffer, findings);
    addDiffering(profile, "lifecycle", FindingCode::lifecyclesDiffer, findings);
    addUnresolved(profile, history, findings);
    return findings;
}

} // namespace foreword
