// Words of the history, every one of them in one message. The messages that came last are shown
// first: finding the best of all would mean to look at all of them. The last word of a query may go
// on, but whole it comes first: one word's messages are read one by one from the newest, while those
// of all words with a beginning are all put together before the first is known.
#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "core/store/excerpt.h"
#include "core/store/hits.h"
#include "core/store/query.h"
#include "core/store/word_folding.h"

namespace foreword {
namespace {

constexpr std::size_t mostWords = 12;
constexpr int mostRank = 999;
// Messages looked at: one person may have written hundreds that match.
constexpr int mostMessages = 2000;

// A shorter one begins too many words.
constexpr std::size_t shortestBeginning = 3;

// Words are letters and digits only, and quoted: nothing a user types is FTS5 syntax.
std::string wordQuery(const std::vector<std::string>& words)
{
    std::string query;
    for (const auto& word : words)
        query.append(query.empty() ? "\"" : " AND \"").append(word).append("\"");
    return query;
}

class WordSearch {
public:
    WordSearch(Connection& connection, std::string_view query, std::size_t most, HitList& hits)
        : m_owner(connection,
                  "SELECT c.person FROM message m JOIN interaction i ON i.row = m.conversation JOIN customer c ON c.row = i.customer "
                  "WHERE m.doc = ?1"),
          m_text(connection, "SELECT text FROM message WHERE doc = ?1"), m_connection(connection), m_folded(foldedTokens(query, mostWords)),
          m_most(most), m_hits(hits)
    {
    }

    // Until as many persons are found as are shown.
    Result<> add(const std::string& query);
    bool enough() const { return m_persons.size() >= m_most; }

private:
    Result<> addMessage(std::int64_t doc);

    Query m_owner, m_text;
    Connection& m_connection;
    const std::vector<std::string> m_folded;
    const std::size_t m_most;
    HitList& m_hits;
    std::set<std::int64_t> m_persons;
    int m_rank = mostRank;
};

Result<> WordSearch::add(const std::string& query)
{
    Query found(m_connection, "SELECT rowid FROM message_words WHERE message_words MATCH ?1 ORDER BY rowid DESC LIMIT ?2");
    found.with(query, mostMessages);
    while (!enough()) {
        FOREWORD_TRY(const bool more, found.next());
        if (!more)
            return {};
        FOREWORD_CHECK(addMessage(found.integer(0)));
    }
    return {};
}

// Only the newest of each person is read: the others are shown to nobody.
Result<> WordSearch::addMessage(std::int64_t doc)
{
    FOREWORD_TRY(const auto person, m_owner.with(doc).number());
    if (!person || !m_persons.insert(*person).second)
        return {};
    FOREWORD_TRY(const bool there, m_text.with(doc).next());
    if (there)
        m_hits.add(*person, "words", excerptOf(m_text.text(0), m_folded), score::words + m_rank);
    m_rank = std::max(m_rank - 1, 1);
    return {};
}

} // namespace

Result<> findWords(Connection& connection, std::string_view query, std::size_t most, HitList& hits)
{
    const auto words = wordsOf(query, mostWords);
    if (words.empty())
        return {};
    const std::string whole = wordQuery(words);
    WordSearch search(connection, query, most, hits);
    FOREWORD_CHECK(search.add(whole));
    if (search.enough() || words.back().size() < shortestBeginning)
        return {};
    return search.add(whole + '*');
}

} // namespace foreword
