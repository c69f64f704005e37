#include "ui/workspace/queue_panel.h"

#include <QItemSelectionModel>
#include <QPainter>

#include "ui/delegates/queue_delegate.h"
#include "ui/text/strings.h"

namespace foreword {

QueuePanel::QueuePanel(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_model(new QueueModel(this)), m_view(new QListView(this)), m_state(new StateView(theme, this)),
      m_pages(new QStackedLayout(this))
{
    setObjectName(u"queuePanel"_s);
    m_view->setObjectName(u"queue"_s);
    m_view->setAccessibleName(tr("Queue"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new QueueDelegate(theme, m_view));
    m_view->setEditTriggers(QListView::NoEditTriggers);
    m_view->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMouseTracking(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_state);
    // Selected, not only current: a list takes a current row when it gets the focus.
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this](const QItemSelection& selected) {
        if (!m_marking && !selected.isEmpty())
            choose(selected.indexes().front());
    });
    connect(m_state, &StateView::actionTriggered, this, &QueuePanel::retryRequested);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void QueuePanel::setEntries(std::vector<QueueEntry> entries, const Wording& wording)
{
    m_marking = true;
    m_model->setEntries(std::move(entries), wording);
    m_marking = false;
    if (m_model->isEmpty())
        m_state->tell(Icon::inbox, tr("Nobody is waiting"), tr("Press Ctrl+K to find a customer."));
    m_pages->setCurrentIndex(m_model->isEmpty() ? 1 : 0);
    mark(m_marked);
}

void QueuePanel::showFailure(const QString& message)
{
    m_state->tell(Icon::warning, tr("The queue could not be read"), message, tr("Try again"));
    m_pages->setCurrentIndex(1);
}

void QueuePanel::mark(std::int64_t person)
{
    m_marked = person;
    const QModelIndex index = m_model->indexOf(person);
    m_marking = true;
    if (index.isValid())
        m_view->setCurrentIndex(index);
    else
        m_view->selectionModel()->clear();
    m_marking = false;
}

void QueuePanel::step(int direction)
{
    const QModelIndex next = m_model->step(m_view->currentIndex(), direction);
    if (next.isValid() && next != m_view->currentIndex())
        m_view->setCurrentIndex(next);
}

void QueuePanel::choose(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    m_marked = index.data(QueueModel::PersonRole).toLongLong();
    Q_EMIT chosen(m_marked, index.data(Qt::DisplayRole).toString());
}

void QueuePanel::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().panel);
}

} // namespace foreword
