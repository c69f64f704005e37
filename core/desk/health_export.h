// Data health as files that others open. Any thread.
#pragma once

#include <filesystem>
#include <string>

#include "core/base/result.h"
#include "core/desk/health_values.h"

namespace foreword {

// One object, as `health --json` answers with.
std::string healthJson(const HealthReport& report);

// A line a finding below a header, RFC 4180 with every value quoted. A value that a spreadsheet
// would read as a formula, because it begins with =, +, -, @, a tab or a line end, with or without
// blanks before it, has an apostrophe put before it: customers write into fields, too.
std::string healthCsv(const HealthReport& report);

// The file is whole or as it was. Errors: file_unwritable.
Result<> writeHealth(const std::filesystem::path& file, const HealthReport& report, HealthFormat format);

} // namespace foreword
