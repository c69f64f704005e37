// What a search found: who, and why. Window thread.
#pragma once

#include <QAbstractListModel>

#include <vector>

#include "core/desk/desk.h"

namespace foreword {

class SearchModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { PersonRole = Qt::UserRole + 1, WhyRole };

    using QAbstractListModel::QAbstractListModel;

    void setFound(std::vector<FoundCustomer> found);
    void clear() { setFound({}); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<FoundCustomer> m_found;
};

} // namespace foreword
