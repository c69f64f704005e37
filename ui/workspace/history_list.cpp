#include "ui/workspace/history_list.h"

#include <QAccessible>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace foreword {

HistoryList::HistoryList(const Theme& theme, HistoryModel& model, QWidget* parent)
    : QListView(parent), m_model(model), m_delegate(theme, model, nullptr)
{
    setObjectName(u"history"_s);
    setAccessibleName(tr("Conversation history"));
    setItemDelegate(&m_delegate);
    // Before the base class connects itself, so that it never sees old heights for new rows.
    const auto stale = [this] { m_stale = true; };
    connect(&model, &QAbstractItemModel::modelReset, this, stale);
    connect(&model, &QAbstractItemModel::rowsInserted, this, stale);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, stale);
    connect(&model, &QAbstractItemModel::rowsMoved, this, stale);
    connect(&model, &QAbstractItemModel::layoutChanged, this, stale);
    setModel(&model);
    setMouseTracking(true);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Always, so that rows are as wide whether there are few or many.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setVerticalScrollMode(ScrollPerPixel);
    viewport()->setAttribute(Qt::WA_Hover);
    setFrameShape(NoFrame);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void HistoryList::freshen() const
{
    // Laying out on demand is what QListView does in its own const queries.
    if (m_stale)
        const_cast<HistoryList*>(this)->doItemsLayout();
}

void HistoryList::estimateAll()
{
    m_stale = false;
    m_delegate.forget();
    m_width = rowWidth();
    std::vector<int> heights(static_cast<std::size_t>(m_model.rowCount()));
    for (std::size_t row = 0; row < heights.size(); ++row)
        heights[row] = m_delegate.estimatedHeight(static_cast<int>(row), m_width);
    m_exact.assign(heights.size(), false);
    m_offsets.assign(std::move(heights));
}

void HistoryList::makeExact(int row)
{
    if (m_exact[static_cast<std::size_t>(row)])
        return;
    m_exact[static_cast<std::size_t>(row)] = true;
    m_offsets.setHeight(row, m_delegate.height(row, m_width));
}

void HistoryList::setOffset(int value)
{
    auto* bar = verticalScrollBar();
    bar->setRange(0, std::max(0, m_offsets.total() - viewport()->height()));
    bar->setEnabled(bar->maximum() > 0);
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(40);
    bar->setValue(value);
}

void HistoryList::settle(int anchor)
{
    freshen();
    if (m_settling || m_offsets.size() == 0)
        return;
    m_settling = true;
    int value = verticalScrollBar()->value();
    const int page = viewport()->height();
    // Each pass makes rows exact, so it ends when a pass finds nothing left to do.
    for (bool changed = true; changed;) {
        changed = false;
        const int first = std::clamp(m_offsets.rowAt(value), 0, m_offsets.size() - 1);
        int y = m_offsets.top(first);
        for (int row = first; row < m_offsets.size() && y < value + page; ++row) {
            const int before = m_offsets.height(row);
            makeExact(row);
            const int grown = m_offsets.height(row) - before;
            changed |= grown != 0;
            if (row < anchor)
                value += grown;
            y += m_offsets.height(row);
        }
        value = std::clamp(value, 0, std::max(0, m_offsets.total() - page));
    }
    setOffset(value);
    m_anchor = std::clamp(m_offsets.rowAt(value), 0, m_offsets.size() - 1);
    m_settling = false;
    viewport()->update();
}

void HistoryList::doItemsLayout()
{
    // Keep the row on top, where rows were added or removed below or above it.
    const int into = m_offsets.size() > 0 ? verticalOffset() - m_offsets.top(std::min(m_anchor, m_offsets.size())) : 0;
    const int anchor = m_anchor;
    estimateAll();
    // Past QListView, whose own layout this list replaces.
    QAbstractItemView::doItemsLayout(); // NOLINT(bugprone-parent-virtual-call)
    if (m_offsets.size() == 0) {
        setOffset(0);
        return;
    }
    m_anchor = std::min(anchor, m_offsets.size() - 1);
    setOffset(m_offsets.top(m_anchor) + into);
    settle(m_anchor);
}

void HistoryList::updateGeometries()
{
    freshen();
    setOffset(verticalScrollBar()->value());
}

void HistoryList::resizeEvent(QResizeEvent* event)
{
    QAbstractItemView::resizeEvent(event); // NOLINT(bugprone-parent-virtual-call): the same
    if (rowWidth() != m_width)
        doItemsLayout();
    else
        settle(m_anchor);
}

void HistoryList::scrollContentsBy(int, int)
{
    freshen();
    // While the old first row is still in view, what is laid out above it must not move it.
    const int value = verticalScrollBar()->value();
    const int top = m_offsets.size() > m_anchor ? m_offsets.top(m_anchor) : 0;
    const bool near = top >= value && top < value + viewport()->height();
    settle(near ? m_anchor : m_offsets.rowAt(value));
    viewport()->update();
}

int HistoryList::verticalOffset() const
{
    return verticalScrollBar()->value();
}

QRect HistoryList::visualRect(const QModelIndex& index) const
{
    freshen();
    if (!index.isValid() || index.row() >= m_offsets.size())
        return {};
    return {0, m_offsets.top(index.row()) - verticalOffset(), rowWidth(), m_offsets.height(index.row())};
}

QModelIndex HistoryList::indexAt(const QPoint& point) const
{
    freshen();
    const int row = m_offsets.rowAt(point.y() + verticalOffset());
    return row >= 0 && row < m_offsets.size() ? m_model.index(row) : QModelIndex();
}

