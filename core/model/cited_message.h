// The messages that statements cite, for whoever says who spoke and when. What is given points into
// the history, which must outlive it. Pure, any thread.
#pragma once

#include <span>
#include <vector>

#include "core/model/brief.h"
#include "core/model/history.h"

namespace foreword {

// Nothing where the history has no such message, or not its conversation.
const HistoryMessage* citedMessage(const History& history, const Citation& citation);

// The same for a whole brief, of which each statement asks. Made once for a history.
class CitedMessages {
public:
    explicit CitedMessages(const History& history);

    const History& history() const { return m_history; }
    const HistoryMessage* messageOf(const Citation& citation) const;
    // Who said the words that carry the statement.
    const HistoryMessage* messageOf(const Statement& statement) const { return messageOf(statement.citations().front()); }

private:
    const History& m_history;
    std::vector<const HistoryMessage*> m_messages; // by key; those of a conversation that is there
};

// Who told something, and when it was told again.
struct Telling {
    const HistoryMessage* first = nullptr;    // nothing where it is not in the history
    std::vector<const HistoryMessage*> again; // later ones, by time, each once
};

// Of facts that were told together (told_together.h); there must be one.
Telling tellingOf(const CitedMessages& cited, std::span<const ToldFact> facts);

// What the situation of a brief is about: a matter that nobody has closed, else the last one, after
// which we may owe what was promised all the same.
enum class SituationOf { openMatter, lastMatter, lastMatterStillOwed };
SituationOf situationOf(const CitedMessages& cited, const Brief& brief);

} // namespace foreword
