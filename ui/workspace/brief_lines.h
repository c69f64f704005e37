// Fills the lines of the brief: who speaks in which conversation, the words, and the chips that lead
// to them. For one customer view, to which it refers. Window thread.
#pragma once

#include <span>
#include <vector>

#include "core/model/spoken_line.h"
#include "ui/text/brief_text.h"
#include "ui/widgets/flow_text.h"
#include "ui/workspace/chip_factory.h"

namespace foreword {

class BriefLines {
public:
    BriefLines(const CustomerView& view, const Wording& wording, ChipFactory& chips)
        : m_view(view), m_wording(wording), m_words(wording), m_cited(view.history), m_chips(chips)
    {
    }

    SituationOf situationOf() const { return foreword::situationOf(m_cited, m_view.brief); }
    // The situation by the open conversations that it tells of, each with what was said elsewhere of it.
    std::vector<std::span<const Statement>> matters() const;
    enum class Title { none, ofConversation };
    void addMatter(FlowText& text, std::span<const Statement> matter, Title title) const;
    void addTried(FlowText& text, const Statement& step) const;
    void addPromise(FlowText& text, const Promise& promise) const;
    // A statement as it is.
    void addStatement(FlowText& text, const Statement& statement, Section section) const;
    void addTold(FlowText& text, std::span<const ToldFact> facts) const;
    void addPast(FlowText& text, const Statement& line) const; // under what the conversation is called

private:
    const HistoryMessage* openMessageOf(const Statement& statement) const;
    void addTitle(FlowText& text, const HistoryMessage& inside, const HistoryMessage* begins) const;
    // `spoke` is who spoke before, if anybody did.
    void addParts(FlowText& text, const SpokenLine& line, const HistoryMessage* spoke) const;

    const CustomerView& m_view;
    const Wording& m_wording;
    BriefText m_words;
    CitedMessages m_cited;
    ChipFactory& m_chips;
};

} // namespace foreword
