#include "core/store/reading.h"

#include <algorithm>
#include <cctype>
#include <tuple>

#include "core/store/hits.h"
#include "core/store/query.h"
#include "core/store/tables.h"

namespace foreword {
namespace {

constexpr std::size_t longestIdentifier = 512;
// Ids may hold colons, so every one could be the one between source and id; more than this is
// no identifier.
constexpr int mostColons = 8;
constexpr int mostOwners = 200; // of one identifier: a switchboard's number is shared by many

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// Adds the person in the first column of every row.
Result<> addOwners(Query& query, std::string_view field, std::string_view matched, int points, HitList& hits)
{
    for (;;) {
        FOREWORD_TRY(const bool more, query.next());
        if (!more)
            return {};
        hits.add(query.integer(0), field, matched, points);
    }
}

Result<> findRecordKey(Connection& connection, std::string_view query, HitList& hits)
{
    Query record(connection, "SELECT person FROM customer WHERE ext_id = ?1 AND source = ?2 AND person IS NOT NULL");
    Query interaction(connection,
                      "SELECT c.person FROM conversation v JOIN interaction i ON i.row = v.row JOIN customer c ON c.row = i.customer "
                      "WHERE v.ext_id = ?1 AND v.source = ?2 AND c.person IS NOT NULL");
    auto colon = query.find(':');
    for (int i = 0; i < mostColons && colon != std::string_view::npos; ++i, colon = query.find(':', colon + 1)) {
        const auto source = query.substr(0, colon), id = query.substr(colon + 1);
        const std::size_t before = hits.size();
        FOREWORD_CHECK(addOwners(record.with(id, source), "external", query, score::recordKey, hits));
        if (hits.size() == before) // "source:id" means a customer first
            FOREWORD_CHECK(addOwners(interaction.with(id, source), "ticket", query, score::identifier, hits));
    }
    return {};
}

std::string cased(std::string_view text, int (*change)(int))
{
    std::string out(text);
    for (char& c : out)
        c = static_cast<char>(change(static_cast<unsigned char>(c)));
    return out;
}

Result<> findTicket(Connection& connection, std::string_view query, HitList& hits)
{
    query = trimmed(query.substr(query.starts_with('#') ? 1 : 0));
    if (query.empty())
        return {};
    Query ticket(connection,
                 "SELECT c.person FROM conversation v JOIN interaction i ON i.row = v.row JOIN customer c ON c.row = i.customer "
                 "WHERE v.ext_id = ?1 AND c.person IS NOT NULL LIMIT ?2");
    // "inc-1001" is typed for INC-1001.
    for (const std::string& id : {std::string(query), cased(query, std::toupper), cased(query, std::tolower)})
        FOREWORD_CHECK(addOwners(ticket.with(id, mostOwners), "ticket", id, score::identifier, hits));
    return {};
}

Result<> findIdentifiers(Connection& connection, std::span<const Identifier> normalized, HitList& hits)
{
    Query owners(connection,
                 "SELECT c.person FROM identifier d JOIN customer c ON c.row = d.record "
                 "WHERE d.kind = ?1 AND d.normal = ?2 AND c.person IS NOT NULL LIMIT ?3");
    for (const Identifier& identifier : normalized) {
        if (identifier.kind == "name")
            continue; // names are never exact
        FOREWORD_CHECK(addOwners(owners.with(identifier.kind, identifier.normal, mostOwners), identifier.kind, identifier.normal,
                                 score::identifier, hits));
    }
    return {};
}

// A number or address that several people have says "one of these".
void nameOthers(Hit& hit, const std::vector<Hit>& hits)
{
    if (hit.field != "email" && hit.field != "phone" && hit.field != "external")
        return;
    for (const Hit& other : hits) {
        if (other.person != hit.person && other.field == hit.field && other.matched == hit.matched)
            hit.couldAlsoBe.push_back(other.displayName);
    }
}

} // namespace

void HitList::add(std::int64_t person, std::string_view field, std::string_view matched, int points)
{
    Hit& hit = m_best[person];
    if (hit.person != 0 && hit.score >= points)
        return;
    hit = Hit{person, {}, std::string(field), std::string(matched), points, {}};
}

bool HitList::full(std::size_t most, int points) const
{
    if (m_best.size() < most)
        return false;
    return std::ranges::count_if(m_best, [points](const auto& entry) { return entry.second.score >= points; })
        >= static_cast<std::ptrdiff_t>(most);
}

Result<std::vector<Hit>> HitList::ranked(Connection& connection, std::size_t most) const
{
    std::vector<Hit> hits;
    for (const auto& [person, hit] : m_best) {
        hits.push_back(hit);
        FOREWORD_TRY(hits.back().displayName, PersonTable(connection).displayName(person));
    }
    std::ranges::sort(hits, [](const Hit& a, const Hit& b) {
        return std::tie(b.score, a.displayName, a.person) < std::tie(a.score, b.displayName, b.person);
    });
    for (std::size_t i = 0; i < hits.size() && i < most; ++i)
        nameOthers(hits[i], hits);
    hits.resize(std::min(hits.size(), most));
    return hits;
}

Result<> findExact(Connection& connection, std::string_view query, std::span<const Identifier> normalized, HitList& hits)
{
    query = trimmed(query);
    if (query.empty() || query.size() > longestIdentifier)
        return {};
    FOREWORD_CHECK(findRecordKey(connection, query, hits));
    FOREWORD_CHECK(findIdentifiers(connection, normalized, hits));
    FOREWORD_CHECK(findTicket(connection, query, hits));
    if (!hits.empty())
        return {};
    // A customer's own id without its source: only where nothing else is meant by it.
    Query record(connection, "SELECT person FROM customer WHERE ext_id = ?1 AND person IS NOT NULL LIMIT ?2");
    return addOwners(record.with(query, mostOwners), "external", query, score::identifier, hits);
}

Result<std::vector<Hit>> Search::exact(std::string_view query, std::span<const Identifier> normalized) const
{
    FOREWORD_TRY(auto transaction, Transaction::read(m_connection));
    HitList hits;
    FOREWORD_CHECK(findExact(m_connection, query, normalized, hits));
    FOREWORD_TRY(auto ranked, hits.ranked(m_connection, hits.size()));
    // A customer record named in full is meant, whatever else the text could be.
    if (!ranked.empty() && ranked.front().score == score::recordKey)
        std::erase_if(ranked, [](const Hit& hit) { return hit.score < score::recordKey; });
    FOREWORD_CHECK(transaction.commit());
    return ranked;
}

Result<std::vector<Hit>> Search::find(std::string_view query, std::span<const Identifier> normalized, int limit) const
{
    const auto most = static_cast<std::size_t>(std::max(limit, 0));
    FOREWORD_TRY(auto transaction, Transaction::read(m_connection));
    HitList hits;
    FOREWORD_CHECK(findExact(m_connection, query, normalized, hits));
    if (!hits.full(most, score::identifier))
        FOREWORD_CHECK(findNames(m_connection, query, most, hits));
    if (!hits.full(most, score::fuzzyName))
        FOREWORD_CHECK(findWords(m_connection, query, most, hits));
    FOREWORD_TRY(auto ranked, hits.ranked(m_connection, most));
    FOREWORD_CHECK(transaction.commit());
    return ranked;
}

} // namespace foreword
