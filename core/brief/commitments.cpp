#include <algorithm>
#include <functional>
#include <unordered_set>

#include "core/annotate/commitments.h"
#include "core/annotate/sentence_around.h"
#include "core/brief/sections.h"
#include "core/text/folded_text.h"

namespace foreword {
namespace {

constexpr std::size_t dateLength = 10; // "2026-11-05"
constexpr std::uint32_t longestSubject = 60; // bytes before a promise that say who gives it
constexpr std::uint32_t longestNamed = 200; // bytes of a sentence before it that names what it is about
constexpr std::uint32_t longestStep = 200; // bytes of a sentence that tells one
constexpr std::size_t wordsOfStep = 10; // that carry what was tried

std::size_t hashOfWords(std::string_view text)
{
    const FoldedText words(text);
    std::string joined;
    for (std::size_t i = 0; i < words.size(); ++i) {
        joined += words.word(i);
        joined += ' ';
    }
    return std::hash<std::string>{}(joined);
}

// Whether the words name the day themselves.
bool namesDay(std::string_view text, int day)
{
    const FoldedText words(text);
    const std::string number = std::to_string(day);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words.word(i);
        const bool begins = words.token(i).kind == TokenKind::number && word.starts_with(number);
        // "24 hours" and "2:30" name no 2nd.
        const char next = word.size() > number.size() ? word[number.size()] : ' ';
        if (begins && (next < '0' || next > '9') && word.find(':') == std::string_view::npos)
            return true;
    }
    return false;
}

Statement extended(const Statement& statement, const std::string& text)
{
    const std::vector<Citation> further(statement.citations().begin() + 1, statement.citations().end());
    return Statement(statement.text() + text, statement.citations().front(), further);
}

// "by Friday" is read against the day it was said; whoever reads it later needs the date.
Statement withDate(const Statement& statement, const std::optional<Timestamp>& due)
{
    if (!due || namesDay(statement.text(), due->local().date.day))
        return statement;
    return extended(statement, " (" + due->toString().substr(0, dateLength) + ")");
}

Statement withDayBefore(const Statement& statement, Timestamp before)
{
    return extended(statement, " (before: " + before.toString().substr(0, dateLength) + ")");
}

Statement withNewDay(const Statement& statement, const std::optional<Timestamp>& due)
{
    return extended(statement, due ? " (now " + due->toString().substr(0, dateLength) + ")" : " (moved)");
}

// What was done stands at the beginning of its clause; what follows says where, why and until when.
Span narrowest(std::string_view text, Span clause)
{
    const FoldedText words(clause.in(text));
    if (words.size() <= wordsOfStep)
        return clause;
    return {clause.start, clause.start + words.token(wordsOfStep - 1).span.end};
}

// Told by its sentence, unless that holds several steps: "I asked" alone says of nothing.
Span toldBy(const HistoryMessage& message, Span clause)
{
    const auto steps = [&](Span span) {
        return std::ranges::count_if(message.annotations,
                                     [&](const Annotation& a) { return a.kind == AnnotationKind::tried && a.span.overlaps(span); });
    };
    const Annotation* sentence = sentenceAround(message, clause);
    const bool fitting = sentence && sentence->span.length() <= longestStep && steps(sentence->span) == 1;
    return fitting ? sentence->span : clause;
}

std::optional<Statement> triedStatement(const BriefFold& fold, std::size_t index, Span clause)
{
    const std::optional<Statement> whole = fold.statement(index, toldBy(fold.message(index), clause));
    auto first = fold.cite(index, narrowest(fold.message(index).text, clause));
    if (!whole || !first)
        return std::nullopt;
    Statement statement(whole->text(), *std::move(first));
    statement.cite(whole->citations().front());
    return statement;
}

// Where what a promise says begins: "kommt bis Freitag zu Ihnen" is told with who comes, where its
// sentence begins shortly before, "when it goes through" with the sentence that names it, and what
// waits for the customer with what is asked of them.
std::uint32_t startOf(const HistoryMessage& message, const Annotation& promise)
{
    const std::uint32_t start = promise.span.start;
    const bool points = says(promise, promisePointsBack);
    const std::uint32_t longest = points || says(promise, promiseWaits) ? longestNamed : longestSubject;
    const Annotation* before = nullptr;
    for (const Annotation& sentence : message.annotations) {
        if (sentence.kind != AnnotationKind::sentence || sentence.label != "body")
            continue;
        const bool around = sentence.span.start < start && promise.span.end <= sentence.span.end;
        if (sentence.span.end <= promise.span.start)
            before = &sentence;
        else if (around && start - sentence.span.start <= longest)
            return sentence.span.start;
    }
    return points && before && before->span.end - before->span.start <= longestNamed ? before->span.start : start;
}

std::optional<Statement> promiseStatement(const BriefFold& fold, std::size_t index, const Annotation& promise)
{
    const std::uint32_t start = startOf(fold.message(index), promise);
    const std::optional<Statement> whole = fold.statement(index, {start, promise.span.end});
    auto first = fold.cite(index, promise.span);
    if (!whole || !first || start == promise.span.start)
        return fold.statement(index, promise.span);
    Statement statement(whole->text(), *std::move(first));
    statement.cite(whole->citations().front());
    return statement;
}

// A promise that was moved is told by the words that moved it, or with its new day where an event did.
std::optional<GivenPromise> givenPromise(const BriefFold& fold, const MovedPromises& moves, const Found& promise)
{
    const NewTime* moved = moves.find(promise);
    const bool told = moved && moved->said;
    const Found words = told ? *moved->said : promise;
    std::optional<Statement> statement = promiseStatement(fold, words.message, *words.annotation);
    if (!statement)
        return std::nullopt;
    const std::optional<Timestamp> due = moves.dueOf(promise);
    if (!moved)
        statement = withDate(*statement, due);
    else if (told)
        statement = withDayBefore(withDate(*statement, due), moved->before);
    else
        statement = withNewDay(*statement, due);
    if (const auto first = told ? fold.cite(promise) : std::nullopt)
        statement->cite(*first);
    const std::optional<Fulfilment> done = fulfilmentOf(fold.view(), moves, promise);
    if (const auto proof = done && done->annotation ? fold.cite(done->message, done->annotation->span) : std::nullopt)
        statement->cite(*proof);
    return GivenPromise{words.message,
                        *std::move(statement),
                        done.has_value(),
                        promise.annotation->label == standingPromise,
                        due,
                        moved ? std::optional(moved->before) : std::nullopt};
}

} // namespace

