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
    showTarget();
    if (m_kept)
        tellState(tr("Draft kept: %1").arg(m_wording.dayTime(m_draft.editedAt)), Ink::muted);
    else
        tellState(tr("What you change is kept as you type."), Ink::muted);
    m_pages->setCurrentIndex(0);
    setFocusProxy(m_text);
    return true;
}

const InteractionRecord* NotePanel::target() const
{
    if (!m_view)
        return nullptr;
    const auto& interactions = m_view->history.interactions;
    const auto found = std::ranges::find(interactions, m_draft.interaction, &InteractionRecord::key);
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
    m_known[{m_draft.interaction, m_draft.kind}] = m_draft;
    const bool first = !std::exchange(m_kept, true);
    m_desk.keepDraft(m_draft, m_answers.token(), [this, first](Result<Timestamp> kept) {
        if (!kept) {
            tellState(tr("The draft is not kept: %1").arg(ErrorText::message(kept.error())), Ink::red);
            return;
        }
        tellState(tr("Draft kept: %1").arg(m_wording.dayTime(*kept)), Ink::muted);
        if (first)
            Q_EMIT draftsChanged();
    });
}

// What was typed and not kept yet.
void NotePanel::settle()
{
    if (m_changed)
        keep();
}

void NotePanel::setTarget(const RecordKey& interaction)
{
    if (interaction == m_draft.interaction)
        return;
    if (m_kept) {
        m_known[{m_draft.interaction, m_draft.kind}] = std::nullopt;
        m_desk.dropDraft(m_draft.interaction, m_draft.kind, m_answers.token(), [](const Result<Timestamp>&) {});
    }
    m_draft.interaction = interaction;
    keep();
    showTarget();
}

void NotePanel::send()
{
    if (!takesNotes() || !m_send->isEnabled())
        return;
    m_pause.stop();
    m_changed = false;
    m_draft.text = toStd(m_text->toPlainText());
    m_draft.editedAt = m_desk.now();
    m_send->setEnabled(false);
    m_desk.sendNote(m_view->profile.person, m_draft, m_answers.token(), [this, draft = m_draft](Result<QueuedNote> sent) {
        m_send->setEnabled(true);
        if (!sent) {
            tellState(ErrorText::message(sent.error()) + u' ' + ErrorText::remedy(sent.error()), Ink::red);
            return;
        }
        m_known[{draft.interaction, draft.kind}] = std::nullopt;
        m_kept = false;
        //: %1 is a system and the number of a conversation there.
        tellOutcome(tr("The note for %1 is in the outbox and goes in a moment.").arg(targetName()), {draft, *sent, true});
        m_leaves.start();
        Q_EMIT draftsChanged();
    });
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
    if (std::exchange(m_kept, false)) {
        m_known[{gone.interaction, gone.kind}] = std::nullopt;
        m_desk.dropDraft(gone.interaction, gone.kind, m_answers.token(), [this](const Result<Timestamp>&) { Q_EMIT draftsChanged(); });
    }
    tellOutcome(tr("The draft is discarded."), {gone, {}, false});
}

void NotePanel::undo()
{
    if (!m_undo)
        return;
    m_leaves.stop();
    const Undo undo = *std::exchange(m_undo, std::nullopt);
    const auto back = [this, draft = undo.draft, sent = undo.sent](const Result<Timestamp>& done) {
        if (!done) {
            m_outcome->setText(ErrorText::message(done.error()), Ink::red);
            m_undoButton->hide();
            return;
        }
        m_known[{draft.interaction, draft.kind}] = draft;
        if (sent)
            m_takenBack.insert(sent->key);
        begin(draft.kind);
        m_text->setFocus();
        Q_EMIT draftsChanged();
    };
    if (undo.sent)
        m_desk.takeNoteBack(*undo.sent, undo.draft, m_answers.token(), back);
    else
        m_desk.keepDraft(undo.draft, m_answers.token(), back);
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
