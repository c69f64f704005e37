// Small strokes that delegates and widgets share. Window thread.
#pragma once

#include <QPainter>
#include <QString>

#include "ui/theme/theme.h"

namespace foreword {

// One line of text, elided at its end, set on the middle of the rectangle.
void drawLine(QPainter& painter, const QRect& rect, const QString& text, TextStyle style, const QColor& color,
              Qt::Alignment alignment = Qt::AlignLeft);
int textWidth(const QString& text, TextStyle style);

void drawRounded(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& border = {});
// The visible focus: a ring of the accent just inside the rectangle.
void drawFocusRing(QPainter& painter, const QRect& rect, const QColor& color, qreal radius);
void drawDot(QPainter& painter, const QRectF& rect, const QColor& color);

} // namespace foreword
