// Where the citations of a customer view lead: which message, under which number the window
// shows it, and which words of it are cited. Built once for a view; window thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "core/desk/desk.h"

namespace foreword {

class CitationIndex {
public:
    CitationIndex() = default;
    explicit CitationIndex(const CustomerView& view);

    // Index into History::messages; nothing if the message is not in the history.
    std::optional<std::uint32_t> messageOf(const Citation& citation) const;
    // As the window counts: 1 is the oldest message.
    std::optional<int> numberOf(const Citation& citation) const;
    // Cited spans of a message, merged and in order.
    const std::vector<Span>& spansOf(std::uint32_t message) const;

private:
    void add(const Citation& citation);
    void addAll(const std::vector<Statement>& statements);
    void addEvidence(const std::vector<Evidence>& evidence);
    void collect(const CustomerView& view);

    std::map<MessageKey, std::vector<Span>> m_cited;
    std::map<MessageKey, std::uint32_t> m_messages;
    std::map<std::uint32_t, std::vector<Span>> m_spans;
};

} // namespace foreword
