// Names: by the beginnings of their words, and alike in spite of typos.
#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>

#include "core/store/hits.h"
#include "core/store/name_index.h"
#include "core/store/query.h"
#include "core/store/word_folding.h"
#include "core/store/word_likeness.h"

namespace foreword {
namespace {

using Tokens = std::vector<std::string>;

constexpr std::size_t mostQueryWords = 8;
// Below this, two words are not alike: "Hofman" and "Hoffmann" have 750, "Weber" and "Wbeer" 800,
// "Anna" and "Hans" 250.
constexpr int leastLikeness = 550;
constexpr std::size_t mostAlikeWords = 30;
// Names looked at for one query: some words are borne by many.
constexpr int mostNames = 2000;
// A swap of neighbours in a short word leaves no trigram to find it by.
constexpr std::size_t shortWord = 6;

// The words of a name as it is stored: folded already, a blank between them.
Tokens tokensOf(std::string_view folded)
{
    Tokens tokens;
    for (std::size_t at = 0; at < folded.size();) {
        const auto end = std::min(folded.find(' ', at), folded.size());
        tokens.emplace_back(folded.substr(at, end - at));
        at = end + 1;
    }
    return tokens;
}

// Every word of the query begins a word of the name.
bool begins(const Tokens& name, const Tokens& query)
{
    return std::ranges::all_of(query, [&](const std::string& word) {
        return std::ranges::any_of(name, [&](const std::string& token) { return token.starts_with(word); });
    });
}

bool sameWords(Tokens name, Tokens query)
{
    std::ranges::sort(name);
    std::ranges::sort(query);
    return name == query;
}

// How alike the words of the query are to the words of names. Many names share words: each is
// compared once.
class QueryLikeness {
public:
    explicit QueryLikeness(const Tokens& query) : m_query(query.begin(), query.end()), m_known(query.size()) {}

    const std::vector<WordLikeness>& words() const { return m_query; }
    // Mean likeness of the query's words to their best match, or nothing if one has none.
    std::optional<int> to(const Tokens& name);

private:
    std::vector<WordLikeness> m_query;
    std::vector<std::unordered_map<std::string, int>> m_known; // of each word of the query
};

std::optional<int> QueryLikeness::to(const Tokens& name)
{
    int sum = 0;
    for (std::size_t i = 0; i < m_query.size(); ++i) {
        int best = 0;
        for (const auto& token : name) {
            const auto [entry, isNew] = m_known[i].try_emplace(token, 0);
            if (isNew)
                entry->second = m_query[i].to(token);
            best = std::max(best, entry->second);
        }
        if (best < leastLikeness)
            return std::nullopt;
        sum += best;
    }
    return sum / static_cast<int>(m_query.size());
}

// The bytes after every text that begins with `prefix`.
std::string endOf(const std::string& prefix)
{
    return prefix + "\xff";
}

// Three letters in a row, quoted: whatever they are, they are no FTS5 syntax.
std::string trigramQuery(const std::string& word)
{
    std::vector<std::size_t> starts; // of code points
    for (std::size_t i = 0; i < word.size(); ++i) {
        if ((static_cast<unsigned char>(word[i]) & 0xc0) != 0x80)
            starts.push_back(i);
    }
    starts.push_back(word.size());
    std::string query;
    for (std::size_t i = 0; i + 3 < starts.size(); ++i)
        query.append(query.empty() ? "\"" : " OR \"").append(word.substr(starts[i], starts[i + 3] - starts[i])).append("\"");
    return query;
}

struct AlikeWord {
    int likeness;
    std::int64_t row;
};

// Whose a name is: the first two columns of a row are its person, or the record it stands in. Most
// names that are looked at fit nothing, so it is looked up for those that do.
class Bearer {
public:
    explicit Bearer(Connection& connection) : m_person(connection, "SELECT person FROM customer WHERE row = ?1 AND person IS NOT NULL") {}

    Result<std::optional<std::int64_t>> of(const Query& name)
    {
        if (!name.null(0))
            return name.integer(0);
        return m_person.with(name.integer(1)).number();
    }

private:
    Query m_person;
};

class NameSearch {
public:
    NameSearch(Connection& connection, Tokens query, std::size_t most, HitList& hits)
        : m_connection(connection), m_bearer(connection), m_words(std::move(query)), m_likeness(m_words), m_most(most), m_hits(hits)
    {
    }

    Result<> byBeginning();
    Result<> byLikeness();

private:
    Result<std::string> rarestBeginning();
    Result<std::vector<AlikeWord>> rarestAlikeWords();
    Result<std::vector<AlikeWord>> alikeWords(const WordLikeness& word);
    Result<> addAlike(Query& words, const WordLikeness& word, std::vector<AlikeWord>& alike);
    Result<> addNamesWith(std::int64_t word, int& budget);

