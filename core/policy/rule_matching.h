// Which rules match, and when what they do ends. Pure, any thread; views into a SignalSet live
// as long as it does.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/policy/charter.h"
#include "core/policy/decider.h"

namespace foreword {

// The signals of a decision in canonical order: rank, order of the dictionary, content. Absent
// ones are left out, doubles folded.
class SignalSet {
public:
    SignalSet(const Dictionary& dictionary, const std::vector<Signal>& signals, ConsentChannel channel);

    const std::vector<Signal>& all() const { return m_signals; }
    // Those with that id that count in the channel, or for the offer where one is given, as certain
    // and as often as the rule asks for. An unknown signal is never certain enough.
    std::vector<const Signal*> standing(std::string_view id, const Rule& rule, const OfferRecord* offer) const;
    std::vector<const Signal*> unknown() const;
    ConsentChannel channel() const { return m_channel; }
    std::size_t orderOf(std::string_view id) const { return m_dictionary.orderOf(id); }

private:
    const Dictionary& m_dictionary;
    ConsentChannel m_channel;
    std::vector<Signal> m_signals;
};

// A scope may name consent channels, offer kinds and other topics. The signal is about offers
// made in one of those channels, and about offers of one of those kinds in any channel: scopes of
// several messages come merged, so that more cannot be told. A topic that is neither limits
// nothing, because offers do not say which topics they belong to, and to hold is the safer mistake.
// One that names offers is about those.
bool isAbout(const Signal& signal, ConsentChannel channel, OfferKind kind);
bool isAbout(const Signal& signal, ConsentChannel channel, const OfferRecord& offer);

struct Matched {
    RuleMatch match;
    std::vector<const Signal*> signals; // that made it match, in canonical order
    const Rule* rule = nullptr;         // nothing: what stands while signals are unknown
};

struct MatchContext {
    const SignalSet& signals;
    const DecisionInput& input;
    const WorkCalendar& calendar;
};

// Nothing if the condition does not hold, or what the rule does has ended by `asOf`. With an
// offer: only by signals that are about it, and nothing if the rule's verdict does not reach it.
std::optional<Matched> matchRule(const Rule& rule, const MatchContext& context, const OfferRecord* offer);

// What stands while signals of P0 to P2 are unknown: a hold on marketing, upsell and retention
// until a person has read the conversation. Nothing if none is.
std::optional<Matched> matchUnknown(const Charter& charter, const SignalSet& signals, Timestamp asOf);

} // namespace foreword
