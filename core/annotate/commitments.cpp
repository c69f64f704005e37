#include "core/annotate/commitments.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace foreword {
namespace {

// A replacement comes as a delivery.
bool fulfils(const Annotation& done, const Annotation& promise)
{
    return done.kind == AnnotationKind::fulfilment
        && (done.label == promise.label || (promise.label == "replacement" && done.label == "delivery"));
}

// What an internal note commits us to was not promised to the customer.
bool wasPromised(const HistoryMessage& message)
{
    return message.sender != Sender::customer && message.visibility == Visibility::visible;
}

struct Broken {
    std::size_t message;
    const Annotation* promise;
    std::optional<Timestamp> end;
};

std::vector<Broken> brokenOnes(const HistoryView& view, const DictionaryEntry& entry)
{
    std::vector<Broken> broken;
    for (std::size_t i = 0; i < view.history().messages.size(); ++i) {
        const HistoryMessage& message = view.history().messages[i];
        if (!view.exists(message.at) || !wasPromised(message))
            continue;
        for (const Annotation& annotation : message.annotations) {
            if (annotation.kind != AnnotationKind::promise || !annotation.due || *annotation.due >= view.asOf())
                continue;
            auto end = earlierEnd(view.recordedEnd(entry, *annotation.due), annotation.due->plusDays(entry.endsAfterDays));
            if (const auto done = fulfilmentOf(view, i, annotation)) {
                const Timestamp at = view.history().messages[done->message].at;
                if (at <= *annotation.due)
                    continue;
                end = earlierEnd(end, at.plusDays(entry.endsByPlusDays));
            }
            if (view.stands(end))
                broken.push_back({i, &annotation, end});
        }
    }
    return broken;
}

} // namespace

std::optional<Fulfilment> fulfilmentOf(const HistoryView& view, std::size_t index, const Annotation& promise)
{
    const auto& messages = view.history().messages;
    const HistoryMessage& said = messages[index];
    for (const std::size_t i : view.messagesOf(said.interaction)) {
        const HistoryMessage& later = messages[i];
        const bool after = later.at > said.at || (later.at == said.at && i > index);
        if (!after || !view.exists(later.at))
            continue;
        for (const Annotation& annotation : later.annotations) {
            if (fulfils(annotation, promise))
                return Fulfilment{i, &annotation};
        }
    }
    return std::nullopt;
}

// A promise that was given twice for the same time is one.
std::vector<StandingEvidence> brokenPromises(const HistoryView& view, const DictionaryEntry& entry)
{
    const auto broken = brokenOnes(view, entry);
    std::set<std::tuple<std::uint32_t, std::string, Timestamp>> different;
    for (const Broken& one : broken)
        different.emplace(view.history().messages[one.message].interaction, one.promise->label, *one.promise->due);
    std::vector<StandingEvidence> found;
    for (const Broken& one : broken) {
        if (Evidence evidence = view.quote(one.message, *one.promise); evidence.citation)
            found.push_back({std::move(evidence),
                             one.end,
                             view.history().messages[one.message].interaction,
                             true,
                             {},
                             static_cast<int>(different.size())});
    }
    return found;
}

} // namespace foreword
