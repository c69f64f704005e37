#include "core/store/reading.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <tuple>
#include <unordered_set>

#include "core/store/query.h"

namespace foreword {
namespace {

// A person's place in the queue; details are read for those that are shown.
struct Place {
    std::int64_t person = 0;
    std::int64_t interaction = 0;
    std::int64_t message = 0; // that `since` is of; 0: when it was opened
    std::int64_t since = 0;
    bool waiting = false;
};

// In this order the last words of an interaction come before its others, an agent's before a
// customer's of the same instant.
constexpr const char* newestWords = "SELECT conversation, row, at, sender FROM message WHERE at <= ?1 AND sender < 2 AND visibility = 0 "
                                    "ORDER BY at DESC, conversation DESC, sender DESC";
// One step through the index of words costs a small part of asking one interaction.
constexpr std::int64_t fewestSteps = 1000, stepsForAnOpenOne = 8;

bool before(const Place& a, const Place& b)
{
    return std::tie(b.waiting, b.since, a.person) < std::tie(a.waiting, a.since, b.person);
}

// There are enough, and what comes now is older than the last of them: equal ones are sorted out
// by person, not by their order in an index.
bool isPast(const std::vector<Place>& places, std::size_t most, std::int64_t since)
{
    return places.size() >= most && (places.empty() || since < places.back().since);
}

class Queue {
public:
    Queue(Connection& connection, Timestamp asOf, std::size_t limit) : m_connection(connection), m_asOf(asOf.micros()), m_limit(limit) {}

    Result<std::vector<Place>> places()
    {
        FOREWORD_CHECK(addWaiting());
        // One line a person: the newest of those that wait.
        std::ranges::sort(m_places, before);
        std::erase_if(m_places, [&](const Place& place) { return !m_taken.insert(place.person).second; });
        if (m_places.size() < m_limit)
            FOREWORD_CHECK(addOthers());
        m_places.resize(std::min(m_places.size(), m_limit));
        return std::move(m_places);
    }

private:
    Result<> addWaiting();
    Result<bool> addWaitingBackwards();
    Result<std::optional<Place>> waitingIn(std::int64_t conversation);
    Result<> addSilent(std::int64_t notBefore);
    Result<> addOthers();
    Result<std::vector<Place>> byMessages(std::size_t most);
    Result<std::vector<Place>> byOpening(std::size_t most, std::int64_t notBefore);
    Result<bool> hasMessage(std::int64_t interaction);
    Result<Place> lastWord(const Place& interaction, bool& byCustomer);

