#include "core/policy/rule_matching.h"

#include <algorithm>

#include "core/model/names.h"
#include "core/policy/canonical.h"
#include "core/policy/rule_overlap.h"

namespace foreword {
namespace {

using Signals = std::vector<const Signal*>;

constexpr OfferKind allKinds[] = {OfferKind::marketing, OfferKind::upsell, OfferKind::retention, OfferKind::support,
                                  OfferKind::serviceNotice};

bool isAboutSome(const Signal& signal, ConsentChannel channel)
{
    return std::ranges::any_of(allKinds, [&](OfferKind kind) { return isAbout(signal, channel, kind); });
}

void appendIds(const Signals& signals, std::vector<std::string>& ids)
{
    for (const auto* signal : signals) {
        if (std::ranges::find(ids, signal->id) == ids.end())
            ids.push_back(signal->id);
    }
}

std::optional<Timestamp> latestEvidence(const Signals& signals)
{
    std::optional<Timestamp> latest;
    for (const auto* signal : signals) {
        latest = std::max(latest, signal->since);
        for (const auto& evidence : signal->evidence)
            latest = std::max(latest, evidence.at);
    }
    return latest;
}

Timestamp earliestSince(const Signals& signals, Timestamp otherwise)
{
    std::optional<Timestamp> earliest;
    for (const auto* signal : signals) {
        if (signal->since && (!earliest || *signal->since < *earliest))
            earliest = signal->since;
    }
    return earliest.value_or(otherwise);
}

// The latest end of signals that each keep a condition true; nothing if one has no known end.
std::optional<Timestamp> latestEnd(const Signals& signals)
{
    std::optional<Timestamp> latest;
    for (const auto* signal : signals) {
        if (!signal->until)
            return std::nullopt;
        latest = std::max(latest, signal->until);
    }
    return latest;
}

bool isClosing(std::string_view event)
{
    return event == "interaction.closed" || event == "conversation";
}

// The last closing of the interactions the signals are about; nothing while one is open or is
// not among the input, or while a signal waits for a closing that its interactions do not show.
std::optional<Timestamp> lastClosing(const Signals& signals, const DecisionInput& input)
{
    std::optional<Timestamp> last;
    for (const auto* signal : signals) {
        if (!signal->until && isClosing(signal->endsBy))
            return std::nullopt;
        for (const auto& key : signal->interactions) {
            const auto found = std::ranges::find(input.interactions, key, &InteractionRecord::key);
            if (found == input.interactions.end() || !found->closedAt || *found->closedAt > input.asOf)
                return std::nullopt;
            last = std::max(last, found->closedAt);
        }
    }
    return last;
}

std::string eventOf(const RuleEnd& end, const Signals& signals)
{
    if (end.event != "signal" || signals.empty() || signals.front()->endsBy.empty())
        return end.event;
    return signals.front()->endsBy;
}

// `standsUntil`: when the condition stops being true at the latest, where that is known.
void setEnd(RuleMatch& match, const RuleEnd& end, const Signals& signals, std::optional<Timestamp> standsUntil, const MatchContext& context)
{
    const DecisionInput& input = context.input;
    if (end.workingDays > 0)
        match.until = context.calendar.afterWorkingDays(earliestSince(signals, input.asOf), end.workingDays, input.country);
    else if (end.days > 0)
        match.until = latestEvidence(signals).value_or(input.asOf).plusDays(end.days);
    else if (isClosing(end.event))
        match.until = lastClosing(signals, input);
    if (match.until && end.plusDays > 0)
        match.until = match.until->plusDays(end.plusDays);
    // A rule cannot outlast what it rests on.
    if (standsUntil && (!match.until || *standsUntil < *match.until))
        match.until = standsUntil;
    if (!match.until) {
        match.untilEvent = eventOf(end, signals);
        match.untilPlusDays = end.plusDays;
    }
    if (end.reviewDays > 0 && (end.days > 0 || end.workingDays > 0 || !match.until))
        match.reviewBy = earliestSince(signals, input.asOf).plusDays(end.reviewDays);
}

std::optional<Timestamp> earlierOf(std::optional<Timestamp> a, std::optional<Timestamp> b)
{
    if (!a || !b)
        return a ? a : b;
    return std::min(*a, *b);
}

bool reaches(const Rule& rule, const OfferRecord& offer)
{
    const auto kinds = kindsReached(rule);
    return std::ranges::find(kinds, offer.kind) != kinds.end() && (!rule.onlyCredit || offer.credit)
        && (!rule.onlyComplex || offer.complex);
}

bool isLateEnough(const Rule& rule, const Signals& signals, const MatchContext& context)
{
    if (rule.afterWorkingDays == 0)
        return true;
    const Timestamp since = earliestSince(signals, context.input.asOf);
    return context.calendar.afterWorkingDays(since, rule.afterWorkingDays, context.input.country) <= context.input.asOf;
}

RuleMatch plainMatch(const Rule& rule)
{
    RuleMatch match;
    match.rule = rule.id;
    match.title = rule.title;
    match.version = rule.version;
    match.owner = rule.owner;
    match.rank = rule.rank;
    match.verdict = rule.offer;
    match.posture = rule.conversation;
    match.say = rule.say;
    match.overrideRole = rule.overrideRole;
    match.overrideMaxHours = rule.overrideMaxHours;
    return match;
}

} // namespace

SignalSet::SignalSet(const Dictionary& dictionary, const std::vector<Signal>& signals, ConsentChannel channel)
    : m_dictionary(dictionary), m_channel(channel)
{
    struct Keyed {
        Rank rank;
        std::size_t order;
        std::string text;
        Signal signal;
    };
    std::vector<Keyed> keyed;
    for (const auto& given : signals) {
        if (given.state == SignalState::absent)
            continue;
        Signal signal = canonicalSignal(given);
        // The rank is the dictionary's to give.
        if (const auto* entry = dictionary.find(signal.id))
            signal.rank = entry->rank;
        keyed.push_back({signal.rank, dictionary.orderOf(signal.id), {}, std::move(signal)});
    }
    // Their texts order those that are otherwise alike; most have no like.
    for (auto& entry : keyed) {
        const auto alike = [&](const Keyed& other) { return other.rank == entry.rank && other.order == entry.order; };
        if (std::ranges::count_if(keyed, alike) > 1)
            entry.text = canonicalText(entry.signal);
    }
    std::ranges::sort(keyed,
                      [](const Keyed& a, const Keyed& b) { return std::tie(a.rank, a.order, a.text) < std::tie(b.rank, b.order, b.text); });
    for (auto& entry : keyed) {
        if (m_signals.empty() || m_signals.back() != entry.signal)
            m_signals.push_back(std::move(entry.signal));
    }
}

std::vector<const Signal*> SignalSet::standing(std::string_view id, const Rule& rule, const OfferRecord* offer) const
{
    Signals found;
    for (const auto& signal : m_signals) {
        const bool certain = signal.state != SignalState::unknown && signal.state >= rule.minState && signal.state <= rule.maxState;
        if (signal.id != id || !certain || signal.count < rule.minCount)
            continue;
        if (offer ? isAbout(signal, m_channel, *offer) : isAboutSome(signal, m_channel))
            found.push_back(&signal);
    }
    return found;
}

std::vector<const Signal*> SignalSet::unknown() const
{
    Signals found;
    for (const auto& signal : m_signals) {
        if (signal.state == SignalState::unknown)
            found.push_back(&signal);
    }
    return found;
}

bool isAbout(const Signal& signal, ConsentChannel channel, OfferKind kind)
{
    bool limited = false;
    for (const auto& word : signal.scope) {
        const auto namedChannel = fromName<ConsentChannel>(word);
        const auto namedKind = fromName<OfferKind>(word);
        if (namedChannel == channel || namedChannel == ConsentChannel::any || (namedChannel && channel == ConsentChannel::any)
            || namedKind == kind)
            return true;
        limited = limited || namedChannel || namedKind;
    }
    return !limited;
}

bool isAbout(const Signal& signal, ConsentChannel channel, const OfferRecord& offer)
{
    const bool named = std::ranges::any_of(signal.offers, [&](const RecordKey& key) { return key.id == offer.key.id; });
    return (signal.offers.empty() || named) && isAbout(signal, channel, offer.kind);
}

std::optional<Matched> matchRule(const Rule& rule, const MatchContext& context, const OfferRecord* offer)
{
    if (offer && !reaches(rule, *offer))
        return std::nullopt;
    Matched matched{plainMatch(rule), {}, &rule};
    std::optional<Timestamp> standsUntil;
    const auto add = [&](const Signals& standing) {
        standsUntil = earlierOf(standsUntil, latestEnd(standing));
        matched.signals.insert(matched.signals.end(), standing.begin(), standing.end());
    };
    for (const auto& id : rule.all) {
        const auto standing = context.signals.standing(id, rule, offer);
        if (standing.empty())
            return std::nullopt;
        add(standing);
    }
    if (!rule.any.empty()) {
        Signals alternatives;
        for (const auto& id : rule.any) {
            const auto standing = context.signals.standing(id, rule, offer);
            alternatives.insert(alternatives.end(), standing.begin(), standing.end());
        }
        if (alternatives.empty())
            return std::nullopt;
        add(alternatives);
    }
    // They point into one vector, which is in canonical order.
    std::ranges::sort(matched.signals);
    if (!isLateEnough(rule, matched.signals, context))
        return std::nullopt;
    appendIds(matched.signals, matched.match.signals);
    setEnd(matched.match, rule.until, matched.signals, standsUntil, context);
    if (matched.match.until && *matched.match.until <= context.input.asOf)
        return std::nullopt;
    return matched;
}

std::optional<Matched> matchUnknown(const Charter& charter, const SignalSet& signals, Timestamp asOf)
{
    Matched matched;
    for (const auto* signal : signals.unknown()) {
        const bool inert = std::ranges::find(charter.inertSignals(), signal->id, &InertSignal::id) != charter.inertSignals().end();
        if (signal->rank <= Rank::p2 && !inert)
            matched.signals.push_back(signal);
    }
    if (matched.signals.empty())
        return std::nullopt;
    const FailClosed& failClosed = charter.failClosed();
    matched.match.rule = failClosedRule;
    matched.match.title = failClosed.title;
    matched.match.owner = failClosed.owner;
    matched.match.say = failClosed.say;
    matched.match.rank = matched.signals.front()->rank;
    matched.match.verdict = Verdict::hold;
    matched.match.untilEvent = "conversation.read";
    matched.match.reviewBy = earliestSince(matched.signals, asOf).plusDays(failClosed.reviewDays);
    appendIds(matched.signals, matched.match.signals);
    return matched;
}

} // namespace foreword
