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

// Who told something, and when it was told again.
struct Telling {
    const HistoryMessage* first = nullptr;    // nothing where it is not in the history
    std::vector<const HistoryMessage*> again; // later ones, by time, each once
};

// Of facts that were told together (told_together.h); there must be one.
Telling tellingOf(const History& history, std::span<const ToldFact> facts);

} // namespace foreword
