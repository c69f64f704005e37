#include "core/annotate/commitments.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace foreword {
namespace {

constexpr std::int64_t writtenBeforeDue = std::int64_t{36} * 60; // minutes; what comes earlier is about something else
constexpr std::int64_t workGoesOn = std::int64_t{12} * 60;      // a matter closed at once was only put away
constexpr std::int64_t oneDay = std::int64_t{24} * 60;          // people tell on the next day that it was done

// A replacement comes as a delivery, and "will be with you" is said of all of these.
bool fulfils(const Annotation& done, const Annotation& promise)
{
    if (done.kind != AnnotationKind::fulfilment)
        return false;
    const bool brought = done.label == "delivery" || done.label == "visit";
    return done.label == promise.label || (promise.label == "replacement" && done.label == "delivery")
        || (promise.label == "update" && brought);
}

const Annotation* firstSentence(const HistoryMessage& message)
{
    const auto found = std::ranges::find(message.annotations, AnnotationKind::sentence, &Annotation::kind);
    return found == message.annotations.end() ? nullptr : &*found;
}

// What was said later in the matter of the message with the index, oldest first.
std::vector<std::size_t> laterMessages(const HistoryView& view, std::size_t index)
{
    const auto& messages = view.history().messages;
    std::vector<std::size_t> later;
    for (const std::size_t i : view.messagesOf(messages[index].interaction)) {
        const bool after = messages[i].at > messages[index].at || (messages[i].at == messages[index].at && i > index);
        if (after && view.exists(messages[i].at))
            later.push_back(i);
    }
    return later;
}

std::optional<Fulfilment> saidDone(const HistoryView& view, const std::vector<std::size_t>& later, const Annotation& promise)
{
    for (const std::size_t i : later) {
        const HistoryMessage& message = view.history().messages[i];
        for (const Annotation& annotation : message.annotations) {
            if (fulfils(annotation, promise))
                return Fulfilment{i, &annotation, message.at};
        }
    }
    return std::nullopt;
}

// We promised to write, and wrote about when it was due: not merely the rest of the same answer.
std::optional<Fulfilment> wroteWhenDue(const HistoryView& view, const std::vector<std::size_t>& later, std::size_t index,
                                       const Annotation& promise)
{
    if (promise.label != "update" || !promise.due)
        return std::nullopt;
    const Timestamp promised = view.history().messages[index].at;
    bool answered = false;
    for (const std::size_t i : later) {
        const HistoryMessage& message = view.history().messages[i];
        answered = answered || message.sender == Sender::customer;
        const bool ours = message.sender != Sender::customer && message.visibility == Visibility::visible;
        const bool apart = message.sender == Sender::system || answered || message.at >= promised.plusMinutes(workGoesOn);
        if (ours && apart && message.at <= *promise.due && message.at >= promise.due->plusMinutes(-writtenBeforeDue)
            && firstSentence(message))
            return Fulfilment{i, firstSentence(message), message.at};
    }
    return std::nullopt;
}

// The matter went on after the promise and was closed about when it was due; its last words show it.
std::optional<Fulfilment> closedWhenDue(const HistoryView& view, const std::vector<std::size_t>& later, std::size_t index,
                                        const Annotation& promise)
{
    const HistoryMessage& said = view.history().messages[index];
    const auto closed = view.closedAt(said.interaction);
    if (!promise.due || !closed || later.empty() || *closed > promise.due->plusMinutes(oneDay))
        return std::nullopt;
    const HistoryMessage& last = view.history().messages[later.back()];
    if (last.at < said.at.plusMinutes(workGoesOn) || last.at > *closed || !firstSentence(last))
        return std::nullopt;
    return Fulfilment{later.back(), firstSentence(last), std::min(last.at, *promise.due)};
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
                if (done->at <= *annotation.due)
                    continue;
                end = earlierEnd(end, done->at.plusDays(entry.endsByPlusDays));
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
    const std::vector<std::size_t> later = laterMessages(view, index);
    const std::optional<Fulfilment> said = saidDone(view, later, promise);
    if (said && (!promise.due || said->at <= *promise.due))
        return said;
    if (const auto wrote = wroteWhenDue(view, later, index, promise))
        return wrote;
    const auto closed = closedWhenDue(view, later, index, promise);
    return closed ? closed : said;
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
