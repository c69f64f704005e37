#include "ui/models/search_model.h"

#include "ui/text/profile_text.h"
#include "ui/text/strings.h"

namespace foreword {

void SearchModel::setFound(std::vector<FoundCustomer> found)
{
    beginResetModel();
    m_found = std::move(found);
    endResetModel();
}

int SearchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

QVariant SearchModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FoundCustomer& found = m_found[static_cast<std::size_t>(index.row())];
    const QString name = ProfileText::displayName(toQt(found.displayName));
    const auto why = [&] {
        //: What matched and its value: "E-mail: maria@example.com".
        const QString matched = tr("%1: %2").arg(ProfileText::matchedBy(found.field), toQt(found.matched).simplified());
        QStringList others;
        for (const auto& other : found.couldAlsoBe)
            others.append(ProfileText::displayName(toQt(other)));
        //: Why somebody was found, and others whom the same number or address fits.
        return others.isEmpty() ? matched : tr("%1, could also be %2").arg(matched, others.join(u", "_s));
    };
    switch (role) {
    case Qt::DisplayRole: return name;
    case WhyRole: return why();
    case PersonRole: return QVariant::fromValue<qlonglong>(found.person);
    case Qt::AccessibleTextRole:
        //: For screen readers: a customer, and why the search found them.
        return tr("%1. %2").arg(name, why());
    default: return {};
    }
}

} // namespace foreword
