#include "core/store/match_table.h"

#include <algorithm>
#include <set>

#include "core/store/query.h"

namespace foreword {
namespace {

// Fewer are not counted: core/identity takes no notice of them.
constexpr int leastCounted = 3;

Result<MatchTable::Rows> rowsOf(Query& query)
{
    MatchTable::Rows rows;
    for (;;) {
        FOREWORD_TRY(const bool more, query.next());
        if (!more)
            return rows;
        rows.push_back(query.integer(0));
    }
}

using Keys = std::vector<std::int64_t>;
constexpr std::size_t keyBytes = 8;

std::string packed(std::span<const std::int64_t> keys)
{
    std::string bytes;
    bytes.reserve(keys.size() * keyBytes);
    for (const std::int64_t key : keys) {
        for (std::size_t i = 0; i < keyBytes; ++i)
            bytes.push_back(static_cast<char>(static_cast<std::uint64_t>(key) >> (8 * i) & 0xff));
    }
    return bytes;
}

Keys unpacked(std::string_view bytes)
{
    Keys keys;
    for (; bytes.size() >= keyBytes; bytes.remove_prefix(keyBytes)) {
        std::uint64_t key = 0;
        for (std::size_t i = 0; i < keyBytes; ++i)
            key |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
        keys.push_back(static_cast<std::int64_t>(key));
    }
    return keys;
}

// None if it was never compared.
Result<Keys> keysOf(Connection& connection, std::int64_t record)
{
    Query query(connection, "SELECT keys FROM match_traits WHERE record = ?1");
    FOREWORD_TRY(const bool found, query.with(record).next());
    return found ? unpacked(query.blob(0)) : Keys();
}

Result<> removeKeys(Connection& connection, std::int64_t record, const Keys& keys)
{
    Query remove(connection, "DELETE FROM match_key WHERE key = ?1 AND record = ?2");
    for (const std::int64_t key : keys)
        FOREWORD_CHECK(remove.with(key, record).run());
    return {};
}

} // namespace

Result<> MatchTable::wait(std::int64_t record)
{
    Query insert(m_connection, "INSERT OR IGNORE INTO match_waiting (record) VALUES (?1)");
    return insert.with(record).run();
}

Result<std::int64_t> MatchTable::waitingCount() const
{
    Query query(m_connection, "SELECT count(*) FROM match_waiting");
    FOREWORD_TRY(const auto count, query.number());
    return count.value_or(0);
}

// Of all, without a bound below zero.
Result<MatchTable::Rows> MatchTable::waiting(int most) const
{
    Query query(m_connection, "SELECT record FROM match_waiting ORDER BY record LIMIT ?1");
    return rowsOf(query.with(most));
}

Result<> MatchTable::waitNoMore(std::span<const std::int64_t> records)
{
    Query remove(m_connection, "DELETE FROM match_waiting WHERE record = ?1");
    for (const std::int64_t record : records)
        FOREWORD_CHECK(remove.with(record).run());
    return {};
}

Result<> MatchTable::noneWaits()
{
    Query remove(m_connection, "DELETE FROM match_waiting");
    return remove.run();
}

Result<std::optional<StoredModel>> MatchTable::model() const
{
    Query query(m_connection, "SELECT version, persons, model FROM matching WHERE only = 1");
    FOREWORD_TRY(const bool found, query.next());
    if (!found)
        return std::nullopt;
    return StoredModel{query.integer(0), query.integer(1), std::string(query.blob(2))};
}

Result<> MatchTable::setModel(const StoredModel& model, std::span<const KeyCount> counts)
{
    Query put(m_connection, "INSERT OR REPLACE INTO matching (only, version, persons, model) VALUES (1, ?1, ?2, ?3)");
    FOREWORD_CHECK(put.with(model.version, model.persons, Blob{model.bytes}).run());
    Query clear(m_connection, "DELETE FROM match_count");
    FOREWORD_CHECK(clear.run());
    Query insert(m_connection, "INSERT INTO match_count (key, persons) VALUES (?1, ?2)");
    for (const auto& [key, persons] : counts) {
        if (persons >= leastCounted)
            FOREWORD_CHECK(insert.with(key, persons).run());
    }
    return {};
}

Result<std::vector<MatchTable::KeyCount>> MatchTable::counts() const
{
    Query query(m_connection, "SELECT key, persons FROM match_count ORDER BY key");
    std::vector<KeyCount> counts;
    for (;;) {
        FOREWORD_TRY(const bool more, query.next());
        if (!more)
            return counts;
        counts.emplace_back(query.integer(0), query.integer(1));
    }
}

Result<std::int64_t> MatchTable::countOf(std::int64_t key) const
{
    Query query(m_connection, "SELECT persons FROM match_count WHERE key = ?1");
    FOREWORD_TRY(const auto count, query.with(key).number());
    return count.value_or(0);
}

Result<> MatchTable::putTraits(std::int64_t record, std::string_view bytes, std::span<const std::int64_t> keys)
{
    FOREWORD_TRY(const Keys before, keysOf(m_connection, record));
    FOREWORD_CHECK(removeKeys(m_connection, record, before));
    Query put(m_connection, "INSERT OR REPLACE INTO match_traits (record, traits, keys) VALUES (?1, ?2, ?3)");
    return put.with(record, Blob{bytes}, Blob{packed(keys)}).run();
}

Result<> MatchTable::putKeys(std::span<const KeyRow> keys)
{
    Query insert(m_connection, "INSERT OR IGNORE INTO match_key (key, record) VALUES (?1, ?2)");
    for (const auto& [key, record] : keys)
        FOREWORD_CHECK(insert.with(key, record).run());
    return {};
}

Result<std::optional<std::string>> MatchTable::traits(std::int64_t record) const
{
    Query query(m_connection, "SELECT traits FROM match_traits WHERE record = ?1");
    FOREWORD_TRY(const bool found, query.with(record).next());
    if (!found)
        return std::nullopt;
    return std::string(query.blob(0));
}

Result<> MatchTable::forgetTraits()
{
    Query keys(m_connection, "DELETE FROM match_key");
    FOREWORD_CHECK(keys.run());
    Query traits(m_connection, "DELETE FROM match_traits");
    return traits.run();
}

Result<MatchTable::Rows> MatchTable::sharing(std::int64_t record, std::span<const std::int64_t> keys, int most) const
{
    Rows all;
    // One more than may share it, and the record itself may be among them.
    Query query(m_connection, "SELECT record FROM match_key WHERE key = ?1 LIMIT ?2");
    for (const std::int64_t key : keys) {
        FOREWORD_TRY(const Rows rows, rowsOf(query.with(key, most + 1)));
        if (rows.size() <= static_cast<std::size_t>(most))
            all.insert(all.end(), rows.begin(), rows.end());
    }
    std::ranges::sort(all);
    const auto doubles = std::ranges::unique(all);
    all.erase(doubles.begin(), doubles.end());
    std::erase(all, record);
    return all;
}

Result<std::vector<StoredPair>> MatchTable::pairsOf(std::int64_t record) const
{
    std::vector<StoredPair> pairs;
    Query query(m_connection,
                "SELECT first, second, weight, kind FROM match_pair WHERE first = ?1 "
                "UNION ALL SELECT first, second, weight, kind FROM match_pair WHERE second = ?1 ORDER BY first, second");
    query.with(record);
    for (;;) {
        FOREWORD_TRY(const bool more, query.next());
        if (!more)
            return pairs;
        FOREWORD_TRY(const auto kind, query.value(3, PairKind::refused));
        pairs.push_back({query.integer(0), query.integer(1), query.real(2), kind});
    }
}

Result<> MatchTable::removePairsOf(std::int64_t record)
{
    Query first(m_connection, "DELETE FROM match_pair WHERE first = ?1");
    FOREWORD_CHECK(first.with(record).run());
    Query second(m_connection, "DELETE FROM match_pair WHERE second = ?1");
    return second.with(record).run();
}

Result<> MatchTable::removePairs()
{
    Query remove(m_connection, "DELETE FROM match_pair");
    return remove.run();
}

Result<> MatchTable::putPair(const StoredPair& pair)
{
    Query put(m_connection, "INSERT OR REPLACE INTO match_pair (first, second, weight, kind) VALUES (?1, ?2, ?3, ?4)");
    return put.with(pair.first, pair.second, pair.weight, static_cast<int>(pair.kind)).run();
}

Result<std::vector<StoredPair>> MatchTable::reviews(std::size_t most) const
{
    std::vector<StoredPair> found;
    std::set<std::pair<std::int64_t, std::int64_t>> persons;
    Query query(m_connection,
                "SELECT p.first, p.second, p.weight, p.kind, a.person, b.person FROM match_pair p "
                "JOIN customer a ON a.row = p.first JOIN customer b ON b.row = p.second "
                "WHERE p.kind <> 1 AND a.person <> b.person ORDER BY p.weight DESC, p.first, p.second");
    while (found.size() < most) {
        FOREWORD_TRY(const bool more, query.next());
        if (!more)
            break;
        FOREWORD_TRY(const auto kind, query.value(3, PairKind::refused));
        if (persons.insert(std::minmax(query.integer(4), query.integer(5))).second)
            found.push_back({query.integer(0), query.integer(1), query.real(2), kind});
    }
    return found;
}

Result<> forgetMatchKeys(Connection& connection, std::int64_t person)
{
    MatchTable::Rows records;
    {
        Query query(connection, "SELECT row FROM customer WHERE person = ?1");
        FOREWORD_TRY(records, rowsOf(query.with(person)));
    }
    std::set<std::int64_t> all;
    for (const std::int64_t record : records) {
        FOREWORD_TRY(const Keys keys, keysOf(connection, record));
        FOREWORD_CHECK(removeKeys(connection, record, keys));
        all.insert(keys.begin(), keys.end());
    }
    Query discount(connection, "UPDATE match_count SET persons = persons - 1 WHERE key = ?1");
    Query few(connection, "DELETE FROM match_count WHERE key = ?1 AND persons < ?2");
    for (const std::int64_t key : all) {
        FOREWORD_CHECK(discount.with(key).run());
        FOREWORD_CHECK(few.with(key, leastCounted).run());
    }
    return {};
}

} // namespace foreword
