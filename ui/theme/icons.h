// The program's own icons, drawn in a colour of the theme. Window thread.
#pragma once

#include <QColor>
#include <QPixmap>

namespace foreword {

enum class Icon { search, warning, escalate, check, close, email, chat, phone, sms, social, visit, person, inbox, note, fold, unfold };

// `size` in device-independent pixels; sharp for the given ratio. Kept in QPixmapCache.
QPixmap iconPixmap(Icon icon, const QColor& color, int size, qreal devicePixelRatio);

} // namespace foreword
