#include "core/brief/since_last.h"

#include <algorithm>
#include <map>

namespace foreword {
namespace {

const HistoryMessage* lastAnswer(const History& history, Timestamp asOf)
{
    const HistoryMessage* last = nullptr;
    for (const HistoryMessage& message : history.messages) {
        if (message.sender == Sender::agent && message.visibility == Visibility::visible && message.at <= asOf)
            last = &message;
    }
    return last;
}

// The weightiest sentence of a message, or all of it where it has none.
std::optional<Citation> coreOf(const HistoryMessage& message)
{
    const Annotation* best = nullptr;
    for (const Annotation& sentence : message.annotations) {
        if (sentence.kind == AnnotationKind::sentence && sentence.label == "body" && (!best || sentence.weight > best->weight))
            best = &sentence;
    }
    const Span span = best ? best->span : Span{0, static_cast<std::uint32_t>(message.text.size())};
    return Citation::of(message.messageKey(), message.text, span);
}

class Changes {
public:
    explicit Changes(Timestamp answered) : m_since{answered, {}} {}

    void add(NewsKind kind, Channel channel, Citation citation)
    {
        const auto same = [&](const News& news) { return news.kind == kind && news.channel == channel; };
        auto found = std::ranges::find_if(m_since.news, same);
        if (found == m_since.news.end())
            found = m_since.news.insert(found, News{kind, channel, {}});
        found->citations.push_back(std::move(citation));
    }

    std::optional<SinceLast> take()
    {
        if (m_since.news.empty())
            return std::nullopt;
        std::ranges::stable_sort(m_since.news, {}, [](const News& news) { return std::make_pair(news.kind, news.channel); });
        return std::move(m_since);
    }

private:
    SinceLast m_since;
};

void addPromises(Changes& changes, const History& history, const Brief& brief, Timestamp answered)
{
    std::map<MessageKey, Timestamp> times;
    for (const HistoryMessage& message : history.messages)
        times.emplace(message.messageKey(), message.at);
    for (const Promise& promise : brief.promised) {
        const auto& citations = promise.statement.citations();
        if (promise.status == PromiseStatus::missed && promise.due && *promise.due > answered)
            changes.add(NewsKind::promiseMissed, Channel::email, citations.front());
        // Its last citation is what fulfilled it.
        const auto proof = times.find(citations.back().message());
        if (promise.status == PromiseStatus::kept && citations.size() > 1 && proof != times.end() && proof->second > answered)
            changes.add(NewsKind::promiseKept, Channel::email, citations.back());
    }
}

} // namespace

std::optional<SinceLast> sinceLastAnswer(const History& history, const Brief& brief, Timestamp asOf)
{
    const HistoryMessage* last = lastAnswer(history, asOf);
    if (!last)
        return std::nullopt;
    Changes changes(last->at);
    addPromises(changes, history, brief, last->at);
    for (auto message = history.messages.begin() + (last - history.messages.data()) + 1; message != history.messages.end(); ++message) {
        if (message->at > asOf || message->interaction >= history.interactions.size())
            continue;
        const bool note = message->sender == Sender::agent && message->visibility == Visibility::internal;
        const bool wrote = message->sender == Sender::customer && message->visibility == Visibility::visible;
        auto core = note || wrote ? coreOf(*message) : std::nullopt;
        if (core && note)
            changes.add(NewsKind::noted, Channel::email, *std::move(core));
        else if (core)
            changes.add(NewsKind::wrote, history.interactions[message->interaction].channel, *std::move(core));
    }
    return changes.take();
}

} // namespace foreword