    Connection& m_connection;
    Bearer m_bearer;
    Tokens m_words;
    QueryLikeness m_likeness;
    std::size_t m_most;
    HitList& m_hits;
};

// The word of the query that the fewest names go on from: a first name is borne by thousands.
Result<std::string> NameSearch::rarestBeginning()
{
    if (m_words.size() == 1)
        return m_words.front();
    Query bearers(m_connection,
                  "SELECT count(*) FROM (SELECT 1 FROM name_word w JOIN name_word_use u ON u.word = w.row "
                  "WHERE w.word >= ?1 AND w.word < ?2 LIMIT ?3)");
    const std::string* rarest = &m_words.front();
    std::int64_t fewest = mostNames;
    for (const auto& word : m_words) {
        FOREWORD_TRY(const auto found, bearers.with(word, endOf(word), fewest).number());
        if (found.value_or(0) < fewest) {
            rarest = &word;
            fewest = found.value_or(0);
        }
    }
    return *rarest;
}

Result<> NameSearch::byBeginning()
{
    Query names(m_connection,
                "SELECT n.person, n.record, n.name, n.folded FROM name_word w JOIN name_word_use u ON u.word = w.row "
                "JOIN name n ON n.row = u.name WHERE w.word >= ?1 AND w.word < ?2");
    FOREWORD_TRY(const auto beginning, rarestBeginning());
    names.with(beginning, endOf(beginning));
    std::set<std::int64_t> persons;
    for (int budget = mostNames; budget > 0 && persons.size() < m_most; --budget) {
        FOREWORD_TRY(const bool more, names.next());
        if (!more)
            break;
        const Tokens name = tokensOf(names.text(3));
        if (!begins(name, m_words))
            continue;
        FOREWORD_TRY(const auto person, m_bearer.of(names));
        if (!person)
            continue;
        persons.insert(*person);
        m_hits.add(*person, "name", names.text(2), sameWords(name, m_words) ? score::wholeName : score::namePrefix);
    }
    return {};
}

// From the names that bear a word like one of the query, the most alike words first.
Result<> NameSearch::byLikeness()
{
    FOREWORD_TRY(const auto words, rarestAlikeWords());
    int budget = mostNames;
    for (const AlikeWord& word : words)
        FOREWORD_CHECK(addNamesWith(word.row, budget));
    return {};
}

// Those of the query's word that the fewest names bear something like.
Result<std::vector<AlikeWord>> NameSearch::rarestAlikeWords()
{
    std::vector<AlikeWord> rarest;
    std::int64_t fewest = -1;
    Query bearers(m_connection, "SELECT count(*) FROM (SELECT 1 FROM name_word_use WHERE word = ?1 LIMIT ?2)");
    for (const auto& word : m_likeness.words()) {
        FOREWORD_TRY(auto alike, alikeWords(word));
        if (alike.empty())
            continue;
        std::int64_t count = 0;
        for (const AlikeWord& one : alike) {
            if (count >= mostNames)
                break;
            FOREWORD_TRY(const auto found, bearers.with(one.row, mostNames).number());
            count += found.value_or(0);
        }
        if (fewest < 0 || count < fewest) {
            rarest = std::move(alike);
            fewest = count;
        }
    }
    return rarest;
}

Result<std::vector<AlikeWord>> NameSearch::alikeWords(const WordLikeness& word)
{
    std::vector<AlikeWord> alike;
    if (const std::string trigrams = trigramQuery(word.word()); !trigrams.empty()) {
        Query shared(m_connection,
                     "SELECT w.row, w.word FROM name_trigrams t JOIN name_word w ON w.row = t.rowid WHERE name_trigrams MATCH ?1");
        FOREWORD_CHECK(addAlike(shared.with(trigrams), word, alike));
    }
    if (word.word().size() <= shortWord) {
        const std::string first = word.word().substr(0, 1);
        Query sameLetter(m_connection,
                         "SELECT row, word FROM name_word WHERE word >= ?1 AND word < ?2 AND length(word) BETWEEN ?3 - 1 AND ?3 + 1");
        FOREWORD_CHECK(addAlike(sameLetter.with(first, endOf(first), static_cast<int>(word.word().size())), word, alike));
    }
    std::ranges::sort(
        alike, [](const AlikeWord& a, const AlikeWord& b) { return a.likeness != b.likeness ? a.likeness > b.likeness : a.row < b.row; });
    const auto repeated = std::ranges::unique(alike, {}, &AlikeWord::row);
    alike.erase(repeated.begin(), repeated.end());
    alike.resize(std::min(alike.size(), mostAlikeWords));
    return alike;
}

Result<> NameSearch::addAlike(Query& words, const WordLikeness& word, std::vector<AlikeWord>& alike)
{
    for (;;) {
        FOREWORD_TRY(const bool more, words.next());
        if (!more)
            return {};
        if (const int likeness = word.to(words.text(1)); likeness >= leastLikeness)
            alike.push_back({likeness, words.integer(0)});
    }
}

Result<> NameSearch::addNamesWith(std::int64_t word, int& budget)
{
    Query names(m_connection,
                "SELECT n.person, n.record, n.name, n.folded FROM name_word_use u JOIN name n ON n.row = u.name WHERE u.word = ?1");
    names.with(word);
    for (; budget > 0; --budget) {
        FOREWORD_TRY(const bool more, names.next());
        if (!more)
            return {};
        const auto likeness = m_likeness.to(tokensOf(names.text(3)));
        if (!likeness)
            continue;
        FOREWORD_TRY(const auto person, m_bearer.of(names));
        if (person)
            m_hits.add(*person, "name", names.text(2), score::fuzzyName + *likeness);
    }
    return {};
}

} // namespace

Result<> findNames(Connection& connection, std::string_view query, std::size_t most, HitList& hits)
{
    Tokens words = foldedTokens(query, mostQueryWords);
    if (words.empty() || most == 0)
        return {};
    NameSearch search(connection, std::move(words), most, hits);
    FOREWORD_CHECK(search.byBeginning());
    return hits.full(most, score::namePrefix) ? Result<>() : search.byLikeness();
}

} // namespace foreword
