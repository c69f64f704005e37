// What would change under another charter: every customer's stored history, decided under both.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/desk/definitions.h"
#include "core/model/decision.h"

namespace foreword {

class Connection;

struct ChangedOffer {
    RecordKey offer;
    Verdict before = Verdict::allow, after = Verdict::allow;
    std::string ruleBefore, ruleAfter; // of the first reason; empty when allowed
};

struct ChangedCustomer {
    RecordKey customer; // the first of the person's records
    Posture postureBefore = Posture::normal, postureAfter = Posture::normal;
    std::string ruleBefore, ruleAfter; // of the posture; empty when normal
    std::vector<ChangedOffer> offers;
};

struct PolicyDifference {
    int customers = 0; // replayed
    std::vector<ChangedCustomer> changed;
    std::map<std::string, int> byRule; // decisions that changed, by the rule that comes or goes
    std::map<std::string, int> byOffer;
};

// A change of reason without another verdict or posture is no change. `progress` hears how many
// customers are done. Errors: cancelled, those of the store.
Result<PolicyDifference> replayUnder(Connection& connection, const Dictionary& dictionary, const Charter& before, const Charter& after,
                                     Timestamp asOf, ConsentChannel channel, const std::function<void(int)>& progress,
                                     const CancelToken& cancel);

} // namespace foreword
