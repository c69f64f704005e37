// How the panel looks: its parts, where they are, and what they say.
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QShortcut>

#include <algorithm>

#include "ui/text/brief_text.h"
#include "ui/text/error_text.h"
#include "ui/text/note_text.h"
#include "ui/text/strings.h"
#include "ui/workspace/note_panel.h"

namespace foreword {
namespace {

constexpr int keptAfter = 400;     // ms without a key
constexpr int leavesAfter = 6'000; // ms in which a sent note can be taken back
constexpr std::size_t mostTargets = 20;

QPushButton* button(const QString& text, const QString& name, const QString& spoken, QWidget* parent)
{
    auto* made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setAccessibleName(spoken);
    return made;
}

} // namespace

NotePanel::NotePanel(Desk& desk, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_theme(theme), m_title(new TextLabel(theme, {}, TextStyle::strong, Ink::normal, this)),
      m_pages(new QStackedLayout)
{
    setObjectName(u"notePanel"_s);
    setAccessibleName(tr("Note about the conversation"));
    m_title->setObjectName(u"noteTitle"_s);
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(keptAfter);
    m_leaves.setObjectName(u"noteLeaves"_s);
    m_leaves.setParent(this);
    m_leaves.setSingleShot(true);
    m_leaves.setInterval(leavesAfter);
    setFocusProxy(m_text);
    connect(&m_pause, &QTimer::timeout, this, &NotePanel::keep);
    connect(&m_leaves, &QTimer::timeout, this, &NotePanel::leaveOutcome);
    connect(m_text, &QPlainTextEdit::textChanged, this, &NotePanel::edited);
    connect(m_change, &QPushButton::clicked, this, &NotePanel::chooseTarget);
    connect(m_send, &QPushButton::clicked, this, &NotePanel::send);
    connect(m_copy, &QPushButton::clicked, this, &NotePanel::copy);
    connect(m_discard, &QPushButton::clicked, this, &NotePanel::discard);
    connect(m_undoButton, &QPushButton::clicked, this, &NotePanel::undo);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), m_text);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, &NotePanel::send);
    }
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void NotePanel::build()
{
    m_close = button(tr("Close"), u"closeNote"_s, tr("Close the note; the draft stays"), this);
    m_close->setProperty("kind", u"quiet"_s);
    connect(m_close, &QPushButton::clicked, this, &NotePanel::closed);
    auto* heading = new QHBoxLayout;
    heading->setContentsMargins(14, 10, 8, 4);
    heading->addWidget(m_title, 1);
    heading->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(heading);
    column->addLayout(m_pages, 1);
    m_pages->addWidget(buildEditing());
    m_pages->addWidget(buildOutcome());
}

QWidget* NotePanel::buildEditing()
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(14, 2, 14, 14);
    column->setSpacing(0);
    m_target = new TextLabel(m_theme, {}, TextStyle::smallStrong, Ink::normal, page);
    m_target->setObjectName(u"noteTarget"_s);
    m_subject = new FlowText(m_theme, TextStyle::small, page);
    m_subject->setObjectName(u"noteSubject"_s);
    m_change = button(tr("Change"), u"changeNoteTarget"_s, tr("Choose another conversation for the note"), page);
    m_change->setProperty("kind", u"quiet"_s);
    m_text = new QPlainTextEdit(page);
    m_text->setObjectName(u"noteText"_s);
    m_text->setAccessibleName(tr("Text of the note"));
    m_text->setTabChangesFocus(true);
    m_text->setFont(Theme::font(TextStyle::body));
    m_state = new FlowText(m_theme, TextStyle::small, page);
    m_state->setObjectName(u"noteState"_s);
    m_send = button(tr("Send note"), u"sendNote"_s, tr("Send the note (Ctrl Enter)"), page);
    m_send->setProperty("kind", u"primary"_s);
    m_send->setToolTip(tr("Ctrl Enter"));
    m_copy = button(tr("Copy"), u"copyNote"_s, tr("Copy the note with its sources"), page);
    m_discard = button(tr("Discard"), u"discardNote"_s, tr("Discard the draft"), page);

    column->addWidget(new TextLabel(m_theme, tr("Goes to"), TextStyle::label, Ink::muted, page));
    auto* where = new QHBoxLayout;
    where->addWidget(m_target, 1);
    where->addWidget(m_change);
    column->addLayout(where);
    column->addWidget(m_subject);
    column->addSpacing(8);
    column->addWidget(m_text, 1);
    column->addSpacing(6);
    column->addWidget(m_state);
    column->addSpacing(8);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_send);
    row->addWidget(m_copy);
    row->addStretch();
    row->addWidget(m_discard);
    column->addLayout(row);
    return page;
}

