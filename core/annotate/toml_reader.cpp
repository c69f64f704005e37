#include "core/annotate/toml_reader.h"

#include <algorithm>

namespace foreword {
namespace {

std::string joined(std::initializer_list<std::string_view> names)
{
    std::string all;
    for (const std::string_view name : names) {
        if (!all.empty())
            all += ", ";
        all += name;
    }
    return all;
}

} // namespace

void TomlReader::note(ErrorCode code, const toml::node& where, Error::Params params)
{
    m_errors.add(code, lineOf(where), std::move(params));
}

void TomlReader::bad(const toml::node& where, std::string_view field, std::string_view value, std::string_view allowed)
{
    note(ErrorCode::toml_value_bad, where,
         {{"field", std::string(field)}, {"value", std::string(value)}, {"allowed", std::string(allowed)}});
}

void TomlReader::missing(const toml::node& where, std::string_view field, std::string_view entry)
{
    note(ErrorCode::toml_value_missing, where, {{"field", std::string(field)}, {"entry", std::string(entry)}});
}

void TomlReader::onlyKeys(const toml::table& table, std::string_view entry, std::initializer_list<std::string_view> known)
{
    for (const auto& [key, value] : table) {
        if (std::ranges::find(known, key.str()) == known.end()) {
            note(ErrorCode::toml_key_unknown, value,
                 {{"field", std::string(key.str())}, {"entry", std::string(entry)}, {"allowed", joined(known)}});
        }
    }
}

std::string TomlReader::text(const toml::table& table, std::string_view entry, std::string_view key)
{
    const toml::node* node = table.get(key);
    if (!node) {
        missing(table, key, entry);
        return {};
    }
    std::optional<std::string> value = node->value_exact<std::string>();
    if (!value || value->find_first_not_of(" \t\r\n") == std::string::npos) {
        bad(*node, key, value.value_or(""), "text that is not empty");
        return {};
    }
    return *std::move(value);
}

std::vector<std::string> TomlReader::texts(const toml::table& table, std::string_view entry, std::string_view key)
{
    const toml::node* node = table.get(key);
    if (!node) {
        missing(table, key, entry);
        return {};
    }
    const toml::array* array = node->as_array();
    if (!array) {
        bad(*node, key, "", "a list of texts");
        return {};
    }
    std::vector<std::string> values;
    for (const toml::node& element : *array) {
        std::optional<std::string> value = element.value_exact<std::string>();
        if (!value || value->empty())
            bad(element, key, value.value_or(""), "texts that are not empty");
        else
            values.push_back(*std::move(value));
    }
    return values;
}

std::string TomlReader::text(const toml::table& table, std::string_view key, std::string_view otherwise,
                             std::initializer_list<std::string_view> allowed)
{
    const toml::node* node = table.get(key);
    if (!node)
        return std::string(otherwise);
    std::optional<std::string> value = node->value_exact<std::string>();
    if (!value || std::ranges::find(allowed, *value) == allowed.end()) {
        bad(*node, key, value.value_or(""), joined(allowed));
        return std::string(otherwise);
    }
    return *std::move(value);
}

std::int64_t TomlReader::number(const toml::table& table, std::string_view key, std::int64_t otherwise, std::int64_t least,
                                std::int64_t most)
{
    const toml::node* node = table.get(key);
    if (!node)
        return otherwise;
    const std::optional<std::int64_t> value = node->value_exact<std::int64_t>();
    if (!value || *value < least || *value > most) {
        bad(*node, key, value ? std::to_string(*value) : "",
            "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
        return otherwise;
    }
    return *value;
}

std::optional<bool> TomlReader::flag(const toml::table& table, std::string_view entry, std::string_view key)
{
    const toml::node* node = table.get(key);
    if (!node) {
        missing(table, key, entry);
        return std::nullopt;
    }
    const std::optional<bool> value = node->value_exact<bool>();
    if (!value)
        bad(*node, key, "", "true, false");
    return value;
}

} // namespace foreword
