#include "ui/delegates/painting.h"

#include <QFontMetrics>

#include <cmath>

namespace foreword {

void drawLine(QPainter& painter, const QRect& rect, const QString& text, TextStyle style, const QColor& color, Qt::Alignment alignment)
{
    painter.setFont(Theme::font(style));
    painter.setPen(color);
    const QString oneLine = painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    painter.drawText(rect, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, oneLine);
}

int textWidth(const QString& text, TextStyle style)
{
    return static_cast<int>(std::ceil(QFontMetricsF(Theme::font(style)).horizontalAdvance(text)));
}

void drawRounded(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& border)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.setPen(border.isValid() ? QPen(border, 1) : QPen(Qt::NoPen));
    // A line of one pixel lies on pixel centres.
    painter.drawRoundedRect(border.isValid() ? rect.adjusted(0.5, 0.5, -0.5, -0.5) : rect, radius, radius);
    painter.restore();
}

void drawFocusRing(QPainter& painter, const QRect& rect, const QColor& color, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 2));
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

void drawDot(QPainter& painter, const QRectF& rect, const QColor& color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(rect);
    painter.restore();
}

} // namespace foreword
