// What we asked again, and what the customer asked that nobody answered.
#include <algorithm>

#include "core/brief/matter.h"

namespace foreword {
namespace {

// Whether the question asks for what the fact says.
bool answers(const Annotation& question, const Annotation& fact)
{
    if (question.label != fact.label)
        return false;
    const std::string& topic = question.value;
    if (topic == "email")
        return fact.value.find('@') != std::string::npos;
    if (topic == "phone")
        return fact.value.find('@') == std::string::npos;
    if (topic == "flight" || topic == "device")
        return hasFigure(fact.value);
    if (topic == "place")
        return !hasFigure(fact.value);
    if (topic == "when")
        return isDay(fact.value);
    return topic == "order" || topic == "account" || topic == "error" || topic == "amount";
}

// The first answer before the message, of this matter or of those facts that last.
std::optional<Citation> answeredBefore(const BriefFold& fold, std::size_t asked, const Annotation& question,
                                       std::span<const SaidFact> facts, const LastingFacts& lasting)
{
    const auto fits = [&](const Found& fact) { return fact.message >= asked || answers(question, *fact.annotation); };
    const auto own = std::ranges::find_if(facts, fits, &SaidFact::found);
    const auto other = std::ranges::find_if(lasting, fits);
    const Found* first = own == facts.end() ? nullptr : &own->found;
    if (other != lasting.end() && (!first || other->message < first->message))
        first = &*other;
    return first && first->message < asked ? fold.cite(*first) : std::nullopt;
}

// The same question earlier in the matter, with something from the customer in between.
std::optional<Citation> askedBefore(const BriefFold& fold, std::size_t asked, const Annotation& question)
{
    const HistoryMessage& asking = fold.message(asked);
    std::optional<Citation> earlier;
    bool spoken = false;
    for (const std::size_t index : fold.messagesOf(asking.interaction)) {
        if (index == asked)
            break;
        const HistoryMessage& message = fold.message(index);
        spoken = spoken || (earlier && BriefFold::fromCustomer(message));
        if (earlier || !BriefFold::fromUs(message) || message.visibility != Visibility::visible)
            continue;
        for (const Annotation& other : message.annotations) {
            if (other.kind == AnnotationKind::question && other.label == question.label && other.value == question.value)
                earlier = fold.cite(index, other.span);
        }
    }
    return spoken ? earlier : std::nullopt;
}

} // namespace

std::vector<AskedAgain> askedAgain(const BriefFold& fold, std::uint32_t interaction, std::span<const SaidFact> facts,
                                   const LastingFacts& lasting)
{
    std::vector<AskedAgain> again;
    for (const std::size_t index : fold.messagesOf(interaction)) {
        const HistoryMessage& message = fold.message(index);
        if (!BriefFold::fromUs(message) || message.visibility != Visibility::visible)
            continue;
        std::vector<Span> reported;
        for (const Annotation& question : message.annotations) {
            if (question.kind != AnnotationKind::question || question.label.empty()
                || std::ranges::find(reported, question.span) != reported.end())
                continue;
            auto before = answeredBefore(fold, index, question, facts, lasting);
            if (!before)
                before = askedBefore(fold, index, question);
            auto statement = before ? fold.statement(index, question.span) : std::nullopt;
            if (!statement)
                continue;
            statement->cite(*std::move(before));
            reported.push_back(question.span);
            again.push_back({index, *std::move(statement)});
        }
    }
    return again;
}

// What the customer asked last and nobody has answered since.
std::vector<Statement> openQuestions(const BriefFold& fold, std::uint32_t interaction)
{
    std::vector<Statement> open;
    if (fold.view().closedAt(interaction))
        return open;
    const std::vector<std::size_t>& messages = fold.messagesOf(interaction);
    std::size_t first = messages.size();
    while (first > 0) {
        const HistoryMessage& message = fold.message(messages[first - 1]);
        if (BriefFold::fromUs(message) && message.visibility == Visibility::visible)
            break;
        --first;
    }
    for (std::size_t i = first; i < messages.size(); ++i) {
        if (!BriefFold::fromCustomer(fold.message(messages[i])))
            continue;
        for (const Annotation& question : fold.message(messages[i]).annotations) {
            auto statement = question.kind == AnnotationKind::question ? fold.statement(messages[i], question.span) : std::nullopt;
            if (statement)
                open.push_back(*std::move(statement));
        }
    }
    return open;
}

} // namespace foreword
