#include "core/ingest/field_reader.h"

#include <algorithm>
#include <charconv>

#include "core/text/redaction.h"

namespace foreword {
namespace {

using Kind = JsonValue::Kind;

// Values and names from a hostile line go into an error only where they look like identifiers:
// a misplaced sentence of a customer must not, nor a card's number.
std::string showable(std::string_view value)
{
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    };
    return value.size() <= 40 && std::ranges::all_of(value, plain) ? redactCardData(std::string(value)).text : "…";
}

std::string entryPath(std::string_view path, std::size_t index)
{
    return std::string(path) + "[" + std::to_string(index) + "]";
}

} // namespace

FieldReader::FieldReader(const JsonValue& object) : m_object(object), m_errors(m_own), m_taken(object.members.size(), false) {}

FieldReader::FieldReader(const JsonValue& object, std::string path, FieldReader& parent)
    : m_object(object), m_path(std::move(path)), m_errors(parent.m_errors), m_taken(object.members.size(), false)
{
}

void FieldReader::note(Error error)
{
    if (!m_errors.other)
        m_errors.other = std::move(error);
}

void FieldReader::wrongType(std::string path, std::string_view expected)
{
    note(Error(ErrorCode::wrong_field_type, {{"field", std::move(path)}, {"expected", std::string(expected)}}));
}

void FieldReader::missing(std::string_view name)
{
    note(Error(ErrorCode::missing_field, {{"field", pathOf(name)}}));
}

void FieldReader::badValue(std::string_view name, std::string_view value, std::string allowed)
{
    note(Error(ErrorCode::bad_value, {{"field", pathOf(name)}, {"value", showable(value)}, {"allowed", std::move(allowed)}}));
}

bool FieldReader::fits(std::string_view path, std::size_t size, std::size_t limit, std::string_view unit)
{
    if (size <= limit)
        return true;
    const std::string suffix = " " + std::string(unit);
    note(Error(ErrorCode::bad_value,
               {{"field", std::string(path)},
                {"value", std::to_string(size) + suffix},
                {"allowed", "at most " + std::to_string(limit) + suffix}}));
    return false;
}

const JsonValue* FieldReader::take(std::string_view name)
{
    for (std::size_t i = 0; i < m_object.members.size(); ++i) {
        if (m_object.members[i].name == name) {
            m_taken[i] = true;
            return &m_object.members[i].value;
        }
    }
    return nullptr;
}

const JsonValue* FieldReader::take(std::string_view name, Need need, Kind kind, std::string_view expected)
{
    const JsonValue* value = take(name);
    if (!value || value->kind == Kind::null) {
        if (need == Need::required)
            missing(name);
        return nullptr;
    }
    if (value->kind == kind)
        return value;
    wrongType(pathOf(name), expected);
    return nullptr;
}

bool FieldReader::has(std::string_view name)
{
    const JsonValue* value = take(name);
    return value && value->kind != Kind::null;
}

std::string FieldReader::text(std::string_view name, Need need, std::size_t limit)
{
    const JsonValue* value = take(name, need, Kind::string, "a string");
    return value && fits(pathOf(name), value->text.size(), limit, "bytes") ? value->text : std::string();
}

std::string FieldReader::key(std::string_view name)
{
    const JsonValue* value = take(name, Need::required, Kind::string, "a string");
    if (!value || !fits(pathOf(name), value->text.size(), FieldLimits::key, "bytes"))
        return {};
    if (value->text.empty())
        badValue(name, {}, "any text but none");
    return value->text;
}

std::vector<std::string> FieldReader::texts(std::string_view name)
{
    std::vector<std::string> out;
    const JsonValue* array = take(name, Need::optional, Kind::array, "an array of strings");
    if (!array || !fits(pathOf(name), array->items.size(), FieldLimits::entries, "entries"))
        return out;
    for (std::size_t i = 0; i < array->items.size(); ++i) {
        const JsonValue& item = array->items[i];
        if (item.kind != Kind::string)
            wrongType(entryPath(pathOf(name), i), "a string");
        else if (fits(pathOf(name), item.text.size(), FieldLimits::line, "bytes") && !item.text.empty())
            out.push_back(item.text);
    }
    return out;
}

