// The form for overriding a rule: which offer, why, who, and for how long; it says what will
// happen before it happens. Deletes itself when it closes. Window thread.
#pragma once

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <memory>

#include "core/desk/desk.h"
#include "ui/text/wording.h"

namespace foreword {

class OverrideDialog : public QDialog {
    Q_OBJECT

public:
    struct Who {
        QString name;
        std::string role = "agent";
    };
    // The rule must be one that canOverride and that stops an offer.
    OverrideDialog(std::shared_ptr<const CustomerView> view, RuleMatch rule, const Wording& wording, const Who& who, QWidget* parent);

Q_SIGNALS:
    void requested(const foreword::OverrideRequest& request);

private:
    void build();
    void fill(const Who& who);
    void tell();
    OverrideRequest request() const;
    std::vector<const OfferDecision*> chosen() const;

    std::shared_ptr<const CustomerView> m_view;
    RuleMatch m_rule;
    Wording m_wording;
    QComboBox* m_offer;
    QComboBox* m_reason;
    QLineEdit* m_text;
    QLineEdit* m_by;
    QComboBox* m_role;
    QSpinBox* m_hours;
    QLabel* m_effect;
    QPushButton* m_give;
};

} // namespace foreword
