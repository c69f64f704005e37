// One line for each closed matter, one for all where the same fault came again.
#include <algorithm>
#include <functional>
#include <initializer_list>
#include <map>
#include <span>
#include <unordered_map>

#include "core/brief/key_sentences.h"
#include "core/brief/sections.h"
#include "core/text/folded_text.h"

namespace foreword {
namespace {

constexpr std::size_t closelyRead = 12;       // newest matters, whose sentences are compared with the subject
constexpr std::size_t comparedLetters = 6;    // of a word, so that its forms are one
constexpr std::size_t fewestLetters = 4;
constexpr std::size_t fewestShared = 2;       // words that two matters share
constexpr std::size_t mostSharing = 40;       // matters with a word; a commoner one says nothing
constexpr std::size_t dateLength = 10;        // "2026-11-05"
// What a sentence has beside its chance to be a key one, in thousandths.
constexpr std::size_t mostNamed = 3; // words of the subject
constexpr int forNaming = 150;       // each of them
constexpr int forSignal = 300, forOpening = 150;
constexpr int forAsking = 300, forAskingOfTrouble = 100; // of a fault what is wrong says more than what is asked

// The beginnings of the words of a text, as hashes in order, each once.
std::vector<std::size_t> wordsOf(std::initializer_list<std::string_view> texts)
{
    std::vector<std::size_t> words;
    for (const std::string_view text : texts) {
        const FoldedText folded(text);
        for (std::size_t i = 0; i < folded.size(); ++i) {
            if (folded.token(i).kind == TokenKind::word && folded.word(i).size() >= fewestLetters)
                words.push_back(std::hash<std::string_view>{}(folded.word(i).substr(0, comparedLetters)));
        }
    }
    std::ranges::sort(words);
    words.erase(std::ranges::unique(words).begin(), words.end());
    return words;
}

std::size_t inCommon(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b)
{
    return static_cast<std::size_t>(std::ranges::count_if(a, [&](std::size_t word) { return std::ranges::binary_search(b, word); }));
}

std::string_view textOf(const BriefFold& fold, const Found& found)
{
    return found.annotation->span.in(fold.message(found.message).text);
}

// Body sentences of the messages that everybody may read.
std::vector<Found> bodyOf(const BriefFold& fold, std::span<const std::size_t> messages, bool customerOnly)
{
    std::vector<Found> found;
    for (const std::size_t index : messages) {
        const HistoryMessage& message = fold.message(index);
        if (message.visibility != Visibility::visible || (customerOnly && message.sender != Sender::customer))
            continue;
        for (const Annotation& annotation : message.annotations) {
            if (annotation.kind == AnnotationKind::sentence && annotation.label == "body")
                found.push_back({index, &annotation});
        }
    }
    return found;
}

int weightOf(const Found& found)
{
    return found.annotation->weight;
}

// The weightiest sentence of a matter, by what was known of each when it came; of the customer
// where there is one that weighs anything.
std::optional<Found> weightiest(const BriefFold& fold, std::uint32_t interaction)
{
    std::vector<Found> sentences = bodyOf(fold, fold.messagesOf(interaction), true);
    if (sentences.empty())
        sentences = bodyOf(fold, fold.messagesOf(interaction), false);
    return sentences.empty() ? std::nullopt : std::optional(*std::ranges::max_element(sentences, {}, weightOf));
}

// The customer's sentence that says what it is about: what carries the matter, names what its
// subject names, asks or says what a signal rests on, rather than what tells how it came.
std::optional<Found> request(const BriefFold& fold, std::uint32_t interaction, std::span<const SeenSentence> seen)
{
    const std::vector<std::size_t> subject = wordsOf({fold.view().interaction(interaction).subject});
    std::optional<Found> best;
    int most = 0;
    std::optional<std::size_t> opening; // the customer's first message
    const InteractionKind kind = fold.view().interaction(interaction).kind;
    const int asking = kind == InteractionKind::fault || kind == InteractionKind::complaint ? forAskingOfTrouble : forAsking;
    for (const SeenSentence& sentence : seen) {
        if (!sentence.customer)
            continue;
        const Found& found = sentence.found;
        opening = opening.value_or(found.message);
        const auto holds = [&](AnnotationKind wanted) {
            return std::ranges::any_of(fold.message(found.message).annotations,
                                       [&](const Annotation& a) { return a.kind == wanted && a.span.overlaps(found.annotation->span); });
        };
        const auto named = static_cast<int>(std::min(inCommon(subject, wordsOf({textOf(fold, found)})), mostNamed));
        const int weight = keyChance(sentence) + named * forNaming + (holds(AnnotationKind::cue) ? forSignal : 0)
            + (holds(AnnotationKind::question) || holds(AnnotationKind::request) ? asking : 0)
            + (found.message == *opening ? forOpening : 0);
        if (weight > most) {
            most = weight;
            best = found;
        }
    }
    return best;
}

bool mayComeAgain(InteractionKind kind)
{
    return kind == InteractionKind::fault || kind == InteractionKind::complaint || kind == InteractionKind::billing;
}

} // namespace

Ended foldEnded(const BriefFold& fold, std::uint32_t interaction, bool readClosely)
{
    Ended ended;
    ended.readClosely = readClosely;
    const std::vector<SeenSentence> seen = readClosely ? seenSentences(fold, fold.messagesOf(interaction)) : std::vector<SeenSentence>();
    ended.first = request(fold, interaction, seen);
    if (!ended.first)
        ended.first = weightiest(fold, interaction);
    if (!ended.first)
        return ended;
    ended.ending = endingOf(fold, interaction, *ended.first, seen);
    ended.words = wordsOf({fold.view().interaction(interaction).subject, textOf(fold, *ended.first)});
    return ended;
}

bool PastMatters::readsClosely() const
{
    return m_all.size() < closelyRead;
}

void PastMatters::add(std::uint32_t interaction, const Ended& ended)
{
    if (ended.first)
        m_all.push_back({interaction, &ended});
}

std::vector<PastMatters::Row> PastMatters::rows() const
{
    std::vector<Row> rows;
    std::unordered_map<std::size_t, std::vector<std::size_t>> rowsWith; // by word
    for (const Past& past : m_all) {
        const InteractionKind kind = m_fold.view().interaction(past.interaction).kind;
        std::map<std::size_t, std::size_t> shared;
        for (const std::size_t word : past.ended->words) {
            const auto rowsOf = mayComeAgain(kind) ? rowsWith.find(word) : rowsWith.end();
            if (rowsOf == rowsWith.end() || rowsOf->second.size() > mostSharing)
                continue;
            for (const std::size_t row : rowsOf->second)
                ++shared[row];
        }
        std::optional<std::size_t> same;
        for (const auto& [row, count] : shared) {
            const Past& newest = rows[row].front();
            const bool alike = kind == m_fold.view().interaction(newest.interaction).kind && count >= fewestShared
                && 2 * count >= std::min(newest.ended->words.size(), past.ended->words.size());
            if (alike && (!same || count > shared[*same]))
                same = row;
        }
        if (same) {
            rows[*same].push_back(past);
            continue;
        }
        for (const std::size_t word : past.ended->words)
            rowsWith[word].push_back(rows.size());
        rows.push_back({past});
    }
    return rows;
}

// The newest of a fault is told; the others are counted, and all are cited. "→" leads to what we
// answered or what happened, "←" to what the customer said came of it.
std::optional<Statement> PastMatters::lineOf(const Row& row) const
{
    const Found& first = *row.front().ended->first;
    const Ending& ending = row.front().ended->ending;
    const std::optional<Statement> line = m_fold.statement(first);
    if (!line)
        return std::nullopt;
    const auto dayOf = [&](const Found& said) { return m_fold.message(said.message).at.toString().substr(0, dateLength); };
    std::string text = line->text();
    std::vector<Citation> further;
    std::string from = dayOf(*row.back().ended->first), until = dayOf(first);
    const auto tell = [&](const Found& said, const char* lead) {
        const auto told = m_fold.statement(said);
        if (!told || (said.message == first.message && first.annotation->span.overlaps(said.annotation->span)))
            return false;
        text += lead + told->text();
        further.push_back(told->citations().front());
        until = std::max(until, dayOf(said));
        return true;
    };
    const char* lead = " → ";
    for (const Found& answer : ending.answer)
        lead = tell(answer, lead) ? " " : lead;
    if (ending.outcome)
        tell(*ending.outcome, BriefFold::fromCustomer(m_fold.message(ending.outcome->message)) ? " ← " : " → ");
    const std::string times = row.size() == 1 ? std::string() : std::to_string(row.size()) + "×, ";
    text += " (" + times + (from == until ? until : from + " – " + until) + ")";
    for (std::size_t i = 1; i < row.size(); ++i) {
        if (auto cited = m_fold.cite(*row[i].ended->first))
            further.push_back(*std::move(cited));
    }
    return Statement(std::move(text), line->citations().front(), std::move(further));
}

std::vector<Statement> PastMatters::lines() const
{
    std::vector<Statement> lines;
    for (const Row& row : rows()) {
        if (auto line = lineOf(row))
            lines.push_back(*std::move(line));
    }
    return lines;
}

} // namespace foreword
