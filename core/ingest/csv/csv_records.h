// A row and a rule to a record. The record is built as the interchange format would write it
// and then read by its own parser, so that both have the same checks. Single thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/ingest/csv/csv_mapping.h"
#include "core/ingest/csv/local_time.h"
#include "core/ingest/json_value.h"
#include "core/model/records.h"

namespace foreword {

// The rules of a mapping with their columns found in one file's header.
class CsvRecords {
public:
    // `mapping` must outlive it. Errors: csv_column_missing, csv_column_twice.
    static Result<CsvRecords> forHeader(const CsvMapping& mapping, const std::vector<std::string>& header);

    std::size_t columns() const { return m_header.size(); }
    const std::string& header(std::size_t column) const { return m_header[column]; }
    // The records of a row with as many fields as the header; nothing for a rule whose
    // `only_if` is not met. Errors: csv_value, with column and field.
    std::vector<Result<Record>> read(const std::vector<std::string>& row) const;

private:
    struct Field {
        const FieldRule* rule = nullptr;
        std::vector<std::size_t> columns;
        std::optional<LocalTimeReader> times;
    };
    struct Rule {
        const RecordRule* record = nullptr;
        std::optional<std::size_t> onlyIf;
        std::vector<Field> fields;
    };

    CsvRecords() = default;
    Result<std::size_t> columnNamed(const std::string& name) const;
    Result<Rule> find(const CsvMapping& mapping, const RecordRule& record) const;
    Result<Record> read(const Rule& rule, const std::vector<std::string>& row) const;
    Result<> put(JsonValue& object, const Field& field, const std::vector<std::string>& row) const;
    Result<std::string> valueOf(const Field& field, std::size_t column, const std::string& text) const;
    Result<JsonValue> singleValue(const Field& field, const std::vector<std::string>& row) const;
    Result<JsonValue> listValue(const Field& field, const std::vector<std::string>& row) const;
    Failure badValue(const Field& field, std::size_t column, std::string detail) const;
    Error explained(const Rule& rule, const Error& error) const;

    std::vector<std::string> m_header;
    std::vector<Rule> m_rules;
};

} // namespace foreword
