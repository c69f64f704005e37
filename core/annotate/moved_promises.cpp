#include "core/annotate/moved_promises.h"

#include <algorithm>
#include <functional>
#include <iterator>

#include "core/annotate/promise_kinds.h"
#include "core/annotate/references.h"
#include "core/annotate/sentence_around.h"
#include "core/text/folded_text.h"
#include "core/text/plain_words.h"

namespace foreword {
namespace {

constexpr std::size_t comparedLetters = 6; // of a word, so that its forms are one
constexpr std::size_t fewestLetters = 4;
constexpr std::int64_t givenAnew = 60; // minutes after which the same promise is given again, not a second one
constexpr int lastHour = 23, lastMinute = 59; // a day ends a second before midnight

std::string_view wordsOf(const HistoryView& view, const HistoryView::Mark& mark)
{
    return mark.annotation->span.in(view.history().messages[mark.message].text);
}

// The sentence around the words: it may name the order before the clause that gives the time.
std::string_view sentenceOf(const HistoryView& view, const HistoryView::Mark& mark)
{
    const HistoryMessage& message = view.history().messages[mark.message];
    const Annotation* sentence = sentenceAround(message, mark.annotation->span);
    return sentence ? sentence->span.in(message.text) : wordsOf(view, mark);
}

// What its sentence names beside the time, in order: a word that stands by a figure is its month or unit.
std::vector<std::string> thingsIn(const HistoryView& view, const HistoryView::Mark& mark)
{
    const std::string& language = view.history().messages[mark.message].language;
    const FoldedText words(sentenceOf(view, mark), language == "fr" ? Elision::split : Elision::keep);
    const auto isNumber = [&](std::size_t i) { return i < words.size() && words.token(i).kind == TokenKind::number; };
    std::vector<std::string> things;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool byFigure = isNumber(i + 1) || (i > 0 && isNumber(i - 1));
        if (words.token(i).kind == TokenKind::word && !byFigure && words.word(i).size() >= fewestLetters
            && !isPlainWord(words.word(i), language))
            things.emplace_back(words.word(i).substr(0, comparedLetters));
    }
    return things;
}

bool nameTheSame(const HistoryView& view, const HistoryView::Mark& a, const HistoryView::Mark& b)
{
    const std::vector<std::string> things = thingsIn(view, a);
    return std::ranges::any_of(thingsIn(view, b),
                               [&](const std::string& thing) { return std::ranges::find(things, thing) != things.end(); });
}

// Who comes, or what: it stands before the verb in these languages.
std::string firstThingIn(const HistoryView& view, const HistoryView::Mark& mark)
{
    const std::vector<std::string> things = thingsIn(view, mark);
    return things.empty() ? std::string() : things.front();
}

// The same promise, given again for another time.
bool isGivenAgain(const HistoryView& view, const HistoryView::Mark& promise, const HistoryView::Mark& later)
{
    const std::string& label = promise.annotation->label;
    const auto& messages = view.history().messages;
    if (label != later.annotation->label || messages[later.message].at < messages[promise.message].at.plusMinutes(givenAnew))
        return false;
    const bool repeatable = label == "visit" || label == "delivery" || label == "replacement";
    return label == "callback" || (repeatable && firstThingIn(view, promise) == firstThingIn(view, later));
}

// Whether words that move what nobody promised promise it: to another day, and no promise stands in
// them already. "The driver was found and moved at 15:31" tells of what is done.
bool promisesItself(const HistoryView& view, const HistoryView::Mark& mark)
{
    const Annotation& words = *mark.annotation;
    const HistoryMessage& message = view.history().messages[mark.message];
    const Timestamp said = message.at.atOffset(words.due ? words.due->offsetMinutes() : message.at.offsetMinutes());
    const bool laterDay = words.due && words.due->local().date > said.local().date;
    return laterDay && !words.label.empty() && std::ranges::none_of(message.annotations, [&](const Annotation& other) {
               return other.kind == AnnotationKind::promise && other.span.overlaps(words.span);
           });
}

// "2026-10-31" lasts until its end, where the promise was given.
std::optional<Timestamp> newDue(const EventFacts& event, Timestamp before)
{
    for (const char* key : {"to", "new_date", "date"}) {
        const std::string_view value = event.value(key);
        if (const auto exact = Timestamp::parse(value))
            return exact;
        if (const auto day = parseDate(value))
            return Timestamp::fromCivil({*day, lastHour, lastMinute, lastMinute}, before.offsetMinutes());
    }
    return std::nullopt;
}

} // namespace

// In the order in which all of it happened.
MovedPromises::MovedPromises(const HistoryView& view) : m_view(view)
{
    // Words that move come before the promise that they are as well.
    std::vector<HistoryView::Mark> marks;
    marks.reserve(view.moves().size() + view.promises().size());
    std::ranges::merge(view.moves(), view.promises(), std::back_inserter(marks), {}, &HistoryView::Mark::message,
                       &HistoryView::Mark::message);
    auto event = view.events().begin();
    const auto eventsUntil = [&](std::optional<Timestamp> at) {
        for (; event != view.events().end() && (!at || event->at() < *at); ++event) {
            if (isMoving(event->name()))
                readEvent(*event);
        }
    };
    for (const HistoryView::Mark& mark : marks) {
        eventsUntil(view.history().messages[mark.message].at);
        readWords(mark);
    }
    eventsUntil(std::nullopt);
}

const NewTime* MovedPromises::find(const HistoryView::Mark& promise) const
{
    const auto found = m_times.find(keyOf(promise));
    return found == m_times.end() ? nullptr : &found->second;
}

