#include "ui/delegates/search_delegate.h"

#include "ui/delegates/painting.h"
#include "ui/models/search_model.h"

namespace foreword {

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {200, 46};
}

void SearchDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const QRect inner = option.rect.adjusted(4, 1, -4, -1);
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
        drawRounded(*painter, inner, metrics::controlRadius, m_theme.tokens().accentBackground);
    const QRect text = inner.adjusted(8, 3, -8, -3);
    drawLine(*painter, QRect(text.left(), text.top(), text.width(), 19), index.data(Qt::DisplayRole).toString(), TextStyle::strong,
             m_theme.ink(Ink::normal));
    drawLine(*painter, QRect(text.left(), text.top() + 19, text.width(), 18), index.data(SearchModel::WhyRole).toString(), TextStyle::small,
             m_theme.ink(Ink::muted));
    painter->restore();
}

} // namespace foreword
