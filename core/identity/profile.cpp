#include "core/identity/profile.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "core/identity/address_form.h"
#include "core/identity/letters.h"
#include "core/identity/normalize.h"
#include "core/identity/person_name.h"
#include "core/identity/phone.h"
#include "core/identity/profile_field.h"
#include "core/identity/profile_names.h"
#include "core/text/lines.h"

namespace foreword {
namespace {

// Names that stand for fields of their own; an attribute may not pose as one.
constexpr auto ownFields = std::to_array<std::string_view>({"name", "email", "phone", "address", "birth_date"});
// Attributes in the order they are shown; others follow by name.
constexpr auto firstAttributes = std::to_array<std::string_view>({"value_tier", "lifecycle", "language", "customer_since", "renewal_date"});

void addNames(const std::vector<CustomerRecord>& records, FieldRules rules, std::vector<ProfileField>& fields)
{
    FieldMaker names("name", false, rules);
    const NameOrder order(records);
    for (const auto& record : records) {
        for (const auto& name : record.names)
            names.add(record, normalName(shownName(name)), order.inOrder(shownName(name)));
    }
    names.addTo(fields, [&](const std::string& a, const std::string& b) {
        const int evidence = order.evidenceFor(b) - order.evidenceFor(a);
        return evidence != 0 ? evidence : compareFullness(a, b);
    });
}

// Of the forms of the name that was chosen, the fullest; a checked one gives way to checked ones only.
void preferFullestForm(ProfileField& names)
{
    auto best = names.others.end();
    for (auto other = names.others.begin(); other != names.others.end(); ++other) {
        const auto& shown = best == names.others.end() ? names.chosen : *best;
        const bool fuller = compareFullness(other->value, shown.value) < 0 && isShorterForm(names.chosen.value, other->value);
        if (fuller && other->verified >= names.chosen.verified && other->gone == names.chosen.gone)
            best = other;
    }
    if (best == names.others.end())
        return;
    std::swap(names.chosen, *best);
    std::rotate(names.others.begin(), best, std::next(best));
    names.chosenBy = ChosenBy::fullest;
}

void addPhone(FieldMaker& phones, const CustomerRecord& record, const std::string& phone, const std::string& region)
{
    if (const auto forms = parsePhone(phone, region)) {
        phones.add(record, forms->e164, forms->international);
        return;
    }
    const auto comparable = comparablePhone(phone, region);
    phones.add(record, comparable.empty() ? std::string(trimmed(phone)) : comparable, std::string(trimmed(phone)));
}

void addContactFields(const std::vector<CustomerRecord>& records, FieldRules rules, std::vector<ProfileField>& fields)
{
    addNames(records, rules, fields);
    if (!fields.empty())
        preferFullestForm(fields.back());
    FieldMaker emails("email", false, rules), phones("phone", false, rules), addresses("address", false, rules),
        birthDates("birth_date", true, rules);
    std::string commonRegion;
    for (const auto& record : records)
        commonRegion = commonRegion.empty() ? regionOf(record) : commonRegion;
    for (const auto& record : records) {
        for (const auto& email : record.emails)
            emails.add(record, normalEmail(email), std::string(trimmed(email)));
        const auto region = regionOf(record);
        for (const auto& phone : record.phones)
            addPhone(phones, record, phone, region.empty() ? commonRegion : region);
        for (const auto& address : record.addresses)
            addresses.add(record, normalAddress(address), addressLine(address));
        birthDates.add(record, record.birthDate, record.birthDate);
    }
    for (auto* field : {&emails, &phones, &addresses, &birthDates})
        field->addTo(fields);
}

std::string normalAttribute(const std::string& name, std::string_view value)
{
    auto normal = foldLetters(trimmed(value));
    // A language is one truth, whichever country it is spoken in.
    if (name == "language")
        normal = normal.substr(0, normal.find_first_of("-_"));
    return normal;
}

void addAttributes(const std::vector<CustomerRecord>& records, FieldRules rules, std::vector<ProfileField>& fields)
{
    std::map<std::string, FieldMaker> makers;
    for (const auto& record : records) {
        for (const auto& [name, value] : record.attributes) {
            if (isVerifiedMark(record, name))
                continue;
            const bool taken = std::ranges::find(ownFields, name) != ownFields.end();
            const auto shown = taken ? "attribute_" + name : name;
            makers.try_emplace(shown, shown, true, rules)
                .first->second.add(record, normalAttribute(name, value), std::string(trimmed(value)));
        }
    }
    for (const auto first : firstAttributes) {
        if (auto node = makers.extract(std::string(first)))
            node.mapped().addTo(fields);
    }
    for (auto& [name, maker] : makers)
        maker.addTo(fields);
}

void addExternalIds(const std::vector<CustomerRecord>& records, FieldRules rules, std::vector<ProfileField>& fields)
{
    std::map<std::string, FieldMaker> makers;
    for (const auto& record : records) {
        for (const auto& [kind, id] : record.externalIds) {
            const auto name = kind.ends_with("_id") ? kind : kind + "_id";
            makers.try_emplace(name, name, true, rules).first->second.add(record, normalExternalId(id), std::string(trimmed(id)));
        }
    }
    for (auto& [name, maker] : makers)
        maker.addTo(fields);
}

} // namespace

std::string displayNameOf(const std::vector<CustomerRecord>& records)
{
    auto sorted = records;
    std::ranges::sort(sorted, {}, &CustomerRecord::key);
    std::vector<ProfileField> fields;
    addNames(sorted, {}, fields);
    if (fields.empty())
        return {};
    preferFullestForm(fields.back());
    return fields.back().chosen.value;
}

Profile makeProfile(std::int64_t person, const std::vector<CustomerRecord>& records, const std::vector<ConsentRecord>& consents,
                    std::span<const std::string> sourceOrder, std::span<const RecordKey> gone)
{
    const FieldRules rules{sourceOrder, gone};
    auto sorted = records;
    std::ranges::sort(sorted, {}, &CustomerRecord::key);
    Profile profile;
    profile.person = person;
    for (const auto& record : sorted)
        profile.records.push_back(record.key);
    addContactFields(sorted, rules, profile.fields);
    addAttributes(sorted, rules, profile.fields);
    addExternalIds(sorted, rules, profile.fields);
    if (const auto* name = profile.field("name"))
        profile.displayName = name->chosen.value;
    profile.consents = consents;
    std::ranges::sort(profile.consents, [](const ConsentRecord& a, const ConsentRecord& b) {
        if (a.at != b.at)
            return b.at < a.at;
        return std::tie(a.source, a.id, a.customer, a.purpose, a.channel, a.status, a.basis)
            < std::tie(b.source, b.id, b.customer, b.purpose, b.channel, b.status, b.basis);
    });
    return profile;
}

std::optional<Tenure> tenureOf(const Profile& profile, CivilDate today)
{
    const auto* field = profile.field("customer_since");
    const auto since = field ? parseDate(std::string_view(field->chosen.value).substr(0, 10)) : std::nullopt;
    if (!since || today < *since)
        return std::nullopt;
    constexpr int monthsAYear = 12;
    const int months = (today.year - since->year) * monthsAYear + today.month - since->month - (today.day < since->day ? 1 : 0);
    return Tenure{*since, months / monthsAYear, months % monthsAYear, {}};
}

std::vector<OtherHolder> otherHolders(const std::vector<SharedIdentifier>& shared)
{
    std::map<std::int64_t, OtherHolder> holders;
    for (const auto& one : shared) {
        auto& holder = holders[one.person];
        holder.person = one.person;
        holder.displayName = one.personName;
        const Identifier identifier{one.kind, one.value};
        if (std::ranges::find(holder.shared, identifier) == holder.shared.end())
            holder.shared.push_back(identifier);
    }
    std::vector<OtherHolder> all;
    for (auto& [person, holder] : holders)
        all.push_back(std::move(holder));
    std::ranges::sort(all, {}, [](const OtherHolder& one) { return std::tie(one.displayName, one.person); });
    return all;
}

} // namespace foreword
