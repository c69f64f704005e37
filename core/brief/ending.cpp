// What ended a closed matter, by the last words that tell it; nothing where none do.
#include <algorithm>

#include "core/brief/key_sentences.h"
#include "core/brief/matter.h"
#include "core/text/folded_text.h"

namespace foreword {
namespace {

constexpr std::size_t fewestWords = 3; // "Found it" says nothing
constexpr std::size_t mostWords = 30;
constexpr int leastChance = 100; // good wishes carry less
constexpr int saidFirst = 200;   // people answer first, then explain

bool holds(const HistoryMessage& message, Span span, AnnotationKind kind, std::string_view label = {})
{
    return std::ranges::any_of(message.annotations, [&](const Annotation& a) {
        return a.kind == kind && a.span.overlaps(span) && (label.empty() || a.label == label);
    });
}

bool holdsAnywhere(const HistoryMessage& message, AnnotationKind kind, std::string_view label)
{
    return std::ranges::any_of(message.annotations, [&](const Annotation& a) { return a.kind == kind && a.label == label; });
}

// Something was done about the matter itself: not only looked at, passed on or told of.
bool isDeed(const Annotation& annotation)
{
    constexpr std::string_view interim[] = {"feedback", "investigation", "update", "callback"};
    return annotation.kind == AnnotationKind::fulfilment && std::ranges::find(interim, annotation.label) == std::end(interim);
}

bool isLong(const HistoryMessage& message, Span span)
{
    const std::size_t words = FoldedText(span.in(message.text)).size();
    return words >= fewestWords && words <= mostWords;
}

const Annotation* sentenceAround(const HistoryMessage& message, Span span)
{
    const auto found = std::ranges::find_if(message.annotations, [&](const Annotation& a) {
        return a.kind == AnnotationKind::sentence && a.label == "body" && a.span.start <= span.start && span.end <= a.span.end;
    });
    return found == message.annotations.end() ? nullptr : &*found;
}

// The last sentence that says what was done, that it came or that it works now; what we will do
// or ask is none.
const Annotation* settling(const HistoryMessage& message)
{
    const bool customer = message.sender == Sender::customer;
    const Annotation* last = nullptr;
    for (const Annotation& annotation : message.annotations) {
        const bool came = annotation.kind == AnnotationKind::fulfilment && annotation.label == "arrival";
        const bool settled = annotation.kind == AnnotationKind::resolution && annotation.label == "resolved";
        const Annotation* sentence = settled || (customer ? came : isDeed(annotation)) ? sentenceAround(message, annotation.span) : nullptr;
        const bool tells = sentence && isLong(message, sentence->span)
            && (customer ? !holds(message, sentence->span, AnnotationKind::question)
                         : !holds(message, annotation.span, AnnotationKind::promise));
        if (tells)
            last = sentence;
    }
    return last;
}

// Of our words those that carry most; closely by what all of the matter says, else by what was
// known of each when it came.
std::optional<Found> weightiestAnswer(const BriefFold& fold, std::size_t index, std::span<const SeenSentence> seen)
{
    const HistoryMessage& message = fold.message(index);
    std::optional<Found> best;
    int most = 0;
    for (const Annotation& sentence : message.annotations) {
        const bool answers = sentence.kind == AnnotationKind::sentence && sentence.label == "body" && isLong(message, sentence.span)
            && !holds(message, sentence.span, AnnotationKind::promise) && !holds(message, sentence.span, AnnotationKind::question);
        if (!answers)
            continue;
        const Found found{index, &sentence};
        const auto known = std::ranges::find(seen, found, &SeenSentence::found);
        int weight = known == seen.end() ? sentence.weight : keyChance(*known);
        // "Brilliant news, thanks for telling us" answers nothing.
        if (known != seen.end() && (weight < leastChance || known->traits.test(static_cast<std::size_t>(SentenceTrait::thanks))))
            continue;
        weight += best ? 0 : saidFirst;
        if (weight > most) {
            best = found;
            most = weight;
        }
    }
    return best;
}

bool contradicts(const HistoryMessage& theirs)
{
    return holdsAnywhere(theirs, AnnotationKind::resolution, "refused") || holdsAnywhere(theirs, AnnotationKind::cue, "human_requested")
        || holdsAnywhere(theirs, AnnotationKind::cue, "open_complaint");
}

} // namespace

std::optional<Found> noteToColleagues(const BriefFold& fold, std::size_t index)
{
    const HistoryMessage& message = fold.message(index);
    if (message.sender != Sender::agent || message.visibility != Visibility::internal)
        return std::nullopt;
    for (const Annotation& sentence : message.annotations) {
        if (sentence.kind == AnnotationKind::sentence && sentence.label == "body" && isLong(message, sentence.span))
            return Found{index, &sentence};
    }
    return std::nullopt;
}

// From the last message back. What the customer contradicted later is no end, and neither is what
// was only promised or asked, nor what we say after their thanks; before our last answer there is
// nothing to look for.
std::optional<Found> endingOf(const BriefFold& fold, std::uint32_t interaction, const Found& first, bool readClosely)
{
    const std::vector<std::size_t>& messages = fold.messagesOf(interaction);
    std::vector<SeenSentence> seen;
    for (std::size_t i = messages.size(); i-- > 0 && messages[i] > first.message;) {
        const HistoryMessage& message = fold.message(messages[i]);
        if (const auto note = noteToColleagues(fold, messages[i]))
            return note;
        if (message.visibility != Visibility::visible)
            continue;
        if (const Annotation* sentence = settling(message))
            return Found{messages[i], sentence};
        if (BriefFold::fromCustomer(message) && contradicts(message))
            return std::nullopt;
        const bool leave = i > 0 && holdsAnywhere(fold.message(messages[i - 1]), AnnotationKind::resolution, "accepted");
        if (!BriefFold::fromUs(message) || leave)
            continue;
        if (readClosely && seen.empty())
            seen = seenSentences(fold, messages);
        if (const auto answer = weightiestAnswer(fold, messages[i], seen))
            return answer;
        if (std::ranges::any_of(message.annotations, [](const Annotation& a) { return a.kind == AnnotationKind::promise; }))
            return std::nullopt;
    }
    return std::nullopt;
}

} // namespace foreword
