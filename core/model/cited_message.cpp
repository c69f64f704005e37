#include "core/model/cited_message.h"

#include <algorithm>
#include <tuple>

namespace foreword {
namespace {

bool hasConversation(const History& history, const HistoryMessage& message)
{
    return message.interaction < history.interactions.size();
}

auto keyOf(const HistoryMessage* message)
{
    return std::tie(message->key.id, message->key.source); // the ids differ sooner
}

} // namespace

const HistoryMessage* citedMessage(const History& history, const Citation& citation)
{
    const auto found = std::ranges::find(history.messages, citation.message(), &HistoryMessage::messageKey);
    return found == history.messages.end() || !hasConversation(history, *found) ? nullptr : &*found;
}

CitedMessages::CitedMessages(const History& history) : m_history(history)
{
    m_messages.reserve(history.messages.size());
    for (const HistoryMessage& message : history.messages) {
        if (hasConversation(history, message))
            m_messages.push_back(&message);
    }
    std::ranges::sort(m_messages, {}, keyOf);
}

const HistoryMessage* CitedMessages::messageOf(const Citation& citation) const
{
    const MessageKey& key = citation.message();
    const auto wanted = std::tie(key.id, key.source);
    const auto found = std::ranges::lower_bound(m_messages, wanted, {}, keyOf);
    return found == m_messages.end() || keyOf(*found) != wanted ? nullptr : *found;
}

Telling tellingOf(const CitedMessages& cited, std::span<const ToldFact> facts)
{
    Telling telling{cited.messageOf(facts.front().statement), {}};
    if (!telling.first)
        return telling;
    for (const ToldFact& fact : facts) {
        for (const Citation& citation : fact.statement.citations()) {
            const HistoryMessage* other = cited.messageOf(citation);
            if (other && other->at > telling.first->at && std::ranges::find(telling.again, other) == telling.again.end())
                telling.again.push_back(other);
        }
    }
    std::ranges::stable_sort(telling.again, {}, &HistoryMessage::at);
    return telling;
}

SituationOf situationOf(const CitedMessages& cited, const Brief& brief)
{
    const auto isOpen = [&](const Statement& statement) {
        const HistoryMessage* message = cited.messageOf(statement);
        return !message || isUnderway(cited.history().interactions[message->interaction].status);
    };
    if (std::ranges::any_of(brief.situation, isOpen))
        return SituationOf::openMatter;
    const auto isOwed = [](const Promise& promise) { return promise.status != PromiseStatus::kept; };
    return std::ranges::any_of(brief.promised, isOwed) ? SituationOf::lastMatterStillOwed : SituationOf::lastMatter;
}

} // namespace foreword
