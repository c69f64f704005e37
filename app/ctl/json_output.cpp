#include "app/ctl/json_output.h"

#include "app/ctl/explain_text.h"
#include "app/ctl/profile_output.h"
#include "core/desk/output.h"
#include "core/model/names.h"

namespace foreword::ctl {
namespace {

// Words carry their place in a message; a field carries its name.
Json evidenceJson(const std::vector<Evidence>& evidence)
{
    auto list = Json::array();
    for (const auto& item : evidence) {
        Json json;
        if (item.citation) {
            json = {{"message_id", item.citation->message().id}, {"start", item.citation->span().start},
                    {"end", item.citation->span().end},          {"quote", item.quote},
                    {"source", item.citation->message().source}, {"sender", nameOf(item.sender)}};
        } else {
            json = {{"field", item.field}, {"value", item.quote}};
        }
        json["at"] = timeJson(item.at);
        list.push_back(std::move(json));
    }
    return list;
}

Json alsoMatchedJson(const std::vector<RuleMatch>& matches)
{
    auto list = Json::array();
    for (const auto& match : matches)
        list.push_back({{"rule", match.rule}, {"verdict", nameOf(match.verdict)}, {"rank", nameOf(match.rank)}});
    return list;
}

} // namespace

Json recordKeyJson(const RecordKey& key)
{
    return {{"source", key.source}, {"id", key.id}};
}

Json timeJson(const std::optional<Timestamp>& time)
{
    return time ? Json(time->toString()) : Json(nullptr);
}

Json countsJson(const IngestCounts& counts)
{
    Json json{{"added", Json::object()},
              {"updated", Json::object()},
              {"unchanged", Json::object()},
              {"unresolved", Json::object()},
              {"erased", Json::object()}};
    for (const auto type : recordTypeNames) {
        const std::string name(type);
        const auto found = counts.byType.find(name);
        const TypeCounts byType = found == counts.byType.end() ? TypeCounts() : found->second;
        const auto unresolved = counts.unresolved.find(name);
        json["added"][name] = byType.added;
        json["updated"][name] = byType.updated;
        json["unchanged"][name] = byType.unchanged;
        json["erased"][name] = byType.erased;
        json["unresolved"][name] = unresolved == counts.unresolved.end() ? 0 : unresolved->second;
    }
    return json;
}

Json rejectsJson(const std::vector<Reject>& rejects)
{
    auto list = Json::array();
    for (const auto& reject : rejects) {
        Json json{{"file", reject.file},
                  {"line", reject.line},
                  {"code", errorEntry(reject.error.code).name},
                  {"message", englishMessage(reject.error)}};
        if (const auto field = reject.error.param("field"); !field.empty())
            json["field"] = std::string(field);
        list.push_back(std::move(json));
    }
    return list;
}

Json signalsJson(const std::vector<Signal>& signals)
{
    auto list = Json::array();
    for (const auto& signal : signals) {
        list.push_back({{"id", signal.id},
                        {"state", nameOf(signal.state)},
                        {"rank", nameOf(signal.rank)},
                        {"since", timeJson(signal.since)},
                        {"until", timeJson(signal.until)},
                        {"evidence", evidenceJson(signal.evidence)}});
    }
    return list;
}

Json overrideJson(const Override& given)
{
    return {{"rule", given.rule},        {"offer", given.offer.id.empty() ? Json(nullptr) : recordKeyJson(given.offer)},
            {"role", given.role},        {"by", given.by},
            {"reason", given.reason},    {"text", given.text},
            {"at", given.at.toString()}, {"until", given.until.toString()}};
}

Json givenOverrideJson(const GivenOverride& kept)
{
    Json json = overrideJson(kept.given);
    json["number"] = kept.number;
    json["role_from"] = "self_stated";
    json["account"] = kept.account;
    json["customer"] = recordKeyJson(kept.customer);
    json["recorded_at"] = kept.recordedAt.toString();
    json["taken_back_at"] = timeJson(kept.takenBackAt);
    json["taken_back_by"] = kept.takenBackAt ? Json(kept.takenBackBy) : Json(nullptr);
    json["taken_back_account"] = kept.takenBackAt ? Json(kept.takenBackAccount) : Json(nullptr);
    return json;
}

Json offersJson(const std::vector<OfferDecision>& offers)
{
    auto list = Json::array();
    for (const auto& offer : offers) {
        auto overrides = Json::array();
        for (const auto& given : offer.overrides)
            overrides.push_back(overrideJson(given));
        Json json{{"id", offer.offer.id},
                  {"source", offer.offer.source},
                  {"name", offer.name},
                  {"kind", nameOf(offer.kind)},
                  {"verdict", nameOf(offer.verdict)},
                  {"until", timeJson(offer.until)},
                  {"until_event", offer.untilEvent.empty() ? Json(nullptr) : Json(offer.untilEvent)},
                  {"review_by", timeJson(offer.reviewBy)},
                  {"rule", offer.reason ? Json(offer.reason->rule) : Json(nullptr)},
                  {"reason", offer.reason ? Json(offer.reason->say) : Json(nullptr)},
                  {"evidence", evidenceJson(offer.evidence)},
                  {"also_matched", alsoMatchedJson(offer.alsoMatched)},
                  {"overrides", std::move(overrides)}};
        list.push_back(std::move(json));
    }
    return list;
}

Json matchesJson(const std::vector<RuleMatch>& matches)
{
    auto list = Json::array();
    for (const auto& match : matches)
        list.push_back({{"rule", match.rule},
                        {"title", match.title},
                        {"version", match.version},
                        {"owner", match.owner},
                        {"rank", nameOf(match.rank)},
                        {"verdict", nameOf(match.verdict)},
                        {"posture", nameOf(match.posture)},
                        {"signals", match.signals},
                        {"until", timeJson(match.until)},
                        {"until_event", match.untilEvent.empty() ? Json(nullptr) : Json(match.untilEvent)},
                        {"review_by", timeJson(match.reviewBy)},
                        {"say", match.say}});
    return list;
}

Json explanationJson(const Decision& decision, const OfferDecision& offer, const Dictionary& dictionary)
{
    const Explanation explanation = explain(decision, offer);
    auto alsoHold = Json::array();
    for (const auto* match : explanation.alsoHold)
        alsoHold.push_back(match->rule);
    auto freed = Json::array();
    for (const auto* other : explanation.freed)
        freed.push_back(other->offer.id);
    Json released = nullptr;
    if (offer.reason)
        released = {{"at", timeJson(offer.reason->until)},
                    {"event", offer.reason->untilEvent},
                    {"plus_days", offer.reason->untilPlusDays},
                    {"review_by", timeJson(offer.reason->reviewBy)},
                    {"override", offer.reason->overrideRole}};
    return {{"line", explanationLine(decision, offer, dictionary)},
            {"signals", offer.reason ? Json(offer.reason->signals) : Json::array()},
            {"would_also_hold", std::move(alsoHold)},
            {"without_first", nameOf(explanation.withoutFirst)},
            {"allowed_without", std::move(freed)},
            {"released_by", std::move(released)}};
}

Json timingsJson(const Timings& timings)
{
    return {{"open", timings.open}, {"read", timings.read}, {"fold", timings.fold}, {"decide", timings.decide}, {"total", timings.total}};
}

Json customerJson(const Profile& profile)
{
    auto records = Json::array();
    for (const auto& key : profile.records)
        records.push_back(recordKeyJson(key));
    return {{"person", profile.person}, {"name", profile.displayName}, {"records", std::move(records)}};
}

Json viewJson(const CustomerView& view, bool timings)
{
    Json json{{"customer", customerJson(view.profile)}, {"as_of", view.decision.asOf.toString()}};
    json.update(briefJson(view.brief));
    json["posture"] = nameOf(view.decision.posture);
    json["offers"] = offersJson(view.decision.offers);
    json["signals"] = signalsJson(view.decision.signals);
    json["dictionary_version"] = view.brief.dictionaryVersion;
    json["charter_version"] = view.decision.charterVersion;
    auto sources = Json::array();
    for (const auto& source : view.freshness)
        sources.push_back({{"source", source.source},
                           {"newest_at", source.newest ? Json(source.newest->toString()) : Json(nullptr)},
                           {"pulled_at", source.pulled ? Json(source.pulled->toString()) : Json(nullptr)},
                           {"stale", source.stale}});
    json["sources"] = std::move(sources);
    json["gone"] = goneJson(view.history.gone);
    json["unread_messages"] = view.unread;
    json["read_by_another_dictionary"] = view.readByAnother;
    if (timings)
        json["timings_us"] = timingsJson(view.timings);
    return json;
}

Json hitsJson(const std::vector<Hit>& hits)
{
    auto list = Json::array();
    for (const auto& hit : hits)
        list.push_back({{"person", hit.person},
                        {"name", hit.displayName},
                        {"field", hit.field},
                        {"matched", hit.matched},
                        {"score", hit.score},
                        {"could_also_be", hit.couldAlsoBe}});
    return list;
}

} // namespace foreword::ctl
