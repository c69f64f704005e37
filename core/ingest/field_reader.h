// Takes the fields of one JSON object and remembers what was wrong with the first bad one, so
// that a parser reads like the format's description. A reader lives for one object; child
// readers share its error. Single thread.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/ingest/json_value.h"
#include "core/model/names.h"

namespace foreword {

// Whether a field may be absent or null.
enum class Need { required, optional };

// Longest values, in bytes. The longest line bounds texts; these keep names and keys sane.
struct FieldLimits {
    static constexpr std::size_t key = 1024;
    static constexpr std::size_t line = 8 * 1024;
    static constexpr std::size_t text = 16 * 1024 * 1024;
    static constexpr std::size_t entries = 10'000; // of an array or map
};

class FieldReader {
public:
    explicit FieldReader(const JsonValue& object);
    FieldReader(const JsonValue& object, std::string path, FieldReader& parent);
    FieldReader(const FieldReader&) = delete;
    FieldReader& operator=(const FieldReader&) = delete;

    // Present and not null.
    bool has(std::string_view name);

    std::string text(std::string_view name, Need need, std::size_t limit = FieldLimits::line);
    // Text that must not be empty.
    std::string key(std::string_view name);
    std::vector<std::string> texts(std::string_view name);
    std::optional<Timestamp> time(std::string_view name, Need need);
    Timestamp requiredTime(std::string_view name) { return time(name, Need::required).value_or(Timestamp()); }
    std::string date(std::string_view name);
    double number(std::string_view name);
    bool flag(std::string_view name);
    // Strings as they are, numbers and booleans as their JSON text, nulls dropped.
    std::map<std::string, std::string> scalars(std::string_view name);
    // The canonical text of an object; "{}" where it is absent.
    std::string object(std::string_view name);
    // Calls `read` with a reader of each object.
    void each(std::string_view name, const std::function<void(FieldReader&)>& read);
    void child(std::string_view name, const std::function<void(FieldReader&)>& read);

    template <class E>
    E choice(std::string_view name, std::optional<E> otherwise = std::nullopt)
    {
        const std::string word = text(name, otherwise ? Need::optional : Need::required);
        if (otherwise && word.empty() && !has(name))
            return *otherwise;
        const auto value = fromName<E>(word);
        if (!value)
            badValue(name, word, allNames<E>());
        return value.value_or(E{});
    }

    void missing(std::string_view name);
    void badValue(std::string_view name, std::string_view value, std::string allowed);
    // Reports a member that nobody took; to be called when all fields were.
    void finish();

    // The first error: an unknown field before any other, for it is the likely cause.
    std::optional<Error> error() const;

private:
    struct Errors {
        std::optional<Error> unknown, other;
    };

    const JsonValue& m_object;
    std::string m_path; // "addresses[0]." or empty
    Errors m_own;
    Errors& m_errors; // the outermost reader's
    std::vector<bool> m_taken;

    const JsonValue* take(std::string_view name, Need need, JsonValue::Kind kind, std::string_view expected);
    const JsonValue* take(std::string_view name);
    std::string pathOf(std::string_view name) const { return m_path + std::string(name); }
    void note(Error error);
    void wrongType(std::string path, std::string_view expected);
    bool fits(std::string_view path, std::size_t size, std::size_t limit, std::string_view unit);
};

} // namespace foreword
