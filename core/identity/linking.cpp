#include "core/identity/linking.h"

#include <algorithm>
#include <set>

#include "core/identity/birth_date.h"
#include "core/identity/normalize.h"
#include "core/identity/person_name.h"

namespace foreword {
namespace {

using Words = std::set<std::string>;

bool share(const Words& a, const Words& b)
{
    return std::ranges::any_of(a, [&](const auto& word) { return b.contains(word); });
}

Words emailsOf(const CustomerRecord& record)
{
    Words emails;
    for (const auto& email : record.emails) {
        if (isEmail(email))
            emails.insert(normalEmail(email));
    }
    return emails;
}

Words phonesOf(const CustomerRecord& record, const std::string& region)
{
    Words phones;
    for (const auto& phone : record.phones) {
        if (auto comparable = comparablePhone(phone, region); !comparable.empty())
            phones.insert(std::move(comparable));
    }
    return phones;
}

// A record that does not say where it is from is read as if it were from where the other is.
bool sharePhone(const CustomerRecord& a, const CustomerRecord& b)
{
    if (a.phones.empty() || b.phones.empty())
        return false;
    const auto regionA = regionOf(a);
    const auto regionB = regionOf(b);
    return share(phonesOf(a, regionA.empty() ? regionB : regionA), phonesOf(b, regionB.empty() ? regionA : regionB));
}

enum class ExternalIds { unrelated, shared, contradicting };

ExternalIds compareExternalIds(const CustomerRecord& a, const CustomerRecord& b)
{
    auto result = ExternalIds::unrelated;
    for (const auto& [kind, id] : a.externalIds) {
        const auto other = b.externalIds.find(kind);
        if (other == b.externalIds.end())
            continue;
        const auto first = normalExternalId(id);
        const auto second = normalExternalId(other->second);
        if (first.empty() || second.empty())
            continue;
        if (first != second)
            return ExternalIds::contradicting;
        result = ExternalIds::shared;
    }
    return result;
}

bool namesSuffice(NameAgreement names, bool sharesEmail, bool sharesId)
{
    switch (names) {
    case NameAgreement::contradict: return false;
    case NameAgreement::missing: return sharesEmail;
    case NameAgreement::weak: return sharesEmail || sharesId;
    case NameAgreement::full:
    case NameAgreement::equal: break;
    }
    return true;
}

} // namespace

bool samePerson(const CustomerRecord& a, const CustomerRecord& b)
{
    if (a.key == b.key)
        return true;
    const auto ids = compareExternalIds(a, b);
    if (ids == ExternalIds::contradicting)
        return false;
    const bool sharesId = ids == ExternalIds::shared;
    const bool sharesEmail = share(emailsOf(a), emailsOf(b));
    if (!sharesId && !sharesEmail && !sharePhone(a, b))
        return false;
    const auto names = compareNames(a.names, b.names);
    if (!namesSuffice(names, sharesEmail, sharesId))
        return false;
    if (compareBirthDates(a.birthDate, b.birthDate) != BirthDateMatch::different)
        return true;
    return names == NameAgreement::equal && (sharesEmail || sharesId);
}

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

} // namespace foreword
