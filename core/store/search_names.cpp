// Names: by the beginnings of their words, and alike in spite of typos.
#include <algorithm>
#include <optional>
#include <set>

#include "core/store/hits.h"
#include "core/store/name_index.h"
#include "core/store/query.h"

namespace foreword {
namespace {

using Tokens = std::vector<std::string>;

constexpr std::size_t mostQueryTokens = 8;
constexpr std::size_t mostNameTokens = 32;
constexpr int candidatesByTrigram = 300;
constexpr int candidatesOfToken = 50;
// Below this, two words are not alike: "Hofman" and "Hoffmann" have 750, "Miller" and "Mills" 667,
// "Anna" and "Hans" 250.
constexpr int leastLikeness = 550;
// A swap of neighbours in a short word leaves no trigram to find it by.
constexpr std::size_t shortWord = 6;

// Every word of the query begins a word of the name.
bool begins(const Tokens& name, const Tokens& query)
{
    return std::ranges::all_of(query, [&](const std::string& word) {
        return std::ranges::any_of(name, [&](const std::string& token) { return token.starts_with(word); });
    });
}

// Mean likeness of the query's words to their best match, or nothing if one has none.
std::optional<int> likeness(const Tokens& name, const Tokens& query)
{
    int sum = 0;
    for (const auto& word : query) {
        int best = 0;
        for (const auto& token : name)
            best = std::max(best, tokenSimilarity(token, word));
        if (best < leastLikeness)
            return std::nullopt;
        sum += best;
    }
    return sum / static_cast<int>(query.size());
}

bool sameWords(Tokens name, Tokens query)
{
    std::ranges::sort(name);
    std::ranges::sort(query);
    return name == query;
}

// The bytes after every text that begins with `prefix`.
std::string endOf(const std::string& prefix)
{
    return prefix + "\xff";
}

class NameSearch {
public:
    NameSearch(Connection& connection, Tokens query, std::size_t most, HitList& hits)
        : m_connection(connection), m_query(std::move(query)), m_most(most), m_hits(hits)
    {
    }

    Result<> byBeginning();
    Result<> byLikeness();

private:
    Result<> addIfAlike(std::int64_t name);
    Result<std::set<std::int64_t>> candidates();
    Result<> shortCandidates(const std::string& word, std::set<std::int64_t>& names);

    Connection& m_connection;
    Tokens m_query;
    std::size_t m_most;
    HitList& m_hits;
};

Result<> NameSearch::byBeginning()
{
    const std::string& longest = *std::ranges::max_element(m_query, {}, &std::string::size);
    Query names(m_connection,
                "SELECT coalesce(n.person, c.person), n.name, n.folded FROM name_token t JOIN name n ON n.row = t.name "
                "LEFT JOIN customer c ON c.row = n.record WHERE t.token >= ?1 AND t.token < ?2");
    names.with(longest, endOf(longest));
    std::set<std::int64_t> persons;
    while (persons.size() < m_most) {
        FOREWORD_TRY(const bool more, names.next());
        if (!more)
            break;
        const Tokens name = foldedTokens(names.text(2), mostNameTokens);
        if (names.null(0) || !begins(name, m_query))
            continue;
        persons.insert(names.integer(0));
        m_hits.add(names.integer(0), "name", names.text(1), sameWords(name, m_query) ? score::wholeName : score::namePrefix);
    }
    return {};
}

Result<> NameSearch::byLikeness()
{
    FOREWORD_TRY(const auto names, candidates());
    for (const std::int64_t name : names)
        FOREWORD_CHECK(addIfAlike(name));
    return {};
}

Result<> NameSearch::addIfAlike(std::int64_t name)
{
    Query row(m_connection,
              "SELECT coalesce(n.person, c.person), n.name, n.folded FROM name n LEFT JOIN customer c ON c.row = n.record "
              "WHERE n.row = ?1");
    FOREWORD_TRY(const bool found, row.with(name).next());
    if (!found || row.null(0))
        return {};
    if (const auto alike = likeness(foldedTokens(row.text(2), mostNameTokens), m_query))
        m_hits.add(row.integer(0), "name", row.text(1), score::fuzzyName + *alike);
    return {};
}

// Three letters in a row, quoted: whatever they are, they are no FTS5 syntax.
std::string trigramQuery(const Tokens& words)
{
    std::set<std::string> parts;
    for (const auto& word : words) {
        // Words are UTF-8; a part begins at a first byte and ends before the fourth from there.
        std::vector<std::size_t> starts;
        for (std::size_t i = 0; i < word.size(); ++i) {
            if ((static_cast<unsigned char>(word[i]) & 0xc0) != 0x80)
                starts.push_back(i);
        }
        starts.push_back(word.size());
        for (std::size_t i = 0; i + 3 < starts.size(); ++i)
            parts.insert(word.substr(starts[i], starts[i + 3] - starts[i]));
    }
    std::string query;
    for (const auto& part : parts)
        query.append(query.empty() ? "\"" : " OR \"").append(part).append("\"");
    return query;
}

Result<std::set<std::int64_t>> NameSearch::candidates()
{
    std::set<std::int64_t> names;
    if (const std::string trigrams = trigramQuery(m_query); !trigrams.empty()) {
        Query query(m_connection, "SELECT rowid FROM name_trigrams WHERE name_trigrams MATCH ?1 ORDER BY rank LIMIT ?2");
        query.with(trigrams, candidatesByTrigram);
        for (;;) {
            FOREWORD_TRY(const bool more, query.next());
            if (!more)
                break;
            names.insert(query.integer(0));
        }
    }
    for (const auto& word : m_query) {
        if (word.size() <= shortWord)
            FOREWORD_CHECK(shortCandidates(word, names));
    }
    return names;
}

// Names with a word that begins with the same letter and is alike.
Result<> NameSearch::shortCandidates(const std::string& word, std::set<std::int64_t>& names)
{
    const std::string first = word.substr(0, 1);
    Query tokens(m_connection, "SELECT DISTINCT token FROM name_token WHERE token >= ?1 AND token < ?2 AND length(token) <= ?3");
    Query owners(m_connection, "SELECT name FROM name_token WHERE token = ?1 LIMIT ?2");
    tokens.with(first, endOf(first), static_cast<int>(word.size() + 1));
    for (;;) {
        FOREWORD_TRY(const bool more, tokens.next());
        if (!more)
            return {};
        const std::string token = tokens.string(0);
        if (tokenSimilarity(token, word) < leastLikeness)
            continue;
        owners.with(token, candidatesOfToken);
        for (;;) {
            FOREWORD_TRY(const bool another, owners.next());
            if (!another)
                break;
            names.insert(owners.integer(0));
        }
    }
}

} // namespace

Result<> findNames(Connection& connection, std::string_view query, std::size_t most, HitList& hits)
{
    Tokens words = foldedTokens(query, mostQueryTokens);
    if (words.empty())
        return {};
    NameSearch search(connection, std::move(words), most, hits);
    FOREWORD_CHECK(search.byBeginning());
    return search.byLikeness();
}

} // namespace foreword
