// What a person overrides and takes back in the explanation: asks for what is needed, hands it to
// the desk, and says so when it did not work. Window thread.
#pragma once

#include <QObject>

#include <memory>

#include "core/desk/desk.h"
#include "ui/text/wording.h"
#include "ui/workspace/override_dialog.h"

namespace foreword {

class Overriding : public QObject {
    Q_OBJECT

public:
    Overriding(Desk& desk, QWidget* page);
    ~Overriding() override;

    void setCustomer(std::shared_ptr<const CustomerView> view, const Wording& wording);
    void ask(const QString& rule);
    void takeBack(qint64 number);

Q_SIGNALS:
    // The customer is decided differently now.
    void changed();

private:
    void give(const OverrideRequest& request);
    void end(std::int64_t person, qint64 number, const QString& by);
    void failed(const Error& error);

    Desk& m_desk;
    QWidget* m_page;
    std::shared_ptr<const CustomerView> m_view;
    Wording m_wording{QLocale(), Wording::Zone::machine, {}};
    OverrideDialog::Who m_who; // who did it last at this window
    CancelSource m_answers;
};

} // namespace foreword
