// Makes the chips of one customer view, and tells when one is pressed. Every chip of the
// workspace comes from here, so that a press leads to one place. Window thread.
#pragma once

#include <QObject>

#include <memory>
#include <vector>

#include "core/desk/desk.h"
#include "ui/models/citation_index.h"
#include "ui/text/wording.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/flow_text.h"

namespace foreword {

class ChipFactory : public QObject {
    Q_OBJECT

public:
    ChipFactory(const Theme& theme, QObject* parent) : QObject(parent), m_theme(theme) {}

    void setCustomer(std::shared_ptr<const CustomerView> view, std::shared_ptr<const CitationIndex> index, const Wording& wording);

    // A chip a message, in the order given; citations that lead nowhere are left out.
    void addChips(FlowText& text, const std::vector<Citation>& citations);
    void addChips(FlowText& text, const std::vector<Evidence>& evidence);
    // The same for something an agent can call wrong: a menu at each chip, and what was said of it.
    void addStatement(FlowText& text, const Statement& statement, Section section);
    void addSignal(FlowText& text, const Evidence& evidence, const std::string& signal);
    // Nothing if the citation leads nowhere.
    FactChip* factChip(const ToldFact& fact, QWidget* parent);

Q_SIGNALS:
    void cited(const foreword::Citation& citation);
    void markRequested(const foreword::FeedbackSubject& subject, const QString& statement, const QPoint& where);

private:
    QString spoken(std::uint32_t message) const;
    void makeMarkable(QWidget& chip, const FeedbackSubject& subject, const QString& statement);
    void addMarkable(FlowText& text, const std::vector<Citation>& citations, const FeedbackSubject& subject, const QString& statement);
    QString markOf(const FeedbackSubject& subject) const; // empty where nothing was said

    const Theme& m_theme;
    std::shared_ptr<const CustomerView> m_view;
    std::shared_ptr<const CitationIndex> m_index;
    Wording m_wording{QLocale(), Wording::Zone::machine, {}};
};

} // namespace foreword
