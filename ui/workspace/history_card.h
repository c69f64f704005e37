// The words themselves: the history with its title, and a button that opens all of it. Window thread.
#pragma once

#include <QPushButton>
#include <QStackedLayout>

#include "ui/models/history_model.h"
#include "ui/widgets/basics.h"
#include "ui/workspace/history_list.h"

namespace foreword {

class HistoryCard : public Card {
    Q_OBJECT

public:
    explicit HistoryCard(const Theme& theme, QWidget* parent = nullptr);

    void setCustomer(std::shared_ptr<const CustomerView> view, std::shared_ptr<const CitationIndex> citations, const Wording& wording);
    // The same customer, read again: what is open, selected and in sight stays so.
    void follow(std::shared_ptr<const CustomerView> view, std::shared_ptr<const CitationIndex> citations, const Wording& wording);
    bool showCitation(const Citation& citation);
    HistoryList* view() const { return m_view; }

private:
    void tellAllOpen();

    HistoryModel* m_model;
    HistoryList* m_view;
    StateView* m_nothing;
    QPushButton* m_all;
    QStackedLayout* m_pages;
};

} // namespace foreword
