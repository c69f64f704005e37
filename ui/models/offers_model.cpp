#include "ui/models/offers_model.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "ui/text/decision_text.h"
#include "ui/text/strings.h"

namespace foreword {

void OffersModel::setCustomer(std::shared_ptr<const CustomerView> view, const Wording& wording)
{
    beginResetModel();
    m_view = std::move(view);
    const auto& offers = m_view->decision.offers;
    m_order.resize(offers.size());
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    const DecisionText text(wording);
    std::vector<QString> reasons;
    for (const auto& offer : offers)
        reasons.push_back(text.offerReason(offer, m_view->decision));
    // Those of one reason stand together, where the first of them stands.
    const auto place = [&](std::size_t i) {
        const auto first = std::ranges::find(reasons, reasons[i]) - reasons.begin();
        return std::pair(offers[i].verdict, offers[i].verdict == Verdict::allow ? std::ptrdiff_t{0} : first);
    };
    std::ranges::stable_sort(m_order, {}, place);
    m_reasons.clear();
    for (const std::size_t i : m_order)
        m_reasons.push_back(reasons[i]);
    endResetModel();
}

bool OffersModel::continuesGroup(int row) const
{
    if (row == 0 || offer(row).verdict == Verdict::allow)
        return false;
    const auto at = static_cast<std::size_t>(row);
    return offer(row).verdict == offer(row - 1).verdict && m_reasons[at] == m_reasons[at - 1]
        && offer(row).evidence == offer(row - 1).evidence;
}

int OffersModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

QVariant OffersModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OfferDecision& decision = offer(index.row());
    const QString name = toQt(decision.name.empty() ? decision.offer.id : decision.name);
    const QString& reason = m_reasons[static_cast<std::size_t>(index.row())];
    const QString verdict = DecisionText::verdictWord(decision.verdict);
    switch (role) {
    case Qt::DisplayRole: return name;
    case VerdictRole: return static_cast<int>(decision.verdict);
    case VerdictWordRole: return verdict;
    case ReasonRole: return reason;
    case Qt::AccessibleTextRole:
        //: For screen readers: verdict, name of the offer, reason.
        return tr("%1: %2. %3").arg(verdict, name, reason);
    default: return {};
    }
}

} // namespace foreword
