#include <algorithm>

#include "core/brief/sections.h"

namespace foreword {
namespace {

constexpr std::size_t sentencesOfFirst = 3;
constexpr std::size_t sentencesOfOthers = 2;
constexpr std::size_t sentencesOfAnswer = 2; // what it comes to is seldom said in one
constexpr std::size_t mostStatements = 8;
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

// The weightiest sentences of what a person of ours said last, or a bot where nobody did.
std::vector<Found> lastAnswer(const BriefFold& fold, const Carried& carried, std::size_t first)
{
    std::optional<std::size_t> last;
    const auto rank = [&](std::size_t message) { return std::make_pair(fold.message(message).sender == Sender::agent, message); };
    for (const Found& found : carried.answers) {
        if (found.message > first && (!last || rank(found.message) > rank(*last)))
            last = found.message;
    }
    // A name below the answer is no sentence of it.
    const auto says = [&](const Found& found) {
        const auto statement = fold.statement(found);
        return statement && statement->text().find(' ') != std::string::npos;
    };
    std::vector<Found> sentences;
    for (const Found& found : carried.answers) {
        if (found.message == last && sentences.size() < sentencesOfAnswer && (sentences.empty() || says(found)))
            sentences.push_back(found);
    }
    return sentences;
}

} // namespace

bool Situation::wantsMore() const
{
    return m_statements.size() < mostStatements || m_key.size() < fewestKey;
}

void Situation::add(const Carried& carried)
{
    addStatements(carried);
    const std::size_t most = m_key.size() < fewestKey ? mostKey : 0;
    for (const Found& sentence : carried.key) {
        auto citation = m_key.size() < most ? m_fold.cite(sentence) : std::nullopt;
        if (citation)
            m_key.push_back(*std::move(citation));
    }
}

// In the order they were said, with what we answered last and what colleagues were told since.
void Situation::addStatements(const Carried& carried)
{
    std::vector<Found> sentences = carried.situation;
    sentences.resize(std::min(sentences.size(), m_statements.empty() ? sentencesOfFirst : sentencesOfOthers));
    inOrderOfTime(sentences);
    const std::vector<Found> answer = sentences.empty() ? std::vector<Found>() : lastAnswer(m_fold, carried, sentences.front().message);
    sentences.insert(sentences.end(), answer.begin(), answer.end());
    inOrderOfTime(sentences);
    const bool noted = carried.note && !sentences.empty();
    if (noted)
        sentences.push_back(*carried.note);
    for (std::size_t i = 0; i < sentences.size() && m_statements.size() < mostStatements; ++i) {
        const bool lastOfMessage = i + 1 == sentences.size() || sentences[i + 1].message != sentences[i].message;
        const bool ours = std::ranges::find(answer, sentences[i]) != answer.end() || (noted && sentences[i] == *carried.note);
        if (auto statement = told(m_fold, sentences[i], ours ? answered : "", lastOfMessage))
            m_statements.push_back(*std::move(statement));
    }
}

} // namespace foreword
