// Who waits and who was there lately. Choosing a row opens the customer; J and K (see
// shell/key_map) step through. Window thread.
#pragma once

#include <QListView>
#include <QStackedLayout>
#include <QWidget>

#include "ui/models/queue_model.h"
#include "ui/widgets/basics.h"

namespace foreword {

class QueuePanel : public QWidget {
    Q_OBJECT

public:
    explicit QueuePanel(const Theme& theme, QWidget* parent = nullptr);

    void setEntries(std::vector<QueueEntry> entries, const Wording& wording);
    void showFailure(const QString& message);
    // Marks the customer on show; not an opening.
    void mark(std::int64_t person);
    void step(int direction);
    const QueueModel& model() const { return *m_model; }
    QListView* view() const { return m_view; }

Q_SIGNALS:
    void chosen(qint64 person, const QString& name);
    void retryRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void choose(const QModelIndex& index);

    const Theme& m_theme;
    QueueModel* m_model;
    QListView* m_view;
    StateView* m_state;
    QStackedLayout* m_pages;
    std::int64_t m_marked = 0;
    bool m_marking = false;
};

} // namespace foreword
