#include "core/desk/person_links.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/desk/match_memory.h"
#include "core/identity/reasons.h"
#include "core/store/connection.h"
#include "core/store/identity_table.h"

namespace foreword {
namespace {

// Explains pairs by one model. The frequencies of what it has seen are kept.
class Explainer {
public:
    static Result<Explainer> make(Connection& connection)
    {
        MatchMemory memory(connection);
        FOREWORD_TRY(auto learned, memory.learned());
        FOREWORD_TRY(auto decisions, decisionsIn(connection));
        return Explainer(memory, std::move(learned), std::move(decisions));
    }

    Result<RecordLink> explain(const Traits& one, const Traits& other)
    {
        FOREWORD_CHECK(m_memory.count(one, m_learned.frequencies));
        const auto& [a, b] = one.key < other.key ? std::tie(one, other) : std::tie(other, one);
        const auto comparison = compare(a, b);
        RecordLink link;
        link.a = a.key;
        link.b = b.key;
        link.weight = m_learned.model.weight(comparison, m_learned.frequencies);
        link.confirmed = m_decisions.confirmed(a.key, b.key);
        link.score = probabilityOf(link.weight);
        link.reasons = reasonsOf(comparison, m_learned.model, m_learned.frequencies);
        return link;
    }

private:
    Explainer(const MatchMemory& memory, Learned learned, Decisions decisions)
        : m_memory(memory), m_learned(std::move(learned)), m_decisions(std::move(decisions))
    {
    }

