// The history on screen: a list view whose rows have exact heights only where they are seen.
//
// A row is laid out when it comes into view; until then its height is an estimate. Whenever
// an exact height differs, the view keeps the rows that are on screen where they are. So
// opening 10,000 messages costs an estimate each, and scrolling a layout a new row. Being a
// QListView keeps selection, keyboard and accessibility. Window thread.
#pragma once

#include <QListView>

#include <vector>

#include "ui/delegates/history_delegate.h"
#include "ui/models/history_model.h"
#include "ui/widgets/row_offsets.h"

namespace foreword {

class HistoryList : public QListView {
    Q_OBJECT

public:
    HistoryList(const Theme& theme, HistoryModel& model, QWidget* parent);

    // Where the view stands, whatever rows come, go or move: the row on top and how far into it.
    struct Place {
        QPersistentModelIndex row; // none: at the very top
        int into = 0;
    };
    Place place() const;
    void setPlace(const Place& place);

    // Brings the cited message into view with its words lit and makes it current.
    bool showCitation(const Citation& citation);

    QRect visualRect(const QModelIndex& index) const override;
    QModelIndex indexAt(const QPoint& point) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;
    QSize sizeHint() const override { return {400, 240}; }

protected:
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags) override;
    QRegion visualRegionForSelection(const QItemSelection& selection) const override;
    bool isIndexHidden(const QModelIndex&) const override { return false; }
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    static constexpr int besideScrollBar = 4;
    int rowWidth() const { return viewport()->width() - besideScrollBar; }
    // Rows changed since heights were known: makes them known again before anybody asks.
    void freshen() const;
    void estimateAll();
    void makeExact(int row);
    // Lays out what is in view; rows before `anchor` may change without moving it.
    void settle(int anchor);
    void setOffset(int value);
    void toggle(const QModelIndex& index);
    void copy(const QModelIndex& index);

    HistoryModel& m_model;
    HistoryDelegate m_delegate;
    RowOffsets m_offsets;
    std::vector<bool> m_exact;
    int m_width = -1;
    int m_anchor = 0; // first row in view when last settled
    bool m_stale = true;
    bool m_settling = false;
};

} // namespace foreword
