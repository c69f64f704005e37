// Who it is: initials, name, and pills for tier, renewal, consent and linked records; and the
// notes that can be written about them. Window thread.
#pragma once

#include <QPushButton>
#include <QWidget>

#include "core/desk/desk.h"
#include "ui/text/wording.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/flow_layout.h"

namespace foreword {

class CustomerHeader : public QWidget {
    Q_OBJECT

public:
    explicit CustomerHeader(const Theme& theme, QWidget* parent = nullptr);

    void setCustomer(const CustomerView& view, const Wording& wording);
    // While the rest is loading.
    void setName(const QString& name);

Q_SIGNALS:
    void noteRequested();
    void wrapUpRequested();
    void identityRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showActions();
    void addIdentity(const CustomerView& view);

    const Theme& m_theme;
    Avatar* m_avatar;
    TextLabel* m_name;
    FlowLayout* m_pills;
    QPushButton* m_note;
    QPushButton* m_wrapUp;
    bool m_conversations = false; // without one there is nothing a note could be about
};

} // namespace foreword
