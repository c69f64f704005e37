// Paints a row of data health: word, what, whose, how many, how it changed; the example below it.
// Window thread.
#pragma once

#include <QStyledItemDelegate>

#include "ui/theme/theme.h"

namespace foreword {

class HealthDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit HealthDelegate(const Theme& theme, QObject* parent = nullptr) : QStyledItemDelegate(parent), m_theme(theme) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintRow(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    const Theme& m_theme;
};

} // namespace foreword
