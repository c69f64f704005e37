#include "ui/workspace/center_column.h"

#include <QEvent>

#include <algorithm>

#include "ui/text/strings.h"

namespace foreword {
namespace {

constexpr int gap = 12;
constexpr int bottomMargin = 14;
constexpr int leastHistory = 150;
constexpr int leastBrief = 90;

} // namespace

CenterColumn::CenterColumn(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_header(new CustomerHeader(theme, this)), m_banner(new Banner(theme, this)), m_brief(new BriefCard(theme, this)),
      m_history(new HistoryCard(theme, this))
{
}

void CenterColumn::setCustomer(const std::shared_ptr<const CustomerView>& view, const std::shared_ptr<const CitationIndex>& citations,
                               const Wording& wording, ChipFactory& chips)
{
    setSummary(*view, wording, chips);
    m_history->setCustomer(view, citations, wording);
    arrange();
}

void CenterColumn::follow(const std::shared_ptr<const CustomerView>& view, const std::shared_ptr<const CitationIndex>& citations,
                          const Wording& wording, ChipFactory& chips)
{
    setSummary(*view, wording, chips);
    // The list has its new height first, so that it need not move again.
    arrange();
    m_history->follow(view, citations, wording);
}

// What stands above the words themselves.
void CenterColumn::setSummary(const CustomerView& view, const Wording& wording, ChipFactory& chips)
{
    m_header->setCustomer(view, wording);
    m_banner->setCustomer(view, wording, chips);
    m_brief->setCustomer(view, wording, chips);
}

void CenterColumn::setParts(Parts parts)
{
    m_parts = parts;
    arrange();
}

int CenterColumn::place(QWidget& widget, int y, int width) const
{
    const int height = std::max(widget.heightForWidth(width), widget.minimumSizeHint().height());
    widget.setGeometry(0, y, width, height);
    return y + height;
}

void CenterColumn::arrange()
{
    const int width = this->width();
    if (width <= 0)
        return;
    int y = place(*m_header, 0, width);
    y = place(*m_banner, y, width) + gap;
    m_cardsTop = y;
    const int room = height() - bottomMargin - y;
    const bool brief = !m_brief->isEmpty() && (m_parts == Parts::both || m_parts == Parts::brief);
    const bool history = m_parts == Parts::both || m_parts == Parts::history;
    m_brief->setVisible(brief);
    m_history->setVisible(history);
    if (brief) {
        m_brief->fitTo(width);
        const int wanted = m_brief->heightForWidth(width);
        const int share = history ? std::max(leastBrief, room - gap - std::max(leastHistory, room * 2 / 5)) : room;
        const int height = std::min(wanted, std::max(0, share));
        m_brief->setGeometry(0, y, width, height);
        y += height + gap;
    }
    if (history)
        m_history->setGeometry(0, y, width, std::max(0, height() - bottomMargin - y));
}

void CenterColumn::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool CenterColumn::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

} // namespace foreword
