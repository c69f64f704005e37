// Strict reading of a TOML file by its nodes, for tables whose keys are words of a language: cue
// lists and the dictionary. Parses and collects as core/text/toml_table.h does. Made for one
// file, used by one thread. Errors: toml_syntax, toml_key_unknown, toml_value_missing,
// toml_value_bad, charter_duplicate_id.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

#include "core/base/error.h"
#include "core/text/toml_table.h"

namespace foreword {

class TomlReader {
public:
    explicit TomlReader(std::string_view file) : m_errors(file) {}

    // The parsed file, or nothing where it is no TOML.
    std::optional<toml::table> parse(std::string_view text) { return parseToml(text, m_errors); }

    // Notes each key of `table` that is not in `known`. `entry` names the table for people.
    void onlyKeys(const toml::table& table, std::string_view entry, std::initializer_list<std::string_view> known);

    // Noted as missing or bad where they are not there; the result is then empty.
    std::string text(const toml::table& table, std::string_view entry, std::string_view key);
    std::vector<std::string> texts(const toml::table& table, std::string_view entry, std::string_view key);
    // Absent is `otherwise`; a value that is not of the type or out of range is noted.
    std::string text(const toml::table& table, std::string_view key, std::string_view otherwise,
                     std::initializer_list<std::string_view> allowed);
    std::int64_t number(const toml::table& table, std::string_view key, std::int64_t otherwise, std::int64_t least, std::int64_t most);
    std::optional<bool> flag(const toml::table& table, std::string_view entry, std::string_view key);

    void bad(const toml::node& where, std::string_view field, std::string_view value, std::string_view allowed);
    void missing(const toml::node& where, std::string_view field, std::string_view entry);
    void note(ErrorCode code, const toml::node& where, Error::Params params);

    static int lineOf(const toml::node& node) { return static_cast<int>(node.source().begin.line); }

    bool failed() const { return m_errors.count() != 0; }
    std::vector<Error> takeErrors() { return m_errors.take(); }

private:
    TomlErrors m_errors;
};

} // namespace foreword
