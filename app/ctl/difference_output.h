// What another charter would change, as JSON and as lines for people.
#pragma once

#include <ostream>

#include "app/ctl/json_output.h"
#include "core/desk/policy_replay.h"

namespace foreword::ctl {

Json changesJson(const PolicyDifference& difference);
void printDifference(std::ostream& out, const PolicyDifference& difference);

} // namespace foreword::ctl
