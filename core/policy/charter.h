// The charter: governed rules that say when a conversation outranks an offer. Strict TOML,
// closed vocabulary, loaded whole or refused whole. Immutable; any thread may read it.
//
// Top level: version, owner, review, [fail_closed], [[signal]] (signals that have no effect, and
// why), [[rule]], [[goal]], [[test]]. resources/charter.toml shows every key in use.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/annotate/dictionary.h"
#include "core/base/result.h"
#include "core/model/decision.h"

namespace foreword {

// When the effect of a rule ends: by an event, or days after the last evidence, never both.
struct RuleEnd {
    // "interaction.closed" and "conversation" (the interactions that the signal names are closed),
    // "opt_in", "signal" (the signal itself ends); empty: none.
    std::string event;
    int plusDays = 0;   // after interaction.closed
    int days = 0;       // after the last evidence; 0: none
    int reviewDays = 0; // a human looks at it again at the latest; 0: none
    bool empty() const { return event.empty() && days == 0; }
    bool operator==(const RuleEnd&) const = default;
};

struct Rule {
    std::string id, title, owner, say;
    std::string review; // date by which the rule is reviewed; empty: with the charter
    int version = 1;
    Rank rank = Rank::p5;
    std::vector<std::string> all, any; // signals; `all` must match each, `any` at least one
    SignalState minState = SignalState::suspected;
    std::vector<OfferKind> kinds; // empty: marketing, upsell, retention
    Verdict offer = Verdict::allow;
    Posture conversation = Posture::normal;
    RuleEnd until;
    std::string overrideRole; // empty: none
    int overrideMaxHours = 0;
    int line = 0;
};

struct CharterTest {
    std::string name;
    std::string rule; // it is a test of
    std::vector<std::pair<std::string, SignalState>> signals;
    OfferKind offer = OfferKind::marketing;
    Verdict expectVerdict = Verdict::allow;
    Posture expectPosture = Posture::normal;
    int line = 0;
};

// What the charter wants practice to look like; data health shows practice against it.
struct Goal {
    std::string id, title, owner;
    std::string measure; // "promises_kept", "offers_during_open_complaint", "facts_asked_again"
    std::string unit;    // "percent" or "count"
    bool atLeast = true; // otherwise at most
    int target = 0;
    int line = 0;
};

// How the hold reads that stands while a P0 to P2 signal is unknown. That it holds is fixed;
// a charter can only word it.
inline constexpr std::string_view failClosedRule = "fail_closed"; // its id among the rules that matched
struct FailClosed {
    std::string title, owner, say;
    int reviewDays = 1;
};

// A signal that changes no offer and no posture, on purpose.
struct InertSignal {
    std::string id, reason;
    int line = 0;
};

class Charter {
public:
    // `today` is compared with review dates, those of the dictionary included. All errors at
    // once (toml_… and charter_… codes), each with file, line and, where there is one, field;
    // then its own tests are run: a charter with a failing test is refused.
    static tl::expected<Charter, std::vector<Error>> load(std::string_view toml, std::string_view file,
                                                          const Dictionary& dictionary, CivilDate today);

    const std::vector<Rule>& rules() const { return m_rules; }
    const std::vector<CharterTest>& tests() const { return m_tests; }
    const std::vector<Goal>& goals() const { return m_goals; }
    const std::vector<InertSignal>& inertSignals() const { return m_inertSignals; }
    const FailClosed& failClosed() const { return m_failClosed; }
    const std::string& owner() const { return m_owner; }
    const std::string& review() const { return m_review; } // date; empty: none
    const std::string& version() const { return m_version; }
    // Over what the charter says, not over its bytes: the order of entries, comments and layout
    // do not change it.
    const std::string& hash() const { return m_hash; }

private:
    std::vector<Rule> m_rules;
    std::vector<CharterTest> m_tests;
    std::vector<Goal> m_goals;
    std::vector<InertSignal> m_inertSignals;
    FailClosed m_failClosed;
    std::string m_owner, m_review, m_version, m_hash;
};

} // namespace foreword
