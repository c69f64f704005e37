// The public interchange format: one JSON object to one record and back. Everything in it is
// hostile until parsed here: unknown types and fields, wrong types, impossible dates, broken
// UTF-8 and over-long values are errors with field and remedy, never a crash. Pure.
//
// Absent and null are the same: the empty value where the format shows one ("", [], {}, null,
// 0, false), an error elsewhere. Without them a kind is "other", a status "open", a basis
// "none", a visibility "public". Empty strings in arrays and empty addresses say nothing and
// are dropped.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/model/records.h"

namespace foreword {

// Errors: bad_json, bad_utf8, not_an_object, unknown_type, missing_field, wrong_field_type,
// unknown_field, bad_value, bad_time; with the parameter `field` where one is meant.
Result<Record> parseRecord(std::string_view line);

// The same for what another format has already taken apart. Errors: as parseRecord, but those
// of JSON itself.
struct JsonValue;
Result<Record> recordOf(const JsonValue& object);

// The canonical line: keys in fixed order, every field present (of text and html the one that
// is set), times in UTC, no white space. Equal records have equal lines; its SHA-256 is what
// "equal content" means. parseRecord(canonicalLine(r)) == r for every parsed record.
std::string canonicalLine(const Record& record);

// The same with each time at the offset it was written with, for giving records out: "tomorrow at
// nine" is told by the clock of the one who wrote it.
std::string interchangeLine(const Record& record);

} // namespace foreword
