#include "core/identity/profile.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "core/identity/address_form.h"
#include "core/identity/letters.h"
#include "core/text/lines.h"
#include "core/identity/normalize.h"
#include "core/identity/person_name.h"
#include "core/identity/phone.h"

namespace foreword {
namespace {

// Names that stand for fields of their own; an attribute may not pose as one.
constexpr auto ownFields = std::to_array<std::string_view>({"name", "email", "phone", "address", "birth_date"});
// Attributes in the order they are shown; others follow by name.
constexpr auto firstAttributes = std::to_array<std::string_view>({"value_tier", "lifecycle", "language", "customer_since", "renewal_date"});

// Whose spelling is shown, and which value comes first: the newest, or for names the fullest.
enum class Prefer { newest, fullest };

// Collects the values of one field, folded by their comparable form.
class FieldMaker {
public:
    FieldMaker(std::string name, bool singleValued, Prefer prefer = Prefer::newest)
        : m_name(std::move(name)), m_singleValued(singleValued), m_prefer(prefer)
    {
    }

    // Records come in the order of their keys.
    void add(const CustomerRecord& record, std::string normal, std::string shown)
    {
        if (normal.empty() || shown.empty())
            return;
        Entry& entry = m_entries[std::move(normal)];
        FieldValue& value = entry.value;
        if (value.sources.empty() || preferred(shown, record.updatedAt, value.value, entry.shownAt)) {
            value.value = std::move(shown);
            entry.shownAt = record.updatedAt;
        }
        value.updatedAt = std::max(value.updatedAt, record.updatedAt);
        if (value.sources.empty() || value.sources.back() != record.key)
            value.sources.push_back(record.key);
    }

    void addTo(std::vector<ProfileField>& fields)
    {
        if (m_entries.empty())
            return;
        std::vector<FieldValue> values;
        for (auto& [normal, entry] : m_entries)
            values.push_back(std::move(entry.value));
        std::ranges::sort(values, [this](const FieldValue& a, const FieldValue& b) {
            if (preferred(a.value, a.updatedAt, b.value, b.updatedAt))
                return true;
            if (preferred(b.value, b.updatedAt, a.value, a.updatedAt))
                return false;
            return std::tie(a.sources, a.value) < std::tie(b.sources, b.value);
        });
        ProfileField field;
        field.name = std::move(m_name);
        field.singleValued = m_singleValued;
        field.chosen = std::move(values.front());
        field.others.assign(std::make_move_iterator(values.begin() + 1), std::make_move_iterator(values.end()));
        fields.push_back(std::move(field));
    }

private:
    struct Entry {
        FieldValue value;
        std::optional<Timestamp> shownAt; // age of the record whose spelling is shown
    };

    bool preferred(const std::string& a, std::optional<Timestamp> ageOfA, const std::string& b, std::optional<Timestamp> ageOfB) const
    {
        if (m_prefer == Prefer::fullest) {
            if (const int fuller = compareFullness(a, b); fuller != 0)
                return fuller < 0;
        }
        return ageOfB < ageOfA;
    }