std::optional<Timestamp> MovedPromises::dueOf(const HistoryView::Mark& promise) const
{
    const NewTime* moved = find(promise);
    return moved ? moved->due : promise.annotation->due;
}

bool MovedPromises::waits(const Pending& pending, Timestamp at) const
{
    return pending.said < at && (!pending.due || at <= *pending.due);
}

void MovedPromises::readWords(const HistoryView::Mark& mark)
{
    const Annotation& words = *mark.annotation;
    const bool moving = words.kind == AnnotationKind::moved;
    if (!words.due || words.label == standingPromise || words.label == handoverPromise || isNewTimeOnly(mark))
        return;
    if (Pending* pending = movedBy(mark)) {
        give(*pending, {mark, words.due, pending->due.value_or(*words.due)});
        m_taken.insert(keyOf(mark));
        // The promise that stands in the same words says no more.
        for (const Annotation& other : m_view.history().messages[mark.message].annotations) {
            if (other.kind == AnnotationKind::promise && other.span.overlaps(words.span))
                m_taken.insert({mark.message, &other});
        }
    } else if (!moving) {
        wait(mark);
    } else if (promisesItself(m_view, mark)) {
        m_alone.push_back(mark);
        wait(mark);
    }
}

void MovedPromises::wait(const HistoryView::Mark& mark)
{
    const HistoryMessage& message = m_view.history().messages[mark.message];
    m_ofInteraction[message.interaction].push_back(m_pending.size());
    m_pending.push_back({mark, message.at, mark.annotation->due});
}

void MovedPromises::give(Pending& pending, NewTime time)
{
    NewTime& known = m_times.try_emplace(keyOf(pending.promise), time).first->second;
    // An event of the same day was told of by these words.
    if (pending.due && time.due && known.due == time.due)
        time.before = known.before;
    known = time;
    pending.due = time.due;
}

// The promise whose time the words are: of the matter, or named by its number elsewhere.
MovedPromises::Pending* MovedPromises::movedBy(const HistoryView::Mark& mark)
{
    const HistoryMessage& message = m_view.history().messages[mark.message];
    const bool moving = mark.annotation->kind == AnnotationKind::moved;
    std::vector<Pending*> waiting;
    std::vector<std::size_t>& ofMatter = m_ofInteraction[message.interaction];
    std::erase_if(ofMatter, [&](std::size_t i) { return m_pending[i].due && *m_pending[i].due < message.at; });
    for (const std::size_t i : ofMatter) {
        Pending& pending = m_pending[i];
        const NewTime* moved = find(pending.promise);
        const bool another = !pending.due || *pending.due != *mark.annotation->due || (moved && !moved->said);
        if (another && pending.promise.message < mark.message && waits(pending, message.at))
            waiting.push_back(&pending);
    }
    const auto alike = [&](const Pending* pending) {
        const HistoryView::Mark& promise = pending->promise;
        if (!moving)
            return isGivenAgain(m_view, promise, mark);
        return !namesOther(*mark.annotation, *promise.annotation) && nameTheSame(m_view, promise, mark);
    };
    const auto same = std::ranges::find_if(waiting.rbegin(), waiting.rend(), alike);
    if (same != waiting.rend() || !moving)
        return same == waiting.rend() ? nullptr : *same;
    // Words that name nothing mean the one that waits; else the one of the kind that they name.
    if (!says(*mark.annotation, movesUnnamed))
        std::erase_if(waiting, [&](const Pending* pending) { return !fits(*mark.annotation, *pending->promise.annotation); });
    return waiting.size() == 1 ? waiting.front() : namedIn(mark);
}

MovedPromises::Pending* MovedPromises::namedIn(const HistoryView::Mark& mark)
{
    const std::vector<std::string> numbers = numbersIn(sentenceOf(m_view, mark));
    const Timestamp at = m_view.history().messages[mark.message].at;
    Pending* named = nullptr;
    for (auto pending = m_pending.rbegin(); !numbers.empty() && pending != m_pending.rend(); ++pending) {
        if (!waits(*pending, at))
            continue;
        const std::string_view said = sentenceOf(m_view, pending->promise);
        if (std::ranges::none_of(numbers, [&](const std::string& number) { return namesReference(said, number); }))
            continue;
        // One sentence may promise the parcel and the visit.
        if (fits(*mark.annotation, *pending->promise.annotation))
            return &*pending;
        named = named ? named : &*pending;
    }
    return named;
}

// Of those that it may move the last one; one whose own words name what the event is of comes first.
void MovedPromises::readEvent(const EventFacts& event)
{
    std::vector<Pending*> meant, waiting;
    const auto namesIt = [&](const Pending* pending) { return namesSubjectOf(sentenceOf(m_view, pending->promise), event); };
    for (Pending& pending : m_pending) {
        if (!waits(pending, event.at()) || !mayMove(event.name(), *pending.promise.annotation))
            continue;
        const std::uint32_t interaction = m_view.history().messages[pending.promise.message].interaction;
        waiting.push_back(&pending);
        if (m_view.interactionOf(event) == interaction || namesSubjectOf(m_view, interaction, event))
            meant.push_back(&pending);
    }
    if (meant.empty() && waiting.size() == 1 && !hasSubject(event) && !m_view.interactionOf(event))
        meant = waiting;
    if (meant.empty())
        return;
    std::ranges::stable_partition(meant, std::not_fn(namesIt));
    Pending& pending = *meant.back();
    const std::optional<Timestamp> due = pending.due ? newDue(event, *pending.due) : std::nullopt;
    if (pending.due && pending.due != due)
        give(pending, {std::nullopt, due, *pending.due});
}

} // namespace foreword
