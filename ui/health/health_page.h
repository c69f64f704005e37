// Data health for the people who own data: goals beside practice, and what was found, with its
// owner, count and trend. Enter or a double click opens the example. Made when it is first shown,
// and again when asked. Window thread.
#pragma once

#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QStackedLayout>
#include <QWidget>

#include <memory>

#include "core/desk/desk.h"
#include "ui/models/health_model.h"
#include "ui/text/wording.h"
#include "ui/widgets/basics.h"

namespace foreword {

class HealthPage : public QWidget {
    Q_OBJECT

public:
    HealthPage(Desk& desk, const Theme& theme, const QLocale& locale, QWidget* parent = nullptr);
    ~HealthPage() override;

    // Whose clock times are told in, as the workspace page has it.
    void setZone(Wording::Zone zone) { m_zone = zone; }
    // Makes the report unless there is one or it is being made.
    void enter();
    void makeAgain();
    // Into a file that ends with .csv or .json.
    void exportTo(const QString& file);
    const HealthModel& model() const { return *m_model; }
    QListView* view() const { return m_view; }

Q_SIGNALS:
    void customerRequested(const QString& identifier);
    void left();
    void shown(); // a report, or why there is none

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void show(Result<std::shared_ptr<const HealthReport>> report);
    void askWhere();
    void openExample(const QModelIndex& index);
    Wording wording() const { return {m_locale, m_zone, m_desk.now()}; }

    Desk& m_desk;
    const Theme& m_theme;
    QLocale m_locale;
    Wording::Zone m_zone = Wording::Zone::machine;
    HealthModel* m_model;
    QListView* m_view;
    StateView* m_state;
    TextLabel* m_summary;
    QPushButton* m_again;
    QPushButton* m_export;
    QStackedLayout* m_pages;
    std::shared_ptr<const HealthReport> m_report;
    CancelSource m_making, m_writing;
    bool m_busy = false;
};

} // namespace foreword
