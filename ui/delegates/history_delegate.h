// Paints the rows of the history and knows their heights. Laid-out texts of the rows last
// seen are kept, so that scrolling paints and does not shape. Window thread.
#pragma once

#include <QCache>
#include <QStyledItemDelegate>
#include <QTextLayout>

#include "ui/models/history_model.h"
#include "ui/theme/theme.h"

namespace foreword {

class HistoryDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    HistoryDelegate(const Theme& theme, const HistoryModel& model, QObject* parent);

    // Exact, lays the text out; and nearly right, without looking at the letters.
    int height(int row, int width) const;
    int estimatedHeight(int row, int width) const;
    void forget() { m_layouts.clear(); }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    // The area of the bubble in a message row of this rectangle.
    QRect bubbleRect(int row, const QRect& rect) const;

private:
    struct Body {
        QTextLayout layout;
        int width = 0;
        int height = 0;
    };
    const Body& body(const HistoryRow& row, int width) const;
    int textWidthOf(const HistoryRow& row, int width) const;
    bool closesThread(int row) const;
    void paintInteraction(QPainter& painter, const QStyleOptionViewItem& option, int row) const;
    void paintEarlier(QPainter& painter, const QStyleOptionViewItem& option, int row) const;
    void paintMessage(QPainter& painter, const QStyleOptionViewItem& option, int row) const;
    void paintPill(QPainter& painter, const QRect& line, const QString& text, Ink ink) const;
    QColor bubbleFill(Sender sender) const;
    QString meta(const HistoryRow& row) const;
    QList<QTextLayout::FormatRange> highlights(const HistoryRow& row) const;

    const Theme& m_theme;
    const HistoryModel& m_model;
    mutable QCache<std::uint32_t, Body> m_layouts;
};

} // namespace foreword
