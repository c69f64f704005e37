// Histories of any length for benchmarks: the same seed gives the same records. The sentences
// are ours and read like service contacts, so that annotating has real work to do.
#pragma once

#include <string>
#include <vector>

#include "core/model/records.h"

namespace foreword::bench {

// One customer "crm:<id>" with `messages` messages over interactions of about eight each, the
// last message shortly before `asOf`.
std::vector<Record> generatedCustomer(const std::string& id, int messages, Timestamp asOf, unsigned seed);

} // namespace foreword::bench
