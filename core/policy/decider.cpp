#include "core/policy/decider.h"

#include <algorithm>
#include <array>
#include <compare>

#include <unicode/uversion.h>

#include "core/base/hash.h"
#include "core/model/names.h"
#include "core/policy/canonical.h"
#include "core/policy/rule_matching.h"

namespace foreword {
namespace {

// Counts up with every change of what this room decides from the same input.
constexpr std::string_view engineVersion = "foreword-policy 1";

std::string engineHash()
{
    UVersionInfo version;
    u_getVersion(version);
    std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
    u_versionToString(version, text.data());
    return sha256Hex(std::string(engineVersion).append(" icu ").append(text.data()));
}

// An offer that is not valid now, or not made in this channel, is no candidate: there is
// nothing to allow, hold or suppress. An empty list of channels means every channel.
bool isCandidate(const OfferRecord& offer, Timestamp asOf, ConsentChannel channel)
{
    if ((offer.validFrom && asOf < *offer.validFrom) || (offer.validTo && *offer.validTo < asOf))
        return false;
    if (offer.channels.empty() || channel == ConsentChannel::any)
        return true;
    return std::ranges::any_of(offer.channels, [&](const auto& name) { return name == nameOf(channel) || name == "any"; });
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

// Of the signals that `counts` accepts.
template <class F>
std::vector<Evidence> evidenceOf(const Matched& matched, F&& counts)
{
    std::vector<Evidence> evidence;
    for (const auto* signal : matched.signals) {
        if (!counts(*signal))
            continue;
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

OfferDecision decideOffer(const OfferRecord& offer, ConsentChannel channel, const std::vector<Matched>& matches)
{
    OfferDecision decision;
    decision.offer = offer.key;
    decision.name = offer.name;
    decision.kind = offer.kind;
    const RuleMatch* last = nullptr;
    for (const auto& matched : matches) {
        if (std::ranges::find(matched.kinds, offer.kind) == matched.kinds.end())
            continue;
        decision.verdict = std::max(decision.verdict, matched.match.verdict);
        if (!decision.reason) {
            decision.reason = matched.match;
            decision.evidence = evidenceOf(matched, [&](const Signal& signal) { return isAbout(signal, channel, offer.kind); });
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
std::vector<OfferDecision> decideOffers(const DecisionInput& input, const std::vector<Matched>& matches)
{
    struct Ranked {
        double value;
        OfferDecision decision;
    };
    std::vector<Ranked> ranked;
    for (const auto& offer : input.offers) {
        if (isCandidate(offer, input.asOf, input.channel))
            ranked.push_back({offer.value, decideOffer(offer, input.channel, matches)});
    }
    std::ranges::sort(ranked, [](const Ranked& a, const Ranked& b) {
        if (a.decision.verdict != b.decision.verdict)
            return a.decision.verdict < b.decision.verdict;
        if (a.decision.verdict == Verdict::allow && compareValues(a.value, b.value) != 0)
            return compareValues(a.value, b.value) > 0;
        return std::tie(a.decision.offer, a.decision.name, a.decision.kind)
               < std::tie(b.decision.offer, b.decision.name, b.decision.kind);
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
    decision.postureEvidence = evidenceOf(*first, [](const Signal&) { return true; });
}

std::vector<Matched> matchAll(const Charter& charter, const SignalSet& signals, const DecisionInput& input)
{
    std::vector<Matched> matches;
    for (const auto& rule : charter.rules()) {
        if (auto matched = matchRule(rule, signals, input))
            matches.push_back(std::move(*matched));
    }
    if (auto matched = matchUnknown(charter, signals, input.asOf))
        matches.push_back(std::move(*matched));
    sortMatches(matches, signals);
    return matches;
}

} // namespace

Decision decide(const Charter& charter, const Dictionary& dictionary, const DecisionInput& input)
{
    const SignalSet signals(dictionary, input.signals, input.channel);
    const auto matches = matchAll(charter, signals, input);

    Decision decision;
    decision.asOf = input.asOf;
    decision.channel = nameOf(input.channel);
    decision.charterHash = charter.hash();
    decision.charterVersion = charter.version();
    decision.dictionaryHash = dictionary.hash();
    decision.engineHash = engineHash();
    decision.inputHash = inputHash({signals.all(), input.offers, input.interactions, input.asOf, input.channel});
    decision.signals = signals.all();
    for (const auto* signal : signals.unknown()) {
        if (std::ranges::find(decision.unknown, signal->id) == decision.unknown.end())
            decision.unknown.push_back(signal->id);
    }
    for (const auto& matched : matches)
        decision.matched.push_back(matched.match);
    setPosture(decision, matches);
    decision.offers = decideOffers(input, matches);
    return decision;
}

} // namespace foreword
