#include <algorithm>

#include "core/brief/sections.h"

namespace foreword {
namespace {

constexpr std::size_t sentencesOfFirst = 4;
constexpr std::size_t sentencesOfOthers = 2;
constexpr std::size_t sentencesOfAnswer = 3; // what it comes to is seldom said in one
constexpr std::size_t deedsOfFirst = 2;
constexpr std::size_t enoughStatements = 10; // after which no further matter is told; the last word of one is never cut
constexpr std::size_t fewestKey = 2;
constexpr std::size_t mostKey = 4;
constexpr char answered[] = "→ ";
constexpr std::size_t dateLength = 10; // "2026-11-05"

// A sentence of the section, with the day it was said on behind the last one of its message.
std::optional<Statement> told(const BriefFold& fold, const Found& sentence, const char* before, bool withDay)
{
    auto statement = fold.statement(sentence);
    if (!statement || (!withDay && *before == '\0'))
        return statement;
    std::string text = before + statement->text();
    if (withDay)
        text += " (" + fold.message(sentence.message).at.toString().substr(0, dateLength) + ")";
    return Statement(std::move(text), statement->citations().front());
}

void inOrderOfTime(std::vector<Found>& sentences)
{
    std::ranges::stable_sort(sentences, {}, [](const Found& found) { return std::make_pair(found.message, found.annotation->span); });
}

// The weightiest sentences of what a person of ours said last, or a bot where nobody did. Promises
// have a section of their own; they are told here where the answer says nothing else.
std::vector<Found> lastAnswer(const BriefFold& fold, const Carried& carried, std::optional<std::size_t> after)
{
    std::optional<std::size_t> last;
    const auto rank = [&](std::size_t message) { return std::make_pair(fold.message(message).sender == Sender::agent, message); };
    for (const std::vector<Found>* ours : {&carried.answers, &carried.promises}) {
        for (const Found& found : *ours) {
            if ((!after || found.message > *after) && (!last || rank(found.message) > rank(*last)))
                last = found.message;
        }
    }
    // A name below the answer is no sentence of it.
    const auto says = [&](const Found& found) {
        const auto statement = fold.statement(found);
        return statement && statement->text().find(' ') != std::string::npos;
    };
    std::vector<Found> sentences;
    for (const std::vector<Found>* ours : {&carried.answers, &carried.promises}) {
        if (!sentences.empty())
            break;
        for (const Found& found : *ours) {
            if (found.message == last && sentences.size() < sentencesOfAnswer && (sentences.empty() || says(found)))
                sentences.push_back(found);
        }
    }
    return sentences;
}

} // namespace

bool Situation::wantsMore() const
{
    return m_statements.size() < enoughStatements || m_key.size() < fewestKey;
}

void Situation::add(const Carried& carried, std::span<const Carried* const> earlier)
{
    if (m_statements.size() < enoughStatements)
        addStatements(carried, earlier);
    const std::size_t most = m_key.size() < fewestKey ? mostKey : 0;
    for (const Found& sentence : carried.key) {
        auto citation = m_key.size() < most ? m_fold.cite(sentence) : std::nullopt;
        if (citation)
            m_key.push_back(*std::move(citation));
    }
}

// In the order they were said: what the customer said, last of all too; what we did and answered
// last, and what colleagues were told last.
void Situation::addStatements(const Carried& carried, std::span<const Carried* const> earlier)
{
    const bool first = m_statements.empty();
    std::vector<Found> sentences = carried.situation;
    sentences.resize(std::min(sentences.size(), first ? sentencesOfFirst : sentencesOfOthers));
    if (sentences.empty())
        return;
    sentences.insert(sentences.end(), carried.newest.begin(), carried.newest.end());
    inOrderOfTime(sentences);
    std::vector<Found> ours = lastAnswer(m_fold, carried, sentences.front().message);
    ours.insert(ours.end(), carried.note.begin(), carried.note.end());
    const std::vector<Found> elsewhere = ours.empty() ? newestOf(earlier) : std::vector<Found>();
    std::size_t deeds = first ? deedsOfFirst : 0;
    for (const Found& deed : carried.deeds) {
        const bool told = std::ranges::find(ours, deed.message, &Found::message) != ours.end();
        if (told || deeds == 0 || deed.message < sentences.front().message)
            continue;
        ours.push_back(deed);
        --deeds;
    }
    sentences.insert(sentences.end(), ours.begin(), ours.end());
    inOrderOfTime(sentences);
    // What is open comes first.
    sentences.insert(sentences.end(), elsewhere.begin(), elsewhere.end());
    ours.insert(ours.end(), elsewhere.begin(), elsewhere.end());
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        const bool lastOfMessage = i + 1 == sentences.size() || sentences[i + 1].message != sentences[i].message;
        const bool answer = std::ranges::find(ours, sentences[i]) != ours.end();
        if (auto statement = told(m_fold, sentences[i], answer ? answered : "", lastOfMessage))
            m_statements.push_back(*std::move(statement));
    }
}

// What we answered or noted last in any of them.
std::vector<Found> Situation::newestOf(std::span<const Carried* const> matters) const
{
    std::vector<Found> newest;
    for (const Carried* matter : matters) {
        std::vector<Found> answer = matter->note;
        if (answer.empty())
            answer = lastAnswer(m_fold, *matter, std::nullopt);
        if (!answer.empty() && (newest.empty() || answer.front().message > newest.front().message))
            newest = std::move(answer);
    }
    return newest;
}

} // namespace foreword
