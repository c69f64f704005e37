#include "core/policy/canonical.h"

#include <algorithm>
#include <compare>
#include <set>

#include <nlohmann/json.hpp>

#include "core/base/hash.h"
#include "core/base/json_list.h"
#include "core/model/names.h"

namespace foreword {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json)
{
    // Text is valid UTF-8 when it comes from the store; elsewhere a bad byte must not throw.
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json timeJson(const Timestamp& time)
{
    return time.atOffset(0).toString();
}

Json timeJson(const std::optional<Timestamp>& time)
{
    return time ? timeJson(*time) : Json(nullptr);
}

Json keyJson(const RecordKey& key)
{
    return Json::array({key.source, key.id});
}

Json evidenceJson(const Evidence& evidence)
{
    Json json;
    if (evidence.citation) {
        const auto& citation = *evidence.citation;
        json["message"] = Json::array({citation.message().source, citation.message().id});
        json["start"] = citation.span().start;
        json["end"] = citation.span().end;
        json["sender"] = nameOf(evidence.sender);
        json["sender_name"] = evidence.senderName;
    } else {
        json["field"] = evidence.field;
    }
    json["quote"] = evidence.quote;
    json["at"] = timeJson(evidence.at);
    return json;
}

Json signalJson(const Signal& signal)
{
    Json json;
    json["id"] = signal.id;
    json["state"] = nameOf(signal.state);
    json["rank"] = nameOf(signal.rank);
    json["since"] = timeJson(signal.since);
    json["until"] = timeJson(signal.until);
    json["ends_by"] = signal.endsBy;
    json["scope"] = signal.scope;
    json["offers"] = jsonList(signal.offers, keyJson);
    json["count"] = signal.count;
    json["interactions"] = jsonList(signal.interactions, keyJson);
    json["evidence"] = jsonList(signal.evidence, evidenceJson);
    return json;
}

Json matchJson(const RuleMatch& match)
{
    Json json;
    json["rule"] = match.rule;
    json["title"] = match.title;
    json["version"] = match.version;
    json["owner"] = match.owner;
    json["rank"] = nameOf(match.rank);
    json["verdict"] = nameOf(match.verdict);
    json["posture"] = nameOf(match.posture);
    json["until"] = timeJson(match.until);
    json["until_event"] = match.untilEvent;
    json["until_plus_days"] = match.untilPlusDays;
    json["review_by"] = timeJson(match.reviewBy);
    json["signals"] = match.signals;
    json["say"] = match.say;
    json["override"] = Json::array({match.overrideRole, match.overrideMaxHours});
    return json;
}

Json overrideJson(const Override& given)
{
    Json json;
    json["rule"] = given.rule;
    json["offer"] = keyJson(given.offer);
    json["role"] = given.role;
    json["by"] = given.by;
    json["reason"] = given.reason;
    json["text"] = given.text;
    json["at"] = timeJson(given.at);
    json["until"] = timeJson(given.until);
    return json;
}

Json offerDecisionJson(const OfferDecision& offer)
{
    Json json;
    json["offer"] = keyJson(offer.offer);
    json["name"] = offer.name;
    json["kind"] = nameOf(offer.kind);
    json["verdict"] = nameOf(offer.verdict);
    json["until"] = timeJson(offer.until);
    json["until_event"] = offer.untilEvent;
    json["until_plus_days"] = offer.untilPlusDays;
    json["review_by"] = timeJson(offer.reviewBy);
    json["reason"] = offer.reason ? matchJson(*offer.reason) : Json(nullptr);
    json["evidence"] = jsonList(offer.evidence, evidenceJson);
    json["also_matched"] = jsonList(offer.alsoMatched, matchJson);
    json["overrides"] = jsonList(offer.overrides, overrideJson);
    return json;
}

Json offerJson(const OfferRecord& offer)
{
    auto channels = offer.channels;
    auto selectedBy = offer.selectedBy;
    std::ranges::sort(channels);
    std::ranges::sort(selectedBy);
    Json json;
    json["offer"] = keyJson(offer.key);
    json["name"] = offer.name;
    json["kind"] = nameOf(offer.kind);
    json["channels"] = channels;
    json["valid_from"] = timeJson(offer.validFrom);
    json["valid_to"] = timeJson(offer.validTo);
    json["value"] = offer.value;
    json["selected_by"] = selectedBy;
    json["credit"] = offer.credit;
    json["complex"] = offer.complex;
    return json;
}

Json interactionJson(const InteractionRecord& interaction)
{
    Json json;
    json["interaction"] = keyJson(interaction.key);
    json["closed_at"] = timeJson(interaction.closedAt);
    return json;
}

Json endJson(const RuleEnd& end)
{
    Json json;
    json["event"] = end.event;
    json["plus_days"] = end.plusDays;
    json["days"] = end.days;
    json["working_days"] = end.workingDays;
    json["review_days"] = end.reviewDays;
    return json;
}

std::vector<std::string> sorted(std::vector<std::string> words)
{
    std::ranges::sort(words);
    return words;
}

Json ruleJson(const Rule& rule)
{
    Json json;
    json["id"] = rule.id;
    json["title"] = rule.title;
    json["version"] = rule.version;
    json["owner"] = rule.owner;
    json["review"] = rule.review;
    json["rank"] = nameOf(rule.rank);
    json["all"] = sorted(rule.all);
    json["any"] = sorted(rule.any);
    json["states"] = Json::array({nameOf(rule.minState), nameOf(rule.maxState)});
    json["min_count"] = rule.minCount;
    json["after_working_days"] = rule.afterWorkingDays;
    json["only"] = Json::array({rule.onlyCredit, rule.onlyComplex});
    json["kinds"] = jsonList(rule.kinds, [](OfferKind kind) { return nameOf(kind); });
    json["offer"] = nameOf(rule.offer);
    json["conversation"] = nameOf(rule.conversation);
    json["until"] = endJson(rule.until);
    json["override"] = Json::array({rule.overrideRole, rule.overrideMaxHours});
    json["say"] = rule.say;
    return json;
}

Json settingsJson(const SignalSettings& settings)
{
    Json json;
    json["complaint_limits"] = jsonList(settings.complaintLimits, [](const ComplaintLimit& limit) {
        return Json::array({timeJson(limit.from), limit.days, limit.authority});
    });
    json["complaint_clock_percent"] = settings.complaintClockPercent;
    json["contact_caps"] = settings.contactCaps;
    json["contact_days"] = settings.contactDays;
    json["declined"] = Json::array({settings.declinedTimes, settings.declinedDays, settings.ignoredAfterDays});
    json["repeat"] = Json::array({settings.repeatContacts, settings.repeatDays});
    json["consent_max_age_days"] = settings.consentMaxAgeDays;
    json["consent_copy_max_hours"] = settings.consentCopyMaxHours;
    json["lifecycle_not_ready"] = sorted(settings.lifecycleNotReady);
    return json;
}

Json dateJson(const CivilDate& date)
{
    return Json::array({date.year, date.month, date.day});
}

Json calendarJson(const WorkCalendar& calendar)
{
    Json json;
    json["version"] = calendar.version;
    json["country"] = calendar.country;
    json["through"] = dateJson(calendar.through);
    json["countries"] = jsonList(calendar.countries, [](const CountryDays& country) {
        return Json::array({country.code, country.timeZone, country.weekend, jsonList(country.holidays, dateJson)});
    });
    return json;
}

Json testJson(const CharterTest& test)
{
    auto signals = test.signals;
    std::ranges::sort(signals);
    Json json;
    json["name"] = test.name;
    json["rule"] = test.rule;
    json["signals"] = jsonList(signals, [](const auto& signal) { return Json::array({signal.first, nameOf(signal.second)}); });
    auto counts = test.counts;
    std::ranges::sort(counts);
    json["counts"] = jsonList(counts, [](const auto& count) { return Json::array({count.first, count.second}); });
    json["days_ago"] = test.daysAgo;
    json["kind"] = nameOf(test.offer);
    json["marks"] = Json::array({test.credit, test.complex});
    json["expect"] = Json::array({nameOf(test.expectVerdict), nameOf(test.expectPosture)});
    return json;
}

Json goalJson(const Goal& goal)
{
    Json json;
    json["id"] = goal.id;
    json["title"] = goal.title;
    json["owner"] = goal.owner;
    json["measure"] = goal.measure;
    json["unit"] = goal.unit;
    json[goal.atLeast ? "at_least" : "at_most"] = goal.target;
    return json;
}

// The texts of a list in any order, as one canonical list.
template <class T, class F>
Json unorderedJson(const std::vector<T>& values, F toJson)
{
    std::vector<std::pair<std::string, Json>> entries;
    for (const auto& value : values) {
        Json json = toJson(value);
        auto text = dump(json);
        entries.emplace_back(std::move(text), std::move(json));
    }
    std::ranges::sort(entries, {}, &std::pair<std::string, Json>::first);
    return jsonList(entries, [](const auto& entry) { return entry.second; });
}

template <class T, class F>
std::string unorderedText(const std::vector<T>& values, F toJson)
{
    std::vector<std::string> texts;
    for (const auto& value : values)
        texts.push_back(dump(toJson(value)));
    std::ranges::sort(texts);
    std::string list = "[";
    for (const std::string& text : texts)
        list.append(list.size() > 1 ? "," : "").append(text);
    return list + "]";
}

bool evidenceBefore(const Evidence& a, const Evidence& b)
{
    if (a.citation.has_value() != b.citation.has_value())
        return a.citation.has_value();
    if (a.at != b.at)
        return b.at < a.at;
    if (a.citation != b.citation)
        return *a.citation < *b.citation;
    return std::tie(a.field, a.quote, a.sender, a.senderName) < std::tie(b.field, b.quote, b.sender, b.senderName);
}

} // namespace