std::optional<Timestamp> FieldReader::time(std::string_view name, Need need)
{
    const JsonValue* value = take(name, need, Kind::string, "a string");
    if (!value)
        return std::nullopt;
    auto time = Timestamp::parse(value->text);
    if (!time)
        note(Error(ErrorCode::bad_time, {{"field", pathOf(name)}}));
    return time;
}

std::string FieldReader::date(std::string_view name)
{
    const std::string value = text(name, Need::optional);
    if (!value.empty() && !parseDate(value))
        badValue(name, value, "a date such as 1981-04-12");
    return value;
}

double FieldReader::number(std::string_view name)
{
    const JsonValue* value = take(name, Need::optional, Kind::number, "a number");
    double out = 0;
    if (value)
        std::from_chars(value->text.data(), value->text.data() + value->text.size(), out);
    return out;
}

bool FieldReader::flag(std::string_view name)
{
    const JsonValue* value = take(name, Need::optional, Kind::boolean, "true or false");
    return value && value->boolean;
}

std::map<std::string, std::string> FieldReader::scalars(std::string_view name)
{
    std::map<std::string, std::string> out;
    const JsonValue* object = take(name, Need::optional, Kind::object, "an object");
    if (!object || !fits(pathOf(name), object->members.size(), FieldLimits::entries, "entries"))
        return out;
    for (const auto& [key, value] : object->members) {
        const std::string path = pathOf(name) + "." + showable(key);
        if (!fits(path, key.size(), FieldLimits::key, "bytes") || !fits(path, value.text.size(), FieldLimits::line, "bytes"))
            continue;
        if (value.kind == Kind::string || value.kind == Kind::number)
            out.emplace(key, value.text);
        else if (value.kind == Kind::boolean)
            out.emplace(key, value.boolean ? "true" : "false");
        else if (value.kind != Kind::null)
            wrongType(path, "a string, number or boolean");
    }
    return out;
}

std::string FieldReader::object(std::string_view name)
{
    const JsonValue* value = take(name, Need::optional, Kind::object, "an object");
    if (!value)
        return "{}";
    std::string out;
    appendCanonical(out, *value);
    return out;
}

void FieldReader::each(std::string_view name, const std::function<void(FieldReader&)>& read)
{
    const JsonValue* array = take(name, Need::optional, Kind::array, "an array of objects");
    if (!array || !fits(pathOf(name), array->items.size(), FieldLimits::entries, "entries"))
        return;
    for (std::size_t i = 0; i < array->items.size(); ++i) {
        const std::string path = entryPath(pathOf(name), i);
        if (array->items[i].kind != Kind::object) {
            wrongType(path, "an object");
            continue;
        }
        FieldReader reader(array->items[i], path + ".", *this);
        read(reader);
        reader.finish();
    }
}

void FieldReader::child(std::string_view name, const std::function<void(FieldReader&)>& read)
{
    const JsonValue* object = take(name, Need::required, Kind::object, "an object");
    if (!object)
        return;
    FieldReader reader(*object, pathOf(name) + ".", *this);
    read(reader);
    reader.finish();
}

void FieldReader::finish()
{
    const auto untaken = std::ranges::find(m_taken, false);
    if (untaken == m_taken.end() || m_errors.unknown)
        return;
    const auto& name = m_object.members[static_cast<std::size_t>(untaken - m_taken.begin())].name;
    m_errors.unknown = Error(ErrorCode::unknown_field, {{"field", pathOf(showable(name))}});
}

std::optional<Error> FieldReader::error() const
{
    return m_errors.unknown ? m_errors.unknown : m_errors.other;
}

} // namespace foreword
