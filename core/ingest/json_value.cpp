#include "core/ingest/json_value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>

#include <nlohmann/json.hpp>

#include "core/text/utf8.h"

namespace foreword {
namespace {

using nlohmann::json;

// Nothing in the format is deeper than three levels, but event data is free.
constexpr std::size_t deepest = 32;

std::string integerText(auto number)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return {digits.data(), end};
}

// A name that two members have, or nothing.
std::optional<std::string_view> duplicateOf(const std::vector<JsonMember>& members)
{
    std::vector<std::string_view> names;
    names.reserve(members.size());
    for (const JsonMember& member : members)
        names.push_back(member.name);
    std::ranges::sort(names);
    const auto found = std::ranges::adjacent_find(names);
    return found == names.end() ? std::nullopt : std::optional(*found);
}

// Builds the tree and stops at the first thing that is not allowed, with its path.
class Builder final : public json::json_sax_t {
public:
    bool null() override { return put({}); }
    bool boolean(bool value) override
    {
        JsonValue v;
        v.kind = JsonValue::Kind::boolean;
        v.boolean = value;
        return put(std::move(v));
    }
    bool number_integer(number_integer_t value) override { return putNumber(integerText(value)); }
    bool number_unsigned(number_unsigned_t value) override { return putNumber(integerText(value)); }
    bool number_float(number_float_t, const string_t& literal) override
    {
        // nlohmann writes the locale's decimal point into the literal.
        std::string text = literal;
        std::ranges::replace_if(text, [](char c) { return std::string_view("0123456789+-eE").find(c) == std::string_view::npos; }, '.');
        return putNumber(std::move(text));
    }
    bool string(string_t& value) override
    {
        if (value.find('\0') != std::string::npos)
            return stop(ErrorCode::bad_value, {{"field", path()}, {"value", "NUL"}, {"allowed", "text without NUL"}});
        JsonValue v;
        v.kind = JsonValue::Kind::string;
        v.text = std::move(value);
        return put(std::move(v));
    }
    bool binary(binary_t&) override { return stop(ErrorCode::bad_json, {{"detail", "binary"}}); }
    bool start_object(std::size_t) override { return open(JsonValue::Kind::object); }
    bool start_array(std::size_t) override { return open(JsonValue::Kind::array); }
    bool key(string_t& name) override
    {
        if (name.find('\0') != std::string::npos)
            return stop(ErrorCode::bad_json, {{"detail", "NUL in a name"}});
        m_open.back().members.push_back({std::move(name), {}});
        return true;
    }
    bool end_object() override
    {
        if (const auto name = duplicateOf(m_open.back().members)) {
            m_open.back().members.push_back({std::string(*name), {}}); // the path ends with the last member
            return stop(ErrorCode::bad_json, {{"detail", "a name stands twice"}, {"field", path()}});
        }
        return close();
    }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t position, const std::string&, const json::exception& error) override
    {
        constexpr int numberOutOfRange = 406;
        return stop(ErrorCode::bad_json,
                    {{"detail", (error.id == numberOutOfRange ? "number out of range at byte " : "at byte ") + integerText(position)},
                     {"field", path()}});
    }

    Result<JsonValue> result(bool parsed) &&
    {
        if (m_error)
            return fail(std::move(*m_error));
        if (!parsed)
            return fail(ErrorCode::bad_json, {{"detail", "incomplete"}});
        return std::move(m_root);
    }

private:
    JsonValue m_root;
    std::vector<JsonValue> m_open; // containers not yet closed, outermost first
    std::optional<Error> m_error;

    bool stop(ErrorCode code, Error::Params params)
    {
        m_error = Error(code, std::move(params));
        return false;
    }

    bool putNumber(std::string literal)
    {
        JsonValue v;
        v.kind = JsonValue::Kind::number;
        v.text = std::move(literal);
        return put(std::move(v));
    }

    bool put(JsonValue value)
    {
        if (m_open.empty())
            m_root = std::move(value);
        else if (m_open.back().kind == JsonValue::Kind::array)
            m_open.back().items.push_back(std::move(value));
        else
            m_open.back().members.back().value = std::move(value);
        return true;
    }

