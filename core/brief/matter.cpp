#include "core/brief/matter.h"

#include <algorithm>
#include <functional>

#include "core/annotate/references.h"
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

// Of its subject and tags, its own, and references the customer gave; in order, each once.
std::vector<std::string> numbersOf(const InteractionRecord& interaction, std::span<const SaidFact> facts)
{
    std::string named = interaction.subject + " " + interaction.key.id;
    for (const std::string& tag : interaction.tags)
        named += " " + tag;
    for (const SaidFact& fact : facts) {
        if (fact.kind == FactKind::orderOrBookingRef)
            named += " " + fact.found.annotation->value;
    }
    std::vector<std::string> numbers = numbersIn(named);
    std::ranges::sort(numbers);
    numbers.erase(std::ranges::unique(numbers).begin(), numbers.end());
    return numbers;
}

bool promises(const BriefFold& fold, const Found& sentence)
{
    return std::ranges::any_of(fold.message(sentence.message).annotations, [&](const Annotation& annotation) {
        return annotation.kind == AnnotationKind::promise && annotation.span.overlaps(sentence.annotation->span);
    });
}

// The newest note to colleagues that stands behind our last answer: what became of it.
std::optional<Found> noteSince(const BriefFold& fold, std::uint32_t interaction)
{
    const std::vector<std::size_t>& messages = fold.messagesOf(interaction);
    for (auto index = messages.rbegin(); index != messages.rend(); ++index) {
        const HistoryMessage& message = fold.message(*index);
        if (const auto note = noteToColleagues(fold, *index))
            return note;
        if (BriefFold::fromUs(message) && message.visibility == Visibility::visible)
            return std::nullopt;
    }
    return std::nullopt;
}

// What a program answered before the customer asked for a person was no answer.
bool isRejected(const BriefFold& fold, const Found& answer)
{
    if (fold.message(answer.message).sender != Sender::bot)
        return false;
    return std::ranges::any_of(fold.messagesOf(fold.message(answer.message).interaction), [&](std::size_t index) {
        const auto says = [](const Annotation& a) {
            return (a.kind == AnnotationKind::cue && a.label == "human_requested")
                || (a.kind == AnnotationKind::resolution && a.label == "refused");
        };
        return index > answer.message && BriefFold::fromCustomer(fold.message(index))
            && std::ranges::any_of(fold.message(index).annotations, says);
    });
}

} // namespace

Matter foldMatter(const BriefFold& fold, std::uint32_t interaction, const MovedPromises& moves)
{
    Matter matter;
    matter.pressing = isPressing(fold, interaction);
    matter.closed = fold.view().closedAt(interaction).has_value();
    matter.facts = saidFacts(fold, interaction);
    matter.promises = givenPromises(fold, interaction, moves);
    matter.numbers = numbersOf(fold.view().interaction(interaction), matter.facts);
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
    carried.note = noteSince(fold, interaction);
    std::vector<SeenSentence> sentences = seenSentences(fold, fold.messagesOf(interaction));
    carried.key = keySentences(sentences);
    std::ranges::stable_sort(sentences, std::greater(), keyChance);
    const bool heard = std::ranges::any_of(sentences, &SeenSentence::customer);
    for (const SeenSentence& sentence : sentences) {
        const bool carries = keyChance(sentence) >= leastChance;
        std::vector<Found>& kept = carried.situation;
        if (sentence.customer == heard && kept.size() < mostOfSituation && (kept.empty() || carries))
            kept.push_back(sentence.found);
        else if (heard && !sentence.customer && carries && !promises(fold, sentence.found) && !isRejected(fold, sentence.found))
            carried.answers.push_back(sentence.found);
    }
    return carried;
}

} // namespace foreword
