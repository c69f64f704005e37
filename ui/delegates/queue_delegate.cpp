#include "ui/delegates/queue_delegate.h"

#include "ui/delegates/painting.h"
#include "ui/models/queue_model.h"
#include "ui/text/decision_text.h"

namespace foreword {
namespace {

constexpr int headingHeight = 34;
constexpr int rowHeight = 55;
constexpr int margin = 14;
constexpr int bar = 3;
constexpr int dot = 8;

} // namespace

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const bool heading = !index.data(QueueModel::HeadingRole).toString().isEmpty();
    return {metrics::queueWidth - 1, heading ? headingHeight + (index.row() > 0 ? 8 : 0) : rowHeight};
}

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const QString heading = index.data(QueueModel::HeadingRole).toString();
    if (!heading.isEmpty()) {
        const QRect line(option.rect.left() + margin, option.rect.bottom() - headingHeight + 2, option.rect.width() - 2 * margin,
                         headingHeight);
        drawLine(*painter, line, heading, TextStyle::label, m_theme.ink(Ink::muted));
    } else {
        paintCustomer(*painter, option, index);
    }
    painter->restore();
}

void QueueDelegate::paintCustomer(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QRect& rect = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    if (selected) {
        painter.fillRect(rect, m_theme.tokens().accentBackground);
        painter.fillRect(QRect(rect.left(), rect.top(), bar, rect.height()), m_theme.tokens().accent);
    } else if (option.state & QStyle::State_MouseOver) {
        painter.fillRect(rect, m_theme.tokens().background);
    }

    const int left = rect.left() + margin + bar;
    const int right = rect.right() - margin;
    const QString time = index.data(QueueModel::TimeRole).toString();
    const int timeWidth = textWidth(time, TextStyle::body) + 1;
    const QRect first(left, rect.top() + 8, right - left + 1, 20);
    drawLine(painter, first.adjusted(0, 0, -timeWidth - 8, 0), index.data(Qt::DisplayRole).toString(), TextStyle::strong,
             m_theme.ink(Ink::normal));
    drawLine(painter, first, time, TextStyle::body, m_theme.ink(Ink::muted), Qt::AlignRight);

    const QRect second(left, rect.top() + 28, right - left + 1, 20);
    const bool history = index.data(QueueModel::HasHistoryRole).toBool();
    const auto posture = static_cast<Posture>(index.data(QueueModel::PostureRole).toInt());
    drawDot(painter, QRectF(left, second.top() + 6, dot, dot), m_theme.ink(history ? DecisionText::postureInk(posture) : Ink::muted));
    drawLine(painter, second.adjusted(dot + 6, 0, 0, 0), index.data(QueueModel::SubjectRole).toString(), TextStyle::body,
             m_theme.ink(Ink::muted));
    if (option.state & QStyle::State_HasFocus)
        drawFocusRing(painter, rect, m_theme.tokens().accent, 2);
}

} // namespace foreword
