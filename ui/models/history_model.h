// The conversation history as flat rows: interactions with the newest first, below each open
// one its messages in the order they were written. Long interactions show their last
// messages and a row that brings the earlier ones. No text is copied: rows point into the
// shared view, and sentences are made when a row is asked for. Window thread.
#pragma once

#include <QAbstractListModel>

#include <memory>
#include <optional>
#include <vector>

#include "core/desk/desk.h"
#include "ui/models/citation_index.h"
#include "ui/text/strings.h"
#include "ui/text/wording.h"

namespace foreword {

struct HistoryRow {
    enum class Kind { interaction, earlier, message };
    Kind kind = Kind::interaction;
    std::uint32_t interaction = 0; // index into History::interactions
    std::uint32_t message = 0;     // index into History::messages, of a message row
    auto operator<=>(const HistoryRow&) const = default;
};

class HistoryModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setCustomer(std::shared_ptr<const CustomerView> view, std::shared_ptr<const CitationIndex> citations, const Wording& wording);
    // The same customer read again: rows come, go and move one by one, so that what is selected
    // stays so; what was opened stays open, and the words that were lit stay lit.
    void follow(std::shared_ptr<const CustomerView> view, std::shared_ptr<const CitationIndex> citations, const Wording& wording);
    void clear();

    bool isEmpty() const { return m_rows.empty(); }
    const HistoryRow& row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    const HistoryMessage& message(const HistoryRow& row) const { return m_view->history.messages[row.message]; }
    const InteractionRecord& interaction(const HistoryRow& row) const { return m_view->history.interactions[row.interaction]; }
    const Wording& wording() const { return m_wording; }

    bool isOpen(const HistoryRow& row) const { return m_threads[row.interaction].open; }
    int messageCount(const HistoryRow& row) const { return static_cast<int>(m_threads[row.interaction].messages.size()); }
    int hiddenCount(const HistoryRow& row) const; // messages behind the "earlier" row
    Timestamp lastActivity(const HistoryRow& row) const { return m_threads[row.interaction].last; }

    // Ranges of the row's text that are cited, and the one a chip has led to.
    std::vector<TextRange> citedRanges(const HistoryRow& row) const;
    std::optional<TextRange> activeRange(const HistoryRow& row) const;

    // Opens and closes an interaction; brings the earlier messages of one.
    void toggle(int row);
    void setAllOpen(bool open);
    bool allOpen() const;
    // Opens what hides the cited message, lights the words, and returns its row.
    QModelIndex reveal(const Citation& citation);
    void clearActive();

    // The message with who, when and where, for the clipboard.
    QString quotation(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    // Of an open interaction, as many messages as show what was said last and what it answers.
    static constexpr std::size_t shownAtFirst = 2;
    struct Thread {
        std::vector<std::uint32_t> messages; // in order of time
        Timestamp last;
        bool open = false;
        bool whole = false; // earlier messages are shown too
        std::size_t shown = shownAtFirst; // of a long one, how many of the last messages
    };
    struct Active {
        std::uint32_t message;
        Span span;
    };
    // Indices into the view that goes, as they are in the one that comes; nothing: it is not there.
    struct Translation {
        std::vector<std::optional<std::uint32_t>> interactions, messages;
        std::optional<HistoryRow> row(const HistoryRow& row) const;
    };
    void openAs(const HistoryModel& before, const Translation& to);
    void removeGone(const Translation& to, const std::vector<HistoryRow>& target);
    void become(const std::vector<HistoryRow>& target);
    void buildThreads();
    void openFirst();
    std::vector<HistoryRow> rowsOf(std::uint32_t interaction) const;
    void rebuild();
    void replaceThread(std::uint32_t interaction);
    int rowOfMessage(std::uint32_t message) const;
    QString spoken(const HistoryRow& row) const;
    std::size_t firstShown(const Thread& thread) const;

    std::shared_ptr<const CustomerView> m_view;
    std::shared_ptr<const CitationIndex> m_citations;
    Wording m_wording{QLocale(), Wording::Zone::machine, {}};
    std::vector<Thread> m_threads;       // by interaction
    std::vector<std::uint32_t> m_order;  // interactions, newest activity first
    std::vector<HistoryRow> m_rows;
    std::optional<Active> m_active;
};

} // namespace foreword
