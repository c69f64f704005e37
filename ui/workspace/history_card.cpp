#include "ui/workspace/history_card.h"

#include <QHBoxLayout>

namespace foreword {

HistoryCard::HistoryCard(const Theme& theme, QWidget* parent)
    : Card(theme, parent), m_model(new HistoryModel(this)), m_view(new HistoryList(theme, *m_model, this)),
      m_nothing(new StateView(theme, this)), m_all(new QPushButton(this)), m_pages(new QStackedLayout)
{
    setObjectName(u"historyCard"_s);
    m_all->setObjectName(u"openAll"_s);
    m_all->setProperty("kind", u"quiet"_s);
    auto* title = new QHBoxLayout;
    title->addWidget(new TextLabel(theme, tr("Conversation history"), TextStyle::strong, Ink::normal, this), 1);
    title->addWidget(m_all);
    // The list runs to the edge of the card, so that it can be seen to go on.
    body()->setContentsMargins(metrics::cardMargin, 9, 4, 1);
    title->setContentsMargins(0, 0, 10, 0);
    body()->addLayout(title);
    body()->addSpacing(3);
    m_nothing->tell(Icon::chat, tr("No conversations yet"), tr("What is written or said from now on will stand here."));
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_nothing);
    body()->addLayout(m_pages, 1);
    connect(m_all, &QPushButton::clicked, this, [this] { m_model->setAllOpen(!m_model->allOpen()); });
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, change, this, &HistoryCard::tellAllOpen);
    connect(m_model, &QAbstractItemModel::modelReset, this, &HistoryCard::tellAllOpen);
}

void HistoryCard::setCustomer(std::shared_ptr<const CustomerView> view, std::shared_ptr<const CitationIndex> citations,
                              const Wording& wording)
{
    m_model->setCustomer(std::move(view), std::move(citations), wording);
    m_pages->setCurrentIndex(m_model->isEmpty() ? 1 : 0);
    m_view->scrollToTop();
}

void HistoryCard::follow(std::shared_ptr<const CustomerView> view, std::shared_ptr<const CitationIndex> citations, const Wording& wording)
{
    const auto place = m_view->place();
    m_model->follow(std::move(view), std::move(citations), wording);
    m_pages->setCurrentIndex(m_model->isEmpty() ? 1 : 0);
    m_view->setPlace(place);
}

bool HistoryCard::showCitation(const Citation& citation)
{
    return m_view->showCitation(citation);
}

void HistoryCard::tellAllOpen()
{
    const QString text = m_model->allOpen() ? tr("Fold all") : tr("Show all messages");
    m_all->setText(text);
    m_all->setAccessibleName(text);
    m_all->setVisible(!m_model->isEmpty());
}

} // namespace foreword
