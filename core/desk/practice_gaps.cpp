// Agent messages and events that offered something while a rule said hold or suppress, and rules
// that were overridden.
#include "core/desk/health_report.h"

#include <algorithm>

#include "core/annotate/event_facts.h"
#include "core/desk/decision_input.h"
#include "core/model/names.h"
#include "core/text/folded_text.h"
#include "core/text/zones.h"

namespace foreword {
namespace {

constexpr int overridesShownDays = 30;

struct Pitch {
    Timestamp at;
    const OfferRecord* offer;
    ConsentChannel channel;
    std::string place; // "message helpdesk:9", "event marketing:offer_shown"
    std::string quote;
};

bool isSold(const OfferRecord& offer)
{
    return offer.kind != OfferKind::support && offer.kind != OfferKind::serviceNotice;
}

// Where the words of the offer's name stand in a message, or nothing. A single word is too
// common to be a name.
std::optional<Span> mention(const FoldedText& text, const FoldedText& name)
{
    if (name.size() < 2)
        return std::nullopt;
    for (std::size_t first = 0; first + name.size() <= text.size(); ++first) {
        std::size_t same = 0;
        while (same < name.size() && text.word(first + same) == name.word(same))
            ++same;
        if (same == name.size())
            return Span{text.token(first).span.start, text.token(first + same - 1).span.end};
    }
    return std::nullopt;
}

// In the writer's own words: what a mail quotes was said by somebody else, or before.
std::optional<Span> namedIn(const std::string& message, const FoldedText& name)
{
    for (const ZoneSpan& part : zonesOf(message)) {
        if (part.zone != Zone::body)
            continue;
        if (const auto where = mention(FoldedText(part.span.in(message)), name))
            return Span{part.span.start + where->start, part.span.start + where->end};
    }
    return std::nullopt;
}

// Who asks for an offer is answered: that is no pitch.
bool askedFor(const History& history, const HistoryMessage& answer, const FoldedText& name)
{
    return std::ranges::any_of(history.messages, [&](const HistoryMessage& message) {
        return message.sender == Sender::customer && message.interaction == answer.interaction && message.at <= answer.at
            && namedIn(message.text, name);
    });
}

std::vector<Pitch> pitchesOf(const History& history, const std::vector<OfferRecord>& offers, Timestamp asOf)
{
    std::vector<Pitch> pitches;
    for (const auto& message : history.messages) {
        if (message.sender != Sender::agent || message.visibility != Visibility::visible || message.at > asOf)
            continue;
        const FoldedText text(message.text);
        for (const auto& offer : offers) {
            const FoldedText name(offer.name);
            if (!isSold(offer) || !mention(text, name))
                continue;
            const auto where = namedIn(message.text, name);
            if (where && !askedFor(history, message, name))
                pitches.push_back({message.at, &offer, ConsentChannel::agent, "message " + message.key.source + ":" + message.key.id,
                                   std::string(where->in(message.text))});
        }
    }
    for (const auto& event : history.events) {
        if (event.name != "offer_shown" || event.at > asOf)
            continue;
        const EventFacts facts = factsOf(event);
        const auto offer = std::ranges::find_if(offers, [&](const OfferRecord& known) { return known.key.id == facts.value("offer"); });
        if (offer != offers.end() && isSold(*offer))
            pitches.push_back({event.at, &*offer, fromName<ConsentChannel>(facts.value("channel")).value_or(ConsentChannel::agent),
                               describe(facts), offer->name});
    }
    return pitches;
}

// As it stood just before: what was said or shown then is not a reason against itself.
History until(const History& history, Timestamp at)
{
    History earlier = history;
    std::erase_if(earlier.messages, [&](const HistoryMessage& message) { return message.at >= at; });
    std::erase_if(earlier.events, [&](const EventRecord& event) { return event.at >= at; });
    std::erase_if(earlier.consents, [&](const ConsentRecord& consent) { return consent.at > at; });
    // A record has no past: what it says since a later change was not to be known then.
    for (CustomerRecord& record : earlier.records) {
        if (!record.updatedAt || *record.updatedAt <= at)
            continue;
        record.attributes.clear();
        earlier.shared.clear();
    }
    return earlier;
}

} // namespace

std::vector<HealthFinding> practiceGaps(const Definitions& definitions, const History& history, const std::vector<OfferRecord>& offers,
                                        Timestamp asOf)
{
    std::vector<HealthFinding> gaps;
    for (const Pitch& pitch : pitchesOf(history, offers, asOf)) {
        OfferRecord offer = *pitch.offer;
        offer.channels.clear();
        const Decision decision = decide(definitions.charter, definitions.dictionary,
                                         makeDecisionInput(definitions.dictionary, definitions.charter, until(history, pitch.at),
                                                           {std::move(offer)}, pitch.at, pitch.channel));
        if (decision.offers.empty() || decision.offers.front().verdict == Verdict::allow)
            continue;
        const auto& decided = decision.offers.front();
        const bool complaint = std::ranges::any_of(
            decision.signals, [](const Signal& signal) { return signal.id == "open_complaint" && signal.state != SignalState::unknown; });
        gaps.push_back({"pitched_against_rule",
                        decided.verdict == Verdict::suppress ? "high" : "medium",
                        history.records.empty() ? RecordKey() : history.records.front().key,
                        {},
                        decided.reason->owner,
                        {{"offer", pitch.offer->key.source + ":" + pitch.offer->key.id},
                         {"verdict", std::string(nameOf(decided.verdict))},
                         {"rule", decided.reason->rule},
                         {"where", pitch.place},
                         {"quote", pitch.quote},
                         {"at", pitch.at.toString()},
                         {"during_complaint", complaint ? "yes" : "no"}}});
    }
    return gaps;
}

std::vector<HealthFinding> overridesGiven(const Charter& charter, const History& history, Timestamp asOf)
{
    std::vector<HealthFinding> findings;
    for (const auto& kept : history.overrides) {
        const auto given = standing(kept, asOf);
        if (!given || given->at < asOf.plusDays(-overridesShownDays))
            continue;
        const auto rule = std::ranges::find(charter.rules(), given->rule, &Rule::id);
        findings.push_back({"rule_overridden",
                            "low",
                            kept.customer,
                            given->rule,
                            rule != charter.rules().end() ? rule->owner : charter.owner(),
                            {{"offer", given->offer.id.empty() ? "all" : given->offer.source + ":" + given->offer.id},
                             {"role", given->role},
                             {"by", given->by},
                             {"reason", given->reason},
                             {"at", given->at.toString()},
                             {"until", given->until.toString()}}});
    }
    return findings;
}

} // namespace foreword
