#include "core/text/toml_table.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace foreword {
namespace {

constexpr std::size_t textLimit = 500;
constexpr std::size_t idLimit = 64;
constexpr std::size_t shownLimit = 60;
constexpr std::size_t reasonLimit = 200;

// Long values are cut in errors, at a character.
std::string shown(std::string_view text, std::size_t limit = shownLimit)
{
    if (text.size() <= limit)
        return std::string(text);
    std::size_t end = limit;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return std::string(text.substr(0, end)).append("…");
}

std::string dateText(const toml::date& date)
{
    std::string text = std::to_string(10000 + date.year).substr(1);
    text.append("-").append(std::to_string(100 + date.month).substr(1));
    return text.append("-").append(std::to_string(100 + date.day).substr(1));
}

std::string fractionText(double number)
{
    std::array<char, 32> text{};
    std::string written(text.data(), std::to_chars(text.data(), text.data() + text.size(), number).ptr);
    // 7.0 is refused where 7 is allowed.
    return written.find_first_not_of("-0123456789") == std::string::npos ? written + ".0" : written;
}

std::string shownNode(const toml::node& node)
{
    if (const auto* text = node.as_string())
        return shown(text->get());
    if (const auto* number = node.as_integer())
        return std::to_string(number->get());
    if (const auto* fraction = node.as_floating_point())
        return fractionText(fraction->get());
    if (const auto* flag = node.as_boolean())
        return flag->get() ? "true" : "false";
    if (const auto* date = node.as_date())
        return dateText(date->get());
    if (const auto* time = node.as_date_time())
        return dateText(time->get().date) + "T…";
    if (node.is_array())
        return "[…]";
    return node.is_table() ? "{…}" : "…";
}

bool singleLine(std::string_view text)
{
    return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

bool isId(std::string_view text)
{
    return !text.empty() && text.size() <= idLimit && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    });
}

int lineOfNode(const toml::node& node)
{
    return static_cast<int>(node.source().begin.line);
}

std::string joined(const std::vector<std::string>& words)
{
    std::string out;
    for (const auto& word : words)
        out.append(out.empty() ? "" : ", ").append(word);
    return out;
}

constexpr auto idForm = "letters, digits, '.', '_' and '-', 64 at most";

} // namespace

void TomlErrors::addIn(std::string_view file, ErrorCode code, int line, Error::Params params)
{
    params.emplace_back("file", file);
    params.emplace_back("line", std::to_string(line));
    m_errors.emplace_back(line, Error(code, std::move(params)));
}

void TomlErrors::append(TomlErrors other)
{
    m_errors.insert(m_errors.end(), std::make_move_iterator(other.m_errors.begin()), std::make_move_iterator(other.m_errors.end()));
}

std::vector<Error> TomlErrors::take()
{
    std::vector<std::string> files;
    for (const auto& [line, error] : m_errors) {
        if (std::ranges::find(files, error.param("file")) == files.end())
            files.emplace_back(error.param("file"));
    }
    std::ranges::stable_sort(m_errors, {}, [&](const std::pair<int, Error>& entry) {
        return std::pair(std::ranges::find(files, entry.second.param("file")) - files.begin(), entry.first);
    });
    std::vector<Error> errors;
    for (auto& [line, error] : m_errors)
        errors.push_back(std::move(error));
    m_errors.clear();
    return errors;
}

std::optional<toml::table> parseToml(std::string_view text, TomlErrors& errors)
{
    if (text.size() > tomlTextLimit) {
        errors.add(ErrorCode::toml_syntax, 1, {{"detail", "larger than " + std::to_string(tomlTextLimit) + " bytes"}});
        return std::nullopt;
    }
    int line = 1;
    for (std::size_t start = 0; start < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        if (end - start > tomlLineLimit) {
            errors.add(ErrorCode::toml_syntax, line, {{"detail", "longer than " + std::to_string(tomlLineLimit) + " bytes"}});
            return std::nullopt;
        }
        start = end + 1;
    }
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& error) {
        errors.add(ErrorCode::toml_syntax, static_cast<int>(error.source().begin.line),
                   {{"detail", shown(error.description(), reasonLimit)}});
        return std::nullopt;
    }
}

