#include <algorithm>
#include <map>

#include "core/brief/brief_fold.h"
#include "core/model/names.h"

namespace foreword {
namespace {

constexpr std::size_t dateLength = 10; // "2026-11-05"
constexpr std::size_t fewestDigits = 3; // of a number that refers to something
constexpr std::ptrdiff_t fewestPhoneDigits = 7;
constexpr int daysOfWords = 3;          // that a time without a date is understood

bool hasDigit(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool isDate(std::string_view value)
{
    return value.size() == dateLength && value[4] == '-' && value[7] == '-';
}

// Who someone is and how to reach them holds from one matter to the next, and so does a product
// that is named ("Envy 5530"), but not "the kettle"; dates, amounts and references belong to theirs.
bool lasts(FactKind kind, std::string_view value)
{
    return kind == FactKind::accountOrDeviceId || kind == FactKind::contactDetail || (kind == FactKind::deviceOrProduct && hasDigit(value));
}

// Of these the newest value replaces an older one.
std::string replaceable(FactKind kind, std::string_view value)
{
    if (kind != FactKind::contactDetail)
        return {};
    if (value.find('@') != std::string_view::npos)
        return "mail";
    const auto digits = std::ranges::count_if(value, [](char c) { return c >= '0' && c <= '9'; });
    return digits >= fewestPhoneDigits ? "phone" : "";
}

// "Guten Morgen" greets; "morgen" alone is a day.
bool greets(std::string_view text, std::size_t at)
{
    constexpr std::string_view wishes[] = {"guten ", "Guten ", "good ", "Good ", "schönen ", "Schönen ", "gute ", "Gute "};
    return std::ranges::any_of(wishes, [&](std::string_view wish) { return text.substr(0, at).ends_with(wish); });
}

// Whether anybody would have to ask for it again: a lone figure refers to nothing, and after a
// few days nobody knows which "Saturday" or "an hour" was meant.
bool worthTelling(const HistoryMessage& message, const Annotation& fact, FactKind kind, Timestamp asOf)
{
    const std::string_view text = fact.span.in(message.text);
    if (kind == FactKind::dateOrTime) {
        const bool exact = isDate(fact.value) || hasDigit(text);
        return (exact || message.at.plusDays(daysOfWords) >= asOf) && !greets(message.text, fact.span.start);
    }
    const bool number = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    return !number || text.size() >= fewestDigits || kind == FactKind::errorText || kind == FactKind::placeOrRoute;
}

struct Told {
    FactKind kind;
    std::vector<Found> mentions; // in order of time

    const Annotation& first() const { return *mentions.front().annotation; }
};

// Facts in the customer's own words, each once with all that mention it, oldest first.
std::vector<Told> toldFacts(const BriefFold& fold)
{
    std::vector<Told> told;
    std::map<std::pair<FactKind, std::string>, std::size_t> known;
    for (const std::size_t index : fold.messages()) {
        const HistoryMessage& message = fold.message(index);
        if (!BriefFold::fromCustomer(message))
            continue;
        for (const Annotation& annotation : message.annotations) {
            const auto kind = fromName<FactKind>(annotation.label);
            if (annotation.kind != AnnotationKind::fact || !kind || !worthTelling(message, annotation, *kind, fold.view().asOf()))
                continue;
            if (!lasts(*kind, annotation.value) && !fold.isCurrent(message.interaction))
                continue;
            const auto [entry, added] = known.emplace(std::make_pair(*kind, annotation.value), told.size());
            if (added)
                told.push_back({*kind, {}});
            told[entry->second].mentions.push_back({index, &annotation});
        }
    }
    return told;
}

// Of each group of values that replace each other, the one mentioned last and the one before it.
struct InForce {
    std::size_t newest;
    std::optional<std::size_t> before;
};

std::map<std::string, InForce> valuesInForce(const std::vector<Told>& told)
{
    const auto later = [&](std::size_t a, std::size_t b) { return told[a].mentions.back().message > told[b].mentions.back().message; };
    std::map<std::string, InForce> groups;
    for (std::size_t i = 0; i < told.size(); ++i) {
        const std::string group = replaceable(told[i].kind, told[i].first().value);
        if (group.empty())
            continue;
        const auto [entry, added] = groups.emplace(group, InForce{i, std::nullopt});
        InForce& known = entry->second;
        if (added)
            continue;
        if (!later(known.newest, i))
            known = {i, known.newest};
        else if (!known.before || later(i, *known.before))
            known.before = i;
    }
    return groups;
}

std::optional<Statement> toldStatement(const BriefFold& fold, const Told& fact, const Told* before)
{
    const auto words = [&](const Found& mention) { return std::string(mention.annotation->span.in(fold.message(mention.message).text)); };
    auto citation = fold.cite(fact.mentions.front().message, fact.first().span);
    if (!citation)
        return std::nullopt;
    std::string text = words(fact.mentions.front());
    if (isDate(fact.first().value) && text != fact.first().value)
        text += " (" + fact.first().value + ")";
    // "Monday" is read against the day it was said on.
    else if (fact.kind == FactKind::dateOrTime && !isDate(fact.first().value))
        text += " (said " + fold.message(fact.mentions.front().message).at.toString().substr(0, dateLength) + ")";
    std::vector<Citation> further;
    const auto cite = [&](const Found& mention) {
        if (auto cited = fold.cite(mention.message, mention.annotation->span))
            further.push_back(*std::move(cited));
    };
    std::ranges::for_each(fact.mentions.begin() + 1, fact.mentions.end(), cite);
    if (before) {
        text += " (before: " + words(before->mentions.front()) + ")";
        cite(before->mentions.front());
    }
    return Statement(std::move(text), *std::move(citation), std::move(further));
}

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
        return hasDigit(fact.value);
    if (topic == "place")
        return !hasDigit(fact.value);
    if (topic == "when")
        return isDate(fact.value);
    return topic == "order" || topic == "account" || topic == "error" || topic == "amount";
}

std::optional<Citation> answeredBefore(const BriefFold& fold, std::size_t asked, const Annotation& question)
{
    const HistoryMessage& asking = fold.message(asked);
    for (const std::size_t index : fold.messages()) {
        const HistoryMessage& message = fold.message(index);
        if (message.at > asking.at || index == asked)
            break;
        if (!BriefFold::fromCustomer(message))
            continue;
        for (const Annotation& fact : message.annotations) {
            const auto kind = fromName<FactKind>(fact.label);
            if (fact.kind != AnnotationKind::fact || !kind || !answers(question, fact))
                continue;
            if (message.interaction == asking.interaction || lasts(*kind, fact.value))
                return fold.cite(index, fact.span);
        }
    }
    return std::nullopt;
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
        if (earlier || !BriefFold::fromUs(message))
            continue;
        for (const Annotation& other : message.annotations) {
            if (other.kind == AnnotationKind::question && other.label == question.label && other.value == question.value)
                earlier = fold.cite(index, other.span);
        }
    }
    return spoken ? earlier : std::nullopt;
}

} // namespace

