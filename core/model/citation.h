// A citation is a byte range of one message that is known to hold words; a Statement is a
// sentence for people that cannot exist without one. Both are plain values, any thread.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foreword {

// UTF-8 byte offsets into a message's text, end exclusive.
struct Span {
    std::uint32_t start = 0;
    std::uint32_t end = 0;

    std::uint32_t length() const { return end - start; }
    bool contains(const Span& other) const { return start <= other.start && other.end <= end; }
    bool overlaps(const Span& other) const { return start < other.end && other.start < end; }
    std::string_view in(std::string_view text) const { return text.substr(start, length()); }
    auto operator<=>(const Span&) const = default;
};

// How a message is known outside: unique together with its source.
struct MessageKey {
    std::string source;
    std::string id;
    auto operator<=>(const MessageKey&) const = default;
};

class Citation {
public:
    // Nothing if the span is empty, runs past the text, or cuts a UTF-8 sequence.
    static std::optional<Citation> of(const MessageKey& message, std::string_view text, Span span);

    const MessageKey& message() const { return m_message; }
    Span span() const { return m_span; }
    auto operator<=>(const Citation&) const = default;

private:
    Citation(MessageKey message, Span span) : m_message(std::move(message)), m_span(span) {}
    MessageKey m_message;
    Span m_span;
};

// The first citation is the narrowest span that carries the statement.
class Statement {
public:
    Statement(std::string text, Citation first, std::vector<Citation> further = {});

    const std::string& text() const { return m_text; }
    const std::vector<Citation>& citations() const { return m_citations; }
    // Adds a further citation of the same statement, if it is not there yet.
    void cite(Citation citation);
    bool operator==(const Statement&) const = default;

private:
    std::string m_text;
    std::vector<Citation> m_citations;
};

} // namespace foreword
