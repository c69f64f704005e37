#include "app/ctl/profile_output.h"

#include <ostream>

#include "app/ctl/text_output.h"
#include "core/base/json_list.h"
#include "core/model/names.h"

namespace foreword::ctl {
namespace {

constexpr std::int64_t microsADay = 86'400'000'000;

Json keysJson(const std::vector<RecordKey>& keys)
{
    auto list = Json::array();
    for (const auto& key : keys)
        list.push_back(recordKeyJson(key));
    return list;
}

Json daysSince(const std::optional<Timestamp>& time, Timestamp asOf)
{
    return time ? Json((asOf.micros() - time->micros()) / microsADay) : Json(nullptr);
}

Json valueJson(const FieldValue& value, Timestamp asOf)
{
    return {{"value", value.value},
            {"sources", keysJson(value.sources)},
            {"updated_at", timeJson(value.updatedAt)},
            {"age_days", daysSince(value.updatedAt, asOf)},
            {"verified", value.verified},
            {"gone", value.gone},
            {"stale", value.stale}};
}

Json textOrNull(const std::string& text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

Json fieldJson(const ProfileField& field, Timestamp asOf)
{
    auto others = Json::array();
    for (const auto& other : field.others)
        others.push_back(valueJson(other, asOf));
    Json json{{"name", field.name}};
    json.update(valueJson(field.chosen, asOf));
    json["chosen_by"] = nameOf(field.chosenBy);
    json["others"] = std::move(others);
    json["conflict"] = field.conflicting();
    json["definition"] = textOrNull(field.meaning.definition);
    json["owner"] = textOrNull(field.meaning.owner);
    return json;
}

std::string dateText(const CivilDate& date)
{
    return Timestamp::fromCivil({date}, 0).toString().substr(0, std::size("2026-11-28") - 1);
}

Json tenureJson(const std::optional<Tenure>& tenure)
{
    if (!tenure)
        return nullptr;
    return {{"since", dateText(tenure->since)},
            {"years", tenure->years},
            {"months", tenure->months},
            {"definition", textOrNull(tenure->meaning.definition)},
            {"owner", textOrNull(tenure->meaning.owner)}};
}

Json consentJson(const ConsentRecord& consent)
{
    return {{"source", consent.source},       {"id", textOrNull(consent.id)},       {"customer", recordKeyJson(consent.customer)},
            {"purpose", consent.purpose},     {"channel", nameOf(consent.channel)}, {"status", nameOf(consent.status)},
            {"basis", nameOf(consent.basis)}, {"at", consent.at.toString()}};
}

Json readingJson(const ConsentReading& reading)
{
    auto entries = Json::array();
    for (const auto& entry : reading.entries) {
        auto json = consentJson(entry.record);
        json["copied_at"] = timeJson(entry.copiedAt);
        json["counts"] = entry.counts;
        json["answered"] = entry.answered;
        json["proof"] = entry.hasProof;
        entries.push_back(std::move(json));
    }
    return {{"purpose", reading.purpose},
            {"channel", nameOf(reading.channel)},
            {"state", nameOf(reading.state)},
            {"ground", nameOf(reading.ground)},
            {"entries", std::move(entries)}};
}

Json holderJson(const OtherHolder& holder)
{
    auto shared = Json::array();
    for (const auto& one : holder.shared)
        shared.push_back({{"kind", one.kind}, {"value", one.normal}});
    return {{"person", holder.person}, {"name", holder.displayName}, {"shared", std::move(shared)}};
}

// Where a value is from, and of which day: "crm:C-1, helpdesk:H-2, 2026-11-01, verified".
std::string originText(const FieldValue& value)
{
    std::string text;
    for (const auto& key : value.sources)
        text.append(text.empty() ? "" : ", ").append(printable(key.source + ":" + key.id));
    if (value.updatedAt)
        text.append(", ").append(dateText(value.updatedAt->local().date));
    return text + (value.verified ? ", verified" : "") + (value.gone ? ", gone" : "") + (value.stale ? ", stale" : "");
}

void printField(std::ostream& out, const ProfileField& field)
{
    out << "  " << printable(field.name) << ": " << printable(field.chosen.value) << "  (" << originText(field.chosen);
    if (!field.others.empty())
        out << "; chosen: " << nameOf(field.chosenBy);
    out << ")\n";
    for (const auto& other : field.others)
        out << (field.conflicting() ? "    conflicts: " : "    also: ") << printable(other.value) << "  (" << originText(other) << ")\n";
    if (!field.meaning.owner.empty())
        out << "    " << field.meaning.definition << " Owner: " << field.meaning.owner << ".\n";
}

void printReading(std::ostream& out, const ConsentReading& reading)
{
    out << "  consent " << printable(reading.purpose) << '/' << nameOf(reading.channel) << ": " << nameOf(reading.state) << " ("
        << nameOf(reading.ground) << ")\n";
    for (const auto& entry : reading.entries) {
        const auto& consent = entry.record;
        out << "    " << nameOf(consent.status) << ", basis " << nameOf(consent.basis) << ", " << consent.at.toString() << ", from "
            << printable(consent.source) << (consent.id.empty() ? "" : ":" + printable(consent.id)) << " about "
            << printable(consent.customer.source + ":" + consent.customer.id) << (entry.counts ? ", counts" : "")
            << (entry.answered ? ", answered by a later opt-in" : "") << (entry.hasProof ? "" : ", no proof") << '\n';
    }
}

const char* typeOf(const GoneRecord& record)
{
    return record.kind == GoneRecord::Kind::customer ? "customer" : "interaction";
}

} // namespace

Json goneJson(const std::vector<GoneRecord>& gone)
{
    return jsonList(gone, [](const GoneRecord& record) {
        Json json = recordKeyJson(record.key);
        json["type"] = typeOf(record);
        json["seen_at"] = record.seenAt.toString();
        return json;
    });
}

void printGone(std::ostream& out, const std::vector<GoneRecord>& gone)
{
    for (const auto& record : gone)
        out << "  gone: " << typeOf(record) << ' ' << printable(record.key.source + ":" + record.key.id) << ", not there any more on "
            << dateText(record.seenAt.local().date) << '\n';
}

Json staleJson(const std::vector<SourceFreshness>& sources)
{
    auto list = Json::array();
    for (const auto& source : sources) {
        if (source.stale)
            list.push_back({{"source", source.source}, {"pulled_at", timeJson(source.pulled)}});
    }
    return list;
}

void printStale(std::ostream& out, const std::vector<SourceFreshness>& sources)
{
    for (const auto& source : sources) {
        if (source.stale)
            out << "  stale: " << printable(source.source) << ", last pulled " << (source.pulled ? source.pulled->toString() : "never")
                << "; what it told may have changed since\n";
    }
}

void printProfile(std::ostream& out, const Profile& profile)
{
    out << printable(profile.displayName) << '\n';
    for (const auto& field : profile.fields)
        printField(out, field);
    if (profile.tenure)
        out << "  tenure: " << profile.tenure->years << " years, " << profile.tenure->months << " months\n";
    for (const auto& holder : profile.couldAlsoBe) {
        out << "  could also be " << printable(holder.displayName) << ":";
        for (const auto& one : holder.shared)
            out << ' ' << one.kind << ' ' << printable(one.normal);
        out << '\n';
    }
    for (const auto& reading : profile.consent) {
        if (!reading.entries.empty())
            printReading(out, reading);
    }
}

Json profileJson(const Profile& profile, Timestamp asOf)
{
    return {{"person", profile.person},
            {"name", profile.displayName},
            {"records", keysJson(profile.records)},
            {"fields", jsonList(profile.fields, [&](const ProfileField& field) { return fieldJson(field, asOf); })},
            {"tenure", tenureJson(profile.tenure)},
            {"could_also_be", jsonList(profile.couldAlsoBe, holderJson)},
            {"consent", jsonList(profile.consent, readingJson)},
            {"consents", jsonList(profile.consents, consentJson)}};
}

} // namespace foreword::ctl
