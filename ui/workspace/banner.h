// What must not be done, and why: a word, an icon and a colour; the reason with its evidence;
// rule, owner and until when; how the posture changed since the customer was opened. Stands below the name in the same frame. Window thread.
#pragma once

#include <QPushButton>
#include <QWidget>

#include "ui/text/wording.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/flow_text.h"
#include "ui/workspace/chip_factory.h"

namespace foreword {

class Banner : public QWidget {
    Q_OBJECT

public:
    explicit Banner(const Theme& theme, QWidget* parent = nullptr);

    void setCustomer(const CustomerView& view, const Wording& wording, ChipFactory& chips);
    // Tells assistive technology that what the banner says has changed.
    void announce();
    QString title() const { return m_title->text(); }

Q_SIGNALS:
    void whyRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Ink m_ink = Ink::green;
    IconLabel* m_icon;
    TextLabel* m_title;
    FlowText* m_news; // the last change of posture
    FlowText* m_reason;
    FlowText* m_rule;
    QPushButton* m_why;
};

} // namespace foreword
