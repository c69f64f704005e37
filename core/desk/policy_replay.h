// What would change under another charter: every customer's stored history, decided under both.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/desk/definitions.h"
#include "core/model/decision.h"

namespace foreword {

class Connection;

// A rule behind a changed decision: one that comes, goes, or does something else or for another
// time than before.
struct RuleChange {
    enum class Kind { added, removed, changed };
    std::string rule;
    Kind kind = Kind::changed;
    bool operator==(const RuleChange&) const = default;
};
std::string_view nameOf(RuleChange::Kind kind);

// When a verdict ends.
struct VerdictEnd {
    std::optional<Timestamp> until;
    std::string event;
    int plusDays = 0;
    bool operator==(const VerdictEnd&) const = default;
};

struct ChangedOffer {
    RecordKey offer;
    Verdict before = Verdict::allow, after = Verdict::allow;
    VerdictEnd endBefore, endAfter;
    std::string ruleBefore, ruleAfter; // of the first reason; empty when allowed
    std::vector<RuleChange> rules;     // all that stop it differently, by rule
};

struct ChangedCustomer {
    RecordKey customer; // the first of the person's records
    Posture postureBefore = Posture::normal, postureAfter = Posture::normal;
    std::string ruleBefore, ruleAfter;    // of the posture; empty when normal
    std::vector<RuleChange> postureRules; // all that bear on it differently, where it changed
    std::vector<ChangedOffer> offers;
};

struct PolicyDifference {
    int customers = 0; // replayed
    std::vector<ChangedCustomer> changed;
    // Postures and offers that are decided differently, by each rule that changed for them, and by offer.
    std::map<std::string, int> byRule;
    std::map<std::string, int> byOffer;
};

// A decision changes with its verdict, its end or its posture; another reason alone is no change.
// `progress` hears how many customers are done. Errors: cancelled, those of the store.
Result<PolicyDifference> replayUnder(Connection& connection, const Dictionary& dictionary, const Charter& before, const Charter& after,
                                     Timestamp asOf, ConsentChannel channel, const std::function<void(int)>& progress,
                                     const CancelToken& cancel);

} // namespace foreword
