// The search field with its list of results: searches as you type, arrows choose, Enter opens,
// Esc closes. A new query cancels the one before it. Window thread.
#pragma once

#include <QFrame>
#include <QLineEdit>
#include <QListView>
#include <QTimer>

#include <optional>

#include "core/desk/desk.h"
#include "ui/models/search_model.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/flow_text.h"

namespace foreword {

class SearchBox : public QLineEdit {
    Q_OBJECT

public:
    // `host` is the widget the list of results floats in.
    SearchBox(Desk& desk, const Theme& theme, QWidget* host, QWidget* parent);
    ~SearchBox() override;

    void begin(); // focus, with the old query selected
    // Candidates of a query from outside; shown without taking the focus.
    void offer(const QString& query, Result<std::vector<FoundCustomer>> candidates);
    void closeResults();
    bool resultsShown() const;
    // Runs a query at once and hands over what it finds.
    void search(const QString& query);

Q_SIGNALS:
    void chosen(qint64 person, const QString& name);
    void left(); // Esc with nothing to close

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildResults(const Theme& theme, QWidget* host);
    void changed();
    void show(std::vector<FoundCustomer> found);
    void tell(const QString& message);
    void placeResults(int height);
    void step(int direction);
    void choose(const QModelIndex& index);
    void cancel();

    Desk& m_desk;
    QWidget* m_host;
    KeyCap* m_hint;
    QTimer m_pause;
    std::optional<CancelSource> m_running;
    SearchModel* m_model;
    QWidget* m_results = nullptr;
    QListView* m_list = nullptr;
    FlowText* m_message = nullptr;
    bool m_enterWaits = false; // Enter was pressed before the answer came
};

} // namespace foreword
