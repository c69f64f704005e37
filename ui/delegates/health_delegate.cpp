#include "ui/delegates/health_delegate.h"

#include "ui/delegates/painting.h"
#include "ui/models/health_model.h"
#include "ui/text/strings.h"

namespace foreword {
namespace {

constexpr int headingHeight = 38;
constexpr int rowHeight = 54;
constexpr int margin = 14;
constexpr int wordWidth = 84;
constexpr int ownerWidth = 190;
constexpr int countWidth = 64;
constexpr int trendWidth = 92;
constexpr int ownerFrom = 760; // below, the owner stands with the example

} // namespace

QSize HealthDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {300, index.data(HealthModel::HeadingRole).toString().isEmpty() ? rowHeight : headingHeight};
}

void HealthDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const QString heading = index.data(HealthModel::HeadingRole).toString();
    if (heading.isEmpty())
        paintRow(*painter, option, index);
    else
        drawLine(*painter, option.rect.adjusted(margin, 10, -margin, 0), heading, TextStyle::label, m_theme.ink(Ink::muted));
    painter->restore();
}

void HealthDelegate::paintRow(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QRect& rect = option.rect;
    if (option.state & QStyle::State_Selected)
        painter.fillRect(rect, m_theme.tokens().accentBackground);
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(rect, m_theme.tokens().background);

    const auto text = [&](int role) { return index.data(role).toString(); };
    const auto ink = [&](int role) { return m_theme.ink(static_cast<Ink>(index.data(role).toInt())); };
    QRect first(rect.left() + margin, rect.top() + 7, rect.width() - 2 * margin, 20);
    QRect second(first.left() + wordWidth, first.bottom() + 1, first.width() - wordWidth, 18);
    drawLine(painter, QRect(first.left(), first.top(), wordWidth - 8, first.height()), text(HealthModel::WordRole), TextStyle::smallStrong,
             ink(HealthModel::WordInkRole));
    first.setLeft(first.left() + wordWidth);
    const auto takeRight = [&](int width, const QString& what, TextStyle style, const QColor& color) {
        drawLine(painter, QRect(first.right() - width + 1, first.top(), width, first.height()), what, style, color, Qt::AlignRight);
        first.setRight(first.right() - width - 8);
    };
    takeRight(trendWidth, text(HealthModel::TrendRole), TextStyle::small, ink(HealthModel::TrendInkRole));
    takeRight(countWidth, text(HealthModel::CountRole), TextStyle::strong, m_theme.ink(Ink::normal));
    QString example = text(HealthModel::ExampleRole);
    if (rect.width() >= ownerFrom)
        takeRight(ownerWidth, text(HealthModel::OwnerRole), TextStyle::body, m_theme.ink(Ink::muted));
    else
        example = text(HealthModel::OwnerRole) + u", "_s + example;
    drawLine(painter, first, text(Qt::DisplayRole), TextStyle::strong, m_theme.ink(Ink::normal));
    drawLine(painter, second, example, TextStyle::small, m_theme.ink(Ink::muted));
    painter.fillRect(rect.left() + margin, rect.bottom(), rect.width() - 2 * margin, 1, m_theme.tokens().line);
    if (option.state & QStyle::State_HasFocus)
        drawFocusRing(painter, rect, m_theme.tokens().accent, 2);
}

} // namespace foreword
