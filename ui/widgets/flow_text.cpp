#include "ui/widgets/flow_text.h"

#include <QEvent>
#include <QPainter>
#include <QTextOption>

#include <algorithm>
#include <cmath>

#include "ui/text/strings.h"

namespace foreword {
namespace {

constexpr qreal chipGap = 4;
constexpr qreal textAfterChip = 5;

} // namespace

FlowText::FlowText(const Theme& theme, TextStyle style, QWidget* parent) : QWidget(parent), m_theme(theme), m_style(style)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void FlowText::clear()
{
    for (const Piece& piece : m_pieces) {
        if (piece.widget) {
            piece.widget->hide();
            piece.widget->deleteLater();
        }
    }
    m_pieces.clear();
    changedContent();
}

void FlowText::setText(const QString& text, Ink ink)
{
    clear();
    addText(text, ink);
}

void FlowText::addText(const QString& text, Ink ink)
{
    addText({}, ink, text, ink);
}

void FlowText::addText(const QString& lead, Ink leadInk, const QString& text, Ink ink)
{
    QString all = lead.isEmpty() || text.isEmpty() ? lead + text : lead + u' ' + text;
    all.replace(u'\n', QChar::LineSeparator);
    Piece piece;
    piece.ink = ink;
    piece.leadInk = leadInk;
    piece.leadLength = static_cast<int>(lead.size());
    piece.text = std::make_unique<QTextLayout>(all, Theme::font(m_style));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    piece.text->setTextOption(option);
    if (piece.leadLength > 0) {
        QTextLayout::FormatRange strong;
        strong.start = 0;
        strong.length = piece.leadLength;
        strong.format.setFontWeight(QFont::DemiBold);
        piece.text->setFormats({strong});
    }
    m_pieces.push_back(std::move(piece));
    changedContent();
}

void FlowText::addInline(QWidget* widget)
{
    widget->setParent(this);
    widget->show();
    Piece piece;
    piece.widget = widget;
    m_pieces.push_back(std::move(piece));
    changedContent();
}

QString FlowText::plainText() const
{
    QStringList parts;
    for (const Piece& piece : m_pieces) {
        if (piece.text)
            parts.append(piece.text->text().replace(QChar::LineSeparator, u'\n'));
    }
    return parts.join(u' ');
}

void FlowText::changedContent()
{
    m_arrangedWidth = -1;
    setAccessibleName(plainText());
    updateGeometry();
    if (width() > 0)
        arrange(width(), true);
    update();
}

void FlowText::flowText(const Piece& piece, int width, Cursor& cursor) const
{
    QTextLayout& layout = *piece.text;
    const int lineHeight = Theme::lineHeight(m_style);
    if (cursor.x > 0) {
        cursor.x += textAfterChip;
        // A first word that does not fit moves to the next line whole.
        const QString text = layout.text();
        const auto space = text.indexOf(u' ');
        const qreal word = QFontMetricsF(layout.font()).horizontalAdvance(space < 0 ? text : text.left(space));
        if (cursor.x + word > width)
            cursor = {0, cursor.y + lineHeight};
    }
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        if (line.lineNumber() > 0)
            cursor = {0, cursor.y + lineHeight};
        line.setLineWidth(std::max<qreal>(1, width - cursor.x));
        line.setPosition({cursor.x, cursor.y + std::floor((lineHeight - line.height()) / 2)});
        cursor.x += line.naturalTextWidth();
    }
    layout.endLayout();
}

void FlowText::flowWidget(const Piece& piece, int width, bool apply, Cursor& cursor) const
{
    const int lineHeight = Theme::lineHeight(m_style);
    const QSize size(std::min(piece.widget->sizeHint().width(), width), piece.widget->sizeHint().height());
    if (cursor.x > 0 && cursor.x + chipGap + size.width() > width)
        cursor = {0, cursor.y + lineHeight};
    else if (cursor.x > 0)
        cursor.x += chipGap;
    if (apply) {
        const int y = static_cast<int>(cursor.y) + (lineHeight - size.height()) / 2;
        piece.widget->setGeometry(QRect(QPoint(static_cast<int>(std::ceil(cursor.x)), y), size));
    }
    cursor.x = std::ceil(cursor.x) + size.width();
}

int FlowText::arrange(int width, bool apply) const
{
    if (!apply && width == m_arrangedWidth)
        return m_arrangedHeight;
    Cursor cursor;
    for (const Piece& piece : m_pieces) {
        if (piece.text)
            flowText(piece, width, cursor);
        else
            flowWidget(piece, width, apply, cursor);
    }
    const int height = m_pieces.empty() ? 0 : static_cast<int>(cursor.y) + Theme::lineHeight(m_style);
    // The layouts now fit this width; painting lays them out again if it was only asked for.
    m_arrangedWidth = width;
    m_arrangedHeight = height;
    return height;
}

int FlowText::heightForWidth(int width) const
{
    return arrange(width, false);
}

QSize FlowText::sizeHint() const
{
    qreal width = 0;
    for (const Piece& piece : m_pieces)
        width += piece.text ? QFontMetricsF(piece.text->font()).horizontalAdvance(piece.text->text()) + textAfterChip
                            : piece.widget->sizeHint().width() + chipGap;
    return {static_cast<int>(std::ceil(width)) + 2, m_pieces.empty() ? 0 : Theme::lineHeight(m_style)};
}

QSize FlowText::minimumSizeHint() const
{
    return {40, m_pieces.empty() ? 0 : Theme::lineHeight(m_style)};
}

void FlowText::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange(width(), true);
}

bool FlowText::event(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        changedContent();
    return QWidget::event(event);
}

void FlowText::contextMenuEvent(QContextMenuEvent* event)
{
    for (const Piece& piece : m_pieces) {
        if (!piece.widget || piece.widget->contextMenuPolicy() != Qt::CustomContextMenu)
            continue;
        const QRect place = piece.widget->geometry();
        const bool later = place.top() > event->y() || (place.bottom() >= event->y() && place.right() >= event->x());
        if (later) {
            Q_EMIT piece.widget->customContextMenuRequested(piece.widget->mapFrom(this, event->pos()));
            return;
        }
    }
    event->ignore();
}

void FlowText::paintEvent(QPaintEvent*)
{
    if (m_arrangedWidth != width())
        arrange(width(), true);
    QPainter painter(this);
    for (const Piece& piece : m_pieces) {
        if (!piece.text)
            continue;
        painter.setPen(m_theme.ink(piece.ink));
        QList<QTextLayout::FormatRange> colors;
        if (piece.leadLength > 0) {
            QTextLayout::FormatRange lead;
            lead.start = 0;
            lead.length = piece.leadLength;
            lead.format.setForeground(m_theme.ink(piece.leadInk));
            colors.append(lead);
        }
        piece.text->draw(&painter, {0, 0}, colors);
    }
}

} // namespace foreword
