#include "ui/workspace/note_panel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <algorithm>
#include <utility>

#include "ui/text/error_text.h"
#include "ui/text/note_text.h"
#include "ui/text/strings.h"

namespace foreword {
NotePanel::~NotePanel()
{
    m_answers.cancel();
    settle();
    leaveOutcome();
}

void NotePanel::setCustomer(std::shared_ptr<const CustomerView> view, const Wording& wording)
{
    settle();
    leaveOutcome();
    closeTargets();
    m_view = std::move(view);
    m_wording = wording;
    m_draft = {};
    m_leaving.reset();
    m_changed = m_kept = false;
}

void NotePanel::follow(std::shared_ptr<const CustomerView> view, const Wording& wording)
{
    m_view = std::move(view);
    m_wording = wording;
    if (!m_draft.interaction.id.empty())
        showTarget();
    tellDelivery();
}

std::optional<Draft> NotePanel::draftOf(DraftKind kind) const
{
    if (!m_view)
        return std::nullopt;
    std::optional<Draft> latest;
    const auto consider = [&](const Draft& draft) {
        if (draft.kind == kind && (!latest || latest->editedAt < draft.editedAt))
            latest = draft;
    };
    for (const Draft& draft : m_view->drafts) {
        if (!m_known.contains({draft.interaction, draft.kind}))
            consider(draft);
    }
    for (const InteractionRecord& interaction : m_view->history.interactions) {
        const auto known = m_known.find({interaction.key, kind});
        if (known != m_known.end() && known->second)
            consider(*known->second);
    }
    return latest;
}

const UnsentNote* NotePanel::refused() const
{
    if (!m_view)
        return nullptr;
    const auto found =
        std::ranges::find_if(m_view->unsent, [&](const UnsentNote& note) { return note.refused && !m_takenBack.contains(note.note.key); });
    return found == m_view->unsent.end() ? nullptr : &*found;
}

const UnsentNote* NotePanel::unsent(const QueuedNote& note) const
{
    const auto found = std::ranges::find(m_view->unsent, note, &UnsentNote::note);
    return found == m_view->unsent.end() ? nullptr : &*found;
}

std::optional<DraftKind> NotePanel::begun() const
{
    if (refused())
        return DraftKind::note;
    for (const DraftKind kind : {DraftKind::wrapUp, DraftKind::note}) {
        if (draftOf(kind))
            return kind;
    }
    return std::nullopt;
}

bool NotePanel::begin(DraftKind kind)
{
    if (!m_view || !m_view->wrapUp.interaction)
        return false;
    settle();
    leaveOutcome();
    const UnsentNote* back = kind == DraftKind::note ? refused() : nullptr;
    if (back) {
        tellRefusal(*back);
        return true;
    }
    const auto draft = draftOf(kind);
    m_kept = draft.has_value();
    if (draft) {
        m_draft = *draft;
    } else {
        m_draft = {m_view->history.interactions[*m_view->wrapUp.interaction].key, kind, {}, {}};
        if (kind == DraftKind::wrapUp)
            m_draft.text = toStd(NoteText(m_wording).draft(*m_view));
    }
    m_title->setText(kind == DraftKind::wrapUp ? tr("Wrap up") : tr("Note"));
    m_text->setPlainText(toQt(m_draft.text));
    m_changed = false;
    m_pause.stop();
    lockWhileUnderway();
    showTarget();
    if (m_kept)
        tellState(tr("Draft kept: %1").arg(m_wording.dayTime(m_draft.editedAt)), Ink::muted);
    else
        tellState(tr("What you change is kept as you type."), Ink::muted);
    m_pages->setCurrentIndex(0);
    setFocusProxy(m_text);
    return true;
}

const InteractionRecord* NotePanel::interactionOf(const RecordKey& key) const
{
    if (!m_view)
        return nullptr;
    const auto& interactions = m_view->history.interactions;
    const auto found = std::ranges::find(interactions, key, &InteractionRecord::key);
    return found == interactions.end() ? nullptr : &*found;
}

QString NotePanel::targetName() const
{
    return target() ? NoteText::target(*target()) : toQt(m_draft.interaction.id);
}

bool NotePanel::takesNotes() const
{
    return m_view && std::ranges::find(m_view->noteSources, m_draft.interaction.source) != m_view->noteSources.end();
}

void NotePanel::edited()
{
    m_changed = true;
    m_pause.start();
}

// Hands the text to the desk now.
void NotePanel::keep()
{
    m_pause.stop();
    m_changed = false;
    m_draft.text = toStd(m_text->toPlainText());
    m_draft.editedAt = m_desk.now();
    m_kept = true;
    handOver(m_draft);
}

// To the workspace, whoever is shown when it answers. One that it did not take is handed over again
// at the next occasion.
void NotePanel::handOver(const Draft& draft)
{
    const bool again = m_unkept.erase(placeOf(draft)) > 0;
    const bool first = !std::exchange(m_known[placeOf(draft)], draft) || again;
    m_desk.keepDraft(draft, m_answers.token(), [this, draft, first](const Result<Timestamp>& kept) {
        if (!kept && m_known[placeOf(draft)] == draft)
            m_unkept.insert(placeOf(draft));
        if (writes(draft) && kept)
            tellState(tr("Draft kept: %1").arg(m_wording.dayTime(*kept)), Ink::muted);
        else if (writes(draft))
            tellState(tr("The draft is not kept: %1").arg(ErrorText::message(kept.error())), Ink::red);
        if (kept && first)
            Q_EMIT draftsChanged();
    });
}

// Out of the workspace. Where that fails, the draft is there as before.
void NotePanel::drop(const Draft& draft)
{
    m_known[placeOf(draft)] = std::nullopt;
    m_unkept.erase(placeOf(draft));
    m_desk.dropDraft(draft.interaction, draft.kind, m_answers.token(), [this, draft, name = targetName()](const Result<Timestamp>& done) {
        auto& known = m_known[placeOf(draft)];
        if (done) {
            Q_EMIT draftsChanged();
        } else if (!known) { // not written anew meanwhile
            known = draft;
            if (writes(draft))
                begin(draft.kind);
            if (!interactionOf(draft.interaction))
                return;
            //: %1 is a system and the number of a conversation there.
            tellState(tr("The draft for %1 is not discarded: %2").arg(name, ErrorText::message(done.error())), Ink::red);
        }
    });
}

// What was typed and not handed over yet, and what was not taken.
void NotePanel::settle()
{
    if (m_changed)
        keep();
    for (const Place& place : std::set(m_unkept)) {
        if (const auto draft = m_known[place])
            handOver(*draft);
    }
}

void NotePanel::setTarget(const RecordKey& interaction)
{
    if (interaction == m_draft.interaction || !interactionOf(interaction))
        return;
    if (m_kept)
        drop(m_draft);
    m_draft.interaction = interaction;
    keep();
    showTarget();
}

void NotePanel::send()
{
    if (!takesNotes() || !m_send->isEnabled())
        return;
    // What was typed last stands in the workspace, should sending fail.
    settle();
    m_draft.text = toStd(m_text->toPlainText());
    m_draft.editedAt = m_desk.now();
    m_underway.insert(placeOf(m_draft));
    lockWhileUnderway();
    m_desk.sendNote(m_view->profile.person, m_draft, m_answers.token(),
                    [this, draft = m_draft, name = targetName()](const Result<QueuedNote>& sent) { answered(draft, name, sent); });
}

void NotePanel::answered(const Draft& draft, const QString& name, const Result<QueuedNote>& sent)
{
    m_underway.erase(placeOf(draft));
    if (sent) {
        m_known[placeOf(draft)] = std::nullopt;
        m_unkept.erase(placeOf(draft));
    }
    if (writes(draft)) {
        lockWhileUnderway();
        if (sent) {
            m_kept = false;
            //: %1 is a system and the number of a conversation there.
            tellOutcome(tr("The note for %1 is in the outbox and goes in a moment.").arg(name), {draft, *sent, true});
            m_leaves.start();
        } else {
            tellState(ErrorText::message(sent.error()) + u' ' + ErrorText::remedy(sent.error()), Ink::red);
        }
    } else if (sent) {
        m_desk.syncNow(); // nobody is there who could take it back
    } else if (sent.error().code != ErrorCode::note_empty) {
        handOver(draft); // waits to be sent, where the agent sees it
    }
    if (sent)
        Q_EMIT draftsChanged();
}

void NotePanel::copy()
{
    auto* both = new QMimeData;
    both->setText(m_text->toPlainText());
    both->setHtml(NoteText::html(m_text->toPlainText()));
    QGuiApplication::clipboard()->setMimeData(both);
    tellState(tr("Copied, with its sources."), Ink::muted);
}

void NotePanel::discard()
{
    m_pause.stop();
    m_changed = false;
    m_draft.text = toStd(m_text->toPlainText());
    const Draft gone = m_draft;
    if (std::exchange(m_kept, false))
        drop(gone);
    tellOutcome(tr("The draft is discarded."), {gone, {}, false});
}

void NotePanel::undo()
{
    if (!m_undo)
        return;
    m_leaves.stop();
    const Undo undo = *std::exchange(m_undo, std::nullopt);
    if (!undo.sent) {
        handOver(undo.draft);
        goOn(undo.draft);
        return;
    }
    m_underway.insert(placeOf(undo.draft));
    m_desk.takeNoteBack(*undo.sent, undo.draft, m_answers.token(), [this, undo](const Result<Timestamp>& done) {
        m_underway.erase(placeOf(undo.draft));
        if (done) {
            m_known[placeOf(undo.draft)] = undo.draft;
            m_takenBack.insert(undo.sent->key);
            Q_EMIT draftsChanged();
        }
        if (!writes(undo.draft))
            return;
        lockWhileUnderway();
        if (done) {
            goOn(undo.draft);
        } else {
            m_outcome->setText(ErrorText::message(done.error()), Ink::red);
            m_undoButton->hide();
        }
    });
}

// Writing, where it was left.
void NotePanel::goOn(const Draft& draft)
{
    begin(draft.kind);
    m_text->setFocus();
}

// Nothing is taken back any more: what was sent may go.
void NotePanel::leaveOutcome()
{
    m_leaves.stop();
    const auto undo = std::exchange(m_undo, std::nullopt);
    if (undo && undo->goes) {
        m_leaving = undo->sent;
        m_desk.syncNow();
    }
    if (m_undoButton->hasFocus())
        m_close->setFocus();
    m_undoButton->hide();
}

} // namespace foreword
