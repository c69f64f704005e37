// Words of the history, every one of them in one message, the last as a beginning. The messages
// that came last are shown first: finding the best of all would mean to look at all of them.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/store/hits.h"
#include "core/store/word_folding.h"
#include "core/store/query.h"

namespace foreword {
namespace {

constexpr std::size_t mostWords = 12;
constexpr int mostRank = 999;
// Several messages of one person may match.
constexpr std::size_t messagesPerPerson = 5;

// A shorter one begins too many words.
constexpr std::size_t shortestBeginning = 3;

// Words are letters and digits only, and quoted: nothing a user types is FTS5 syntax.
std::string wordQuery(const std::vector<std::string>& words)
{
    std::string query;
    for (const auto& word : words)
        query.append(query.empty() ? "\"" : " AND \"").append(word).append("\"");
    return words.back().size() < shortestBeginning ? query : query.append("*");
}

Result<std::optional<std::int64_t>> personOf(Connection& connection, std::int64_t doc)
{
    Query owner(connection,
                "SELECT c.person FROM message m JOIN interaction i ON i.row = m.conversation JOIN customer c ON c.row = i.customer "
                "WHERE m.doc = ?1");
    return owner.with(doc).number();
}

} // namespace

Result<> findWords(Connection& connection, std::string_view query, std::size_t most, HitList& hits)
{
    const auto words = wordsOf(query, mostWords);
    if (words.empty())
        return {};
    Query found(connection,
                "SELECT rowid, snippet(message_words, 0, '', '', '…', 12) FROM message_words WHERE message_words MATCH ?1 "
                "ORDER BY rowid DESC LIMIT ?2");
    found.with(wordQuery(words), static_cast<std::int64_t>(most * messagesPerPerson));
    std::set<std::int64_t> persons;
    // Each row costs a snippet, and those after enough people are shown to nobody.
    for (int rank = mostRank; persons.size() < most; rank = std::max(rank - 1, 1)) {
        FOREWORD_TRY(const bool more, found.next());
        if (!more)
            return {};
        FOREWORD_TRY(const auto person, personOf(connection, found.integer(0)));
        if (!person)
            continue;
        persons.insert(*person);
        hits.add(*person, "words", found.text(1), score::words + rank);
    }
    return {};
}

} // namespace foreword