QWidget* NotePanel::buildOutcome()
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(14, 2, 14, 14);
    column->setSpacing(10);
    m_outcome = new FlowText(m_theme, TextStyle::body, page);
    m_outcome->setObjectName(u"noteOutcome"_s);
    m_undoButton = button({}, u"undoNote"_s, {}, page);
    m_words = new FlowText(m_theme, TextStyle::body, page);
    m_words->setObjectName(u"noteWords"_s);
    column->addWidget(m_outcome);
    column->addWidget(m_words);
    column->addWidget(m_undoButton, 0, Qt::AlignLeft);
    column->addStretch();
    return page;
}

void NotePanel::showTarget()
{
    const InteractionRecord* record = target();
    m_target->setText(record ? NoteText::target(*record) : toQt(m_draft.interaction.id));
    QString about = record ? toQt(record->subject).simplified() : QString();
    if (record) {
        //: Subject of a conversation, and its status.
        about = about.isEmpty() ? BriefText::statusWord(record->status) : tr("%1 (%2)").arg(about, BriefText::statusWord(record->status));
    }
    if (!takesNotes()) {
        //: %1 is a system.
        about += u'\n' + tr("%1 takes no notes from here: copy it and paste it there.").arg(toQt(m_draft.interaction.source));
    }
    m_subject->setText(about, Ink::muted);
    m_change->setVisible(m_view && m_view->history.interactions.size() > 1);
    m_send->setVisible(takesNotes());
}

// The newest first.
void NotePanel::chooseTarget()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"noteTargets"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto& interactions = m_view->history.interactions;
    for (std::size_t i = interactions.size(); i > 0 && interactions.size() - i < mostTargets; --i) {
        const InteractionRecord& record = interactions[i - 1];
        QString text = NoteText::target(record) + u"  "_s + toQt(record.subject).simplified();
        // An ampersand in a subject is no shortcut.
        auto* action = menu->addAction(text.left(60).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(record.key == m_draft.interaction);
        connect(action, &QAction::triggered, this, [this, key = record.key] { setTarget(key); });
    }
    menu->popup(m_change->mapToGlobal(QPoint(0, m_change->height())));
}

// It names conversations of the customer it was opened for.
void NotePanel::closeTargets()
{
    if (auto* menu = findChild<QMenu*>(u"noteTargets"_s))
        menu->close();
}

void NotePanel::lockWhileUnderway()
{
    const bool underway = m_underway.contains(placeOf(m_draft));
    m_text->setReadOnly(underway);
    for (QPushButton* change : {m_send, m_change, m_discard})
        change->setEnabled(!underway);
}

void NotePanel::tellOutcome(const QString& text, Undo undo)
{
    m_undo = std::move(undo);
    m_leaving.reset(); // what becomes of an earlier one is not told here
    m_outcome->setText(text);
    m_words->setText({});
    m_undoButton->setText(tr("Undo"));
    m_undoButton->setAccessibleName(tr("Undo, and go on writing"));
    m_undoButton->show();
    m_pages->setCurrentIndex(1);
    m_undoButton->setFocus();
}

void NotePanel::tellRefusal(const UnsentNote& note)
{
    m_title->setText(tr("Note"));
    m_draft = note.draft;
    m_undo = Undo{note.draft, note.note, false};
    m_leaving.reset();
    //: %1 is a system and the number of a conversation there.
    QString text = tr("The note for %1 was not taken.").arg(targetName());
    if (note.error)
        text += u' ' + ErrorText::message(*note.error);
    m_outcome->setText(text, Ink::red);
    m_words->setText(toQt(note.draft.text));
    m_undoButton->setText(tr("Edit and send again"));
    m_undoButton->setAccessibleName(tr("Edit the note and send it again"));
    m_undoButton->show();
    m_pages->setCurrentIndex(1);
    setFocusProxy(m_undoButton);
}

// What became of a note that can no longer be taken back.
void NotePanel::tellDelivery()
{
    if (!m_leaving || m_pages->currentIndex() != 1)
        return;
    const UnsentNote* still = unsent(*m_leaving);
    if (!still) {
        m_desk.wasSent(*m_leaving, m_answers.token(), [this, note = *m_leaving](const Result<bool>& sent) {
            // What cannot be read now is asked again with the next news.
            if (sent && m_leaving == note && m_pages->currentIndex() == 1)
                tellEnd(*sent);
        });
    } else if (still->refused) {
        tellRefusal(*still);
        Q_EMIT draftsChanged();
    } else if (still->error) {
        //: %1 is a system.
        m_outcome->setText(tr("The note waits in the outbox and goes as soon as %1 takes it.").arg(toQt(still->note.source)) + u' '
                               + ErrorText::message(*still->error),
                           Ink::amber);
    }
}

void NotePanel::tellEnd(bool sent)
{
    m_outcome->setText(sent ? tr("The note for %1 was sent.").arg(targetName())
                            : tr("The note for %1 was taken out of the outbox and not sent.").arg(targetName()));
    m_leaving.reset();
}

void NotePanel::tellState(const QString& text, Ink ink)
{
    m_state->setText(text, ink);
}

void NotePanel::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().panel);
}

void NotePanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace foreword
