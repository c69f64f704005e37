// Data health over all customers: what contradicts itself, what could not be read, what is owed to
// customers, what agents pitched against the rules, and practice beside the goals of the charter.
#pragma once

#include <functional>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/desk/definitions.h"
#include "core/desk/health_values.h"
#include "core/model/history.h"

namespace foreword {

class Connection;

// Of one customer; pure.
std::vector<HealthFinding> practiceGaps(const Definitions& definitions, const History& history, const std::vector<OfferRecord>& offers,
                                        Timestamp asOf);
// What was overridden in the 30 days before `asOf`, by rule, taken back or not.
std::vector<HealthFinding> overridesGiven(const Charter& charter, const History& history, Timestamp asOf);

// Of the dictionary and the charter: past their review, `refused`, without meaning or owner; pure.
std::vector<HealthFinding> definitionFindings(const Dictionary& dictionary, const Charter& charter, const std::vector<Error>& refused,
                                              Timestamp asOf);

// Findings by code and definition; pure.
std::vector<HealthTopic> healthTopics(const std::vector<HealthFinding>& findings);

// `progress` is told how many customers are done. The report is compared with the last one that
// was kept on an earlier day. Errors: cancelled, those of the store.
Result<HealthReport> readHealth(Connection& connection, const Definitions& definitions, Timestamp asOf,
                                const std::function<void(int)>& progress, const CancelToken& cancel);

// Keeps how many findings of each kind there are, in place of what was kept that day, for later
// reports to be compared with. Errors: those of the store.
Result<> keepHealth(Connection& writer, const HealthReport& report);

} // namespace foreword
