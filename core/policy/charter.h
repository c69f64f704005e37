// The charter: governed rules that say when a conversation outranks an offer. Strict TOML,
// closed vocabulary, loaded whole or refused whole. Immutable; any thread may read it.
//
// Top level: version, owner, review, [fail_closed], [settings], [data], [[complaint_limit]], [calendar],
// [[signal]] (signals that have no effect, and why), [[rule]], [[goal]], [[test]].
// resources/charter.toml shows every key in use. A pack for a sector is a second file that adds
// to the first: it says what it extends, and replaces a rule or goal by saying so.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/annotate/dictionary.h"
#include "core/annotate/signal_settings.h"
#include "core/base/result.h"
#include "core/model/decision.h"
#include "core/policy/work_calendar.h"

namespace foreword {

// When the effect of a rule ends: by an event, days after the last evidence, or working days
// after the first (the time to confirm what was only said); one of them.
struct RuleEnd {
    // "interaction.closed" and "conversation" (the interactions that the signal names are closed),
    // "opt_in", "signal" (the signal itself ends); empty: none.
    std::string event;
    int plusDays = 0;   // after interaction.closed
    int days = 0;       // after the last evidence; 0: none
    int workingDays = 0; // after the first evidence; 0: none
    int reviewDays = 0; // a human looks at it again at the latest; 0: none
    bool empty() const { return event.empty() && days == 0 && workingDays == 0; }
    bool operator==(const RuleEnd&) const = default;
};

struct Rule {
    std::string id, title, owner, say;
    std::string review; // date by which the rule is reviewed; empty: with the charter
    int version = 1;
    Rank rank = Rank::p5;
    std::vector<std::string> all, any; // signals; `all` must match each, `any` at least one
    SignalState minState = SignalState::suspected;
    SignalState maxState = SignalState::confirmed; // suspected: as long as nothing confirms it
    int minCount = 0;          // how often a signal of `all` happened, at least
    int afterWorkingDays = 0;  // so many working days after the first evidence
    std::vector<OfferKind> kinds; // empty: marketing, upsell, retention
    bool onlyCredit = false, onlyComplex = false; // offers that are marked so
    Verdict offer = Verdict::allow;
    Posture conversation = Posture::normal;
    RuleEnd until;
    std::string overrideRole; // empty: none
    int overrideMaxHours = 0;
    bool replaces = false; // in a pack: instead of the rule with this id
    std::string file;
    int line = 0;
};

struct CharterTest {
    std::string name;
    std::string rule; // it is a test of
    std::vector<std::pair<std::string, SignalState>> signals;
    std::vector<std::pair<std::string, int>> counts; // of signals; see Signal::count
    int daysAgo = 0;                                 // when they were first seen
    OfferKind offer = OfferKind::marketing;
    bool credit = false, complex = false; // of the offer
    Verdict expectVerdict = Verdict::allow;
    Posture expectPosture = Posture::normal;
    std::string file;
    int line = 0;
};

// What the charter wants practice to look like; data health shows practice against it.
struct Goal {
    std::string id, title, owner;
    std::string measure; // see goalMeasures
    std::string unit;    // "percent" or "count"
    bool atLeast = true; // otherwise at most
    int target = 0;
    bool replaces = false;
    std::string file;
    int line = 0;
};

// What practice can be measured by; each has one unit, "percent" or "count".
struct GoalMeasure {
    std::string_view name, unit;
};
inline constexpr GoalMeasure goalMeasures[] = {
    {"promises_kept", "percent"},
    {"offers_during_open_complaint", "count"},
    {"facts_asked_again", "percent"},
    {"pitches_against_a_rule", "count"},
};

// How the records of one person become one profile, and when data counts as old.
struct DataSettings {
    std::vector<std::string> sourceOrder; // which source is believed first, where nothing else decides
    std::string steward = "Data steward"; // sees to findings of data health that nobody else owns
    int recordStaleDays = 730;            // a record nobody touched for so long is a finding; 0: none is
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
    std::string file;
    int line = 0;
};

// How one of a charter's own tests came out.
struct CharterTestResult {
    const CharterTest* test = nullptr;
    Verdict verdict = Verdict::allow;
    Posture posture = Posture::normal;
    bool ruleMatched = false; // the rule it is a test of
    bool passed() const { return verdict == test->expectVerdict && posture == test->expectPosture; }
};

struct CharterFile {
    std::string_view name; // for errors
    std::string_view text;
};

class Charter {
public:
    // `today` is compared with review dates, those of the dictionary included. All errors at
    // once (toml_… and charter_… codes), each with file, line and, where there is one, field;
    // then its own tests are run: a charter with a failing test is refused.
    static tl::expected<Charter, std::vector<Error>> load(std::string_view toml, std::string_view file, const Dictionary& dictionary,
                                                          CivilDate today);
    // A charter and the packs that extend it, in this order; at least one file.
    static tl::expected<Charter, std::vector<Error>> load(std::span<const CharterFile> files, const Dictionary& dictionary,
                                                          CivilDate today);

    // As load, with its tests read and not run: for running them one by one.
    static tl::expected<Charter, std::vector<Error>> loadUntested(std::span<const CharterFile> files, const Dictionary& dictionary,
                                                                  CivilDate today);
    std::vector<CharterTestResult> runTests(const Dictionary& dictionary, CivilDate today) const;

    const std::vector<Rule>& rules() const { return m_rules; }
    const std::vector<CharterTest>& tests() const { return m_tests; }
    const std::vector<Goal>& goals() const { return m_goals; }
    const std::vector<InertSignal>& inertSignals() const { return m_inertSignals; }
    const FailClosed& failClosed() const { return m_failClosed; }
    const SignalSettings& settings() const { return m_settings; }
    const DataSettings& data() const { return m_data; }
    const WorkCalendar& calendar() const { return m_calendar; }
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
    SignalSettings m_settings;
    DataSettings m_data;
    WorkCalendar m_calendar;
    std::string m_owner, m_review, m_version, m_hash;
};

} // namespace foreword