Signal canonicalSignal(Signal signal)
{
    std::ranges::sort(signal.evidence, evidenceBefore);
    signal.evidence.erase(std::unique(signal.evidence.begin(), signal.evidence.end()), signal.evidence.end());
    std::ranges::sort(signal.scope);
    signal.scope.erase(std::unique(signal.scope.begin(), signal.scope.end()), signal.scope.end());
    std::ranges::sort(signal.offers);
    std::ranges::sort(signal.interactions);
    signal.interactions.erase(std::unique(signal.interactions.begin(), signal.interactions.end()), signal.interactions.end());
    return signal;
}

std::string canonicalText(const Signal& signal)
{
    return dump(signalJson(signal));
}

std::string inputHash(const DecisionInput& input)
{
    std::set<RecordKey> named;
    for (const auto& signal : input.signals)
        named.insert(signal.interactions.begin(), signal.interactions.end());
    std::vector<InteractionRecord> interactions;
    std::ranges::copy_if(input.interactions, std::back_inserter(interactions),
                         [&](const auto& interaction) { return named.contains(interaction.key); });
    // An object of the texts, without making them values again: this is done for every message.
    std::string text = "{\"as_of\":" + dump(timeJson(input.asOf));
    text += ",\"channel\":" + dump(nameOf(input.channel));
    text += ",\"signals\":" + unorderedText(input.signals, signalJson);
    text += ",\"offers\":" + unorderedText(input.offers, offerJson);
    text += ",\"interactions\":" + unorderedText(interactions, interactionJson);
    text += ",\"overrides\":" + unorderedText(input.overrides, overrideJson);
    text += ",\"country\":" + dump(input.country) + "}";
    return sha256Hex(text);
}

