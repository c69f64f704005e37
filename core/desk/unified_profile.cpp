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

std::vector<RecordKey> goneKeys(const History& history)
{
    std::vector<RecordKey> keys;
    for (const GoneRecord& gone : history.gone) {
        if (gone.kind == GoneRecord::Kind::customer)
            keys.push_back(gone.key);
    }
    return keys;
}

// A value that a system says which was reached, or that none of the connected ones says, is none.
void markStale(Profile& profile, const std::vector<SourceCopy>& stale)
{
    const auto isStale = [&](const RecordKey& key) { return std::ranges::find(stale, key.source, &SourceCopy::source) != stale.end(); };
    for (auto& field : profile.fields) {
        field.chosen.stale = std::ranges::all_of(field.chosen.sources, isStale);
        for (auto& other : field.others)
            other.stale = std::ranges::all_of(other.sources, isStale);
    }
}

} // namespace

Profile unifiedProfile(const Definitions& definitions, const History& history, Timestamp asOf)
{
    Profile profile =
        makeProfile(history.person, history.records, history.consents, definitions.charter.data().sourceOrder, goneKeys(history));
    for (auto& field : profile.fields)
        field.meaning = meaningOf(definitions.dictionary, field.name);
    markStale(profile, staleCopies(definitions, history, asOf));
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
