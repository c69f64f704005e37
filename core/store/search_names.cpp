// Names: by the beginnings of their words, and alike in spite of typos. Which names fit is told by
// the words they consist of, which lie side by side; a name itself, which lies anywhere, is read
// only to be shown.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/store/alike_words.h"
#include "core/store/hits.h"
#include "core/store/query.h"
#include "core/store/word_folding.h"

namespace foreword {
namespace {

using Tokens = std::vector<std::string>;

constexpr std::size_t mostQueryWords = 8;
// Names that are told apart for one word of a query: a first name is borne by thousands, one letter
// begins those of nearly all.
constexpr std::size_t mostBeginning = 6000, mostAlike = 20'000;
// Names read for one query.
constexpr int mostNames = 2000;

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

// The bytes after every text that begins with `prefix`.
std::string endOf(const std::string& prefix)
{
    return prefix + "\xff";
}

// A name that may fit, and how well.
struct Candidate {
    std::int64_t name;
    int fit;
};

// The names that bear a word which fits one of the query's: each once, with its best fit.
struct Bearers {
    std::vector<Candidate> names; // by name
    bool all = true;              // or there are more: who is not among them may fit too

    void settle();
    // Those of both lists, their fits added.
    void keepOnly(const Bearers& others);
};

void Bearers::settle()
{
    std::ranges::sort(names, [](const Candidate& a, const Candidate& b) { return std::tie(a.name, b.fit) < std::tie(b.name, a.fit); });
    const auto repeated = std::ranges::unique(names, {}, &Candidate::name);
    names.erase(repeated.begin(), repeated.end());
}

void Bearers::keepOnly(const Bearers& others)
{
    std::vector<Candidate> both;
    auto other = others.names.begin();
    for (const Candidate& mine : names) {
        other = std::find_if(other, others.names.end(), [&](const Candidate& one) { return one.name >= mine.name; });
        if (other == others.names.end())
            break;
        if (other->name == mine.name)
            both.push_back({mine.name, mine.fit + other->fit});
    }
    names = std::move(both);
}

// The names that may fit every word, the best first. What a list that is not whole does not have, may
// fit all the same; its names are all that is known where none is whole.
std::vector<Candidate> commonOf(std::vector<Bearers> lists)
{
    const auto fewest =
        std::ranges::min_element(lists, {}, [](const Bearers& bearers) { return std::pair(!bearers.all, bearers.names.size()); });
    Bearers common = *fewest;
    for (auto list = lists.begin(); list != lists.end(); ++list) {
        if (list != fewest && list->all)
            common.keepOnly(*list);
    }
    std::ranges::sort(common.names,
                      [](const Candidate& a, const Candidate& b) { return std::tie(b.fit, a.name) < std::tie(a.fit, b.name); });
    return std::move(common.names);
}

class NameSearch {
public:
    NameSearch(Connection& connection, Tokens query, std::size_t most, HitList& hits)
        : m_connection(connection), m_name(connection, "SELECT person, record, name, folded FROM name WHERE row = ?1"),
          m_person(connection, "SELECT person FROM customer WHERE row = ?1 AND person IS NOT NULL"), m_words(std::move(query)),
          m_most(most), m_hits(hits)
    {
    }

    Result<> byBeginning();
    Result<> byLikeness();

private:
    Result<Bearers> beginningWith(const std::string& word);
    Result<Bearers> alike(const std::string& word);
    Result<std::optional<std::int64_t>> bearer();

    Connection& m_connection;
    Query m_name, m_person;
    Tokens m_words;
    std::size_t m_most;
    HitList& m_hits;
};

// Whose the name is that was just read: it stands with its person, or with the record it is of.
Result<std::optional<std::int64_t>> NameSearch::bearer()
{
    if (!m_name.null(0))
        return m_name.integer(0);
    return m_person.with(m_name.integer(1)).number();
}

// A whole word fits better than a beginning.
Result<Bearers> NameSearch::beginningWith(const std::string& word)
{
    Query names(m_connection,
                "SELECT u.name, w.word = ?1 FROM name_word w JOIN name_word_use u ON u.word = w.row "
                "WHERE w.word >= ?1 AND w.word < ?2 ORDER BY w.word");
    names.with(word, endOf(word));
    Bearers bearers;
    while (bearers.all) {
        FOREWORD_TRY(const bool more, names.next());
        if (!more)
            break;
        bearers.names.push_back({names.integer(0), static_cast<int>(names.integer(1))});
        bearers.all = bearers.names.size() < mostBeginning;
    }
    bearers.settle();
    return bearers;
}

Result<> NameSearch::byBeginning()
{
    std::vector<Bearers> lists;
    for (const auto& word : m_words) {
        FOREWORD_TRY(lists.emplace_back(), beginningWith(word));
    }
    std::set<std::int64_t> persons;
    int budget = mostNames;
    for (const Candidate& candidate : commonOf(std::move(lists))) {
        if (persons.size() == m_most || budget-- == 0)
            break;
        FOREWORD_TRY(const bool there, m_name.with(candidate.name).next());
        const Tokens name = there ? tokensOf(m_name.text(3)) : Tokens();
        if (!begins(name, m_words))
            continue;
        FOREWORD_TRY(const auto person, bearer());
        if (!person)
            continue;
        persons.insert(*person);
        m_hits.add(*person, "name", m_name.text(2), sameWords(name, m_words) ? score::wholeName : score::namePrefix);
    }
    return {};
}

// The most alike words first: if too many bear one, it is those that are left out.
Result<Bearers> NameSearch::alike(const std::string& word)
{
    FOREWORD_TRY(const auto words, alikeWords(m_connection, word));
    Query names(m_connection, "SELECT name FROM name_word_use WHERE word = ?1");
    Bearers bearers;
    for (const AlikeWord& one : words) {
        names.with(one.row);
        while (bearers.names.size() < mostAlike) {
            FOREWORD_TRY(const bool more, names.next());
            if (!more)
                break;
            bearers.names.push_back({names.integer(0), one.likeness});
        }
    }
    bearers.settle();
    return bearers;
}

// Every word of the query is like a word of the name; how alike they are is the mean of them.
Result<> NameSearch::byLikeness()
{
    std::vector<Bearers> lists;
    for (const auto& word : m_words) {
        FOREWORD_TRY(lists.emplace_back(), alike(word));
        if (lists.back().names.empty())
            return {};
    }
    std::set<std::int64_t> persons;
    const auto words = static_cast<int>(m_words.size());
    for (const Candidate& candidate : commonOf(std::move(lists))) {
        if (persons.size() == m_most)
            break;
        FOREWORD_TRY(const bool there, m_name.with(candidate.name).next());
        if (!there)
            continue;
        FOREWORD_TRY(const auto person, bearer());
        if (!person)
            continue;
        persons.insert(*person);
        m_hits.add(*person, "name", m_name.text(2), score::fuzzyName + candidate.fit / words);
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
