// The public interchange format: one JSON object to one record and back. Everything in it is
// hostile until parsed here: unknown types and fields, wrong types, impossible dates, broken
// UTF-8 and over-long values are errors with field and remedy, never a crash. Pure.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/model/records.h"

namespace foreword {

// Errors: bad_json, bad_utf8, not_an_object, unknown_type, missing_field, wrong_field_type,
// unknown_field, bad_value, bad_time; with the parameter `field` where one is meant.
Result<Record> parseRecord(std::string_view line);

// The canonical line: keys in fixed order, every field present, no white space. Equal records
// have equal lines; its SHA-256 is what "equal content" means.
std::string canonicalLine(const Record& record);

} // namespace foreword
