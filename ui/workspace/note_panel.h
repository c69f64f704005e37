// Writing a note about a conversation: where it goes, the words, and what becomes of them. What
// is typed is kept as it is typed and comes back when the customer is opened again, whatever
// ended the program. Window thread.
#pragma once

#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "core/desk/desk.h"
#include "ui/text/wording.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/flow_text.h"

namespace foreword {

class NotePanel : public QWidget {
    Q_OBJECT

public:
    NotePanel(Desk& desk, const Theme& theme, QWidget* parent = nullptr);
    // What was typed last is handed to the desk.
    ~NotePanel() override;

    // Another customer, or nobody: what was being written is kept and put away.
    void setCustomer(std::shared_ptr<const CustomerView> view, const Wording& wording);
    // The same customer, read again: what is being written stays as it is.
    void follow(std::shared_ptr<const CustomerView> view, const Wording& wording);
    // A note of the customer that was begun and not sent, or that its system refused.
    std::optional<DraftKind> begun() const;
    // False where there is no conversation a note could be about.
    bool begin(DraftKind kind);
    DraftKind kind() const { return m_draft.kind; }

Q_SIGNALS:
    void closed();
    // One more draft waits, or one less.
    void draftsChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    using Place = std::pair<RecordKey, DraftKind>;
    // What Undo gives back: the draft, and the note it became, if it was sent.
    struct Undo {
        Draft draft;
        std::optional<QueuedNote> sent;
        bool goes = false; // to its system, when it can be taken back no more
    };

    static Place placeOf(const Draft& draft) { return {draft.interaction, draft.kind}; }
    void build();
    QWidget* buildEditing();
    QWidget* buildOutcome();
    std::optional<Draft> draftOf(DraftKind kind) const;
    const UnsentNote* refused() const;
    const UnsentNote* unsent(const QueuedNote& note) const;
    // Of the customer who is shown; null of anybody else's.
    const InteractionRecord* interactionOf(const RecordKey& key) const;
    const InteractionRecord* target() const { return interactionOf(m_draft.interaction); }
    QString targetName() const;
    bool takesNotes() const;
    void showTarget();
    void chooseTarget();
    void setTarget(const RecordKey& interaction);
    void closeTargets();
    void edited();
    void keep();
    void handOver(const Draft& draft);
    void drop(const Draft& draft);
    void settle();
    void send();
    void answered(const Draft& draft, const QString& name, const Result<QueuedNote>& sent);
    void copy();
    void discard();
    void undo();
    void goOn(const Draft& draft);
    // Of the draft that is on screen: an answer of the desk may come after another took its place.
    bool writes(const Draft& draft) const { return placeOf(m_draft) == placeOf(draft); }
    void lockWhileUnderway();
    void tellState(const QString& text, Ink ink);
    void tellOutcome(const QString& text, Undo undo);
    void tellRefusal(const UnsentNote& note);
    void tellDelivery();
    void tellEnd(bool sent);
    void leaveOutcome();

    Desk& m_desk;
    const Theme& m_theme;
    Wording m_wording{QLocale(), Wording::Zone::machine, {}};
    std::shared_ptr<const CustomerView> m_view;
    Draft m_draft;
    bool m_changed = false; // since it was handed over
    bool m_kept = false;    // a draft of it is in the workspace, or was to be
    // What this window knows better than a view that was read before it: kept, or gone.
    std::map<Place, std::optional<Draft>> m_known;
    std::set<Place> m_unkept;   // drafts the workspace did not take
    std::set<Place> m_underway; // notes on their way to the outbox or back, until the desk answers
    std::optional<Undo> m_undo;
    std::optional<QueuedNote> m_leaving; // not known to have arrived
    std::set<std::string> m_takenBack;   // keys of notes that a view read before it may still hold
    QTimer m_pause;  // between typing and keeping
    QTimer m_leaves; // a sent note goes when this ends
    CancelSource m_answers;
    TextLabel* m_title;
    QStackedLayout* m_pages;
    TextLabel* m_target = nullptr;
    FlowText* m_subject = nullptr;
    QPushButton* m_change = nullptr;
    QPlainTextEdit* m_text = nullptr;
    FlowText* m_state = nullptr;
    QPushButton* m_send = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_discard = nullptr;
    QPushButton* m_close = nullptr;
    FlowText* m_outcome = nullptr;
    FlowText* m_words = nullptr; // of a note that was refused
    QPushButton* m_undoButton = nullptr;
};

} // namespace foreword
