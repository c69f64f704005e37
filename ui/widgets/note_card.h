// A small card of the side panel: one or more names, a word at their right, and a sentence
// below, with room for chips. Offers and findings are shown as these. Window thread.
#pragma once

#include "ui/widgets/basics.h"
#include "ui/widgets/flow_text.h"

namespace foreword {

class NoteCard : public Card {
    Q_OBJECT

public:
    struct Content {
        QStringList names;
        Ink nameInk = Ink::normal;
        QString word;
        Ink wordInk = Ink::normal;
        QString text;
        QString spoken; // accessible name of the whole card
    };
    NoteCard(const Theme& theme, const Content& content, QWidget* parent = nullptr);

    FlowText* text() const { return m_text; }

private:
    FlowText* m_text;
};

} // namespace foreword
