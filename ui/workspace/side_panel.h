// Beside the conversation: offers with their verdicts, the profile with its sources, who else it
// could be, the consent ledger, and where data contradicts itself. Window thread.
#pragma once

#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/models/offers_model.h"
#include "ui/text/profile_lines.h"
#include "ui/widgets/basics.h"
#include "ui/workspace/chip_factory.h"

namespace foreword {

class SidePanel : public QScrollArea {
    Q_OBJECT

public:
    explicit SidePanel(const Theme& theme, QWidget* parent = nullptr);

    void setCustomer(const std::shared_ptr<const CustomerView>& view, const Wording& wording, ChipFactory& chips);
    bool isEmpty() const { return m_empty; }
    const OffersModel& offers() const { return *m_offers; }

Q_SIGNALS:
    // Somebody else whom the contact could be was chosen.
    void personRequested(qint64 person, const QString& name);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addSection(const QString& title);
    void addOffers(ChipFactory& chips);
    void addOfferCard(int first, int end, ChipFactory& chips);
    void addHolders(const Profile& profile);
    void addLines(const QString& title, const QString& name, const std::vector<ProfileLine>& lines);
    void addFindings(const std::vector<Finding>& findings, const Wording& wording);

    const Theme& m_theme;
    OffersModel* m_offers;
    QWidget* m_content;
    QVBoxLayout* m_column;
    bool m_empty = true;
};

} // namespace foreword
