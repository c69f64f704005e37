#include "ui/models/queue_model.h"

#include <algorithm>

#include "ui/text/decision_text.h"
#include "ui/text/profile_text.h"
#include "ui/text/strings.h"

namespace foreword {

QueueModel::Row QueueModel::rowOf(const QueueEntry& entry, const Wording& wording) const
{
    Row row;
    row.entry = entry;
    row.name = ProfileText::displayName(toQt(entry.displayName));
    row.subject = entry.hasHistory ? toQt(entry.subject) : tr("New contact, no history yet");
    row.time = entry.waiting ? wording.since(entry.since) : wording.recently(entry.since);
    return row;
}

bool QueueModel::sameOrder(const std::vector<Row>& a, const std::vector<Row>& b)
{
    return std::ranges::equal(
        a, b, [](const Row& x, const Row& y) { return x.heading.isEmpty() == y.heading.isEmpty() && x.entry.person == y.entry.person; });
}

void QueueModel::setEntries(std::vector<QueueEntry> entries, const Wording& wording)
{
    std::ranges::stable_partition(entries, &QueueEntry::waiting);
    m_waiting = static_cast<int>(std::ranges::count_if(entries, &QueueEntry::waiting));
    std::vector<Row> rows;
    const auto heading = [&rows](const QString& text) {
        Row row;
        row.heading = text;
        rows.push_back(std::move(row));
    };
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i == 0 && entries[i].waiting)
            heading(tr("Waiting for you (%1)").arg(m_waiting));
        if (!entries[i].waiting && static_cast<int>(i) == m_waiting)
            heading(tr("Recent"));
        rows.push_back(rowOf(entries[i], wording));
    }
    if (!rows.empty() && sameOrder(rows, m_rows)) {
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QModelIndex QueueModel::indexOf(std::int64_t person) const
{
    const auto found =
        std::ranges::find_if(m_rows, [person](const Row& row) { return row.heading.isEmpty() && row.entry.person == person; });
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()));
}

QModelIndex QueueModel::step(const QModelIndex& from, int direction) const
{
    const int count = static_cast<int>(m_rows.size());
    int row = from.isValid() ? from.row() + direction : direction > 0 ? 0 : count - 1;
    for (; row >= 0 && row < count; row += direction) {
        if (m_rows[static_cast<std::size_t>(row)].heading.isEmpty())
            return index(row);
    }
    return from;
}

std::optional<std::int64_t> QueueModel::firstPerson() const
{
    const QModelIndex first = step({}, 1);
    return first.isValid() ? std::optional(m_rows[static_cast<std::size_t>(first.row())].entry.person) : std::nullopt;
}

int QueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString QueueModel::spoken(const Row& row)
{
    const QString posture = DecisionText::postureWord(row.entry.posture);
    //: For screen readers: name, posture, subject, how long or when.
    return tr("%1. %2. %3. %4").arg(row.name, posture, row.subject, row.time);
}

QVariant QueueModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case HeadingRole: return row.heading;
    case PersonRole: return QVariant::fromValue<qlonglong>(row.entry.person);
    case SubjectRole: return row.subject;
    case TimeRole: return row.time;
    case PostureRole: return static_cast<int>(row.entry.posture);
    case HasHistoryRole: return row.entry.hasHistory;
    case Qt::DisplayRole: return row.heading.isEmpty() ? row.name : row.heading;
    case Qt::AccessibleTextRole: return row.heading.isEmpty() ? spoken(row) : row.heading;
    case Qt::ToolTipRole: return row.heading.isEmpty() ? plainToolTip(spoken(row)) : QString();
    default: return {};
    }
}

Qt::ItemFlags QueueModel::flags(const QModelIndex& index) const
{
    const bool heading = index.isValid() && !m_rows[static_cast<std::size_t>(index.row())].heading.isEmpty();
    return heading ? Qt::ItemNeverHasChildren : QAbstractListModel::flags(index);
}

} // namespace foreword
