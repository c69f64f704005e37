// What the folding of a matter reads: its messages by now, and the statements made of their
// spans. Refers to a view of the history; one thread.
#pragma once

#include <optional>
#include <vector>

#include "core/annotate/history_view.h"
#include "core/model/citation.h"

namespace foreword {

// An annotation and the message it stands in.
using Found = HistoryView::Mark;

class BriefFold {
public:
    explicit BriefFold(const HistoryView& view) : m_view(view) {}

    const HistoryView& view() const { return m_view; }
    const HistoryMessage& message(std::size_t index) const { return m_view.history().messages[index]; }
    const std::vector<std::size_t>& messagesOf(std::uint32_t interaction) const { return m_view.messagesOf(interaction); }

    static bool fromCustomer(const HistoryMessage& message)
    {
        return message.sender == Sender::customer && message.visibility == Visibility::visible;
    }
    static bool fromUs(const HistoryMessage& message) { return message.sender == Sender::agent || message.sender == Sender::bot; }

    // The words of a span, polished; nothing where no word is left.
    std::optional<Statement> statement(std::size_t message, Span span) const;
    std::optional<Statement> statement(const Found& found) const { return statement(found.message, found.annotation->span); }
    std::optional<Citation> cite(std::size_t message, Span span) const;
    std::optional<Citation> cite(const Found& found) const { return cite(found.message, found.annotation->span); }

private:
    const HistoryView& m_view;
};

} // namespace foreword
