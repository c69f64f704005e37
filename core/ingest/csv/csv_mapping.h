// How the columns of a CSV file become records: the [csv] table and the [[record]] tables of a
// mapping file (README, Import). Everything is checked when it is loaded, against the fields the
// interchange format has; then a value, any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/text/toml_table.h"

namespace foreword {

// What a field of the interchange format holds.
enum class FieldKind { text, texts, time, date, number, flag };

struct FieldRule {
    std::vector<std::string> path; // {"addresses", "city"}, {"names"}
    FieldKind kind = FieldKind::text;
    std::vector<std::string> columns; // none: `fixed`
    std::string fixed;
    std::optional<std::string> join;      // puts several columns together
    std::string list;                     // takes a column apart into several values; empty: does not
    std::map<std::string, std::string> values; // of the column to those of the field; empty: as they are
    std::optional<std::string> otherValue;     // for values that are not in `values`
    std::string format;                   // ICU pattern of a time or date; empty: RFC 3339, ISO 8601
};

struct RecordRule {
    std::string type;
    std::string onlyIf; // a column: rows without a value there have no such record
    std::vector<FieldRule> fields;
};

struct CsvMapping {
    std::optional<char> separator; // otherwise told from the file
    std::string encoding;          // as ICU names them
    std::string timeZone;          // IANA, for times without one
    std::vector<RecordRule> records;
};

// Reads both tables from a mapping file; what is wrong goes to `errors`.
CsvMapping readCsvMapping(TomlTable& csv, std::vector<TomlTable> records);

} // namespace foreword
