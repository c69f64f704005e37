// The reading column: header, banner, brief, history, in the order of need. The history takes
// what is left; a brief too long for its share scrolls. Window thread.
#pragma once

#include <QWidget>

#include "ui/workspace/banner.h"
#include "ui/workspace/brief_card.h"
#include "ui/workspace/customer_header.h"
#include "ui/workspace/history_card.h"

namespace foreword {

class CenterColumn : public QWidget {
    Q_OBJECT

public:
    // Which of the two cards is shown where there is room for one.
    enum class Parts { both, brief, history, none };

    CenterColumn(const Theme& theme, QWidget* parent);

    void setCustomer(const std::shared_ptr<const CustomerView>& view, const std::shared_ptr<const CitationIndex>& citations,
                     const Wording& wording, ChipFactory& chips);
    // The same customer, read again; see HistoryCard::follow.
    void follow(const std::shared_ptr<const CustomerView>& view, const std::shared_ptr<const CitationIndex>& citations,
                const Wording& wording, ChipFactory& chips);
    void setParts(Parts parts);
    CustomerHeader* header() const { return m_header; }
    Banner* banner() const { return m_banner; }
    BriefCard* brief() const { return m_brief; }
    HistoryCard* history() const { return m_history; }
    // Below header and banner, for what stands in place of the cards.
    int cardsTop() const { return m_cardsTop; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void setSummary(const CustomerView& view, const Wording& wording, ChipFactory& chips);
    void arrange();
    int place(QWidget& widget, int y, int width) const;

    CustomerHeader* m_header;
    Banner* m_banner;
    BriefCard* m_brief;
    HistoryCard* m_history;
    Parts m_parts = Parts::both;
    int m_cardsTop = 0;
};

} // namespace foreword
