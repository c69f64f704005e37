// The sample history that is built into the program, and the clock it carries: demo, tests and
// screenshots use its `asOf` as now.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/model/records.h"

namespace foreword {

struct Sample {
    Timestamp asOf;
    std::string openCustomer; // "source:id" of the customer to open first
    std::vector<Record> records;
};

// Errors: those of parseRecord and TOML, with file and line.
Result<Sample> loadSample();

} // namespace foreword
