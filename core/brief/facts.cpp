#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <unordered_map>

#include "core/annotate/sentence_around.h"
#include "core/brief/sections.h"
#include "core/model/names.h"
#include "core/text/folded_text.h"

namespace foreword {
namespace {

constexpr std::size_t dateLength = 10; // "2026-11-05"
constexpr std::size_t fewestDigits = 3; // of a number that refers to something
constexpr std::ptrdiff_t spacesOfAddress = 2; // "61 stonecrop hill", but not "gate 40"
constexpr std::ptrdiff_t fewestPhoneDigits = 7;
constexpr std::size_t fewestFurtherWords = 2; // of a sentence that says more than the fact in it
constexpr int daysOfWords = 3;          // that a time without a date is understood

// Who someone is and how to reach them holds from one matter to the next, and so does a product
// that is named ("Envy 5530"), but not "the kettle"; dates, amounts and references belong to theirs.
bool lasts(FactKind kind, std::string_view value)
{
    const bool address = kind == FactKind::placeOrRoute && hasFigure(value) && std::ranges::count(value, ' ') >= spacesOfAddress;
    return kind == FactKind::accountOrDeviceId || kind == FactKind::contactDetail || address
        || (kind == FactKind::deviceOrProduct && hasFigure(value));
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

// Whether anybody would have to ask for it again: a lone figure refers to nothing.
bool isWorthTelling(const HistoryMessage& message, const Annotation& fact, FactKind kind)
{
    const std::string_view text = fact.span.in(message.text);
    if (kind == FactKind::dateOrTime)
        return !greets(message.text, fact.span.start);
    const bool number = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    return !number || text.size() >= fewestDigits || kind == FactKind::errorText || kind == FactKind::placeOrRoute;
}

// After a few days nobody knows which "Saturday" or "an hour" was meant.
std::optional<Timestamp> understoodUntil(const HistoryMessage& message, const Annotation& fact, FactKind kind)
{
    const bool exact = kind != FactKind::dateOrTime || isDay(fact.value) || hasFigure(fact.span.in(message.text));
    return exact ? std::nullopt : std::optional(message.at.plusDays(daysOfWords));
}

struct Told {
    FactKind kind;
    std::vector<Found> mentions; // in order of time

    const Annotation& first() const { return *mentions.front().annotation; }
};

// One number is read as that of an order here and as that of a device there.
FactKind comparableKind(FactKind kind)
{
    return kind == FactKind::orderOrBookingRef ? FactKind::accountOrDeviceId : kind;
}

struct SameValue {
    std::size_t operator()(const SaidFact* fact) const
    {
        return std::hash<std::string_view>{}(fact->found.annotation->value) ^ static_cast<std::size_t>(comparableKind(fact->kind));
    }
    bool operator()(const SaidFact* a, const SaidFact* b) const
    {
        return comparableKind(a->kind) == comparableKind(b->kind) && a->found.annotation->value == b->found.annotation->value;
    }
};

std::vector<Told> eachOnce(const std::vector<const SaidFact*>& facts)
{
    std::vector<Told> told;
    std::unordered_map<const SaidFact*, std::size_t, SameValue, SameValue> known(facts.size());
    for (const SaidFact* fact : facts) {
        const auto [entry, added] = known.try_emplace(fact, told.size());
        if (added)
            told.push_back({fact->kind, {}});
        told[entry->second].mentions.push_back(fact->found);
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

// The value as it was said, with its day where it is one, and what it replaced.
std::string wordsOf(const BriefFold& fold, const Told& fact, const Told* before)
{
    const auto words = [&](const Found& mention) { return std::string(mention.annotation->span.in(fold.message(mention.message).text)); };
    std::string text = words(fact.mentions.front());
    if (isDay(fact.first().value) && text != fact.first().value)
        text += " (" + fact.first().value + ")";
    if (before)
        text += " (before: " + words(before->mentions.front()) + ")";
    return text;
}

// The sentence a fact was said in, where that says more: alone "2 weeks" tells nobody of what.
std::optional<Statement> sentenceOf(const BriefFold& fold, const Found& mention)
{
    const HistoryMessage& message = fold.message(mention.message);
    const Span fact = mention.annotation->span;
    const Annotation* sentence = sentenceAround(message, fact);
    if (!sentence)
        return std::nullopt;
    const std::size_t words = FoldedText(sentence->span.in(message.text)).size();
    return words < FoldedText(fact.in(message.text)).size() + fewestFurtherWords ? std::nullopt
                                                                                 : fold.statement(mention.message, sentence->span);
}

std::optional<ToldFact> toldFact(const BriefFold& fold, const Told& fact, const Told* before)
{
    auto citation = fold.cite(fact.mentions.front());
    if (!citation)
        return std::nullopt;
    std::string words = wordsOf(fold, fact, before);
    const std::optional<Statement> sentence = sentenceOf(fold, fact.mentions.front());
    std::string text = words;
    // "Monday" is read against the day it was said on.
    if (fact.kind == FactKind::dateOrTime && !isDay(fact.first().value))
        text += " (said " + fold.message(fact.mentions.front().message).at.toString().substr(0, dateLength) + ")";
    if (sentence)
        text += ": " + sentence->text();
    Statement statement(std::move(text), *std::move(citation));
    if (sentence)
        statement.cite(sentence->citations().front());
    const auto cite = [&](const Found& mention) {
        if (auto cited = fold.cite(mention))
            statement.cite(*std::move(cited));
    };
    std::ranges::for_each(fact.mentions.begin() + 1, fact.mentions.end(), cite);
    if (before)
        cite(before->mentions.front());
    return ToldFact{std::move(statement), fact.kind, fact.first().value, std::move(words), sentence ? sentence->text() : std::string()};
}

} // namespace

bool hasFigure(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool isDay(std::string_view value)
{
    return value.size() == dateLength && value[4] == '-' && value[7] == '-';
}

std::vector<SaidFact> saidFacts(const BriefFold& fold, std::uint32_t interaction)
{
    std::vector<SaidFact> facts;
    for (const std::size_t index : fold.messagesOf(interaction)) {
        const HistoryMessage& message = fold.message(index);
        if (!BriefFold::fromCustomer(message))
            continue;
        for (const Annotation& annotation : message.annotations) {
            const auto kind = annotation.kind == AnnotationKind::fact ? fromName<FactKind>(annotation.label) : std::nullopt;
            if (kind)
                facts.push_back({{index, &annotation},
                                 *kind,
                                 lasts(*kind, annotation.value),
                                 isWorthTelling(message, annotation, *kind),
                                 understoodUntil(message, annotation, *kind)});
        }
    }
    return facts;
}

void retell(std::vector<Statement>& told, std::span<const Statement* const> statements)
{
    const auto [standing, next] = std::ranges::mismatch(told, statements, [](const Statement& a, const Statement* b) { return a == *b; });
    told.erase(standing, told.end());
    std::ranges::transform(next, statements.end(), std::back_inserter(told), [](const Statement* one) { return *one; });
}

// Lines are in the order in which their values were first said, the old ones and the new ones.
void FactTeller::tell(const BriefFold& fold, std::vector<const SaidFact*> facts, std::vector<ToldFact>& told)
{
    std::ranges::stable_sort(facts, {}, [](const SaidFact* fact) { return fact->found.message; });
    const std::vector<Told> values = eachOnce(facts);
    const std::map<std::string, InForce> groups = valuesInForce(values);
    std::vector<Line> lines;
    std::vector<ToldFact> all;
    std::size_t known = 0; // of the lines told last
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Told& value = values[i];
        const auto group = groups.find(replaceable(value.kind, value.first().value));
        if (group != groups.end() && group->second.newest != i)
            continue;
        const Told* before = group != groups.end() && group->second.before ? &values[*group->second.before] : nullptr;
        Line line{value.mentions, before ? &before->first() : nullptr};
        const Found& first = line.mentions.front();
        const auto firstOf = [&](std::size_t at) -> const Found& { return m_lines[at].mentions.front(); };
        while (known < m_lines.size() && firstOf(known).message < first.message)
            ++known;
        std::size_t same = known;
        while (same < m_lines.size() && firstOf(same).message == first.message && firstOf(same) != first)
            ++same;
        const bool stands = same < m_lines.size() && m_lines[same] == line;
        std::optional<ToldFact> one = stands ? std::move(told[same]) : toldFact(fold, value, before);
        if (!one)
            continue;
        lines.push_back(std::move(line));
        all.push_back(*std::move(one));
    }
    m_lines = std::move(lines);
    told = std::move(all);
}

} // namespace foreword
