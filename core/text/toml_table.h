// Strict reading of TOML: every key must be known, every value of its type and in its range.
// Nothing throws and nothing stops at the first mistake: errors are collected with file, line
// and field. A table must not outlive the document it looks into. One thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <toml++/toml.h>

#include "core/base/error.h"
#include "core/base/result.h"
#include "core/model/names.h"

namespace foreword {

class TomlErrors {
public:
    explicit TomlErrors(std::string_view file) : m_file(file) {}
    void add(ErrorCode code, int line, Error::Params params) { addIn(m_file, code, line, std::move(params)); }
    // In another file that is read together with this one.
    void addIn(std::string_view file, ErrorCode code, int line, Error::Params params);
    std::size_t count() const { return m_errors.size(); }
    // By file in the order of first mention, then by line; errors of one line as they were added.
    std::vector<Error> take();
    // What another reader found, after what is here.
    void append(TomlErrors other);

private:
    std::string m_file;
    std::vector<std::pair<int, Error>> m_errors;
};

// Errors: toml_syntax. Text past the limits below is refused before it is parsed, because the
// parser recurses over dotted keys without a limit of its own.
inline constexpr std::size_t tomlTextLimit = 256 * 1024;
inline constexpr std::size_t tomlLineLimit = 4000;
std::optional<toml::table> parseToml(std::string_view text, TomlErrors& errors);

enum class Need { required, optional };

class TomlTable {
public:
    TomlTable(const toml::table& table, int line, std::string entry, TomlErrors& errors)
        : m_table(&table), m_errors(&errors), m_entry(std::move(entry)), m_line(line)
    {
    }

    // A single line of text without control characters; empty if missing or wrong.
    std::string text(std::string_view key, Need need);
    // Letters, digits, '.', '_' and '-', 64 at most.
    std::string id(std::string_view key, Need need);
    int integer(std::string_view key, int min, int max, int fallback);
    bool flag(std::string_view key); // false if missing
    // A TOML date or a text of the form 2027-11-30; as text.
    std::string date(std::string_view key, Need need);
    std::string word(std::string_view key, const std::vector<std::string_view>& allowed, Need need);
    // Lines of text; an empty list is an error.
    std::vector<std::string> texts(std::string_view key, Need need);
    // Ids, none twice; an empty list is an error.
    std::vector<std::string> ids(std::string_view key);
    // Single lines of text, as text(); dates, as date().
    std::vector<std::string> texts(std::string_view key);
    std::vector<std::string> dates(std::string_view key);
    template <class E>
    std::optional<E> named(std::string_view key, Need need);
    // An inline or standard table; [[key]] for tables().
    std::optional<TomlTable> table(std::string_view key, Need need);
    std::vector<TomlTable> tables(std::string_view key);

    bool has(std::string_view key) const { return m_table->contains(key); }
    bool isText(std::string_view key) const;
    // Every key of this table, taken as read: for tables whose keys are data.
    std::vector<std::string> keys();
    // Reports every key that was not asked for, with the code that `codeOf` gives it.
    void finish(ErrorCode (*codeOf)(std::string_view key) = nullptr);

    int line() const { return m_line; }
    int lineOf(std::string_view key) const;
    const std::string& entry() const { return m_entry; }
    void setEntry(std::string entry) { m_entry = std::move(entry); }
    void addError(ErrorCode code, std::string_view key, Error::Params params);

private:
    const toml::node* get(std::string_view key, Need need);
    void bad(std::string_view key, const toml::node& node, std::string allowed);
    std::string dateOf(std::string_view key, const toml::node& node);
    const toml::array* list(std::string_view key); // nothing if missing, wrong or empty

    const toml::table* m_table;
    TomlErrors* m_errors;
    std::string m_entry;
    int m_line;
    std::vector<std::string> m_read;
};

template <class E>
std::optional<E> TomlTable::named(std::string_view key, Need need)
{
    const toml::node* node = get(key, need);
    if (!node)
        return std::nullopt;
    const auto* value = node->as_string();
    const auto found = value ? fromName<E>(value->get()) : std::nullopt;
    if (!found)
        bad(key, *node, allNames<E>());
    return found;
}

} // namespace foreword
