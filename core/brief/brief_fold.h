// What the sections of a brief share: the history as it stood, which matters are open, and the
// statements made of spans. Refers to the history; made for one brief; one thread.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/annotate/history_view.h"
#include "core/model/brief.h"

namespace foreword {

class BriefFold {
public:
    BriefFold(const History& history, Timestamp asOf);

    const HistoryView& view() const { return m_view; }
    const HistoryMessage& message(std::size_t index) const { return m_view.history().messages[index]; }
    // Messages by now, oldest first.
    const std::vector<std::size_t>& messages() const { return m_messages; }
    const std::vector<std::size_t>& messagesOf(std::uint32_t interaction) const { return m_byInteraction[interaction]; }
    // What the situation is about: the open matters, most pressing first, or the newest one.
    const std::vector<std::uint32_t>& current() const { return m_current; }
    bool isCurrent(std::uint32_t interaction) const;
    // Closed and not current, newest first.
    std::vector<std::uint32_t> past() const;

    static bool fromCustomer(const HistoryMessage& message)
    {
        return message.sender == Sender::customer && message.visibility == Visibility::visible;
    }
    static bool fromUs(const HistoryMessage& message) { return message.sender == Sender::agent || message.sender == Sender::bot; }

    // The words of a span, polished; nothing where no word is left.
    std::optional<Statement> statement(std::size_t message, Span span) const;
    std::optional<Citation> cite(std::size_t message, Span span) const;

private:
    bool pressing(std::uint32_t interaction) const;
    void chooseCurrent();

    HistoryView m_view;
    std::vector<std::size_t> m_messages;
    std::vector<std::vector<std::size_t>> m_byInteraction;
    std::vector<std::uint32_t> m_current;
};

// An annotation and the message it stands in.
struct Found {
    std::size_t message = 0;
    const Annotation* annotation = nullptr;
};

// Body sentences of the messages, the weightiest first, ties in order of time.
std::vector<Found> weighedSentences(const BriefFold& fold, std::span<const std::size_t> messages, bool customerOnly);

void foldSituation(const BriefFold& fold, Brief& brief);
void foldHistory(const BriefFold& fold, Brief& brief);
void foldTried(const BriefFold& fold, Brief& brief);
void foldPromised(const BriefFold& fold, Brief& brief);
void foldTold(const BriefFold& fold, Brief& brief);
void foldAskedAgain(const BriefFold& fold, Brief& brief);
void foldOpenQuestions(const BriefFold& fold, Brief& brief);
void foldOutcome(const BriefFold& fold, Brief& brief);
void foldKeySentences(const BriefFold& fold, Brief& brief);

} // namespace foreword
