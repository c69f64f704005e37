#include "core/model/cited_message.h"

#include <algorithm>

namespace foreword {

const HistoryMessage* citedMessage(const History& history, const Citation& citation)
{
    const auto found = std::ranges::find(history.messages, citation.message(), &HistoryMessage::messageKey);
    return found == history.messages.end() || found->interaction >= history.interactions.size() ? nullptr : &*found;
}

Telling tellingOf(const History& history, std::span<const ToldFact> facts)
{
    Telling telling{citedMessage(history, facts.front().statement.citations().front()), {}};
    if (!telling.first)
        return telling;
    for (const ToldFact& fact : facts) {
        for (const Citation& citation : fact.statement.citations()) {
            const HistoryMessage* other = citedMessage(history, citation);
            if (other && other->at > telling.first->at && std::ranges::find(telling.again, other) == telling.again.end())
                telling.again.push_back(other);
        }
    }
    std::ranges::stable_sort(telling.again, {}, &HistoryMessage::at);
    return telling;
}

} // namespace foreword
