// How a closed matter ended: what we answered or did last, and what came of it.
#include <algorithm>
#include <functional>

#include "core/brief/key_sentences.h"
#include "core/brief/matter.h"
#include "core/text/folded_text.h"

namespace foreword {
namespace {

constexpr std::size_t fewestWords = 2;
constexpr std::size_t mostSentences = 2; // of our last answer, or of a note
constexpr int leastChance = 100;         // good wishes carry less
constexpr int saidFirst = 200;           // people answer first, then explain
constexpr int done = 1000;               // what was done ends a matter, whatever else is said with it
constexpr int onlyPromised = -1000;      // told where the answer says nothing else

bool holds(const HistoryMessage& message, Span span, AnnotationKind kind)
{
    return std::ranges::any_of(message.annotations, [&](const Annotation& a) { return a.kind == kind && a.span.overlaps(span); });
}

bool holdsAnywhere(const HistoryMessage& message, AnnotationKind kind, std::string_view label)
{
    return std::ranges::any_of(message.annotations, [&](const Annotation& a) { return a.kind == kind && a.label == label; });
}

bool isResolved(const Annotation& annotation)
{
    return annotation.kind == AnnotationKind::resolution && annotation.label == "resolved";
}

bool tellsOfDeed(const HistoryMessage& message, Span sentence)
{
    return std::ranges::any_of(message.annotations, [&](const Annotation& a) {
        return a.span.overlaps(sentence) && (isDeed(a) || isResolved(a)) && !holds(message, a.span, AnnotationKind::promise);
    });
}

bool isBody(const Annotation& annotation)
{
    return annotation.kind == AnnotationKind::sentence && annotation.label == "body";
}

// What the customer says to how it went: it came, it works, it does not, it is a complaint now.
bool judges(const Annotation& annotation)
{
    constexpr std::string_view signals[] = {"human_requested", "open_complaint"};
    return (annotation.kind == AnnotationKind::fulfilment && annotation.label == "arrival") || isResolved(annotation)
        || (annotation.kind == AnnotationKind::resolution && annotation.label == "refused")
        || (annotation.kind == AnnotationKind::cue && std::ranges::find(signals, annotation.label) != std::end(signals));
}

// The last sentence of the customer that says what came of it, or of a system that something was done.
const Annotation* outcomeIn(const HistoryMessage& message)
{
    const bool customer = message.sender == Sender::customer;
    const Annotation* last = nullptr;
    for (const Annotation& sentence : message.annotations) {
        if (!isBody(sentence) || holds(message, sentence.span, AnnotationKind::question))
            continue;
        const bool tells = std::ranges::any_of(message.annotations, [&](const Annotation& a) {
            return a.span.overlaps(sentence.span) && (customer ? judges(a) : isDeed(a) || isResolved(a));
        });
        if (tells)
            last = &sentence;
    }
    return last;
}

// The sentences of our answer that carry most, in order; closely by what all of the matter says,
// else by what was known of each when it came.
std::vector<Found> answerIn(const BriefFold& fold, std::size_t index, std::span<const SeenSentence> seen)
{
    const HistoryMessage& message = fold.message(index);
    std::vector<std::pair<int, Found>> sentences;
    for (const Annotation& sentence : message.annotations) {
        if (!isBody(sentence) || holds(message, sentence.span, AnnotationKind::question))
            continue;
        const Found found{index, &sentence};
        const bool deed = tellsOfDeed(message, sentence.span);
        const auto known = std::ranges::find(seen, found, &SeenSentence::found);
        int weight = known == seen.end() ? sentence.weight : keyChance(*known);
        // "Brilliant news, thanks for telling us" answers nothing.
        const bool wishes =
            known != seen.end() && (weight < leastChance || known->traits.test(static_cast<std::size_t>(SentenceTrait::thanks)));
        const bool bare = FoldedText(sentence.span.in(message.text)).size() < fewestWords;
        if (!deed && (wishes || bare))
            continue;
        weight += (sentences.empty() ? saidFirst : 0) + (deed ? done : 0);
        weight += !deed && holds(message, sentence.span, AnnotationKind::promise) ? onlyPromised : 0;
        sentences.emplace_back(weight, found);
    }
    std::ranges::stable_sort(sentences, std::greater(), [](const auto& one) { return one.first; });
    sentences.resize(std::min(sentences.size(), mostSentences));
    std::vector<Found> answer;
    std::ranges::transform(sentences, std::back_inserter(answer), [](const auto& one) { return one.second; });
    std::ranges::sort(answer, {}, [](const Found& found) { return found.annotation->span; });
    return answer;
}

} // namespace

bool isDeed(const Annotation& annotation)
{
    constexpr std::string_view interim[] = {"feedback", "investigation", "update", "callback"};
    return annotation.kind == AnnotationKind::fulfilment && std::ranges::find(interim, annotation.label) == std::end(interim);
}

std::vector<Found> noteToColleagues(const BriefFold& fold, std::size_t index, std::size_t most)
{
    const HistoryMessage& message = fold.message(index);
    std::vector<Found> note;
    if (message.sender != Sender::agent || message.visibility != Visibility::internal)
        return note;
    for (const Annotation& sentence : message.annotations) {
        if (isBody(sentence) && note.size() < most)
            note.push_back({index, &sentence});
    }
    return note;
}

// From the last message back: what the customer or a system said came of it, and before that what
// we answered or noted. What we say after their thanks counts only where we said nothing else.
Ending endingOf(const BriefFold& fold, std::uint32_t interaction, const Found& first, std::span<const SeenSentence> seen)
{
    const std::vector<std::size_t>& messages = fold.messagesOf(interaction);
    Ending ending;
    std::vector<Found> leave;
    for (std::size_t left = messages.size(); left > 0 && ending.answer.empty(); --left) {
        const std::size_t i = left - 1;
        if (messages[i] <= first.message)
            break;
        const HistoryMessage& message = fold.message(messages[i]);
        ending.answer = noteToColleagues(fold, messages[i], mostSentences);
        if (message.visibility != Visibility::visible)
            continue;
        if (!BriefFold::fromUs(message)) {
            const Annotation* outcome = ending.outcome ? nullptr : outcomeIn(message);
            if (outcome)
                ending.outcome = Found{messages[i], outcome};
            continue;
        }
        std::vector<Found> answer = answerIn(fold, messages[i], seen);
        const bool deed = std::ranges::any_of(answer, [&](const Found& found) { return tellsOfDeed(message, found.annotation->span); });
        const bool thanked = i > 0 && holdsAnywhere(fold.message(messages[i - 1]), AnnotationKind::resolution, "accepted");
        std::vector<Found>& told = thanked && !deed ? leave : ending.answer;
        if (told.empty())
            told = std::move(answer);
    }
    if (ending.answer.empty() && !ending.outcome)
        ending.answer = std::move(leave);
    return ending;
}

} // namespace foreword
