#include "core/ingest/csv/csv_records.h"

#include <algorithm>
#include <charconv>

#include "core/base/error_catalog.h"
#include "core/ingest/interchange.h"
#include "core/text/lines.h"

namespace foreword {
namespace {

constexpr const char* usualDate = "yyyy-MM-dd";

JsonValue textValue(std::string text)
{
    JsonValue value;
    value.kind = JsonValue::Kind::string;
    value.text = std::move(text);
    return value;
}

// The member of that name, made where it is not there.
JsonValue& memberOf(JsonValue& object, const std::string& name)
{
    object.kind = JsonValue::Kind::object;
    const auto found = std::ranges::find(object.members, name, &JsonMember::name);
    if (found != object.members.end())
        return found->value;
    object.members.push_back({name, {}});
    return object.members.back().value;
}

// Where the path leads: addresses are a list, of which a row has one.
JsonValue& placeOf(JsonValue& record, const std::vector<std::string>& path)
{
    JsonValue& first = memberOf(record, path.front());
    if (path.size() == 1)
        return first;
    if (path.front() != "addresses")
        return memberOf(first, path.back());
    first.kind = JsonValue::Kind::array;
    if (first.items.empty())
        first.items.emplace_back();
    return memberOf(first.items.front(), path.back());
}

// "addresses[0].city", "names[1]" and "customer.id" are of the rules addresses.city, names and customer.id.
bool speaksOf(std::string_view field, const std::vector<std::string>& path)
{
    std::string plain;
    for (bool inIndex = false; const char c : field) {
        inIndex = c == '[' || (inIndex && c != ']');
        if (!inIndex && c != ']')
            plain.push_back(c);
    }
    return plain == (path.size() == 1 ? path.front() : path.front() + "." + path.back());
}

std::string joinedPath(const std::vector<std::string>& path)
{
    return path.size() == 1 ? path.front() : path.front() + "." + path.back();
}

// Numbers as JSON writes them.
std::optional<JsonValue> numberValue(const std::string& text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    JsonValue value;
    value.kind = JsonValue::Kind::number;
    appendNumber(value.text, number);
    return value;
}

std::optional<JsonValue> flagValue(const std::string& text)
{
    JsonValue value;
    value.kind = JsonValue::Kind::boolean;
    value.boolean = text == "true" || text == "1";
    return value.boolean || text == "false" || text == "0" ? std::optional(value) : std::nullopt;
}

std::string whatIsAllowed(const Error& error)
{
    switch (error.code) {
    case ErrorCode::missing_field: return "it must not be empty";
    case ErrorCode::bad_time: return "a time is needed; give its format in the mapping";
    default: break;
    }
    const auto allowed = error.param("allowed");
    return allowed.empty() ? fillTemplate(errorEntry(error.code).message, error) : "allowed: " + std::string(allowed);
}

} // namespace

Result<std::size_t> CsvRecords::columnNamed(const std::string& name) const
{
    const auto found = std::ranges::find(m_header, name);
    if (found == m_header.end())
        return fail(ErrorCode::csv_column_missing, {{"column", name}});
    if (std::find(found + 1, m_header.end(), name) != m_header.end())
        return fail(ErrorCode::csv_column_twice, {{"column", name}});
    return static_cast<std::size_t>(found - m_header.begin());
}

Result<CsvRecords::Rule> CsvRecords::find(const CsvMapping& mapping, const RecordRule& record) const
{
    Rule rule;
    rule.record = &record;
    if (!record.onlyIf.empty()) {
        FOREWORD_TRY(rule.onlyIf, columnNamed(record.onlyIf));
    }
    for (const FieldRule& fieldRule : record.fields) {
        Field field;
        field.rule = &fieldRule;
        for (const auto& name : fieldRule.columns) {
            FOREWORD_TRY(const auto column, columnNamed(name));
            field.columns.push_back(column);
        }
        if (fieldRule.kind == FieldKind::date)
            field.times.emplace(fieldRule.format.empty() ? usualDate : fieldRule.format, "UTC");
        else if (!fieldRule.format.empty())
            field.times.emplace(fieldRule.format, mapping.timeZone);
        rule.fields.push_back(std::move(field));
    }
    return rule;
}

Result<CsvRecords> CsvRecords::forHeader(const CsvMapping& mapping, const std::vector<std::string>& header)
{
    CsvRecords records;
    for (const auto& name : header)
        records.m_header.emplace_back(trimmed(name));
    for (const RecordRule& record : mapping.records) {
        FOREWORD_TRY(auto rule, records.find(mapping, record));
        records.m_rules.push_back(std::move(rule));
    }
    return records;
}

Failure CsvRecords::badValue(const Field& field, std::size_t column, std::string detail) const
{
    return fail(ErrorCode::csv_value,
                {{"column", m_header[column]}, {"field", joinedPath(field.rule->path)}, {"detail", std::move(detail)}});
}

// What a column says for the field; empty where it says nothing.
Result<std::string> CsvRecords::valueOf(const Field& field, std::size_t column, const std::string& text) const
{
    const FieldRule& rule = *field.rule;
    std::string value(trimmed(text));
    if (const auto found = rule.values.find(value); found != rule.values.end())
        return found->second;
    if (value.empty())
        return value;
    if (!rule.values.empty()) {
        if (!rule.otherValue)
            return badValue(field, column, "it is not in the map; add it, or set other");
        return *rule.otherValue;
    }
    if (!field.times)
        return value;
    const auto time = field.times->read(value);
    if (!time)
        return badValue(field, column, "it does not fit the format " + (rule.format.empty() ? std::string(usualDate) : rule.format));
    return rule.kind == FieldKind::date ? time->toString().substr(0, std::string_view(usualDate).size()) : time->toString();
}

Result<JsonValue> CsvRecords::singleValue(const Field& field, const std::vector<std::string>& row) const
{
    std::string text = field.rule->fixed;
    for (const std::size_t column : field.columns) {
        FOREWORD_TRY(const std::string value, valueOf(field, column, row[column]));
        if (!value.empty())
            text.append(text.empty() ? "" : field.rule->join.value_or(" ")).append(value);
    }
    if (text.empty())
        return JsonValue(); // null: the same as absent
    const FieldKind kind = field.rule->kind;
    if (kind != FieldKind::number && kind != FieldKind::flag)
        return textValue(std::move(text));
    auto value = kind == FieldKind::number ? numberValue(text) : flagValue(text);
    if (!value)
        return badValue(field, field.columns.empty() ? 0 : field.columns.front(),
                        kind == FieldKind::number ? "a number such as 12.5 is needed" : "true or false is needed; use map");
    return std::move(*value);
}

Result<JsonValue> CsvRecords::listValue(const Field& field, const std::vector<std::string>& row) const
{
    JsonValue list;
    list.kind = JsonValue::Kind::array;
    const FieldRule& rule = *field.rule;
    if (rule.columns.empty() || rule.join) {
        FOREWORD_TRY(JsonValue single, singleValue(field, row));
        if (single.kind != JsonValue::Kind::null)
            list.items.push_back(std::move(single));
        return list;
    }
    for (const std::size_t column : field.columns) {
        std::string_view rest = row[column];
        for (;;) {
            const auto end = rule.list.empty() ? std::string_view::npos : rest.find(rule.list);
            FOREWORD_TRY(std::string value, valueOf(field, column, std::string(rest.substr(0, end))));
            if (!value.empty())
                list.items.push_back(textValue(std::move(value)));
            if (end == std::string_view::npos)
                break;
            rest.remove_prefix(end + rule.list.size());
        }
    }
    return list;
}

Result<> CsvRecords::put(JsonValue& object, const Field& field, const std::vector<std::string>& row) const
{
    FOREWORD_TRY(JsonValue value, field.rule->kind == FieldKind::texts ? listValue(field, row) : singleValue(field, row));
    placeOf(object, field.rule->path) = std::move(value);
    return {};
}

// In the words of the table: which column, not which place in a JSON line.
Error CsvRecords::explained(const Rule& rule, const Error& error) const
{
    const auto field = error.param("field");
    std::string columns;
    for (const Field& candidate : rule.fields) {
        if (!speaksOf(field, candidate.rule->path))
            continue;
        for (const std::size_t column : candidate.columns)
            columns.append(columns.empty() ? "" : ", ").append(m_header[column]);
    }
    return Error(ErrorCode::csv_value,
                 {{"column", columns.empty() ? "none" : columns}, {"field", std::string(field)}, {"detail", whatIsAllowed(error)}});
}

Result<Record> CsvRecords::read(const Rule& rule, const std::vector<std::string>& row) const
{
    JsonValue object;
    memberOf(object, "type") = textValue(rule.record->type);
    for (const Field& field : rule.fields)
        FOREWORD_CHECK(put(object, field, row));
    auto record = recordOf(object);
    if (!record)
        return fail(explained(rule, std::move(record).error()));
    return record;
}

std::vector<Result<Record>> CsvRecords::read(const std::vector<std::string>& row) const
{
    std::vector<Result<Record>> records;
    for (const Rule& rule : m_rules) {
        if (!rule.onlyIf || !trimmed(row[*rule.onlyIf]).empty())
            records.push_back(read(rule, row));
    }
    return records;
}

} // namespace foreword