std::vector<TriedStep> triedSteps(const BriefFold& fold, std::uint32_t interaction)
{
    std::vector<TriedStep> steps;
    for (const std::size_t index : fold.messagesOf(interaction)) {
        for (const Annotation& step : fold.message(index).annotations) {
            auto statement = step.kind == AnnotationKind::tried ? triedStatement(fold, index, step.span) : std::nullopt;
            if (!statement)
                continue;
            const std::size_t words = hashOfWords(statement->text());
            steps.push_back({index, *std::move(statement), words});
        }
    }
    return steps;
}

std::vector<const Statement*> toldSteps(std::vector<const TriedStep*> steps)
{
    std::ranges::stable_sort(steps, {}, &TriedStep::message);
    std::unordered_set<std::size_t> seen(steps.size());
    std::vector<const Statement*> told;
    for (const TriedStep* step : steps) {
        if (seen.insert(step->words).second)
            told.push_back(&step->statement);
    }
    return told;
}

std::vector<GivenPromise> givenPromises(const BriefFold& fold, std::uint32_t interaction, const MovedPromises& moves)
{
    std::vector<GivenPromise> given;
    for (const std::size_t index : fold.messagesOf(interaction)) {
        const HistoryMessage& message = fold.message(index);
        if (message.sender == Sender::customer || message.visibility != Visibility::visible)
            continue; // what an internal note commits us to was not promised to the customer
        for (const Annotation& annotation : message.annotations) {
            const Found promise{index, &annotation};
            const bool counts = annotation.kind == AnnotationKind::promise
                ? !moves.isNewTimeOnly(promise)
                : annotation.kind == AnnotationKind::moved && moves.standsAlone(promise);
            if (!counts)
                continue;
            if (auto one = givenPromise(fold, moves, promise))
                given.push_back(*std::move(one));
        }
    }
    return given;
}

PromiseStatus statusOf(const GivenPromise& promise, Timestamp now)
{
    if (promise.kept)
        return PromiseStatus::kept;
    if (!promise.due)
        return PromiseStatus::open;
    return *promise.due < now ? PromiseStatus::missed : PromiseStatus::due;
}

} // namespace foreword
