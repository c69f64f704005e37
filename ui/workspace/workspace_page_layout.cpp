// Where the parts of the page are, by its width and by what is shown.
#include <QPainter>

#include <algorithm>

#include "ui/workspace/workspace_page.h"

namespace foreword {

bool WorkspacePage::sideWanted() const
{
    // Likely duplicates concern nobody in particular.
    const bool everybody = m_side->currentWidget() == m_links && m_links->about() == LinksPanel::About::everybody;
    return everybody || (m_content == Content::customer && (!m_sidePanel->isEmpty() || m_side->currentWidget() != m_sidePanel));
}

void WorkspacePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const Mode mode = width() < metrics::narrowBelow ? Mode::narrow : width() < metrics::foldBelow ? Mode::folded : Mode::wide;
    const bool changed = mode != m_mode;
    m_mode = mode;
    arrange();
    if (changed)
        Q_EMIT modeChanged();
}

void WorkspacePage::arrange()
{
    m_switch->setVisible(m_mode == Mode::narrow);
    if (m_mode == Mode::narrow) {
        arrangeNarrow();
        return;
    }
    const bool queue = m_mode == Mode::wide || m_queueShown;
    const int left = queue ? metrics::queueWidth : 0;
    const bool side = sideWanted();
    const int right = side ? metrics::sideWidth : 0;
    m_queue->setVisible(queue);
    m_queue->setGeometry(0, 0, metrics::queueWidth - 1, height());
    m_side->setVisible(side);
    m_side->setGeometry(width() - right + 1, 0, metrics::sideWidth - 1, height());
    const QRect middle(left, 0, width() - left - right, height());
    m_center->setVisible(m_content == Content::customer);
    m_state->setVisible(m_content != Content::customer);
    m_center->setParts(CenterColumn::Parts::both);
    m_center->setGeometry(middle.adjusted(metrics::pageMargin, 0, -metrics::pageMargin, 0));
    m_state->setGeometry(middle);
    update();
}

void WorkspacePage::arrangeNarrow()
{
    const auto page = m_switch->page();
    const bool customer = m_content == Content::customer;
    const int top = m_switch->sizeHint().height();
    m_switch->setGeometry(0, 0, width(), top);
    const QRect rest(0, top, width(), height() - top);
    const bool queue = page == PageSwitch::Page::queue;
    const bool side = page == PageSwitch::Page::side && customer;
    m_queue->setVisible(queue);
    m_queue->setGeometry(rest);
    m_state->setVisible(!queue && !customer);
    m_state->setGeometry(rest);
    m_center->setVisible(!queue && customer);
    m_center->setGeometry(rest.adjusted(10, 0, -10, 0));
    m_center->setParts(side                                    ? CenterColumn::Parts::none
                           : page == PageSwitch::Page::history ? CenterColumn::Parts::history
                                                               : CenterColumn::Parts::brief);
    m_side->setVisible(side);
    const int sideTop = top + m_center->cardsTop();
    m_side->setGeometry(0, sideTop, width(), std::max(0, height() - sideTop));
    if (side)
        m_side->raise();
    update();
}

void WorkspacePage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().background);
    if (m_mode == Mode::narrow)
        return;
    if (!m_queue->isHidden())
        painter.fillRect(metrics::queueWidth - 1, 0, 1, height(), m_theme.tokens().line);
    if (!m_side->isHidden())
        painter.fillRect(m_side->x() - 1, 0, 1, height(), m_theme.tokens().line);
}

} // namespace foreword
