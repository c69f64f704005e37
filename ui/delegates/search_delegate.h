// Paints a search result: the name, and why it was found. Window thread.
#pragma once

#include <QStyledItemDelegate>

#include "ui/theme/theme.h"

namespace foreword {

class SearchDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    SearchDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

} // namespace foreword
