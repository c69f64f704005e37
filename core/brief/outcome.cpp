#include <algorithm>

#include "core/brief/brief_fold.h"

namespace foreword {
namespace {

constexpr int plainlySaid = 60; // weight of a cue that is no mere annoyance

bool has(const HistoryMessage& message, AnnotationKind kind, std::string_view label, std::string_view value = {})
{
    return std::ranges::any_of(message.annotations, [&](const Annotation& found) {
        return found.kind == kind && (label.empty() || found.label == label) && (value.empty() || found.value == value);
    });
}

bool dissatisfied(const HistoryMessage& message)
{
    return std::ranges::any_of(message.annotations, [](const Annotation& found) {
        const bool complaint = found.kind == AnnotationKind::cue && found.label == "open_complaint" && found.weight >= plainlySaid;
        return complaint || found.kind == AnnotationKind::dissatisfaction;
    });
}

// What the customer's message says of how the matter stands, after what we said last. Thanks
// end an enquiry that was answered; where we asked or promised something, there is more to come.
Resolution after(const HistoryMessage& message, Resolution before, bool answered, bool moreToCome)
{
    const bool refused = has(message, AnnotationKind::resolution, "refused") || dissatisfied(message);
    if (!answered || refused)
        return Resolution::unresolved;
    if (has(message, AnnotationKind::resolution, "resolved"))
        return Resolution::resolved;
    if (!has(message, AnnotationKind::resolution, "accepted"))
        return Resolution::unresolved;
    const bool thanked = has(message, AnnotationKind::resolution, "accepted", "thanks") && !has(message, AnnotationKind::question, "");
    if (before == Resolution::resolved || (thanked && !moreToCome))
        return Resolution::resolved;
    return Resolution::partial;
}

// Where one matter stands, by the customer's last words about it.
Resolution resolutionOf(const BriefFold& fold, std::uint32_t interaction)
{
    const std::vector<std::size_t>& messages = fold.messagesOf(interaction);
    if (messages.empty())
        return Resolution::none;
    if (fold.view().closedAt(interaction))
        return Resolution::resolved;
    bool answered = false;
    bool moreToCome = false;
    Resolution state = Resolution::unresolved;
    for (const std::size_t index : messages) {
        const HistoryMessage& message = fold.message(index);
        if (BriefFold::fromUs(message)) {
            answered = true;
            moreToCome = has(message, AnnotationKind::promise, "") || has(message, AnnotationKind::question, "");
        } else if (BriefFold::fromCustomer(message)) {
            state = after(message, state, answered, moreToCome);
        }
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
            if (BriefFold::fromCustomer(message) && dissatisfied(message))
                brief.satisfaction = Satisfaction::dissatisfied;
        }
    }
}

} // namespace foreword