    MatchMemory m_memory;
    Learned m_learned;
    Decisions m_decisions;
};

// What people confirmed first, then the strongest.
bool stronger(const RecordLink& x, const RecordLink& y)
{
    return std::tuple(!x.confirmed, -x.weight, x.a, x.b) < std::tuple(!y.confirmed, -y.weight, y.a, y.b);
}

// The strongest links that connect all records without a circle (Kruskal).
std::vector<RecordLink> strongest(std::vector<RecordLink> links, const std::vector<Traits>& traits)
{
    std::map<RecordKey, std::size_t> groups;
    for (const Traits& one : traits)
        groups.emplace(one.key, groups.size());
    std::ranges::sort(links, stronger);
    std::erase_if(links, [&](const RecordLink& link) {
        const auto into = groups.at(link.a);
        const auto from = groups.at(link.b);
        for (auto& [key, group] : groups)
            group = group == from ? into : group;
        return into == from;
    });
    return links;
}

// What falls apart if this link of the tree is taken out.
void addSides(std::vector<RecordLink>& tree, const std::vector<Traits>& traits)
{
    for (RecordLink& link : tree) {
        std::set<RecordKey> side{link.a};
        for (bool grown = true; grown;) {
            grown = false;
            for (const RecordLink& other : tree) {
                if (&other != &link && side.contains(other.a) != side.contains(other.b))
                    grown = side.insert(side.contains(other.a) ? other.b : other.a).second;
            }
        }
        for (const Traits& one : traits)
            (side.contains(one.key) ? link.firstSide : link.secondSide).push_back(one.key);
    }
}

Result<std::vector<RecordKey>> keysOfPerson(Connection& connection, std::int64_t person)
{
    FOREWORD_TRY(const auto records, PersonTable(connection).ofPerson(person));
    std::vector<RecordKey> keys;
    for (const PersonRecord& record : records)
        keys.push_back(record.record.key);
    return keys;
}

Result<std::vector<DecidedApart>> apartFrom(Connection& connection, const std::vector<PersonRecord>& records)
{
    const IdentityTable table(connection);
    std::set<RecordKey> own;
    for (const PersonRecord& record : records)
        own.insert(record.record.key);
    std::map<std::int64_t, DecidedApart> byPerson;
    FOREWORD_TRY(const auto decisions, table.decisions());
    for (const IdentityDecision& decision : decisions) {
        if (decision.same || own.contains(decision.a) == own.contains(decision.b))
            continue;
        const auto& [mine, theirs] = own.contains(decision.a) ? std::tie(decision.a, decision.b) : std::tie(decision.b, decision.a);
        FOREWORD_TRY(const auto row, table.rowOf(theirs));
        if (!row)
            continue;
        FOREWORD_TRY(auto other, table.record(*row));
        auto& apart = byPerson[other.person];
        apart.own.push_back(mine);
        apart.others.push_back(theirs);
        apart.other = std::move(other.record);
        apart.at = std::max(apart.at, decision.at);
    }
    std::vector<DecidedApart> all;
    for (auto& [person, apart] : byPerson)
        all.push_back(std::move(apart));
    std::ranges::stable_sort(all, std::ranges::greater(), &DecidedApart::at);
    return all;
}

Result<OpenReview> reviewOf(Connection& connection, Explainer& explainer, const StoredPair& pair)
{
    const IdentityTable table(connection);
    FOREWORD_TRY(auto first, table.record(pair.first));
    FOREWORD_TRY(auto second, table.record(pair.second));
    if (second.record.key < first.record.key)
        std::swap(first, second);
    OpenReview review;
    FOREWORD_TRY(review.pair, explainer.explain(traitsOf(first.record), traitsOf(second.record)));
    review.firstPerson = first.person;
    review.secondPerson = second.person;
    FOREWORD_TRY(review.pair.firstSide, keysOfPerson(connection, first.person));
    FOREWORD_TRY(review.pair.secondSide, keysOfPerson(connection, second.person));
    review.first = std::move(first.record);
    review.second = std::move(second.record);
    return review;
}

// Of each other person the likeliest.
Result<std::vector<OpenReview>> reviewsOf(Connection& connection, Explainer& explainer, const std::vector<PersonRecord>& records)
{
    const MatchTable table(connection);
    const IdentityTable identity(connection);
    std::vector<StoredPair> pairs;
    for (const PersonRecord& record : records) {
        FOREWORD_TRY(const auto own, table.pairsOf(record.row));
        std::ranges::copy_if(own, std::back_inserter(pairs), [](const StoredPair& pair) { return pair.kind != PairKind::linked; });
    }
    std::ranges::sort(pairs, {}, [](const StoredPair& pair) { return std::tuple(-pair.weight, pair.first, pair.second); });
    std::set<std::int64_t> seen;
    for (const PersonRecord& record : records)
        seen.insert(record.person);
    std::vector<OpenReview> reviews;
    for (const StoredPair& pair : pairs) {
        FOREWORD_TRY(const auto first, identity.personOf(pair.first));
        FOREWORD_TRY(const auto second, identity.personOf(pair.second));
        const auto other = first == records.front().person ? second : first;
        if (!seen.insert(other).second)
            continue;
        FOREWORD_TRY(auto review, reviewOf(connection, explainer, pair));
        reviews.push_back(std::move(review));
    }
    return reviews;
}

} // namespace

Result<PersonLinks> linksOf(Connection& connection, std::int64_t person, const CancelToken& cancel)
{
    FOREWORD_TRY(auto transaction, Transaction::read(connection));
    FOREWORD_TRY(auto records, PersonTable(connection).ofPerson(person));
    if (records.empty())
        return fail(ErrorCode::customer_not_found, {{"query", std::to_string(person)}});
    std::ranges::sort(records, {}, [](const PersonRecord& record) { return record.record.key; });
    FOREWORD_TRY(auto explainer, Explainer::make(connection));
    PersonLinks found;
    found.person = person;
    FOREWORD_TRY(found.reviews, reviewsOf(connection, explainer, records));
    FOREWORD_TRY(found.apart, apartFrom(connection, records));
    std::vector<Traits> traits;
    for (PersonRecord& record : records) {
        traits.push_back(traitsOf(record.record));
        found.records.push_back(std::move(record.record));
    }
    std::vector<RecordLink> links;
    for (std::size_t i = 0; i < traits.size(); ++i) {
        FOREWORD_CHECK(cancel.check());
        for (std::size_t j = i + 1; j < traits.size(); ++j) {
            FOREWORD_TRY(auto link, explainer.explain(traits[i], traits[j]));
            links.push_back(std::move(link));
        }
    }
    found.links = strongest(std::move(links), traits);
    addSides(found.links, traits);
    return found;
}

Result<std::vector<OpenReview>> openReviews(Connection& connection, std::size_t most, const CancelToken& cancel)
{
    FOREWORD_TRY(auto transaction, Transaction::read(connection));
    FOREWORD_TRY(auto explainer, Explainer::make(connection));
    FOREWORD_TRY(const auto pairs, MatchTable(connection).reviews(most));
    std::vector<OpenReview> reviews;
    for (const StoredPair& pair : pairs) {
        FOREWORD_CHECK(cancel.check());
        FOREWORD_TRY(auto review, reviewOf(connection, explainer, pair));
        reviews.push_back(std::move(review));
    }
    return reviews;
}

} // namespace foreword
