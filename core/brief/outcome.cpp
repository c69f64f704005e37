#include <algorithm>

#include "core/brief/brief_fold.h"

namespace foreword {
namespace {

constexpr std::size_t mostKeySentences = 4;
constexpr std::size_t fewestKeySentences = 2;
constexpr int tooLightForKey = 250;
constexpr int lastAnswer = 120; // what was last said from our side carries where things stand

bool has(const HistoryMessage& message, AnnotationKind kind, std::string_view label)
{
    return std::ranges::any_of(message.annotations, [&](const Annotation& found) {
        return found.kind == kind && (label.empty() || found.label == label);
    });
}

// Where one matter stands, by the customer's last words about it.
Resolution resolutionOf(const BriefFold& fold, std::uint32_t interaction)
{
    const std::vector<std::size_t>& messages = fold.messagesOf(interaction);
    if (messages.empty())
        return Resolution::none;
    if (fold.view().closedAt(interaction))
        return Resolution::resolved;
    bool weSpoke = false;
    Resolution state = Resolution::unresolved;
    for (const std::size_t index : messages) {
        const HistoryMessage& message = fold.message(index);
        weSpoke = weSpoke || BriefFold::fromUs(message);
        if (!BriefFold::fromCustomer(message))
            continue;
        const bool refused = has(message, AnnotationKind::resolution, "refused") || has(message, AnnotationKind::cue, "open_complaint");
        if (has(message, AnnotationKind::resolution, "resolved") && weSpoke && !refused)
            state = Resolution::resolved;
        else if (has(message, AnnotationKind::resolution, "accepted") && weSpoke && !refused)
            state = state == Resolution::resolved ? state : Resolution::partial;
        else
            state = Resolution::unresolved;
    }
    return state;
}

} // namespace

void foldOutcome(const BriefFold& fold, Brief& brief)
{
    brief.resolution = fold.current().empty() ? Resolution::none : resolutionOf(fold, fold.current().front());
    for (const std::uint32_t interaction : fold.current()) {
        for (const std::size_t index : fold.messagesOf(interaction)) {
            const HistoryMessage& message = fold.message(index);
            const bool dissatisfied = BriefFold::fromCustomer(message) && (has(message, AnnotationKind::cue, "open_complaint") ||
                                                                           has(message, AnnotationKind::dissatisfaction, ""));
            if (dissatisfied)
                brief.satisfaction = Satisfaction::dissatisfied;
        }
    }
}

void foldKeySentences(const BriefFold& fold, Brief& brief)
{
    for (const std::uint32_t interaction : fold.current()) {
        const std::vector<std::size_t>& messages = fold.messagesOf(interaction);
        std::vector<Found> sentences = weighedSentences(fold, messages, false);
        std::size_t last = messages.size();
        for (const std::size_t index : messages)
            last = BriefFold::fromUs(fold.message(index)) ? index : last;
        const auto weight = [&](const Found& f) { return f.annotation->weight + (f.message == last ? lastAnswer : 0); };
        std::ranges::stable_sort(sentences, std::greater(), weight);
        for (const Found& sentence : sentences) {
            const bool enough = brief.keySentences.size() >= fewestKeySentences && weight(sentence) < tooLightForKey;
            if (brief.keySentences.size() >= mostKeySentences || enough)
                return;
            if (auto citation = fold.cite(sentence.message, sentence.annotation->span))
                brief.keySentences.push_back(*std::move(citation));
        }
        if (brief.keySentences.size() >= fewestKeySentences)
            return;
    }
}

} // namespace foreword
