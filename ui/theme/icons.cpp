#include "ui/theme/icons.h"

#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "ui/text/strings.h"

namespace foreword {
namespace {

QString fileOf(Icon icon)
{
    static constexpr const char* names[] = {"search", "warning", "escalate", "check",  "close", "email", "chat", "phone",
                                            "sms",    "social",  "visit",    "person", "inbox", "note",  "fold", "unfold"};
    return u":/foreword/icons/%1.svg"_s.arg(QLatin1StringView(names[static_cast<int>(icon)]));
}

} // namespace

QPixmap iconPixmap(Icon icon, const QColor& color, int size, qreal devicePixelRatio)
{
    const QString key = u"foreword-icon/%1/%2/%3/%4"_s.arg(static_cast<int>(icon)).arg(color.name()).arg(size).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(QSize(size, size) * devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(fileOf(icon)).render(&painter);
    // The files are black line work; only their shape counts.
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace foreword
