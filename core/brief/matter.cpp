#include "core/brief/matter.h"

#include <algorithm>
#include <functional>

#include "core/brief/key_sentences.h"

namespace foreword {
namespace {

constexpr std::size_t mostOfSituation = 3;
constexpr int leastChance = 60; // greetings and thanks, where there is anything else

bool isPressing(const BriefFold& fold, std::uint32_t interaction)
{
    if (fold.view().interaction(interaction).kind == InteractionKind::complaint)
        return true;
    return std::ranges::any_of(fold.messagesOf(interaction), [&](std::size_t index) {
        const HistoryMessage& message = fold.message(index);
        return BriefFold::fromCustomer(message)
            && std::ranges::find(message.annotations, AnnotationKind::cue, &Annotation::kind) != message.annotations.end();
    });
}

bool promises(const BriefFold& fold, const Found& sentence)
{
    return std::ranges::any_of(fold.message(sentence.message).annotations, [&](const Annotation& annotation) {
        return annotation.kind == AnnotationKind::promise && annotation.span.overlaps(sentence.annotation->span);
    });
}

} // namespace

Matter foldMatter(const BriefFold& fold, std::uint32_t interaction)
{
    Matter matter;
    matter.pressing = isPressing(fold, interaction);
    matter.closed = fold.view().closedAt(interaction).has_value();
    matter.facts = saidFacts(fold, interaction);
    matter.promises = givenPromises(fold, interaction);
    return matter;
}

Course foldCourse(const BriefFold& fold, std::uint32_t interaction, const Matter& matter, const LastingFacts& lasting)
{
    return {triedSteps(fold, interaction), askedAgain(fold, interaction, matter.facts, lasting), openQuestions(fold, interaction),
            resolutionOf(fold, interaction), soundsDissatisfied(fold, interaction)};
}

Carried foldCarried(const BriefFold& fold, std::uint32_t interaction)
{
    Carried carried;
    std::vector<SeenSentence> sentences = seenSentences(fold, fold.messagesOf(interaction));
    carried.key = keySentences(sentences);
    std::ranges::stable_sort(sentences, std::greater(), keyChance);
    const bool heard = std::ranges::any_of(sentences, &SeenSentence::customer);
    for (const SeenSentence& sentence : sentences) {
        const bool carries = keyChance(sentence) >= leastChance;
        std::vector<Found>& kept = carried.situation;
        if (sentence.customer == heard && kept.size() < mostOfSituation && (kept.empty() || carries))
            kept.push_back(sentence.found);
        else if (heard && !sentence.customer && carries && !promises(fold, sentence.found))
            carried.answers.push_back(sentence.found);
    }
    return carried;
}

} // namespace foreword