const toml::node* TomlTable::get(std::string_view key, Need need)
{
    m_read.emplace_back(key);
    const toml::node* node = m_table->get(key);
    if (!node && need == Need::required)
        addError(ErrorCode::toml_value_missing, key, {});
    return node;
}

int TomlTable::lineOf(std::string_view key) const
{
    const toml::node* node = m_table->get(key);
    const int line = node ? lineOfNode(*node) : 0;
    return line > 0 ? line : m_line;
}

void TomlTable::addError(ErrorCode code, std::string_view key, Error::Params params)
{
    params.emplace_back("field", key);
    params.emplace_back("entry", m_entry);
    m_errors->add(code, lineOf(key), std::move(params));
}

// At the line of the value itself, which in a long list is not that of the key.
void TomlTable::bad(std::string_view key, const toml::node& node, std::string allowed)
{
    const int line = lineOfNode(node);
    m_errors->add(ErrorCode::toml_value_bad, line > 0 ? line : lineOf(key),
                  {{"value", shownNode(node)}, {"allowed", std::move(allowed)}, {"field", std::string(key)}, {"entry", m_entry}});
}

std::string TomlTable::text(std::string_view key, Need need)
{
    const toml::node* node = get(key, need);
    if (!node)
        return {};
    const auto* value = node->as_string();
    if (!value || value->get().empty() || value->get().size() > textLimit || !singleLine(value->get())) {
        bad(key, *node, "a line of text, " + std::to_string(textLimit) + " bytes at most");
        return {};
    }
    return value->get();
}

std::vector<std::string> TomlTable::texts(std::string_view key, Need need)
{
    const toml::node* node = get(key, need);
    if (!node)
        return {};
    const auto* array = node->as_array();
    if (!array || array->empty()) {
        bad(key, *node, "a list with at least one entry");
        return {};
    }
    std::vector<std::string> out;
    for (const toml::node& element : *array) {
        const auto* value = element.as_string();
        if (!value || value->get().empty() || value->get().size() > textLimit || !singleLine(value->get()))
            bad(key, element, "lines of text, " + std::to_string(textLimit) + " bytes at most");
        else
            out.push_back(value->get());
    }
    return out;
}

bool TomlTable::isText(std::string_view key) const
{
    const toml::node* node = m_table->get(key);
    return node && node->is_string();
}

std::string TomlTable::id(std::string_view key, Need need)
{
    const toml::node* node = get(key, need);
    if (!node)
        return {};
    const auto* value = node->as_string();
    if (!value || !isId(value->get())) {
        bad(key, *node, idForm);
        return {};
    }
    return value->get();
}

int TomlTable::integer(std::string_view key, int min, int max, int fallback)
{
    const toml::node* node = get(key, Need::optional);
    if (!node)
        return fallback;
    const auto* value = node->as_integer();
    if (!value || value->get() < min || value->get() > max) {
        bad(key, *node, "a whole number from " + std::to_string(min) + " to " + std::to_string(max));
        return fallback;
    }
    return static_cast<int>(value->get());
}

std::string TomlTable::dateOf(std::string_view key, const toml::node& node)
{
    std::string text;
    if (const auto* value = node.as_date())
        text = dateText(value->get());
    else if (const auto* written = node.as_string())
        text = written->get();
    if (!parseDate(text)) {
        bad(key, node, "a date such as 2027-11-30");
        return {};
    }
    return text;
}

std::string TomlTable::date(std::string_view key, Need need)
{
    const toml::node* node = get(key, need);
    return node ? dateOf(key, *node) : std::string();
}

