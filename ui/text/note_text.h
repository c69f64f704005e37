// A note about a conversation in words: the draft an agent goes on from, with the sources its
// numbers stand for, and the same as HTML for the clipboard. Pure.
#pragma once

#include <QCoreApplication>

#include "core/desk/desk.h"
#include "ui/text/wording.h"

namespace foreword {

class NoteText {
    Q_DECLARE_TR_FUNCTIONS(foreword::NoteText)

public:
    explicit NoteText(Wording wording) : m_wording(std::move(wording)) {}

    // Situation, done, promised, and below them who said it when; empty where there is nothing.
    QString draft(const CustomerView& view) const;
    // The lines as paragraphs and lists. Every letter is shown as it is; nothing is loaded.
    static QString html(const QString& text);
    // "helpdesk #4711", and what it is about.
    static QString target(const InteractionRecord& interaction);

private:
    static QString conversation(const CustomerView& view, const Statement& statement);
    QString line(const CustomerView& view, const Statement& statement, const QString& lead, QList<int>& cited) const;
    QString source(const HistoryMessage& message, int number) const;

    Wording m_wording;
};

} // namespace foreword
