#include "ui/models/health_model.h"

#include "ui/text/health_text.h"
#include "ui/text/strings.h"

namespace foreword {

HealthModel::Row HealthModel::goalRow(const GoalPractice& goal) const
{
    Row row;
    row.title = toQt(goal.title);
    row.word = HealthText::goalWord(goal);
    row.wordInk = static_cast<int>(goal.met() ? Ink::green : Ink::red);
    row.owner = toQt(goal.owner);
    row.example = HealthText::practice(goal);
    return row;
}

HealthModel::Row HealthModel::topicRow(const HealthTopic& topic, const HealthReport& report, const Wording& wording) const
{
    const HealthText text(wording);
    const HealthFinding& example = report.findings[topic.example];
    Row row;
    row.title = HealthText::title(topic);
    row.word = HealthText::severity(topic.severity);
    row.wordInk = static_cast<int>(HealthText::severityInk(topic.severity));
    row.owner = toQt(topic.owner);
    row.count = text.count(topic.count);
    row.trend = HealthText::trend(topic);
    row.trendInk = static_cast<int>(HealthText::trendInk(topic));
    row.example = text.example(example);
    if (!example.customer.id.empty())
        row.customer = toQt(example.customer.source + ":" + example.customer.id);
    return row;
}

void HealthModel::setReport(std::shared_ptr<const HealthReport> report, const Wording& wording)
{
    beginResetModel();
    m_rows.clear();
    const auto heading = [this](const QString& text) {
        Row row;
        row.heading = text;
        m_rows.push_back(std::move(row));
    };
    if (!report->goals.empty())
        heading(tr("Goals and practice"));
    for (const auto& goal : report->goals)
        m_rows.push_back(goalRow(goal));
    if (!report->topics.empty())
        heading(tr("Findings"));
    for (const auto& topic : report->topics) {
        // It stands above already, beside its goal.
        if (topic.code != "goal_not_met")
            m_rows.push_back(topicRow(topic, *report, wording));
    }
    endResetModel();
}

int HealthModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString HealthModel::spoken(const Row& row)
{
    QStringList parts{row.title, row.word};
    if (!row.count.isEmpty())
        //: For screen readers: how often something was found.
        parts.append(tr("%1 times").arg(row.count));
    for (const QString& part : {row.trend, row.owner, row.example}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(u", "_s);
}

QVariant HealthModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return row.title;
    case Qt::AccessibleTextRole: return row.heading.isEmpty() ? spoken(row) : row.heading;
    case HeadingRole: return row.heading;
    case WordRole: return row.word;
    case WordInkRole: return row.wordInk;
    case OwnerRole: return row.owner;
    case CountRole: return row.count;
    case TrendRole: return row.trend;
    case TrendInkRole: return row.trendInk;
    case ExampleRole: return row.example;
    case CustomerRole: return row.customer;
    case Qt::ToolTipRole: return row.example.isEmpty() ? QVariant() : QVariant(plainToolTip(row.example));
    default: return {};
    }
}

Qt::ItemFlags HealthModel::flags(const QModelIndex& index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return Qt::NoItemFlags;
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    return row.heading.isEmpty() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace foreword
