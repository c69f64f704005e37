#include "core/desk/overriding.h"

#include <algorithm>

#include "core/base/platform/account.h"
#include "core/desk/decision_input.h"
#include "core/desk/promise_times.h"
#include "core/store/connection.h"
#include "core/store/override_table.h"
#include "core/store/reading.h"
#include "core/text/lines.h"
#include "core/text/redaction.h"
#include "core/text/utf8.h"

namespace foreword {
namespace {

constexpr std::size_t longestName = 200; // bytes
constexpr std::size_t longestText = 2000;

Failure incomplete(std::string field)
{
    return fail(ErrorCode::override_incomplete, {{"field", std::move(field)}});
}

Result<> checkWho(std::string_view by)
{
    if (by.empty() || by.size() > longestName)
        return incomplete("by");
    if (!isValidUtf8(by))
        return fail(ErrorCode::bad_utf8);
    return {};
}

Result<> checkReason(const OverrideRequest& request)
{
    FOREWORD_CHECK(checkWho(request.by));
    if (std::ranges::find(overrideReasons, request.reason) == overrideReasons.end())
        return incomplete("reason");
    if (request.text.empty() || request.text.size() > longestText)
        return incomplete("text");
    if (!isValidUtf8(request.text))
        return fail(ErrorCode::bad_utf8);
    return {};
}

// Whether the rule stops the offer: one that was overridden already may be overridden for longer.
bool stops(const OfferDecision& offer, std::string_view rule)
{
    const auto is = [&](const RuleMatch& match) { return match.rule == rule && match.verdict > Verdict::allow; };
    return (offer.reason && is(*offer.reason)) || std::ranges::any_of(offer.alsoMatched, is);
}

bool stopsSome(const Decision& decision, const OverrideRequest& request)
{
    return std::ranges::any_of(decision.offers, [&](const OfferDecision& offer) {
        return (request.offer.id.empty() || request.offer == offer.offer) && stops(offer, request.rule);
    });
}

// What the charter lets this person do.
Result<int> hoursGranted(const Charter& charter, const OverrideRequest& request)
{
    const auto rule = std::ranges::find(charter.rules(), request.rule, &Rule::id);
    if (rule == charter.rules().end() || rule->rank <= Rank::p1 || rule->overrideRole.empty())
        return fail(ErrorCode::override_forbidden, {{"rule", request.rule}});
    if (request.role != rule->overrideRole)
        return fail(ErrorCode::override_role, {{"rule", request.rule}, {"role", rule->overrideRole}});
    if (request.hours < 0 || request.hours > rule->overrideMaxHours)
        return fail(ErrorCode::override_too_long,
                    {{"rule", request.rule}, {"hours", std::to_string(request.hours)}, {"limit", std::to_string(rule->overrideMaxHours)}});
    return request.hours == 0 ? rule->overrideMaxHours : request.hours;
}

} // namespace

Result<GivenOverride> giveOverride(Connection& writer, const Definitions& definitions, OverrideRequest request, const OverrideTimes& times)
{
    request.by = std::string(trimmed(request.by));
    request.text = std::string(trimmed(request.text));
    FOREWORD_TRY(const int hours, hoursGranted(definitions.charter, request));
    FOREWORD_CHECK(checkReason(request));
    FOREWORD_TRY(auto history, readHistory(writer, request.person, {}));
    readPromisesAtHome(history, definitions.charter.calendar());
    FOREWORD_TRY(auto offers, RecordTable(writer).offers());
    const auto decision =
        decide(definitions.charter, definitions.dictionary,
               makeDecisionInput(definitions.dictionary, definitions.charter, history, std::move(offers), times.at, request.channel));
    if (!stopsSome(decision, request))
        return fail(ErrorCode::override_unmatched, {{"rule", request.rule}});
    GivenOverride kept;
    kept.customer = history.records.front().key;
    kept.given = {std::move(request.offer),
                  std::move(request.rule),
                  std::move(request.role),
                  std::move(request.by),
                  std::move(request.reason),
                  redactCardData(std::move(request.text)).text,
                  times.at,
                  times.at.plusMinutes(hours * 60LL)};
    kept.recordedAt = times.recorded;
    kept.account = platform::accountName();
    FOREWORD_TRY(auto transaction, Transaction::write(writer));
    FOREWORD_TRY(kept.number, OverrideTable(writer).add(kept));
    FOREWORD_CHECK(transaction.commit());
    return kept;
}

Result<> takeOverrideBack(Connection& writer, std::int64_t person, std::int64_t number, std::string_view by, Timestamp at)
{
    const std::string_view who = trimmed(by);
    FOREWORD_CHECK(checkWho(who));
    FOREWORD_TRY(auto transaction, Transaction::write(writer));
    FOREWORD_TRY(const auto records, PersonTable(writer).ofPerson(person));
    for (const auto& record : records) {
        FOREWORD_TRY(const bool done, OverrideTable(writer).takeBack(number, record.record.key, who, platform::accountName(), at));
        if (done)
            return transaction.commit();
    }
    return fail(ErrorCode::override_unknown, {{"number", std::to_string(number)}});
}

} // namespace foreword