    Connection& m_connection;
    std::int64_t m_asOf;
    std::size_t m_limit;
    std::vector<Place> m_places;
    std::unordered_set<std::int64_t> m_taken;
};

// Open or pending, and the last public words of customer or agent are the customer's; or there
// is no message at all.
Result<> Queue::addWaiting()
{
    FOREWORD_TRY(const bool enough, addWaitingBackwards());
    if (enough)
        return {};
    m_places.clear();
    Query open(m_connection,
               "SELECT i.row, c.person, i.opened_at FROM interaction i JOIN customer c ON c.row = i.customer "
               "WHERE i.status < 2 AND i.gone_at IS NULL AND i.opened_at <= ?1 AND c.person IS NOT NULL");
    open.with(m_asOf);
    for (;;) {
        FOREWORD_TRY(const bool more, open.next());
        if (!more)
            return {};
        const Place opened{open.integer(1), open.integer(0), 0, open.integer(2), true};
        bool byCustomer = false;
        FOREWORD_TRY(const Place last, lastWord(opened, byCustomer));
        bool waiting = byCustomer;
        if (last.message == 0) {
            FOREWORD_TRY(const bool spoken, hasMessage(opened.interaction));
            waiting = !spoken;
        }
        if (waiting)
            m_places.push_back(last);
    }
}

// From the newest words backwards, until as many persons wait as are shown. False: that would go
// on for longer than to ask every open interaction.
Result<bool> Queue::addWaitingBackwards()
{
    Query count(m_connection, "SELECT count(*) FROM interaction WHERE status < 2");
    FOREWORD_TRY(const auto open, count.number());
    std::int64_t budget = fewestSteps + stepsForAnOpenOne * open.value_or(0);
    std::unordered_set<std::int64_t> persons, conversations;
    Query newest(m_connection, newestWords);
    newest.with(m_asOf);
    std::int64_t since = std::numeric_limits<std::int64_t>::max();
    while (--budget > 0) {
        FOREWORD_TRY(const bool more, newest.next());
        if (!more)
            return false;
        // All of one instant, so that it is not their order in the index that decides.
        if (persons.size() >= m_limit && newest.integer(2) < since) {
            FOREWORD_CHECK(addSilent(since));
            return true;
        }
        since = newest.integer(2);
        const bool isLast = conversations.insert(newest.integer(0)).second;
        if (!isLast || newest.integer(3) != static_cast<std::int64_t>(Sender::customer))
            continue;
        FOREWORD_TRY(auto place, waitingIn(newest.integer(0)));
        if (!place)
            continue;
        place->message = newest.integer(1);
        place->since = since;
        persons.insert(place->person);
        m_places.push_back(*place);
    }
    return false;
}

// The place of an interaction by its opening, if it is open and somebody's.
Result<std::optional<Place>> Queue::waitingIn(std::int64_t conversation)
{
    Query open(m_connection,
               "SELECT c.person, i.opened_at FROM interaction i JOIN customer c ON c.row = i.customer "
               "WHERE i.row = ?1 AND i.status < 2 AND i.gone_at IS NULL AND i.opened_at <= ?2 AND c.person IS NOT NULL");
    FOREWORD_TRY(const bool found, open.with(conversation, m_asOf).next());
    if (!found)
        return std::optional<Place>();
    return std::optional(Place{open.integer(0), conversation, 0, open.integer(1), true});
}

// Open ones in which there is no message at all.
Result<> Queue::addSilent(std::int64_t notBefore)
{
    Query opened(m_connection,
                 "SELECT i.row FROM interaction i WHERE i.opened_at <= ?1 AND i.opened_at >= ?2 AND +i.status < 2 AND i.gone_at IS NULL");
    opened.with(m_asOf, notBefore);
    for (;;) {
        FOREWORD_TRY(const bool more, opened.next());
        if (!more)
            return {};
        FOREWORD_TRY(const bool spoken, hasMessage(opened.integer(0)));
        if (spoken)
            continue;
        FOREWORD_TRY(const auto place, waitingIn(opened.integer(0)));
        if (place)
            m_places.push_back(*place);
    }
}

// The place of an interaction by its last public words, or by its opening.
Result<Place> Queue::lastWord(const Place& interaction, bool& byCustomer)
{
    Query last(m_connection,
               "SELECT row, at, sender FROM message WHERE conversation = ?1 AND at <= ?2 AND sender < 2 AND visibility = 0 "
               "ORDER BY at DESC, sender DESC LIMIT 1");
    FOREWORD_TRY(const bool found, last.with(interaction.interaction, m_asOf).next());
    Place place = interaction;
    if (found) {
        place.message = last.integer(0);
        place.since = last.integer(1);
        byCustomer = last.integer(2) == static_cast<std::int64_t>(Sender::customer);
    }
    return place;
}

Result<bool> Queue::hasMessage(std::int64_t interaction)
{
    Query any(m_connection, "SELECT 1 FROM message WHERE conversation = ?1 AND at <= ?2 LIMIT 1");
    return any.with(interaction, m_asOf).next();
}

Result<> Queue::addOthers()
{
    const std::size_t most = m_limit - m_places.size();
    FOREWORD_TRY(auto others, byMessages(most));
    const std::int64_t notBefore = others.size() < most ? std::numeric_limits<std::int64_t>::min() : others.back().since;
    FOREWORD_TRY(const auto opened, byOpening(most, notBefore));
    others.insert(others.end(), opened.begin(), opened.end());
    std::ranges::sort(others, before);
    for (const Place& place : others) {
        if (m_taken.insert(place.person).second)
            m_places.push_back(place);
    }
    return {};
}

// The persons of the newest public words.
Result<std::vector<Place>> Queue::byMessages(std::size_t most)
{
    std::vector<Place> places;
    std::unordered_set<std::int64_t> persons, conversations;
    Query newest(m_connection, newestWords);
    Query owner(m_connection,
                "SELECT c.person FROM interaction i JOIN customer c ON c.row = i.customer WHERE i.row = ?1 AND i.opened_at <= ?2");
    newest.with(m_asOf);
    for (;;) {
        FOREWORD_TRY(const bool more, newest.next());
        if (!more || isPast(places, most, newest.integer(2)))
            break;
        const std::int64_t conversation = newest.integer(0);
        if (!conversations.insert(conversation).second)
            continue;
        FOREWORD_TRY(const auto person, owner.with(conversation, m_asOf).number());
        if (person && !m_taken.contains(*person) && persons.insert(*person).second)
            places.push_back({*person, conversation, newest.integer(1), newest.integer(2), false});
    }
    return places;
}

// The persons of the newest interactions in which nobody has said anything in public.
Result<std::vector<Place>> Queue::byOpening(std::size_t most, std::int64_t notBefore)
{
    std::vector<Place> places;
    std::unordered_set<std::int64_t> persons;
    Query newest(m_connection,
                 "SELECT i.row, c.person, i.opened_at FROM interaction i JOIN customer c ON c.row = i.customer "
                 "WHERE i.opened_at <= ?1 AND i.opened_at >= ?2 AND c.person IS NOT NULL ORDER BY i.opened_at DESC");
    newest.with(m_asOf, notBefore);
    for (;;) {
        FOREWORD_TRY(const bool more, newest.next());
        if (!more || isPast(places, most, newest.integer(2)))
            break;
        const Place opened{newest.integer(1), newest.integer(0), 0, newest.integer(2), false};
        if (m_taken.contains(opened.person) || persons.contains(opened.person))
            continue;
        bool byCustomer = false;
        FOREWORD_TRY(const Place last, lastWord(opened, byCustomer));
        if (last.message == 0 && persons.insert(opened.person).second)
            places.push_back(opened);
    }
    return places;
}

Result<Timestamp> sinceOf(Connection& connection, const Place& place)
{
    Query time(connection,
               place.message != 0 ? "SELECT at, at_offset FROM message WHERE row = ?1"
                                  : "SELECT opened_at, opened_offset FROM interaction WHERE row = ?1");
    FOREWORD_CHECK(time.with(place.message != 0 ? place.message : place.interaction).next());
    return time.time(0);
}

Result<QueueRow> describe(Connection& connection, const Place& place, Timestamp asOf)
{
    Query details(connection,
                  "SELECT v.source, v.ext_id, i.channel, i.subject, p.display_name, EXISTS (SELECT 1 FROM customer c "
                  "JOIN interaction o ON o.customer = c.row JOIN message m ON m.conversation = o.row AND m.at <= ?3 "
                  "WHERE c.person = ?2) FROM interaction i JOIN conversation v ON v.row = i.row, person p "
                  "WHERE i.row = ?1 AND p.row = ?2");
    FOREWORD_CHECK(details.with(place.interaction, place.person, asOf.micros()).next());
    QueueRow row;
    row.person = place.person;
    row.waiting = place.waiting;
    row.interaction = {details.string(0), details.string(1)};
    FOREWORD_TRY(row.channel, details.value(2, Channel::visit));
    row.subject = details.string(3);
    row.displayName = details.string(4);
    row.hasMessages = details.integer(5) != 0;
    FOREWORD_TRY(row.since, sinceOf(connection, place));
    return row;
}

} // namespace

Result<std::vector<QueueRow>> readQueue(Connection& connection, Timestamp asOf, int limit)
{
    FOREWORD_TRY(auto transaction, Transaction::read(connection));
    FOREWORD_TRY(const auto places, Queue(connection, asOf, static_cast<std::size_t>(std::max(limit, 0))).places());
    std::vector<QueueRow> rows;
    for (const Place& place : places) {
        FOREWORD_TRY(auto row, describe(connection, place, asOf));
        rows.push_back(std::move(row));
    }
    FOREWORD_CHECK(transaction.commit());
    return rows;
}

} // namespace foreword