    std::string m_name;
    bool m_singleValued;
    Prefer m_prefer;
    std::map<std::string, Entry> m_entries;
};

void addPhone(FieldMaker& phones, const CustomerRecord& record, const std::string& phone, const std::string& region)
{
    if (const auto forms = parsePhone(phone, region)) {
        phones.add(record, forms->e164, forms->international);
        return;
    }
    const auto comparable = comparablePhone(phone, region);
    phones.add(record, comparable.empty() ? std::string(trimmed(phone)) : comparable, std::string(trimmed(phone)));
}

void addContactFields(const std::vector<CustomerRecord>& records, std::vector<ProfileField>& fields)
{
    FieldMaker names("name", false, Prefer::fullest), emails("email", false), phones("phone", false), addresses("address", false),
        birthDates("birth_date", true);
    std::string commonRegion;
    for (const auto& record : records)
        commonRegion = commonRegion.empty() ? regionOf(record) : commonRegion;
    for (const auto& record : records) {
        for (const auto& name : record.names)
            names.add(record, normalName(name), inReadingOrder(name));
        for (const auto& email : record.emails)
            emails.add(record, normalEmail(email), std::string(trimmed(email)));
        const auto region = regionOf(record);
        for (const auto& phone : record.phones)
            addPhone(phones, record, phone, region.empty() ? commonRegion : region);
        for (const auto& address : record.addresses)
            addresses.add(record, normalAddress(address), addressLine(address));
        birthDates.add(record, record.birthDate, record.birthDate);
    }
    for (auto* field : {&names, &emails, &phones, &addresses, &birthDates})
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

void addAttributes(const std::vector<CustomerRecord>& records, std::vector<ProfileField>& fields)
{
    std::map<std::string, FieldMaker> makers;
    for (const auto& record : records) {
        for (const auto& [name, value] : record.attributes) {
            const bool taken = std::ranges::find(ownFields, name) != ownFields.end();
            const auto shown = taken ? "attribute_" + name : name;
            makers.try_emplace(shown, shown, true).first->second.add(record, normalAttribute(name, value), std::string(trimmed(value)));
        }
    }
    for (const auto first : firstAttributes) {
        if (auto node = makers.extract(std::string(first)))
            node.mapped().addTo(fields);
    }
    for (auto& [name, maker] : makers)
        maker.addTo(fields);
}

void addExternalIds(const std::vector<CustomerRecord>& records, std::vector<ProfileField>& fields)
{
    std::map<std::string, FieldMaker> makers;
    for (const auto& record : records) {
        for (const auto& [kind, id] : record.externalIds) {
            const auto name = kind.ends_with("_id") ? kind : kind + "_id";
            makers.try_emplace(name, name, true).first->second.add(record, normalExternalId(id), std::string(trimmed(id)));
        }
    }
    for (auto& [name, maker] : makers)
        maker.addTo(fields);
}

} // namespace

std::string displayNameOf(const std::vector<CustomerRecord>& records)
{
    struct Candidate {
        std::string name;
        const CustomerRecord* record;
    };
    std::vector<Candidate> candidates;
    for (const auto& record : records) {
        for (const auto& name : record.names) {
            if (auto shown = inReadingOrder(name); !shown.empty())
                candidates.push_back({std::move(shown), &record});
        }
    }
    const auto best = std::ranges::min_element(candidates, [](const Candidate& a, const Candidate& b) {
        if (const int fuller = compareFullness(a.name, b.name); fuller != 0)
            return fuller < 0;
        if (a.record->updatedAt != b.record->updatedAt)
            return b.record->updatedAt < a.record->updatedAt;
        return std::tie(a.record->key, a.name) < std::tie(b.record->key, b.name);
    });
    return best != candidates.end() ? best->name : std::string();
}

Profile makeProfile(std::int64_t person, const std::vector<CustomerRecord>& records, const std::vector<ConsentRecord>& consents)
{
    auto sorted = records;
    std::ranges::sort(sorted, {}, &CustomerRecord::key);
    Profile profile;
    profile.person = person;
    profile.displayName = displayNameOf(sorted);
    for (const auto& record : sorted)
        profile.records.push_back(record.key);
    addContactFields(sorted, profile.fields);
    addAttributes(sorted, profile.fields);
    addExternalIds(sorted, profile.fields);
    profile.consents = consents;
    std::ranges::sort(profile.consents, [](const ConsentRecord& a, const ConsentRecord& b) {
        if (a.at != b.at)
            return b.at < a.at;
        return std::tie(a.source, a.id, a.customer, a.purpose, a.channel, a.status, a.basis)
            < std::tie(b.source, b.id, b.customer, b.purpose, b.channel, b.status, b.basis);
    });
    return profile;
}

} // namespace foreword
