// A hostile line as a small tree: strict JSON, limited depth, no duplicate keys, no NUL, numbers
// as they were written. Sits in front of the records so that they see well-formed data only.
// Pure, any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace foreword {

struct JsonMember;

struct JsonValue {
    enum class Kind { null, boolean, number, string, array, object };

    Kind kind = Kind::null;
    bool boolean = false;
    std::string text; // of a string; of a number its literal
    std::vector<JsonValue> items;
    std::vector<JsonMember> members; // in order of the line
};

struct JsonMember {
    std::string name;
    JsonValue value;
};

// Errors: bad_utf8, bad_json (detail, field), bad_value (a NUL character, with its field).
Result<JsonValue> parseJson(std::string_view line);

// Members sorted, no white space, numbers in their shortest form: equal values, equal text.
void appendCanonical(std::string& out, const JsonValue& value);
void appendQuoted(std::string& out, std::string_view text);
// The shortest text that reads back as the same number; JSON has no infinities: those are 0.
void appendNumber(std::string& out, double number);

} // namespace foreword
