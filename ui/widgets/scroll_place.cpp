#include "ui/widgets/scroll_place.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLayout>
#include <QScrollBar>

namespace foreword {

ScrollPlace::ScrollPlace(QScrollArea& area) : m_area(area), m_value(area.verticalScrollBar()->value()) {}

void ScrollPlace::restore()
{
    // Without waiting for the event loop, which would show the top first.
    if (QLayout* layout = m_area.widget()->layout())
        layout->activate();
    QEvent request(QEvent::LayoutRequest);
    QCoreApplication::sendEvent(&m_area, &request);
    m_area.verticalScrollBar()->setValue(m_value);
}

} // namespace foreword
