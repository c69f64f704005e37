#include "core/desk/unified_profile.h"

#include <algorithm>
#include <iterator>

#include "core/annotate/consent_reading.h"
#include "core/identity/profile.h"

namespace foreword {
namespace {

FieldDefinition meaningOf(const Dictionary& dictionary, std::string_view field)
{
    const auto* entry = dictionary.attribute(field);
    return entry ? FieldDefinition{entry->title, entry->definition, entry->owner} : FieldDefinition();
}

} // namespace

Profile unifiedProfile(const Definitions& definitions, const History& history, Timestamp asOf)
{
    Profile profile = makeProfile(history.person, history.records, history.consents, definitions.charter.data().sourceOrder);
    for (auto& field : profile.fields)
        field.meaning = meaningOf(definitions.dictionary, field.name);
    profile.tenure = tenureOf(profile, asOf.local().date);
    if (profile.tenure)
        profile.tenure->meaning = meaningOf(definitions.dictionary, "customer_since");
    profile.couldAlsoBe = otherHolders(history.shared);
    profile.consent = consentLedger(history, asOf, definitions.charter.settings());
    return profile;
}

std::vector<SourceCopy> staleCopies(const Definitions& definitions, const History& history, Timestamp asOf)
{
    std::vector<SourceCopy> stale;
    std::ranges::copy_if(history.copies, std::back_inserter(stale),
                         [&](const SourceCopy& copy) { return isStale(copy, asOf, definitions.charter.settings()); });
    return stale;
}

} // namespace foreword
