#include "ui/workspace/brief_lines.h"

#include <algorithm>

#include "core/model/told_together.h"
#include "ui/text/strings.h"

namespace foreword {
namespace {

bool isSameVoice(const HistoryMessage* a, const HistoryMessage* b)
{
    return a && b && a->sender == b->sender && a->senderName == b->senderName && a->visibility == b->visibility;
}

} // namespace

// What the conversation is called, and quietly its channel and who begins.
void BriefLines::addTitle(FlowText& text, const HistoryMessage& inside, const HistoryMessage* begins) const
{
    const InteractionRecord& conversation = m_view.history.interactions[inside.interaction];
    QStringList quiet;
    if (!conversation.subject.empty())
        quiet.append(BriefText::channelWord(conversation.channel));
    if (begins)
        quiet.append(m_words.voice(*begins));
    text.addText(BriefText::conversationTitle(conversation), Ink::normal, quiet.isEmpty() ? QString() : quiet.join(u", "_s) + u':',
                 Ink::muted);
}

// Who speaks stands before the words, quietly, where it is not who spoke before them.
void BriefLines::addParts(FlowText& text, const SpokenLine& line, const HistoryMessage* spoke) const
{
    for (const SpokenPart& part : line.parts) {
        const bool named = part.said && !isSameVoice(spoke, part.said);
        const QString voice = named ? m_words.voice(*part.said) + u':' : QString();
        const bool both = named && !part.arrow.empty();
        const QString lead = toQt(part.arrow) + (both ? QString(QChar::Nbsp) : QString()) + voice; // an arrow ends no line
        if (!lead.isEmpty())
            text.addText(lead, Ink::muted);
        text.addText(toQt(part.text));
        spoke = part.said;
    }
    if (!line.days.empty())
        text.addText(toQt(line.days), Ink::muted);
}

// Nothing where its conversation is over, or not there.
const HistoryMessage* BriefLines::openMessageOf(const Statement& statement) const
{
    const HistoryMessage* said = m_cited.messageOf(statement);
    return said && isUnderway(m_view.history.interactions[said->interaction].status) ? said : nullptr;
}

std::vector<std::span<const Statement>> BriefLines::matters() const
{
    std::vector<std::span<const Statement>> matters;
    const HistoryMessage* open = nullptr;
    for (const Statement& statement : m_view.brief.situation) {
        const HistoryMessage* said = openMessageOf(statement);
        if (matters.empty() || (said && open && open->interaction != said->interaction))
            matters.emplace_back(&statement, 1);
        else
            matters.back() = {matters.back().data(), matters.back().size() + 1};
        if (said)
            open = said;
    }
    return matters;
}

void BriefLines::addMatter(FlowText& text, std::span<const Statement> matter, Title title) const
{
    const HistoryMessage* spoke = nullptr;
    const auto open = std::ranges::find_if(matter, [this](const Statement& statement) { return openMessageOf(statement); });
    if (title == Title::ofConversation && open != matter.end()) {
        spoke = m_cited.messageOf(matter.front());
        addTitle(text, *openMessageOf(*open), spoke);
    }
    for (const Statement& statement : matter) {
        const SpokenLine line = spokenLine(m_cited, statement);
        addParts(text, line, spoke);
        m_chips.addStatement(text, statement, Section::situation);
        spoke = line.parts.back().said;
    }
}

void BriefLines::addTried(FlowText& text, const Statement& step) const
{
    if (const HistoryMessage* said = m_cited.messageOf(step))
        text.addText(m_words.voiceAndDay(*said) + u':', Ink::muted);
    addStatement(text, step, Section::tried);
}

void BriefLines::addPromise(FlowText& text, const Promise& promise) const
{
    text.addText(m_words.promiseWord(promise), BriefText::promiseInk(promise), toQt(promise.statement.text()));
    m_chips.addStatement(text, promise.statement, Section::promised);
}

void BriefLines::addStatement(FlowText& text, const Statement& statement, Section section) const
{
    text.addText(toQt(statement.text()));
    m_chips.addStatement(text, statement, section);
}

// The sentence says what its values mean; of what sort one is, is said only where it stands alone.
void BriefLines::addTold(FlowText& text, std::span<const ToldFact> facts) const
{
    const std::string& sentence = facts.front().sentence;
    text.addText(sentence.empty() ? BriefText::factWord(facts.front().kind) : m_wording.locale().quoteString(toQt(sentence)),
                 sentence.empty() ? Ink::muted : Ink::normal);
    for (const ToldFact& fact : facts) {
        if (FactChip* chip = m_chips.factChip(fact, &text))
            text.addInline(chip);
    }
    text.addText(m_words.toldBy(m_cited, facts), Ink::muted);
}

void BriefLines::addPast(FlowText& text, const Statement& line) const
{
    const SpokenLine parts = spokenLine(m_cited, line);
    const HistoryMessage* first = parts.parts.front().said;
    if (first) {
        const bool named = first->sender != Sender::customer || speaksAsAnother(*first, m_view.profile.displayName);
        addTitle(text, *first, named ? first : nullptr);
    }
    addParts(text, parts, first);
    m_chips.addStatement(text, line, Section::history);
}

} // namespace foreword
