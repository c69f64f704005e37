#include "ui/widgets/note_card.h"

#include <QHBoxLayout>

#include "ui/text/strings.h"

namespace foreword {

NoteCard::NoteCard(const Theme& theme, const Content& content, QWidget* parent)
    : Card(theme, parent), m_text(new FlowText(theme, TextStyle::small, this))
{
    setObjectName(u"noteCard"_s);
    setAccessibleName(content.spoken);
    body()->setContentsMargins(12, 9, 12, 9);
    body()->setSpacing(1);
    auto* heading = new QHBoxLayout;
    heading->setSpacing(8);
    auto* names = new QVBoxLayout;
    names->setSpacing(2);
    for (const QString& each : content.names) {
        auto* name = new FlowText(theme, TextStyle::strong, this);
        name->setText(each, content.nameInk);
        names->addWidget(name);
    }
    auto* word = new TextLabel(theme, content.word, TextStyle::smallStrong, content.wordInk, this);
    word->setObjectName(u"word"_s);
    word->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    heading->addLayout(names, 1);
    heading->addWidget(word, 0, Qt::AlignTop);
    body()->addLayout(heading);
    m_text->setText(content.text, Ink::muted);
    body()->addWidget(m_text);
}

} // namespace foreword