void HistoryList::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    freshen();
    if (!index.isValid() || index.row() >= m_offsets.size())
        return;
    makeExact(index.row());
    const int top = m_offsets.top(index.row());
    const int height = m_offsets.height(index.row());
    const int page = viewport()->height();
    int value = verticalOffset();
    if (hint == PositionAtCenter)
        value = top - std::max(0, (page - height) / 2);
    else if (hint == PositionAtTop || top < value)
        value = top;
    else if (hint == PositionAtBottom || top + height > value + page)
        value = std::min(top, top + height - page);
    setOffset(value);
    settle(index.row());
}

HistoryList::Place HistoryList::place() const
{
    freshen();
    const int value = verticalOffset();
    if (value == 0 || m_offsets.size() == 0)
        return {};
    const int row = std::clamp(m_offsets.rowAt(value), 0, m_offsets.size() - 1);
    return {m_model.index(row), value - m_offsets.top(row)};
}

void HistoryList::setPlace(const Place& place)
{
    freshen();
    if (!place.row.isValid() || place.row.row() >= m_offsets.size()) {
        setOffset(0);
        settle(0);
        return;
    }
    makeExact(place.row.row());
    setOffset(m_offsets.top(place.row.row()) + place.into);
    settle(place.row.row());
}

bool HistoryList::showCitation(const Citation& citation)
{
    const QModelIndex index = m_model.reveal(citation);
    if (!index.isValid())
        return false;
    setCurrentIndex(index);
    scrollTo(index, PositionAtCenter);
    return true;
}

QModelIndex HistoryList::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    freshen();
    const int last = m_offsets.size() - 1;
    if (last < 0)
        return {};
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return m_model.index(std::clamp(m_offsets.rowAt(verticalOffset()), 0, last));
    const int page = viewport()->height();
    const auto rowNear = [&](int y) { return m_model.index(std::clamp(m_offsets.rowAt(std::max(0, y)), 0, last)); };
    switch (action) {
    case MoveUp:
    case MovePrevious: return m_model.index(std::max(0, current.row() - 1));
    case MoveDown:
    case MoveNext: return m_model.index(std::min(last, current.row() + 1));
    case MoveHome: return m_model.index(0);
    case MoveEnd: return m_model.index(last);
    case MovePageUp: return rowNear(m_offsets.top(current.row()) - page);
    case MovePageDown: return rowNear(m_offsets.top(current.row()) + page);
    default: return current;
    }
}

void HistoryList::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags)
{
    const QModelIndex index = indexAt(rect.center());
    if (index.isValid())
        selectionModel()->select(index, flags);
}

QRegion HistoryList::visualRegionForSelection(const QItemSelection& selection) const
{
    QRegion region;
    for (const auto& range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            region += visualRect(m_model.index(row));
    }
    return region;
}

void HistoryList::paintEvent(QPaintEvent* event)
{
    freshen();
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QPoint mouse = viewport()->mapFromGlobal(QCursor::pos());
    const QModelIndex hovered = viewport()->underMouse() ? indexAt(mouse) : QModelIndex();
    const auto state = option.state & ~(QStyle::State_HasFocus | QStyle::State_MouseOver);
    for (int row = std::max(0, m_offsets.rowAt(verticalOffset() + event->rect().top())); row < m_offsets.size(); ++row) {
        const QModelIndex index = m_model.index(row);
        option.rect = visualRect(index);
        if (option.rect.top() > event->rect().bottom())
            break;
        option.state = state;
        if (hasFocus() && index == currentIndex())
            option.state |= QStyle::State_HasFocus;
        if (index == hovered)
            option.state |= QStyle::State_MouseOver;
        m_delegate.paint(&painter, option, index);
    }
}

void HistoryList::toggle(const QModelIndex& index)
{
    if (!index.isValid() || m_model.row(index.row()).kind == HistoryRow::Kind::message)
        return;
    const int row = index.row();
    m_model.toggle(row);
    setCurrentIndex(m_model.index(std::min(row, m_model.rowCount() - 1)));
}

void HistoryList::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex current = currentIndex();
    if (event->matches(QKeySequence::Copy) && current.isValid()) {
        copy(current);
        return;
    }
    const bool interaction = current.isValid() && m_model.row(current.row()).kind == HistoryRow::Kind::interaction;
    const bool open = interaction && m_model.isOpen(m_model.row(current.row()));
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: toggle(current); return;
    case Qt::Key_Right:
        if (interaction && !open)
            toggle(current);
        return;
    case Qt::Key_Left:
        if (open)
            toggle(current);
        return;
    default: QListView::keyPressEvent(event);
    }
}

void HistoryList::mouseReleaseEvent(QMouseEvent* event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index == currentIndex())
        toggle(index);
}

void HistoryList::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* action = menu->addAction(tr("Copy with citation"));
    action->setShortcut(QKeySequence::Copy);
    connect(action, &QAction::triggered, this, [this, index = QPersistentModelIndex(index)] { copy(index); });
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void HistoryList::copy(const QModelIndex& index)
{
    QGuiApplication::clipboard()->setText(m_model.quotation(index));
}

// QListView tells assistive technology a row it counts from its own layout, which is not in
// use here; so these two go past it.
void HistoryList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (QAccessible::isActive() && current.isValid() && hasFocus()) {
        QAccessibleEvent focus(this, QAccessible::Focus);
        focus.setChild(current.row());
        QAccessible::updateAccessibility(&focus);
    }
}

void HistoryList::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QListView::selectionChanged(selected, deselected);
}

} // namespace foreword
