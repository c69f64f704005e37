#include <algorithm>
#include <functional>

#include "core/brief/key_sentences.h"

namespace foreword {
namespace {

constexpr std::size_t sentencesOfFirst = 3;
constexpr std::size_t sentencesOfOthers = 2;
constexpr std::size_t mostStatements = 8;
constexpr int leastChance = 60; // greetings and thanks, where there is anything else
constexpr char answered[] = "→ ";
constexpr std::size_t dateLength = 10; // "2026-11-05"

void inOrderOfTime(std::vector<Found>& sentences)
{
    std::ranges::stable_sort(sentences, [](const Found& a, const Found& b) {
        return std::make_pair(a.message, a.annotation->span) < std::make_pair(b.message, b.annotation->span);
    });
}

bool promises(const BriefFold& fold, const Found& sentence)
{
    return std::ranges::any_of(fold.message(sentence.message).annotations, [&](const Annotation& annotation) {
        return annotation.kind == AnnotationKind::promise && annotation.span.overlaps(sentence.annotation->span);
    });
}

// What carries an open matter, in the order it was said: the customer's words, or ours where
// they said nothing.
struct Carrying {
    std::vector<Found> sentences;
    std::optional<Found> answer; // the weightiest that we said after the first of them, promises apart
};

Carrying carrying(const BriefFold& fold, std::uint32_t interaction, std::size_t most)
{
    std::vector<SeenSentence> sentences = seenSentences(fold, fold.messagesOf(interaction));
    std::ranges::stable_sort(sentences, std::greater(), keyChance);
    const bool heard = std::ranges::any_of(sentences, &SeenSentence::customer);
    Carrying kept;
    for (const SeenSentence& sentence : sentences) {
        if (sentence.customer == heard && kept.sentences.size() < most && (kept.sentences.empty() || keyChance(sentence) >= leastChance))
            kept.sentences.push_back(sentence.found);
    }
    inOrderOfTime(kept.sentences);
    for (const SeenSentence& sentence : sentences) {
        if (heard && !sentence.customer && keyChance(sentence) >= leastChance && sentence.found.message > kept.sentences.front().message
            && !promises(fold, sentence.found)) {
            kept.answer = sentence.found;
            break;
        }
    }
    return kept;
}

// A sentence of the section, with the day it was said on behind the last one of its message.
std::optional<Statement> told(const BriefFold& fold, const Found& sentence, const char* before, bool withDay)
{
    auto statement = fold.statement(sentence.message, sentence.annotation->span);
    if (!statement || (!withDay && *before == '\0'))
        return statement;
    std::string text = before + statement->text();
    if (withDay)
        text += " (" + fold.message(sentence.message).at.toString().substr(0, dateLength) + ")";
    return Statement(std::move(text), statement->citations().front());
}

} // namespace

void foldSituation(const BriefFold& fold, Brief& brief)
{
    for (const std::uint32_t interaction : fold.current()) {
        const Carrying matter = carrying(fold, interaction, brief.situation.empty() ? sentencesOfFirst : sentencesOfOthers);
        for (std::size_t i = 0; i < matter.sentences.size() && brief.situation.size() < mostStatements; ++i) {
            const Found& sentence = matter.sentences[i];
            const bool lastOfMessage = i + 1 == matter.sentences.size() || matter.sentences[i + 1].message != sentence.message;
            if (auto statement = told(fold, sentence, "", lastOfMessage))
                brief.situation.push_back(*std::move(statement));
        }
        if (!matter.answer || brief.situation.size() >= mostStatements)
            continue;
        if (auto statement = told(fold, *matter.answer, answered, true))
            brief.situation.push_back(*std::move(statement));
    }
}

} // namespace foreword
