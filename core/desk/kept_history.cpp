#include "core/desk/kept_history.h"

#include <algorithm>
#include <tuple>

#include "core/desk/promise_times.h"

namespace foreword {
namespace {

std::string keyOf(const RecordKey& key)
{
    return key.source + '\n' + key.id;
}

// The same id in another system is another conversation, but for what names no system.
bool mayBeOne(const RecordKey& known, const RecordKey& key)
{
    return known.source == key.source || known.source == liveSource || key.source == liveSource;
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
        if (known.id == key.id && mayBeOne(known, key) && (!found || known.source == key.source))
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
    return append(std::move(record));
}

std::uint32_t KeptHistory::append(InteractionRecord record)
{
    m_history.interactions.push_back(std::move(record));
    return settle(static_cast<std::uint32_t>(m_history.interactions.size() - 1));
}

// Where it stands by the time it was opened: the last is the newest. Its messages follow it.
std::uint32_t KeptHistory::settle(std::uint32_t index)
{
    auto& all = m_history.interactions;
    const auto before = [](const InteractionRecord& a, const InteractionRecord& b) {
        return std::tie(a.openedAt, a.key) < std::tie(b.openedAt, b.key);
    };
    const auto place =
        static_cast<std::uint32_t>(std::ranges::count_if(all, [&](const InteractionRecord& other) { return before(other, all[index]); }));
    if (place == index) {
        changed(index);
        return index;
    }
    const auto at = [&](std::uint32_t i) { return all.begin() + i; };
    if (place > index)
        std::rotate(at(index), at(index + 1), at(place + 1));
    else
        std::rotate(at(place), at(index), at(index + 1));
    for (HistoryMessage& message : m_history.messages) {
        std::uint32_t& its = message.interaction;
        if (its == index)
            its = place;
        else if (its > index && its <= place)
            --its;
        else if (its < index && its >= place)
            ++its;
    }
    m_spoken.clear();
    makeAnew(m_view->asOf());
    return place;
}

void KeptHistory::add(InteractionRecord record)
{
    const auto found = find(record.key);
    if (!found) {
        append(std::move(record));
        return;
    }
    InteractionRecord& known = m_history.interactions[*found];
    if (record.key.source == liveSource)
        record.key = known.key;
    known = std::move(record);
    settle(*found);
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

void KeptHistory::hear(Spoken& spoken, ConversationMessages messages)
{
    if (!spoken.told)
        spoken.told = toldByCustomer(messages);
    if (!spoken.told && spoken.ours.empty())
        spoken.ours = hintFor(messages, {}, {});
}

KeptHistory::Spoken& KeptHistory::spokenIn(std::uint32_t interaction)
{
    const auto [entry, added] = m_spoken.try_emplace(interaction);
    if (added) {
        std::vector<const HistoryMessage*> messages;
        for (const HistoryMessage& message : m_history.messages) {
            if (message.interaction == interaction)
                messages.push_back(&message);
        }
        hear(entry->second, messages);
    }
    return entry->second;
}

std::string KeptHistory::knownLanguage(const RecordKey& customer)
{
    const auto& records = m_history.records;
    const bool known = std::ranges::find(records, customer, &CustomerRecord::key) != records.end();
    for (const CustomerRecord& record : records) {
        if (known && record.key != customer)
            continue;
        if (auto declared = declaredLanguage(record.attributes); !declared.empty())
            return declared;
    }
    const ToldLanguage* first = nullptr;
    for (std::uint32_t i = 0; i < m_history.interactions.size(); ++i) {
        if (known && m_history.interactions[i].customer != customer)
            continue;
        const auto& told = spokenIn(i).told;
        if (told && (!first || told->at < first->at))
            first = &*told;
    }
    return first ? first->language : std::string();
}

// Of the message, and of those of its conversation that rest on what it tells. Gives the first
// one whose language is another now.
std::size_t KeptHistory::tellLanguages(std::size_t index, bool last)
{
    auto& messages = m_history.messages;
    const std::uint32_t interaction = messages[index].interaction;
    const bool heard = last && m_spoken.contains(interaction);
    Spoken& spoken = spokenIn(interaction);
    if (heard) {
        const HistoryMessage* added = &messages[index];
        hear(spoken, {&added, 1});
    }
    const auto& told = spoken.told;
    std::string hint = hintFor({}, told, told ? std::string() : knownLanguage(m_history.interactions[interaction].customer));
    if (hint.empty())
        hint = spoken.ours;
    const bool stands = spoken.hint ? hint == *spoken.hint : told && told->at < messages[index].at;
    spoken.hint = hint;
    if (last && stands) {
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
    m_spoken.erase(interaction);
    m_spoken.erase(left);
    const auto place = messages.insert(std::ranges::upper_bound(messages, message.at, {}, &HistoryMessage::at), std::move(message));
    const auto index = static_cast<std::size_t>(place - messages.begin());
    first = std::min({first, index, tellLanguages(index, false)});
    readAfter(first, interaction);
    if (left != interaction) {
        // It may have told what the one it left is written in.
        const auto its = std::ranges::find(messages, left, &HistoryMessage::interaction);
        if (its != messages.end())
            first = std::min(first, tellLanguages(static_cast<std::size_t>(its - messages.begin()), false));
        readAfter(first, left);
    }
    readPromisesAtHome(m_history, m_definitions.charter.calendar(), first);
    makeAnew(m_view->asOf());
}

} // namespace foreword
