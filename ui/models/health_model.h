// Data health as rows: goals beside practice, then what was found, the gravest first. Window thread.
#pragma once

#include <QAbstractListModel>

#include <memory>
#include <vector>

#include "core/desk/health_values.h"
#include "ui/text/wording.h"

namespace foreword {

class HealthModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        HeadingRole = Qt::UserRole, // text of a heading; the other roles are empty then
        WordRole,                   // "High", "Not met"
        WordInkRole,
        OwnerRole,
        CountRole,
        TrendRole,
        TrendInkRole,
        ExampleRole,
        CustomerRole, // "crm:C-1", to open; empty where there is none
    };

    using QAbstractListModel::QAbstractListModel;

    void setReport(std::shared_ptr<const HealthReport> report, const Wording& wording);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        QString heading, title, word, owner, count, trend, example, customer;
        int wordInk = 0, trendInk = 0;
    };
    Row goalRow(const GoalPractice& goal) const;
    Row topicRow(const HealthTopic& topic, const HealthReport& report, const Wording& wording) const;
    static QString spoken(const Row& row);

    std::vector<Row> m_rows;
};

} // namespace foreword
