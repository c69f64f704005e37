// The program's log, which cannot hold a customer's words: an event and the names of its fields
// are literals of the source, their values are numbers, error codes or literals too. A string
// made while the program runs does not compile. So a log can be sent to whoever helps, and an
// erased customer was never in it.
//
// A Log is a handle to copy; one that was made without a sink says nothing. Any thread, if the
// sink says so.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <variant>

#include "core/base/error_codes.h"

namespace foreword {

enum class LogLevel { trace, debug, info, warning, error, off };

// "trace" … "off", or nothing.
std::optional<LogLevel> logLevelFrom(std::string_view name);

// Words that were there when the program was built.
class LogWord {
public:
    template <std::size_t N>
    consteval LogWord(const char (&text)[N]) : m_text(text, N - 1)
    {
    }
    constexpr std::string_view view() const { return m_text; }

private:
    std::string_view m_text;
};

struct LogField {
    template <class Number>
        requires std::is_integral_v<Number>
    LogField(LogWord fieldName, Number number) : name(fieldName), value(static_cast<std::int64_t>(number))
    {
    }
    LogField(LogWord fieldName, ErrorCode code) : name(fieldName), value(code) {}
    LogField(LogWord fieldName, LogWord word) : name(fieldName), value(word) {}

    LogWord name;
    std::variant<std::int64_t, ErrorCode, LogWord> value;
};

class LogSink {
public:
    virtual ~LogSink() = default;
    virtual bool wants(LogLevel level) const = 0;
    virtual void write(LogLevel level, LogWord event, std::span<const LogField> fields) = 0;
};

class Log {
public:
    using Fields = std::initializer_list<LogField>;

    Log() = default;
    explicit Log(std::shared_ptr<LogSink> sink) : m_sink(std::move(sink)) {}

    void trace(LogWord event, Fields fields = {}) const { write(LogLevel::trace, event, fields); }
    void debug(LogWord event, Fields fields = {}) const { write(LogLevel::debug, event, fields); }
    void info(LogWord event, Fields fields = {}) const { write(LogLevel::info, event, fields); }
    void warning(LogWord event, Fields fields = {}) const { write(LogLevel::warning, event, fields); }
    void error(LogWord event, Fields fields = {}) const { write(LogLevel::error, event, fields); }

private:
    void write(LogLevel level, LogWord event, Fields fields) const
    {
        if (m_sink && m_sink->wants(level))
            m_sink->write(level, event, {fields.begin(), fields.size()});
    }

    std::shared_ptr<LogSink> m_sink;
};

} // namespace foreword
