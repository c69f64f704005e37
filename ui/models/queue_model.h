// The queue as one list: a heading row, who waits, a heading row, who was there lately.
// Headings cannot be selected. Window thread.
#pragma once

#include <QAbstractListModel>

#include <optional>
#include <vector>

#include "core/desk/desk.h"
#include "ui/text/wording.h"

namespace foreword {

class QueueModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { HeadingRole = Qt::UserRole + 1, PersonRole, SubjectRole, TimeRole, PostureRole, HasHistoryRole };

    using QAbstractListModel::QAbstractListModel;

    // Where the same people stand in the same order, rows change in place and nothing moves.
    void setEntries(std::vector<QueueEntry> entries, const Wording& wording);
    int waiting() const { return m_waiting; }
    bool isEmpty() const { return m_rows.empty(); }

    QModelIndex indexOf(std::int64_t person) const;
    // The next row of a customer after (or before) a row; the row itself at the end.
    QModelIndex step(const QModelIndex& from, int direction) const;
    std::optional<std::int64_t> firstPerson() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        QString heading; // of a heading row
        QueueEntry entry;
        QString name, subject, time;
    };
    Row rowOf(const QueueEntry& entry, const Wording& wording) const;
    static QString spoken(const Row& row);
    static bool sameOrder(const std::vector<Row>& a, const std::vector<Row>& b);

    std::vector<Row> m_rows;
    int m_waiting = 0;
};

} // namespace foreword
