#include "core/desk/kept_history.h"

#include <algorithm>

#include "core/annotate/conversation_language.h"
#include "core/desk/promise_times.h"

namespace foreword {
namespace {

std::string keyOf(const RecordKey& key)
{
    return key.source + '\n' + key.id;
}

} // namespace

KeptHistory::KeptHistory(const Definitions& definitions, History history, Timestamp asOf)
    : m_definitions(definitions), m_history(std::move(history))
{
    readPromisesAtHome(m_history, definitions.charter.calendar());
    for (const HistoryMessage& message : m_history.messages)
        m_known.insert(keyOf(message.key));
    makeAnew(asOf);
}

void KeptHistory::makeAnew(Timestamp asOf)
{
    m_keeper.reset();
    m_view.emplace(m_history, asOf);
    m_keeper.emplace(*m_view);
}

void KeptHistory::moveTo(Timestamp asOf)
{
    if (m_view->reaches(asOf))
        m_view->moveTo(asOf);
    else
        makeAnew(std::max(asOf, m_view->asOf()));
}

std::optional<std::uint32_t> KeptHistory::find(const RecordKey& key) const
{
    std::optional<std::uint32_t> found;
    for (std::uint32_t i = 0; i < m_history.interactions.size(); ++i) {
        const RecordKey& known = m_history.interactions[i].key;
        if (known.id == key.id && (!found || known.source == key.source))
            found = i;
    }
    return found;
}

void KeptHistory::changed(std::uint32_t interaction)
{
    m_view->interactionChanged(interaction);
    m_keeper->touch(interaction);
}

std::uint32_t KeptHistory::opened(const RecordKey& key, Timestamp at)
{
    if (const auto found = find(key))
        return *found;
    InteractionRecord record;
    record.key = key;
    record.channel = Channel::chat;
    record.openedAt = at;
    m_history.interactions.push_back(std::move(record));
    const auto added = static_cast<std::uint32_t>(m_history.interactions.size() - 1);
    changed(added);
    return added;
}

void KeptHistory::add(InteractionRecord record)
{
    const std::uint32_t index = opened(record.key, record.openedAt);
    m_history.interactions[index] = std::move(record);
    changed(index);
}

void KeptHistory::add(EventRecord event)
{
    std::erase_if(m_history.events,
                  [&](const EventRecord& known) { return !event.id.empty() && known.source == event.source && known.id == event.id; });
    const auto place = std::ranges::upper_bound(m_history.events, event.at, {}, &EventRecord::at);
    m_history.events.insert(place, std::move(event));
    m_view->eventsChanged();
}

void KeptHistory::add(HistoryMessage message, std::string_view interaction)
{
    message.interaction = opened({message.key.source, std::string(interaction)}, message.at);
    const bool known = !m_known.insert(keyOf(message.key)).second;
    const bool last = m_history.messages.empty() || m_history.messages.back().at <= message.at;
    if (known || !last)
        replace(std::move(message), known);
    else
        addLast(std::move(message));
}

std::string KeptHistory::knownLanguage(const RecordKey& customer) const
{
    const auto& records = m_history.records;
    const bool known = std::ranges::find(records, customer, &CustomerRecord::key) != records.end();
    for (const CustomerRecord& record : records) {
        if (known && record.key != customer)
            continue;
        if (auto declared = declaredLanguage(record.attributes); !declared.empty())
            return declared;
    }
    std::vector<const HistoryMessage*> messages;
    for (const HistoryMessage& message : m_history.messages) {
        if (!known || m_history.interactions[message.interaction].customer == customer)
            messages.push_back(&message);
    }
    const auto told = toldByCustomer(messages);
    return told ? told->language : std::string();
}

// Of the message, and of those of its conversation that rest on what it tells. Gives the first
// one whose language is another now.
std::size_t KeptHistory::tellLanguages(std::size_t index, bool last)
{
    auto& messages = m_history.messages;
    const std::uint32_t interaction = messages[index].interaction;
    std::vector<const HistoryMessage*> all;
    for (const HistoryMessage& message : messages) {
        if (message.interaction == interaction)
            all.push_back(&message);
    }
    const auto told = toldByCustomer(all);
    const std::string hint = hintFor(all, told, told ? std::string() : knownLanguage(m_history.interactions[interaction].customer));
    if (last && told && told->at < messages[index].at) {
        messages[index].language = languageOf(messages[index], hint);
        return index;
    }
    std::size_t first = index;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        if (messages[i].interaction != interaction)
            continue;
        if (auto language = languageOf(messages[i], hint); language != messages[i].language) {
            messages[i].language = std::move(language);
            first = std::min(first, i);
        }
    }
    return first;
}

void KeptHistory::read(std::size_t index, std::size_t first)
{
    HistoryMessage& message = m_history.messages[index];
    message.annotations = m_definitions.annotator.annotate(std::span(m_history.messages).subspan(first), index - first);
    message.dictionaryVersion = m_definitions.annotator.version();
}

void KeptHistory::addLast(HistoryMessage message)
{
    const std::uint32_t interaction = message.interaction;
    m_history.messages.push_back(std::move(message));
    const std::size_t index = m_history.messages.size() - 1;
    if (const std::size_t first = tellLanguages(index, true); first < index) {
        readAfter(first, interaction);
        readPromisesAtHome(m_history, m_definitions.charter.calendar(), first);
        makeAnew(m_view->asOf());
        return;
    }
    const auto& said = m_view->messagesOf(interaction);
    read(index, said.empty() ? index : said.front());
    readPromisesAtHome(m_history, m_definitions.charter.calendar(), index);
    m_view->messageAdded();
    m_keeper->touch(interaction);
}

// What follows is read again: what was said before it has changed.
void KeptHistory::readAfter(std::size_t first, std::uint32_t interaction)
{
    for (std::size_t i = first; i < m_history.messages.size(); ++i) {
        if (m_history.messages[i].interaction == interaction)
            read(i, 0);
    }
}

void KeptHistory::replace(HistoryMessage message, bool known)
{
    auto& messages = m_history.messages;
    const std::uint32_t interaction = message.interaction;
    std::size_t first = messages.size();
    std::uint32_t left = interaction;
    if (known) {
        const auto old = std::ranges::find(messages, message.key, &HistoryMessage::key);
        first = static_cast<std::size_t>(old - messages.begin());
        left = old->interaction;
        messages.erase(old);
    }
    const auto place = messages.insert(std::ranges::upper_bound(messages, message.at, {}, &HistoryMessage::at), std::move(message));
    const auto index = static_cast<std::size_t>(place - messages.begin());
    first = std::min({first, index, tellLanguages(index, false)});
    readAfter(first, interaction);
    if (left != interaction)
        readAfter(first, left);
    readPromisesAtHome(m_history, m_definitions.charter.calendar(), first);
    makeAnew(m_view->asOf());
}

} // namespace foreword