std::string charterHash(const Charter& charter)
{
    Json json;
    json["version"] = charter.version();
    json["owner"] = charter.owner();
    json["review"] = charter.review();
    const FailClosed& failClosed = charter.failClosed();
    json["fail_closed"] = Json::array({failClosed.title, failClosed.owner, failClosed.say, failClosed.reviewDays});
    json["signals"] = unorderedJson(charter.inertSignals(), [](const auto& signal) { return Json::array({signal.id, signal.reason}); });
    json["rules"] = unorderedJson(charter.rules(), ruleJson);
    json["settings"] = settingsJson(charter.settings());
    json["data"] = Json::array({charter.data().sourceOrder, charter.data().steward, charter.data().recordStaleDays});
    json["calendar"] = calendarJson(charter.calendar());
    json["goals"] = unorderedJson(charter.goals(), goalJson);
    json["tests"] = unorderedJson(charter.tests(), testJson);
    return sha256Hex(dump(json));
}

std::string canonicalDecision(const Decision& decision)
{
    Json json;
    json["as_of"] = timeJson(decision.asOf);
    json["channel"] = decision.channel;
    json["charter_version"] = decision.charterVersion;
    json["charter_hash"] = decision.charterHash;
    json["dictionary_hash"] = decision.dictionaryHash;
    json["engine_hash"] = decision.engineHash;
    json["input_hash"] = decision.inputHash;
    json["posture"] = nameOf(decision.posture);
    json["posture_reason"] = decision.postureReason ? matchJson(*decision.postureReason) : Json(nullptr);
    json["posture_evidence"] = jsonList(decision.postureEvidence, evidenceJson);
    json["matched"] = jsonList(decision.matched, matchJson);
    json["signals"] = jsonList(decision.signals, signalJson);
    json["unknown"] = decision.unknown;
    json["offers"] = jsonList(decision.offers, offerDecisionJson);
    return dump(json);
}

} // namespace foreword