void foldTold(const BriefFold& fold, Brief& brief)
{
    const std::vector<Told> told = toldFacts(fold);
    const std::map<std::string, InForce> groups = valuesInForce(told);
    for (std::size_t i = 0; i < told.size(); ++i) {
        const auto group = groups.find(replaceable(told[i].kind, told[i].first().value));
        if (group != groups.end() && group->second.newest != i)
            continue;
        const Told* before = group != groups.end() && group->second.before ? &told[*group->second.before] : nullptr;
        if (auto statement = toldStatement(fold, told[i], before))
            brief.told.push_back({*std::move(statement), told[i].kind, told[i].first().value});
    }
}

void foldAskedAgain(const BriefFold& fold, Brief& brief)
{
    for (const std::size_t index : fold.messages()) {
        const HistoryMessage& message = fold.message(index);
        if (!BriefFold::fromUs(message) || message.visibility != Visibility::visible || !fold.isCurrent(message.interaction))
            continue;
        std::vector<Span> reported;
        for (const Annotation& question : message.annotations) {
            if (question.kind != AnnotationKind::question || question.label.empty()
                || std::ranges::find(reported, question.span) != reported.end())
                continue;
            auto before = answeredBefore(fold, index, question);
            if (!before)
                before = askedBefore(fold, index, question);
            auto statement = before ? fold.statement(index, question.span) : std::nullopt;
            if (!statement)
                continue;
            statement->cite(*std::move(before));
            reported.push_back(question.span);
            brief.askedAgain.push_back(*std::move(statement));
        }
    }
}

// What the customer asked last and nobody has answered since.
void foldOpenQuestions(const BriefFold& fold, Brief& brief)
{
    for (const std::uint32_t interaction : fold.current()) {
        if (fold.view().closedAt(interaction))
            continue;
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
                if (question.kind != AnnotationKind::question)
                    continue;
                if (auto statement = fold.statement(messages[i], question.span))
                    brief.openQuestions.push_back(*std::move(statement));
            }
        }
    }
}

} // namespace foreword
