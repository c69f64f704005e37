// The full explanation of a decision, in place of the side panel: every rule that matched
// with its owner and end, the definitions behind it with their authority, the words it rests
// on, what is not known, and what it was decided with. Window thread.
#pragma once

#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/text/decision_text.h"
#include "ui/widgets/basics.h"
#include "ui/workspace/chip_factory.h"

namespace foreword {

class WhyPanel : public QWidget {
    Q_OBJECT

public:
    explicit WhyPanel(const Theme& theme, QWidget* parent = nullptr);

    void setCustomer(const CustomerView& view, const Wording& wording, ChipFactory& chips);

Q_SIGNALS:
    void closed();
    void overrideRequested(const QString& rule);
    void takeBackRequested(qint64 number);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Context {
        const CustomerView& view;
        DecisionText text;
        Wording wording;
        ChipFactory& chips;
    };
    void addSection(const QString& title);
    FlowText* addText(QVBoxLayout& column, const QString& text, TextStyle style, Ink ink);
    void addRule(const Context& context, const RuleMatch& rule);
    void addOverriding(const Context& context, QVBoxLayout& column, const RuleMatch& rule);
    void addButton(QVBoxLayout& column, QPushButton* button, const RuleMatch& rule);
    void addSignal(const Context& context, QVBoxLayout& column, const std::string& id);
    void addEvidence(const Context& context, QVBoxLayout& column, const std::string& signal, const Evidence& evidence);
    void addOffers(const Context& context);
    void addUnknown(const Context& context);
    void addBasis(const Context& context);

    const Theme& m_theme;
    QScrollArea* m_scroll;
    QWidget* m_content;
    QVBoxLayout* m_column;
    QPushButton* m_close;
    QString m_held; // the rule at whose button the focus is, while cards are made anew
};

} // namespace foreword
