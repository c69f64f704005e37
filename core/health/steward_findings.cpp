#include "core/health/steward_findings.h"

#include <algorithm>

#include "core/identity/normalize.h"
#include "core/model/names.h"
#include "core/text/lines.h"

namespace foreword {
namespace {

std::string keyText(const RecordKey& key)
{
    return key.source + ":" + key.id;
}

std::string recordOf(const FieldValue& value)
{
    return value.sources.empty() ? std::string() : keyText(value.sources.front());
}

// The profile names fields of external ids like their kind ("account_id").
bool isExternalId(const History& history, std::string_view field)
{
    return std::ranges::any_of(history.records, [&](const CustomerRecord& record) {
        return std::ranges::any_of(record.externalIds, [&](const auto& entry) {
            const std::string& kind = entry.first;
            return field == (kind.ends_with("_id") ? kind : kind + "_id");
        });
    });
}

void addIdentifiers(const Profile& profile, const History& history, std::vector<StewardFinding>& findings)
{
    for (const auto& field : profile.fields) {
        if (!field.conflicting() || !isExternalId(history, field.name))
            continue;
        for (const auto& other : field.others)
            findings.push_back({"identifiers_conflict",
                                {{"field", field.name},
                                 {"first_record", recordOf(field.chosen)},
                                 {"first", field.chosen.value},
                                 {"second_record", recordOf(other)},
                                 {"second", other.value}}});
    }
}

void addConsents(const History& history, Timestamp asOf, std::vector<StewardFinding>& findings)
{
    for (const auto& consent : history.consents) {
        if (consent.status != ConsentStatus::granted || consent.basis != ConsentBasis::none || consent.at > asOf)
            continue;
        findings.push_back({"consent_without_proof",
                            {{"record", keyText({consent.source, consent.id})},
                             {"purpose", consent.purpose},
                             {"channel", std::string(nameOf(consent.channel))},
                             {"at", consent.at.toString()}}});
    }
}

void addStale(const History& history, int staleDays, Timestamp asOf, std::vector<StewardFinding>& findings)
{
    for (const auto& record : history.records) {
        if (staleDays > 0 && record.updatedAt && record.updatedAt->plusDays(staleDays) <= asOf)
            findings.push_back({"record_stale", {{"record", keyText(record.key)}, {"updated_at", record.updatedAt->toString()}}});
    }
}

void addGone(const History& history, std::vector<StewardFinding>& findings)
{
    for (const auto& gone : history.gone) {
        const bool customer = gone.kind == GoneRecord::Kind::customer;
        findings.push_back(
            {"record_gone",
             {{"record", keyText(gone.key)}, {"type", customer ? "customer" : "interaction"}, {"seen_at", gone.seenAt.toString()}}});
    }
}

bool hasPostalAddress(const CustomerRecord& record)
{
    return std::ranges::any_of(record.addresses, [](const Address& address) {
        return !trimmed(address.street).empty() && !(trimmed(address.city).empty() && trimmed(address.postcode).empty());
    });
}

bool isReachable(const CustomerRecord& record)
{
    const auto region = regionOf(record);
    return std::ranges::any_of(record.emails, [](const std::string& email) { return isEmail(email); })
        || std::ranges::any_of(record.phones, [&](const std::string& phone) { return !comparablePhone(phone, region).empty(); })
        || hasPostalAddress(record);
}

} // namespace

std::vector<StewardFinding> stewardFindings(const Profile& profile, const History& history, int staleDays, Timestamp asOf)
{
    std::vector<StewardFinding> findings;
    addIdentifiers(profile, history, findings);
    addConsents(history, asOf, findings);
    addStale(history, staleDays, asOf, findings);
    addGone(history, findings);
    const auto isGone = [&](const CustomerRecord& record) {
        // A ticket may bear the id of a customer record of the same system.
        return std::ranges::any_of(
            history.gone, [&](const GoneRecord& gone) { return gone.kind == GoneRecord::Kind::customer && gone.key == record.key; });
    };
    if (std::ranges::none_of(history.records, [&](const CustomerRecord& record) { return !isGone(record) && isReachable(record); }))
        findings.push_back({"unreachable", {{"records", std::to_string(history.records.size())}}});
    return findings;
}

} // namespace foreword
