// Paints the queue: headings, and customers with name, waiting time, posture dot and subject.
// The posture's word is in the row's accessible text and tool tip. Window thread.
#pragma once

#include <QStyledItemDelegate>

#include "ui/theme/theme.h"

namespace foreword {

class QueueDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    QueueDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintCustomer(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    const Theme& m_theme;
};

} // namespace foreword
