// The workspace: queue, reading column, side panel. Knows who is open and what is shown in
// which width; asks the desk through a loader. Window thread.
#pragma once

#include <QStackedWidget>
#include <QWidget>

#include <memory>
#include <optional>

#include "ui/workspace/center_column.h"
#include "ui/workspace/customer_loader.h"
#include "ui/workspace/feedback_marking.h"
#include "ui/workspace/links_panel.h"
#include "ui/workspace/note_panel.h"
#include "ui/workspace/overriding.h"
#include "ui/workspace/page_switch.h"
#include "ui/workspace/queue_panel.h"
#include "ui/workspace/side_panel.h"
#include "ui/workspace/why_panel.h"

namespace foreword {

class WorkspacePage : public QWidget {
    Q_OBJECT

public:
    WorkspacePage(Desk& desk, const Theme& theme, const QLocale& locale, QWidget* parent);
    ~WorkspacePage() override;

    void open(std::int64_t person, const QString& name);
    void refreshQueue();
    // Something may have arrived: queue and customer are read again, quietly.
    void readAgain();
    // What holds for a time may have ended, and what was to come has: the customer is read again.
    void followTime();
    // What the status of the desk says: which clock is shown, whether there is anybody at all.
    void setStatus(const DeskStatus& status);
    void setSources(const std::vector<SourceStatus>& sources);
    Wording wording() const;

    void stepQueue(int direction);
    void toggleWhy();
    // Which records make up the customer; likely duplicates of everybody, with or without one.
    void toggleIdentity();
    void toggleDuplicates();
    void toggleQueue();
    // Opens a note about the conversation at hand, or closes it; its draft stays.
    void toggleNote(DraftKind kind);
    // The menu of the number that has the focus: what the agent says of its statement.
    void markFocused();
    bool closeSide(); // what stands in place of the side panel; false if nothing did
    // Whether the queue has folded away for want of room.
    bool queueFolded() const { return m_mode == Mode::folded; }
    QueuePanel* queue() const { return m_queue; }

Q_SIGNALS:
    void customerShown(const std::shared_ptr<const foreword::CustomerView>& view);
    void customerFailed(const foreword::Error& error);
    // The customer on screen was read again, or could not be.
    void customerFollowed(const std::optional<foreword::Error>& trouble);
    // Of the customer on screen, told once.
    void postureChanged(const foreword::PostureChange& change);
    void queueRead();
    void draftsChanged();
    void modeChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    enum class Mode { wide, folded, narrow };
    enum class Content { nobody, loading, customer, failed };

    void connectParts();
    void showSide(QWidget* panel);
    void tellLacking();
    void show(const std::shared_ptr<const CustomerView>& view);
    void follow(const std::shared_ptr<const CustomerView>& view);
    void followFailed(const Error& error);
    void setView(const std::shared_ptr<const CustomerView>& view);
    void announce(const Decision& before, const CustomerView& view);
    void showState(Content content, const Error& error = {});
    void showNobody();
    void showCitation(const Citation& citation);
    void arrange();
    void arrangeNarrow();
    void chainTabs();
    bool sideWanted() const;

    Desk& m_desk;
    const Theme& m_theme;
    QLocale m_locale;
    Wording::Zone m_zone = Wording::Zone::machine;
    std::optional<bool> m_anybody;
    std::vector<SourceStatus> m_sources;
    CancelSource m_reading; // the queue
    CustomerLoader* m_loader;
    ChipFactory* m_chips;
    QueuePanel* m_queue;
    CenterColumn* m_center;
    StateView* m_state;
    QStackedWidget* m_side;
    SidePanel* m_sidePanel;
    WhyPanel* m_why;
    NotePanel* m_note;
    LinksPanel* m_links;
    FeedbackMarking* m_marking;
    Overriding* m_overriding;
    PageSwitch* m_switch;
    std::shared_ptr<const CustomerView> m_view;
    std::shared_ptr<const CitationIndex> m_citations; // of m_view
    QDate m_shownOn; // the day m_view was put into words
    QString m_name; // of who is being opened
    Mode m_mode = Mode::wide;
    Content m_content = Content::nobody;
    bool m_queueShown = false; // although folded
};

} // namespace foreword
