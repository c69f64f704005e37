// Brand, search, the views there are, and how fresh the data is. Window thread.
#pragma once

#include <QPushButton>
#include <QWidget>

#include "ui/shell/search_box.h"

namespace foreword {

class TopBar : public QWidget {
    Q_OBJECT

public:
    TopBar(Desk& desk, const Theme& theme, QWidget* host);

    SearchBox* search() const { return m_search; }
    void setFreshness(const QString& text, Ink ink);
    // The queue's button, for widths where the queue is folded away.
    void setQueueFolded(bool folded, int waiting);
    void markHealth(bool shown); // which of the views is on show

Q_SIGNALS:
    void workspaceRequested();
    void healthRequested();
    void queueRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    const Theme& m_theme;
    QWidget* m_brand;
    SearchBox* m_search;
    QPushButton* m_queue;
    QPushButton* m_workspace;
    QPushButton* m_health;
    QWidget* m_dot;
    TextLabel* m_freshness;
};

} // namespace foreword
