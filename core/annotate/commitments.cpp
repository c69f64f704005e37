#include "core/annotate/commitments.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/annotate/references.h"

namespace foreword {
namespace {

constexpr std::int64_t writtenBeforeDue = std::int64_t{60} * 60; // minutes; what comes earlier is about something else
constexpr std::int64_t workGoesOn = std::int64_t{12} * 60;      // a matter closed at once was only put away
constexpr std::string_view arrival = "arrival"; // label of a fulfilment: "it came"
constexpr std::int64_t oneDay = std::int64_t{24} * 60;          // people tell on the next day that it was done

// A replacement comes as a delivery, and "will be with you" is said of all of these.
bool fulfils(const Annotation& done, const Annotation& promise)
{
    if (done.kind != AnnotationKind::fulfilment)
        return false;
    const bool brought = done.label == "delivery" || done.label == "visit" || done.label == arrival;
    const bool deed = promise.label == anyDeed && done.label != "investigation" && done.label != "feedback";
    const bool sent = promise.label == "delivery" || promise.label == "replacement" || promise.label == "refund";
    return done.label == promise.label || deed || (sent && done.label == arrival)
        || (promise.label == "replacement" && done.label == "delivery") || (promise.label == "update" && brought);
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
        if (after)
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

// People tell in another conversation as well that what we sent has come.
std::optional<Fulfilment> cameElsewhere(const HistoryView& view, std::size_t index, const Annotation& promise)
{
    const HistoryMessage& said = view.history().messages[index];
    if (!promise.due)
        return std::nullopt;
    for (const auto& [i, told] : view.toldDone()) {
        const HistoryMessage& message = view.history().messages[i];
        const bool aboutThen = message.at > said.at && message.at <= promise.due->plusMinutes(2 * oneDay);
        if (aboutThen && told->label == arrival && fulfils(*told, promise))
            return Fulfilment{i, told, std::min(message.at, *promise.due)};
    }
    return std::nullopt;
}

// An event about when it was due may be the one; before that it is only where its kind is done for
// one reason, as a call or a delivery is.
bool mayBeIts(const HistoryView& view, std::uint32_t interaction, const Annotation& promise, const EventFacts& event)
{
    if (!promise.due || promise.label == "update" || event.at() > promise.due->plusMinutes(oneDay))
        return false;
    const bool early = promise.label == anyDeed && event.at() < promise.due->plusMinutes(-oneDay);
    return !early && !isOfAnother(view, interaction, event);
}

std::optional<Fulfilment> doneByEvent(const HistoryView& view, std::size_t index, const Annotation& promise)
{
    const HistoryMessage& said = view.history().messages[index];
    for (const EventFacts& event : view.events()) {
        if (event.at() <= said.at || !shows(event.name(), promise))
            continue;
        if (view.interactionOf(event) == said.interaction || namesSubjectOf(view, said.interaction, event)
            || mayBeIts(view, said.interaction, promise, event))
            return Fulfilment{index, nullptr, event.at()};
    }
    return std::nullopt;
}

std::optional<Fulfilment> personTookOver(const HistoryView& view, const std::vector<std::size_t>& later)
{
    for (const std::size_t i : later) {
        const HistoryMessage& message = view.history().messages[i];
        if (message.sender == Sender::agent && message.visibility == Visibility::visible && firstSentence(message))
            return Fulfilment{i, firstSentence(message), message.at};
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
        const bool another = message.senderName != view.history().messages[index].senderName;
        const bool apart = message.sender == Sender::system || answered || another || message.at >= promised.plusMinutes(workGoesOn);
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

std::optional<Fulfilment> doneAsDue(const HistoryView& view, std::size_t index, const Annotation& promise)
{
    const std::vector<std::size_t> later = laterMessages(view, index);
    if (promise.label == standingPromise)
        return std::nullopt;
    if (promise.label == handoverPromise)
        return personTookOver(view, later);
    const std::optional<Fulfilment> said = saidDone(view, later, promise);
    if (said && (!promise.due || said->at <= *promise.due))
        return said;
    if (const auto came = cameElsewhere(view, index, promise))
        return came;
    if (const auto event = doneByEvent(view, index, promise))
        return event;
    if (const auto wrote = wroteWhenDue(view, later, index, promise))
        return wrote;
    const auto closed = closedWhenDue(view, later, index, promise);
    return closed ? closed : said;
}

struct Broken {
    HistoryView::Mark words; // that give its time
    std::string_view label;
    Timestamp due;
    std::optional<Timestamp> end;
};

std::vector<Broken> brokenOnes(const HistoryView& view, const DictionaryEntry& entry)
{
    std::vector<Broken> broken;
    const MovedPromises moved(view);
    std::vector<HistoryView::Mark> promises = view.promises();
    promises.insert(promises.end(), moved.standingAlone().begin(), moved.standingAlone().end());
    std::ranges::stable_sort(promises, {}, &HistoryView::Mark::message);
    for (const HistoryView::Mark& promise : promises) {
        const NewTime* later = moved.find(promise);
        const std::optional<Timestamp> due = moved.dueOf(promise);
        if (!due || *due >= view.asOf() || promise.annotation->label == standingPromise || moved.isNewTimeOnly(promise))
            continue;
        auto end = earlierEnd(view.recordedEnd(entry, *due), due->plusDays(entry.endsAfterDays));
        if (!view.stands(end))
            continue; // what fulfilled it only ends it earlier
        if (const auto done = fulfilmentOf(view, moved, promise)) {
            if (done->at <= *due)
                continue;
            end = earlierEnd(end, done->at.plusDays(entry.endsByPlusDays));
        }
        if (view.stands(end))
            broken.push_back({later && later->said ? *later->said : promise, promise.annotation->label, *due, end});
    }
    return broken;
}

} // namespace

std::optional<Fulfilment> fulfilmentOf(const HistoryView& view, const MovedPromises& moved, const HistoryView::Mark& promise)
{
    if (!moved.find(promise))
        return doneAsDue(view, promise.message, *promise.annotation);
    Annotation held = *promise.annotation;
    held.due = moved.dueOf(promise);
    return doneAsDue(view, promise.message, held);
}

// A promise that was given twice for the same time is one.
std::vector<StandingEvidence> brokenPromises(const HistoryView& view, const DictionaryEntry& entry)
{
    const auto broken = brokenOnes(view, entry);
    std::set<std::tuple<std::uint32_t, std::string_view, Timestamp>> different;
    for (const Broken& one : broken)
        different.emplace(view.history().messages[one.words.message].interaction, one.label, one.due);
    std::vector<StandingEvidence> found;
    for (const Broken& one : broken) {
        if (Evidence evidence = view.quote(one.words.message, *one.words.annotation); evidence.citation)
            found.push_back({std::move(evidence),
                             one.end,
                             view.history().messages[one.words.message].interaction,
                             true,
                             {},
                             static_cast<int>(different.size())});
    }
    return found;
}

} // namespace foreword