bool TomlTable::flag(std::string_view key)
{
    const toml::node* node = get(key, Need::optional);
    if (!node)
        return false;
    const auto* value = node->as_boolean();
    if (!value)
        bad(key, *node, "true, false");
    return value && value->get();
}

const toml::array* TomlTable::list(std::string_view key)
{
    const toml::node* node = get(key, Need::optional);
    if (!node)
        return nullptr;
    const auto* array = node->as_array();
    if (!array || array->empty()) {
        bad(key, *node, "a list with at least one entry");
        return nullptr;
    }
    return array;
}

std::vector<std::string> TomlTable::texts(std::string_view key)
{
    std::vector<std::string> out;
    const auto* array = list(key);
    for (std::size_t i = 0; array && i < array->size(); ++i) {
        const auto* value = array->get(i)->as_string();
        if (value && !value->get().empty() && value->get().size() <= textLimit && singleLine(value->get()))
            out.push_back(value->get());
        else
            bad(key, *array->get(i), "lines of text, " + std::to_string(textLimit) + " bytes at most");
    }
    return out;
}

std::vector<std::string> TomlTable::dates(std::string_view key)
{
    std::vector<std::string> out;
    const auto* array = list(key);
    for (std::size_t i = 0; array && i < array->size(); ++i) {
        if (auto date = dateOf(key, *array->get(i)); !date.empty())
            out.push_back(std::move(date));
    }
    return out;
}

std::string TomlTable::word(std::string_view key, const std::vector<std::string_view>& allowed, Need need)
{
    const toml::node* node = get(key, need);
    if (!node)
        return {};
    const auto* value = node->as_string();
    if (!value || std::ranges::find(allowed, value->get()) == allowed.end()) {
        bad(key, *node, joined({allowed.begin(), allowed.end()}));
        return {};
    }
    return value->get();
}

std::vector<std::string> TomlTable::ids(std::string_view key)
{
    const auto* array = list(key);
    if (!array)
        return {};
    std::vector<std::string> out;
    for (const toml::node& element : *array) {
        const auto* value = element.as_string();
        if (!value || !isId(value->get()))
            bad(key, element, idForm);
        else if (std::ranges::find(out, value->get()) != out.end())
            bad(key, element, "each entry once");
        else
            out.push_back(value->get());
    }
    return out;
}

std::optional<TomlTable> TomlTable::table(std::string_view key, Need need)
{
    const toml::node* node = get(key, need);
    if (!node)
        return std::nullopt;
    const auto* inner = node->as_table();
    if (!inner) {
        bad(key, *node, "a table");
        return std::nullopt;
    }
    return TomlTable(*inner, lineOf(key), m_entry, *m_errors);
}

std::vector<TomlTable> TomlTable::tables(std::string_view key)
{
    const toml::node* node = get(key, Need::optional);
    if (!node)
        return {};
    const auto* array = node->as_array();
    if (!array || (!array->empty() && !array->is_array_of_tables())) {
        bad(key, *node, "[[" + std::string(key) + "]]");
        return {};
    }
    std::vector<TomlTable> out;
    for (const toml::node& element : *array)
        out.emplace_back(*element.as_table(), std::max(1, lineOfNode(element)), "[[" + std::string(key) + "]]", *m_errors);
    return out;
}

std::vector<std::string> TomlTable::keys()
{
    std::vector<std::string> out;
    for (const auto& [key, value] : *m_table)
        out.emplace_back(key.str());
    m_read.insert(m_read.end(), out.begin(), out.end());
    return out;
}

void TomlTable::finish(ErrorCode (*codeOf)(std::string_view))
{
    for (const auto& [key, value] : *m_table) {
        if (std::ranges::find(m_read, key.str()) != m_read.end())
            continue;
        m_errors->add(codeOf ? codeOf(key.str()) : ErrorCode::toml_key_unknown, static_cast<int>(key.source().begin.line),
                      {{"field", shown(key.str())}, {"entry", m_entry}, {"allowed", joined(m_read)}});
    }
}

} // namespace foreword
