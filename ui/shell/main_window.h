// The window: puts bars and pages together and gives keys their meaning. Talks to the desk
// only; `app` owns desk and theme, which outlive it. Window thread.
#pragma once

#include <QLocale>
#include <QStackedWidget>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

#include "core/desk/desk.h"
#include "ui/shell/key_map.h"
#include "ui/theme/theme.h"

namespace foreword {

class CheatSheet;
class HealthPage;
class StatusStrip;
class TopBar;
class WorkspacePage;

class MainWindow : public QWidget {
    Q_OBJECT

public:
    MainWindow(Desk& desk, const Theme& theme, const QLocale& locale, QWidget* parent = nullptr);
    ~MainWindow() override;

    void openPerson(std::int64_t person, const QString& name = {});
    // From the command line, a URL or a second start: opens the one it finds; several are
    // offered in the search list, without taking the focus from where the agent types.
    void openIdentifier(const QString& identifier);
    void openFirstOfQueue();
    void refresh();
    void showHealth();
    void showWorkspace();

Q_SIGNALS:
    void healthShown();
    void customerShown();
    void customerFailed(const foreword::Error& error);
    // The identifier found nobody, or several.
    void customerNotFound();
    // The first of the queue was asked for, and the queue was read without anybody in it.
    void nobodyWaits();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void connectParts();
    void addShortcuts();
    void run(Command command);
    void showStatus(const DeskStatus& status);
    void showSources(std::vector<SourceStatus> sources);
    void showFreshness();

    Desk& m_desk;
    const Theme& m_theme;
    QLocale m_locale;
    KeyMap m_keys;
    TopBar* m_top = nullptr;
    QStackedWidget* m_views = nullptr;
    WorkspacePage* m_page = nullptr;
    HealthPage* m_health = nullptr;
    StatusStrip* m_bottom = nullptr;
    CheatSheet* m_sheet = nullptr;
    QTimer m_refresh;
    CancelSource m_asking;  // status
    CancelSource m_finding; // openIdentifier
    CancelSource m_following; // how the sources stand
    DeskStatus m_status;
    std::optional<Error> m_statusTrouble, m_customerTrouble; // of the last reading
    bool m_firstWanted = false;
};

} // namespace foreword
