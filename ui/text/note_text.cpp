#include "ui/text/note_text.h"

#include <algorithm>

#include "core/model/cited_message.h"
#include "ui/text/brief_text.h"
#include "ui/text/strings.h"

namespace foreword {
namespace {

const QString bullet = u"- "_s;

int numberOf(const History& history, const Citation& citation)
{
    const HistoryMessage* message = citedMessage(history, citation);
    return message ? static_cast<int>(message - history.messages.data()) + 1 : 0;
}

} // namespace

QString NoteText::line(const CustomerView& view, const Statement& statement, const QString& lead, QList<int>& cited) const
{
    QString text = bullet + lead + toQt(statement.text()).simplified();
    QList<int> here;
    for (const Citation& citation : statement.citations()) {
        const int number = numberOf(view.history, citation);
        if (number > 0 && !here.contains(number))
            here.append(number);
    }
    for (const int number : here) {
        text += u" [%1]"_s.arg(number);
        if (!cited.contains(number))
            cited.append(number);
    }
    return text;
}

// What a closed matter was called stands before its line, as in the brief.
QString NoteText::conversation(const CustomerView& view, const Statement& statement)
{
    const bool past = std::ranges::find(view.brief.history, statement) != view.brief.history.end();
    const HistoryMessage* said = past ? citedMessage(view.history, statement.citations().front()) : nullptr;
    //: What a conversation is called, before what was said in it.
    return said ? tr("%1: ", "conversation").arg(BriefText::conversationTitle(view.history.interactions[said->interaction])) : QString();
}

QString NoteText::source(const HistoryMessage& m, int number) const
{
    //: Number of a message, who wrote it, when, and the record it is from.
    return tr("[%1] %2, %3, %4 %5")
        .arg(QString::number(number), BriefText(m_wording).speaker(m), m_wording.fullDate(m.at) + u' ' + m_wording.time(m.at),
             toQt(m.key.source), toQt(m.key.id));
}

QString NoteText::draft(const CustomerView& view) const
{
    QStringList parts;
    QList<int> cited;
    const auto add = [&](const QString& title, const QStringList& lines) {
        if (!lines.isEmpty())
            parts.append(title + u'\n' + lines.join(u'\n'));
    };
    QStringList situation, done, promised;
    for (const Statement& statement : view.wrapUp.situation)
        situation.append(line(view, statement, conversation(view, statement), cited));
    for (const Statement& statement : view.wrapUp.done)
        done.append(line(view, statement, {}, cited));
    for (const Promise& promise : view.wrapUp.promised) {
        //: Status of a promise, before its words.
        const QString status = tr("%1: ").arg(BriefText(m_wording).promiseWord(promise));
        promised.append(line(view, promise.statement, status, cited));
    }
    add(tr("Situation"), situation);
    add(tr("Done"), done);
    add(tr("Promised"), promised);
    std::ranges::sort(cited);
    QStringList sources;
    for (const int number : cited)
        sources.append(source(view.history.messages[static_cast<std::size_t>(number - 1)], number));
    add(tr("Sources"), sources);
    return parts.join(u"\n\n"_s);
}

QString NoteText::html(const QString& text)
{
    QString out;
    bool list = false;
    const auto inList = [&](bool wanted) {
        if (wanted != list)
            out += wanted ? u"<ul>"_s : u"</ul>"_s;
        list = wanted;
    };
    for (const QString& line : text.split(u'\n')) {
        inList(line.startsWith(bullet));
        if (list)
            out += u"<li>"_s + line.mid(bullet.size()).toHtmlEscaped() + u"</li>"_s;
        else if (!line.trimmed().isEmpty())
            out += u"<p>"_s + line.toHtmlEscaped() + u"</p>"_s;
    }
    inList(false);
    return out;
}

QString NoteText::target(const InteractionRecord& interaction)
{
    //: Where a note goes: a system and the number of a conversation there.
    return tr("%1 #%2").arg(toQt(interaction.key.source), toQt(interaction.key.id));
}

} // namespace foreword
