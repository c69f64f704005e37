#include "core/ingest/csv/csv_mapping.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "core/ingest/csv/local_time.h"
#include "core/ingest/text_decoder.h"

namespace foreword {
namespace {

struct FieldSpec {
    std::string_view name;
    FieldKind kind = FieldKind::text;
    Need need = Need::optional;
    std::string_view parts = {}; // of an object: "source id", "*" for names that are data
};

using enum FieldKind;
constexpr auto required = Need::required;
constexpr FieldSpec idField = {"id", text, required, {}};
constexpr FieldSpec sourceField = {"source", text, required, {}};
constexpr FieldSpec customerField = {"customer", text, required, "source id"};
constexpr FieldSpec updatedField = {"updated_at", time, Need::optional, {}};

constexpr FieldSpec customerFields[] = {
    sourceField,
    idField,
    {"names", texts},
    {"emails", texts},
    {"phones", texts},
    {"addresses", text, Need::optional, "street city postcode country"},
    {"birth_date", date},
    {"external_ids", text, Need::optional, "*"},
    {"attributes", text, Need::optional, "*"},
    updatedField,
};
constexpr FieldSpec interactionFields[] = {
    sourceField,
    idField,
    customerField,
    {"channel", text, required},
    {"kind"},
    {"subject"},
    {"status"},
    {"opened_at", time, required},
    {"closed_at", time},
    {"tags", texts},
    updatedField,
};
constexpr FieldSpec messageFields[] = {
    sourceField,
    idField,
    {"interaction", text, required},
    {"sender", text, required},
    {"sender_name"},
    {"at", time, required},
    {"visibility"},
    {"text"},
    {"html"},
    updatedField,
};
constexpr FieldSpec consentFields[] = {
    sourceField,
    {"id"},
    customerField,
    {"purpose", text, required},
    {"channel", text, required},
    {"status", text, required},
    {"basis"},
    {"at", time, required},
    updatedField,
};
constexpr FieldSpec offerFields[] = {
    sourceField,
    idField,
    {"name"},
    {"kind", text, required},
    {"channels", texts},
    {"valid_from", time},
    {"valid_to", time},
    {"value", number},
    {"selected_by", texts},
    {"credit", flag},
    {"complex", flag},
    updatedField,
};
constexpr FieldSpec eventFields[] = {
    sourceField, {"id"}, customerField, {"name", text, required}, {"at", time, required}, {"data", text, Need::optional, "*"}, updatedField,
};

std::span<const FieldSpec> fieldsOf(std::string_view type)
{
    if (type == "customer")
        return customerFields;
    if (type == "interaction")
        return interactionFields;
    if (type == "message")
        return messageFields;
    if (type == "consent")
        return consentFields;
    return type == "offer" ? std::span<const FieldSpec>(offerFields) : std::span<const FieldSpec>(eventFields);
}

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        words.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

void readValues(TomlTable& table, FieldRule& rule)
{
    if (auto values = table.table("map", Need::optional)) {
        values->setEntry("map");
        for (const auto& name : values->keys())
            rule.values.emplace(name, values->text(name, Need::required));
    }
    if (table.has("other"))
        rule.otherValue = table.text("other", Need::required);
}

void checkDetails(TomlTable& table, const FieldRule& rule)
{
    const auto only = [&](bool fits, std::string_view key, const char* allowed) {
        if (table.has(key) && !fits)
            table.addError(ErrorCode::toml_value_bad, key, {{"value", "…"}, {"allowed", allowed}});
    };
    only(rule.kind == texts, "list", "only for fields that hold a list");
    only(rule.kind == time || rule.kind == date, "format", "only for times and dates");
    only(rule.columns.size() > 1, "join", "only with several columns");
    only(!rule.values.empty(), "other", "only with map");
    if (!rule.format.empty() && !isTimeFormat(rule.format))
        table.addError(ErrorCode::toml_value_bad, "format", {{"value", rule.format}, {"allowed", "a pattern such as dd.MM.yyyy HH:mm"}});
}

void readDetails(TomlTable& table, std::string_view key, FieldRule& rule)
{
    table.setEntry(std::string(key));
    rule.fixed = table.text("value", Need::optional);
    if (const auto column = table.text("column", Need::optional); !column.empty())
        rule.columns = {column};
    if (table.has("columns"))
        rule.columns = table.texts("columns", Need::required);
    if (table.has("value") + table.has("column") + table.has("columns") != 1)
        table.addError(ErrorCode::toml_value_bad, "column", {{"value", "…"}, {"allowed", "one of column, columns and value"}});
    if (table.has("join"))
        rule.join = table.text("join", Need::required);
    rule.list = table.text("list", Need::optional);
    rule.format = table.text("format", Need::optional);
    readValues(table, rule);
    checkDetails(table, rule);
    table.finish();
}

// `id = "Column"`, or a table that says more.
FieldRule field(TomlTable& table, std::string_view key, std::vector<std::string> path, FieldKind kind)
{
    FieldRule rule;
    rule.path = std::move(path);
    rule.kind = kind;
    if (table.isText(key)) {
        rule.columns = {table.text(key, Need::required)};
        return rule;
    }
    if (auto details = table.table(key, Need::required))
        readDetails(*details, key, rule);
    return rule;
}

// "customer.id", "attributes.tier"
void readParts(TomlTable& parts, const FieldSpec& spec, RecordRule& rule)
{
    parts.setEntry(std::string(spec.name));
    const bool free = spec.parts == "*";
    for (const auto& name : free ? parts.keys() : wordsOf(spec.parts)) {
        if (parts.has(name))
            rule.fields.push_back(field(parts, name, {std::string(spec.name), name}, spec.kind));
        else if (spec.need == required)
            parts.addError(ErrorCode::toml_value_missing, name, {});
    }
    parts.finish();
}

void readFields(TomlTable& table, RecordRule& rule)
{
    table.setEntry("fields of " + rule.type);
    for (const FieldSpec& spec : fieldsOf(rule.type)) {
        if (spec.name == "source")
            continue;
        if (!table.has(spec.name)) {
            if (spec.need == required)
                table.addError(ErrorCode::toml_value_missing, spec.name, {});
        } else if (spec.parts.empty()) {
            rule.fields.push_back(field(table, spec.name, {std::string(spec.name)}, spec.kind));
        } else if (auto parts = table.table(spec.name, Need::required)) {
            readParts(*parts, spec, rule);
        }
    }
    table.finish();
}

RecordRule readRecord(TomlTable& table)
{
    RecordRule rule;
    rule.type = table.word("type", {"customer", "interaction", "message", "consent", "offer", "event"}, Need::required);
    rule.onlyIf = table.text("only_if", Need::optional);
    const std::string source = table.text("source", Need::required);
    rule.fields.push_back({{"source"}, text, {}, source, {}, {}, {}, {}, {}});
    if (auto fields = table.table("fields", Need::required); fields && !rule.type.empty())
        readFields(*fields, rule);
    table.finish();
    return rule;
}

std::optional<char> readSeparator(TomlTable& csv)
{
    const std::string text = csv.text("separator", Need::optional);
    if (text.empty())
        return std::nullopt;
    if (text == "tab")
        return '\t';
    if (text.size() == 1 && text != "\"")
        return text.front();
    csv.addError(ErrorCode::toml_value_bad, "separator", {{"value", text}, {"allowed", "one ASCII character, or tab"}});
    return std::nullopt;
}

} // namespace

CsvMapping readCsvMapping(TomlTable& csv, std::vector<TomlTable> records)
{
    CsvMapping mapping;
    mapping.separator = readSeparator(csv);
    mapping.encoding = csv.text("encoding", Need::optional);
    if (!mapping.encoding.empty() && !isEncoding(mapping.encoding))
        csv.addError(ErrorCode::toml_value_bad, "encoding",
                     {{"value", mapping.encoding}, {"allowed", "UTF-8, windows-1252, ISO-8859-15, UTF-16, …"}});
    mapping.timeZone = csv.text("time_zone", Need::optional);
    if (!mapping.timeZone.empty() && !isTimeZone(mapping.timeZone))
        csv.addError(ErrorCode::toml_value_bad, "time_zone",
                     {{"value", mapping.timeZone}, {"allowed", "a name such as Europe/Berlin or UTC"}});
    csv.finish();

    for (TomlTable& record : records)
        mapping.records.push_back(readRecord(record));
    if (records.empty())
        csv.addError(ErrorCode::toml_value_missing, "[[record]]", {});
    return mapping;
}

} // namespace foreword
