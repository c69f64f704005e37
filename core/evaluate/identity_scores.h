// Scores clusters of records against the entities they belong to: precision, recall and F1 over
// pairs of records, and the purity of clusters. Pure, any thread.
#pragma once

#include <map>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/model/records.h"

namespace foreword {

// Records without an entity do not count; records in no cluster stand alone.
nlohmann::ordered_json identityScores(const std::vector<std::vector<RecordKey>>& clusters,
                                      const std::map<RecordKey, std::string>& entities);

} // namespace foreword
