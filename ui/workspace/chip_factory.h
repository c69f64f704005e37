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
    // Nothing if the citation leads nowhere.
    FactChip* factChip(const ToldFact& fact, QWidget* parent);

Q_SIGNALS:
    void cited(const foreword::Citation& citation);

private:
    QString spoken(std::uint32_t message) const;

    const Theme& m_theme;
    std::shared_ptr<const CustomerView> m_view;
    std::shared_ptr<const CitationIndex> m_index;
    Wording m_wording{QLocale(), Wording::Zone::machine, {}};
};

} // namespace foreword