    bool open(JsonValue::Kind kind)
    {
        if (m_open.size() == deepest)
            return stop(ErrorCode::bad_json, {{"detail", "nested too deeply"}, {"field", path()}});
        m_open.emplace_back().kind = kind;
        if (kind == JsonValue::Kind::object)
            m_open.back().members.reserve(12); // a record has about as many
        return true;
    }

    bool close()
    {
        JsonValue done = std::move(m_open.back());
        m_open.pop_back();
        return put(std::move(done));
    }

    // "addresses[0].city"; made only when something is wrong. Long names are cut: the path is
    // for people, and hostile lines have hostile names.
    std::string path() const
    {
        std::string out;
        for (const JsonValue& container : m_open) {
            if (container.kind == JsonValue::Kind::array)
                out.append("[").append(integerText(container.items.size())).append("]");
            else if (!container.members.empty() && container.members.back().name.size() <= 64)
                out.append(out.empty() ? "" : ".").append(container.members.back().name);
        }
        return out.size() <= 256 ? out : std::string();
    }
};

} // namespace

Result<JsonValue> parseJson(std::string_view line)
{
    if (!isValidUtf8(line))
        return fail(ErrorCode::bad_utf8);
    // nlohmann would skip a byte order mark; the format has none inside a file.
    if (line.starts_with("\xEF\xBB\xBF"))
        return fail(ErrorCode::bad_json, {{"detail", "byte order mark"}});
    Builder builder;
    const bool parsed = json::sax_parse(line.begin(), line.end(), &builder);
    return std::move(builder).result(parsed);
}

void appendQuoted(std::string& out, std::string_view text)
{
    static constexpr char hex[] = "0123456789abcdef";
    out.push_back('"');
    for (const char c : text) {
        switch (c) {
        case '"': out.append("\\\""); break;
        case '\\': out.append("\\\\"); break;
        case '\n': out.append("\\n"); break;
        case '\r': out.append("\\r"); break;
        case '\t': out.append("\\t"); break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                out.append("\\u00").append(1, hex[(c >> 4) & 0xF]).append(1, hex[c & 0xF]);
            else
                out.push_back(c);
        }
    }
    out.push_back('"');
}

void appendNumber(std::string& out, double number)
{
    if (!std::isfinite(number) || number == 0.0) {
        out.push_back('0'); // "-0" would read back as the integer 0
        return;
    }
    std::array<char, 40> digits{};
    out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
}

namespace {

void appendLiteral(std::string& out, std::string_view literal)
{
    if (literal.find_first_of(".eE") == std::string_view::npos) {
        out.append(literal);
        return;
    }
    double number = 0;
    std::from_chars(literal.data(), literal.data() + literal.size(), number);
    appendNumber(out, number);
}

void appendItems(std::string& out, const std::vector<JsonValue>& items)
{
    out.push_back('[');
    for (std::size_t i = 0; i < items.size(); ++i) {
        out.append(i == 0 ? "" : ",");
        appendCanonical(out, items[i]);
    }
    out.push_back(']');
}

void appendMembers(std::string& out, const std::vector<JsonMember>& members)
{
    std::vector<const JsonMember*> sorted;
    sorted.reserve(members.size());
    for (const auto& member : members)
        sorted.push_back(&member);
    std::ranges::sort(sorted, {}, &JsonMember::name);
    out.push_back('{');
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        out.append(i == 0 ? "" : ",");
        appendQuoted(out, sorted[i]->name);
        out.push_back(':');
        appendCanonical(out, sorted[i]->value);
    }
    out.push_back('}');
}

} // namespace

void appendCanonical(std::string& out, const JsonValue& value)
{
    switch (value.kind) {
    case JsonValue::Kind::null: out.append("null"); break;
    case JsonValue::Kind::boolean: out.append(value.boolean ? "true" : "false"); break;
    case JsonValue::Kind::number: appendLiteral(out, value.text); break;
    case JsonValue::Kind::string: appendQuoted(out, value.text); break;
    case JsonValue::Kind::array: appendItems(out, value.items); break;
    case JsonValue::Kind::object: appendMembers(out, value.members); break;
    }
}

} // namespace foreword
