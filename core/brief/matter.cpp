#include "core/brief/matter.h"

#include <algorithm>
#include <functional>

#include "core/annotate/references.h"
#include "core/brief/key_sentences.h"

namespace foreword {
namespace {

constexpr std::size_t mostOfSituation = 4;
constexpr int leastChance = 60; // greetings and thanks, where there is anything else
constexpr std::size_t surelyTold = 3;
constexpr int leastOfMore = 250; // of a sentence beyond those
constexpr std::size_t mostOfNewest = 2;
constexpr std::size_t mostOfNote = 4; // written for whoever is next, and in few words
constexpr std::size_t mostOfOlderNote = 2; // before our last answer
constexpr int forAsking = 200, forDeed = 300; // thousandths

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

template <class Is>
bool holdsAny(const BriefFold& fold, const Found& sentence, Is is)
{
    return std::ranges::any_of(fold.message(sentence.message).annotations, [&](const Annotation& annotation) {
        return annotation.span.overlaps(sentence.annotation->span) && is(annotation);
    });
}

bool promises(const BriefFold& fold, const Found& sentence)
{
    return holdsAny(fold, sentence, [](const Annotation& annotation) { return annotation.kind == AnnotationKind::promise; });
}

// The newest note to colleagues: whose the matter is, and what became of it since our last answer.
std::vector<Found> newestNote(const BriefFold& fold, std::uint32_t interaction)
{
    const std::vector<std::size_t>& messages = fold.messagesOf(interaction);
    std::size_t most = mostOfNote;
    for (auto index = messages.rbegin(); index != messages.rend(); ++index) {
        const HistoryMessage& message = fold.message(*index);
        if (std::vector<Found> note = noteToColleagues(fold, *index, most); !note.empty())
            return note;
        if (BriefFold::fromUs(message) && message.visibility == Visibility::visible)
            most = mostOfOlderNote;
    }
    return {};
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
    carried.note = newestNote(fold, interaction);
    std::vector<SeenSentence> sentences = seenSentences(fold, fold.messagesOf(interaction));
    carried.key = keySentences(sentences);
    const bool heard = std::ranges::any_of(sentences, &SeenSentence::customer);
    for (auto sentence = sentences.rbegin(); sentence != sentences.rend(); ++sentence) {
        if (!sentence->customer && holdsAny(fold, sentence->found, isDeed))
            carried.deeds.push_back(sentence->found);
    }
    const auto newest = std::ranges::find_if(sentences.rbegin(), sentences.rend(), &SeenSentence::customer);
    const std::size_t written = newest == sentences.rend() ? 0 : newest->found.message;
    std::ranges::stable_sort(sentences, std::greater(), [&](const SeenSentence& sentence) {
        const bool asks =
            sentence.customer && holdsAny(fold, sentence.found, [](const Annotation& a) { return a.kind == AnnotationKind::request; });
        const bool did = !sentence.customer && holdsAny(fold, sentence.found, isDeed);
        return keyChance(sentence) + (asks ? forAsking : 0) + (did ? forDeed : 0);
    });
    for (const SeenSentence& sentence : sentences) {
        const bool carries = keyChance(sentence) >= leastChance;
        std::vector<Found>& kept = carried.situation;
        if (sentence.customer == heard) {
            const bool enough = keyChance(sentence) >= (kept.size() < surelyTold ? leastChance : leastOfMore);
            if (kept.size() < mostOfSituation && (kept.empty() || enough))
                kept.push_back(sentence.found);
            else if (heard && carried.newest.size() < mostOfNewest && sentence.found.message == written)
                carried.newest.push_back(sentence.found);
        } else if (heard && !sentence.customer && (carries || holdsAny(fold, sentence.found, isDeed))
                   && !isRejected(fold, sentence.found)) {
            (promises(fold, sentence.found) ? carried.promises : carried.answers).push_back(sentence.found);
        }
    }
    if (std::ranges::find(carried.situation, written, &Found::message) != carried.situation.end())
        carried.newest.clear();
    return carried;
}

} // namespace foreword
