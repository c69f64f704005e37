// The offers of a customer with their verdicts, allowed ones first, alike ones together. Nothing of a suppressed
// offer but its name and the reason is given out: no sales copy. Window thread.
#pragma once

#include <QAbstractListModel>

#include <memory>
#include <vector>

#include "core/desk/desk.h"
#include "ui/text/wording.h"

namespace foreword {

class OffersModel : public QAbstractListModel {
    Q_OBJECT

public:
    // DisplayRole is the name; AccessibleTextRole begins with the verdict.
    enum Role { VerdictRole = Qt::UserRole + 1, VerdictWordRole, ReasonRole };

    using QAbstractListModel::QAbstractListModel;

    void setCustomer(std::shared_ptr<const CustomerView> view, const Wording& wording);
    // Whether the row says nothing that the row before it did not say: same verdict, reason and
    // evidence. Never so for an allowed offer, which stands for itself.
    bool continuesGroup(int row) const;
    const OfferDecision& offer(int row) const { return m_view->decision.offers[m_order[static_cast<std::size_t>(row)]]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::shared_ptr<const CustomerView> m_view;
    std::vector<std::size_t> m_order;
    std::vector<QString> m_reasons;
};

} // namespace foreword
