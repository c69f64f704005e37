#include "ui/shell/search_box.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/delegates/search_delegate.h"
#include "ui/text/error_text.h"
#include "ui/text/strings.h"

namespace foreword {
namespace {

constexpr int pause = 120; // ms without a key before a search begins
constexpr int mostResults = 20;
constexpr int mostHeight = 420;

} // namespace

SearchBox::SearchBox(Desk& desk, const Theme& theme, QWidget* host, QWidget* parent)
    : QLineEdit(parent), m_desk(desk), m_host(host), m_hint(new KeyCap(theme, tr("Ctrl K"), this)), m_model(new SearchModel(this))
{
    setObjectName(u"search"_s);
    setAccessibleName(tr("Find a customer"));
    setPlaceholderText(tr("Find a customer by name, e-mail, phone or ticket"));
    setFixedHeight(30);
    setMaxLength(400);
    setTextMargins(0, 0, m_hint->sizeHint().width() + 4, 0);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    buildResults(theme, host);
    connect(this, &QLineEdit::textEdited, this, &SearchBox::changed);
    connect(&m_pause, &QTimer::timeout, this, [this] { search(text()); });
}

SearchBox::~SearchBox()
{
    cancel();
}

void SearchBox::buildResults(const Theme& theme, QWidget* host)
{
    auto* card = new Card(theme, host);
    card->setObjectName(u"results"_s);
    card->body()->setContentsMargins(4, 5, 4, 5);
    m_results = card;
    m_list = new QListView(card);
    m_list->setObjectName(u"resultList"_s);
    m_list->setAccessibleName(tr("Customers found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SearchDelegate(theme, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_message = new FlowText(theme, TextStyle::body, card);
    m_message->setObjectName(u"searchMessage"_s);
    m_message->setContentsMargins(8, 4, 8, 4);
    card->body()->addWidget(m_list);
    card->body()->addWidget(m_message);
    card->hide();
    connect(m_list, &QListView::clicked, this, &SearchBox::choose);
    host->installEventFilter(this);
}

void SearchBox::begin()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void SearchBox::cancel()
{
    m_pause.stop();
    if (m_running)
        m_running->cancel();
    m_running.reset();
    m_enterWaits = false;
}

void SearchBox::changed()
{
    cancel();
    m_hint->setVisible(text().isEmpty());
    if (text().trimmed().isEmpty())
        closeResults();
    else
        m_pause.start();
}

void SearchBox::search(const QString& query)
{
    const bool enterWaits = m_enterWaits;
    cancel();
    m_enterWaits = enterWaits;
    m_running.emplace();
    // A callback whose token was cancelled never comes, so `this` is alive in here.
    m_desk.findCustomers(toStd(query.trimmed()), mostResults, m_running->token(), [this](Result<std::vector<FoundCustomer>> found) {
        m_running.reset();
        if (!found)
            tell(ErrorText::message(found.error()));
        else if (found->empty())
            tell(tr("Nobody found. Try another spelling, an e-mail address, a phone number or a ticket."));
        else
            show(std::move(*found));
    });
}

void SearchBox::offer(const QString& query, Result<std::vector<FoundCustomer>> candidates)
{
    cancel();
    setText(query);
    m_hint->setVisible(query.isEmpty());
    if (!candidates)
        tell(ErrorText::message(candidates.error()));
    else if (candidates->empty())
        tell(tr("Nobody found for “%1”.").arg(query));
    else
        show(std::move(*candidates));
}

void SearchBox::show(std::vector<FoundCustomer> found)
{
    m_model->setFound(std::move(found));
    m_message->hide();
    m_list->show();
    m_list->setCurrentIndex(m_model->index(0));
    const int row = m_list->sizeHintForRow(0);
    placeResults(std::min(mostHeight, row * m_model->rowCount() + 12));
    if (m_enterWaits)
        choose(m_list->currentIndex());
}

void SearchBox::tell(const QString& message)
{
    m_enterWaits = false;
    m_model->clear();
    m_list->hide();
    m_message->setText(message, Ink::muted);
    m_message->show();
    placeResults(m_message->heightForWidth(width() - 24) + 24);
}

void SearchBox::placeResults(int height)
{
    const QPoint corner = mapTo(m_host, QPoint(0, this->height() + 4));
    m_results->setGeometry(corner.x(), corner.y(), width(), std::min(height, m_host->height() - corner.y() - 8));
    m_results->show();
    m_results->raise();
}

bool SearchBox::resultsShown() const
{
    return m_results->isVisible();
}

void SearchBox::closeResults()
{
    m_results->hide();
    m_model->clear();
}

void SearchBox::step(int direction)
{
    const int rows = m_model->rowCount();
    if (rows == 0 || !resultsShown())
        return;
    const int row = (m_list->currentIndex().row() + direction + rows) % rows;
    m_list->setCurrentIndex(m_model->index(row));
}

void SearchBox::choose(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const qint64 person = index.data(SearchModel::PersonRole).toLongLong();
    const QString name = index.data(Qt::DisplayRole).toString();
    cancel();
    closeResults();
    clear();
    m_hint->show();
    Q_EMIT chosen(person, name);
}

void SearchBox::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Down: return step(1);
    case Qt::Key_Up: return step(-1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_pause.isActive() || m_running) {
            // What is on show belongs to an older query; the answer decides.
            m_enterWaits = true;
            if (m_pause.isActive())
                search(text());
        } else if (resultsShown()) {
            choose(m_list->currentIndex());
        }
        return;
    case Qt::Key_Escape:
        cancel();
        if (resultsShown()) {
            closeResults();
            return;
        }
        clear();
        m_hint->show();
        Q_EMIT left();
        return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void SearchBox::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        closeResults();
}

void SearchBox::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    const QSize size = m_hint->sizeHint();
    m_hint->setGeometry(QRect(QPoint(width() - size.width() - 8, (height() - size.height()) / 2), size));
    if (resultsShown())
        placeResults(m_results->height());
}

bool SearchBox::eventFilter(QObject* watched, QEvent* event)
{
    // A press beside the list closes it.
    if (event->type() == QEvent::MouseButtonPress && resultsShown())
        closeResults();
    return QLineEdit::eventFilter(watched, event);
}

} // namespace foreword
