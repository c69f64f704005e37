#include "core/policy/decider.h"

#include <algorithm>
#include <array>
#include <compare>

#include <unicode/timezone.h>
#include <unicode/uversion.h>

#include "core/base/hash.h"
#include "core/model/names.h"
#include "core/policy/canonical.h"
#include "core/policy/rule_matching.h"

namespace foreword {
namespace {

// Counts up with every change of what this room decides from the same input.
constexpr std::string_view engineVersion = "foreword-policy 2";

std::string engineHash()
{
    UVersionInfo version;
    u_getVersion(version);
    std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
    u_versionToString(version, text.data());
    // Zones say where a working day ends.
    UErrorCode status = U_ZERO_ERROR;
    const char* zones = icu::TimeZone::getTZDataVersion(status);
    return sha256Hex(
        std::string(engineVersion).append(" icu ").append(text.data()).append(" zones ").append(U_SUCCESS(status) ? zones : "?"));
}

// Rank, severity of the verdict, order of the dictionary; the id settles what is left.
void sortMatches(std::vector<Matched>& matches, const SignalSet& signals)
{
    std::ranges::sort(matches, [&](const Matched& a, const Matched& b) {
        if (a.match.rank != b.match.rank)
            return a.match.rank < b.match.rank;
        if (a.match.verdict != b.match.verdict)
            return a.match.verdict > b.match.verdict;
        const auto orderA = signals.orderOf(a.signals.front()->id);
        const auto orderB = signals.orderOf(b.signals.front()->id);
        return orderA != orderB ? orderA < orderB : a.match.rule < b.match.rule;
    });
}

std::vector<Evidence> evidenceOf(const Matched& matched)
{
    std::vector<Evidence> evidence;
    for (const auto* signal : matched.signals) {
        for (const auto& item : signal->evidence) {
            if (std::ranges::find(evidence, item) == evidence.end())
                evidence.push_back(item);
        }
    }
    return evidence;
}

// Whether `a` stands longer than `b`: what ends by an event is taken to outlast any date.
bool endsLater(const RuleMatch& a, const RuleMatch& b)
{
    if (!a.until || !b.until)
        return !a.until && b.until;
    return *a.until > *b.until;
}

std::vector<Matched> matchAll(const Charter& charter, const MatchContext& context, const OfferRecord* offer)
{
    std::vector<Matched> matches;
    for (const auto& rule : charter.rules()) {
        if (auto matched = matchRule(rule, context, offer))
            matches.push_back(std::move(*matched));
    }
    const bool reached = !offer || (offer->kind != OfferKind::support && offer->kind != OfferKind::serviceNotice);
    if (auto matched = reached ? matchUnknown(charter, context.signals, context.input.asOf) : std::nullopt)
        matches.push_back(std::move(*matched));
    sortMatches(matches, context.signals);
    return matches;
}

// Whether a person has taken the rule's verdict off this offer, as the rule lets them.
const Override* overrideOf(const Matched& matched, const OfferRecord& offer, const DecisionInput& input)
{
    const Rule* rule = matched.rule;
    if (!rule || rule->rank <= Rank::p1 || rule->overrideRole.empty())
        return nullptr;
    const auto found = std::ranges::find_if(input.overrides, [&](const Override& given) {
        const bool meant = given.rule == rule->id && (given.offer.id.empty() || given.offer == offer.key);
        const bool reasoned = given.role == rule->overrideRole && !given.reason.empty() && !given.text.empty();
        const Timestamp latest = given.at.plusMinutes(rule->overrideMaxHours * 60LL);
        return meant && reasoned && given.at <= input.asOf && input.asOf < std::min(given.until, latest);
    });
    return found == input.overrides.end() ? nullptr : &*found;
}

OfferDecision decideOffer(const OfferRecord& offer, const DecisionInput& input, const std::vector<Matched>& matches)
{
    OfferDecision decision;
    decision.offer = offer.key;
    decision.name = offer.name;
    decision.kind = offer.kind;
    const RuleMatch* last = nullptr;
    for (const auto& matched : matches) {
        if (const Override* given = overrideOf(matched, offer, input)) {
            decision.overrides.push_back(*given);
            decision.alsoMatched.push_back(matched.match);
            continue;
        }
        decision.verdict = std::max(decision.verdict, matched.match.verdict);
        if (!decision.reason) {
            decision.reason = matched.match;
            decision.evidence = evidenceOf(matched);
        } else {
            decision.alsoMatched.push_back(matched.match);
        }
        if (!last || endsLater(matched.match, *last))
            last = &matched.match;
    }
    if (last) {
        decision.until = last->until;
        decision.untilEvent = last->untilEvent;
        decision.untilPlusDays = last->untilPlusDays;
        decision.reviewBy = last->reviewBy;
    }
    return decision;
}

// A total order of numbers, whatever a caller puts into a value.
std::strong_ordering compareValues(double a, double b)
{
    return std::strong_order(a == 0 ? 0.0 : a, b == 0 ? 0.0 : b);
}

// Allowed offers first, by value; value has no say in the order of the others.
std::vector<OfferDecision> decideOffers(const Charter& charter, const MatchContext& context)
{
    struct Ranked {
        double value;
        OfferDecision decision;
    };
    const DecisionInput& input = context.input;
    std::vector<Ranked> ranked;
    for (const auto& offer : input.offers) {
        if (isCandidate(offer, input.asOf, input.channel))
            ranked.push_back({offer.value, decideOffer(offer, input, matchAll(charter, context, &offer))});
    }
    std::ranges::sort(ranked, [](const Ranked& a, const Ranked& b) {
        if (a.decision.verdict != b.decision.verdict)
            return a.decision.verdict < b.decision.verdict;
        if (a.decision.verdict == Verdict::allow && compareValues(a.value, b.value) != 0)
            return compareValues(a.value, b.value) > 0;
        return std::tie(a.decision.offer, a.decision.name, a.decision.kind) < std::tie(b.decision.offer, b.decision.name, b.decision.kind);
    });
    std::vector<OfferDecision> offers;
    for (auto& entry : ranked)
        offers.push_back(std::move(entry.decision));
    return offers;
}

void setPosture(Decision& decision, const std::vector<Matched>& matches)
{
    for (const auto& matched : matches)
        decision.posture = std::max(decision.posture, matched.match.posture);
    if (decision.posture == Posture::normal)
        return;
    const auto first = std::ranges::find(matches, decision.posture, [](const Matched& matched) { return matched.match.posture; });
    decision.postureReason = first->match;
    decision.postureEvidence = evidenceOf(*first);
}

} // namespace

bool isCandidate(const OfferRecord& offer, Timestamp asOf, ConsentChannel channel)
{
    if ((offer.validFrom && asOf < *offer.validFrom) || (offer.validTo && *offer.validTo < asOf))
        return false;
    if (offer.channels.empty() || channel == ConsentChannel::any)
        return true;
    return std::ranges::any_of(offer.channels, [&](const auto& name) { return name == nameOf(channel) || name == "any"; });
}

Decision decide(const Charter& charter, const Dictionary& dictionary, const DecisionInput& input)
{
    const SignalSet signals(dictionary, input.signals, input.channel);
    const MatchContext context{signals, input, charter.calendar()};
    const auto matches = matchAll(charter, context, nullptr);

    Decision decision;
    decision.asOf = input.asOf;
    decision.channel = nameOf(input.channel);
    decision.charterHash = charter.hash();
    decision.charterVersion = charter.version();
    decision.dictionaryHash = dictionary.hash();
    decision.engineHash = engineHash();
    decision.inputHash =
        inputHash({signals.all(), input.offers, input.interactions, input.asOf, input.channel, input.overrides, input.country});
    decision.signals = signals.all();
    for (const auto* signal : signals.unknown()) {
        if (std::ranges::find(decision.unknown, signal->id) == decision.unknown.end())
            decision.unknown.push_back(signal->id);
    }
    for (const auto& matched : matches)
        decision.matched.push_back(matched.match);
    setPosture(decision, matches);
    decision.offers = decideOffers(charter, context);
    return decision;
}

} // namespace foreword
