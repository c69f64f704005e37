// One line for each closed matter, one for all where the same fault came again.
#include <algorithm>
#include <map>
#include <set>

#include "core/brief/brief_fold.h"
#include "core/text/folded_text.h"

namespace foreword {
namespace {

constexpr std::size_t readClosely = 12;       // newest matters, whose sentences are compared with the subject
constexpr std::size_t fewestEndingWords = 3;  // "Found it" says nothing
constexpr std::size_t mostEndingWords = 30;
constexpr std::size_t comparedLetters = 6;    // of a word, so that its forms are one
constexpr std::size_t fewestLetters = 4;
constexpr std::size_t fewestShared = 2;       // words that two matters share
constexpr std::size_t mostSharing = 40;       // matters with a word; a commoner one says nothing
constexpr std::size_t dateLength = 10;        // "2026-11-05"

// What a closed matter is told by.
struct Past {
    std::uint32_t interaction = 0;
    Found first;
    std::optional<Found> end;
    std::set<std::string> words; // of its subject and what carries it
};

void addWords(std::string_view text, std::set<std::string>& words)
{
    const FoldedText folded(text);
    for (std::size_t i = 0; i < folded.size(); ++i) {
        if (folded.token(i).kind == TokenKind::word && folded.word(i).size() >= fewestLetters)
            words.emplace(folded.word(i).substr(0, comparedLetters));
    }
}

// The weightiest sentence of a matter, by what was known of each when it came; of the customer
// where there is one that weighs anything.
std::optional<Found> weightiest(const BriefFold& fold, std::uint32_t interaction)
{
    std::vector<Found> sentences = weighedSentences(fold, fold.messagesOf(interaction), true);
    if (sentences.empty())
        sentences = weighedSentences(fold, fold.messagesOf(interaction), false);
    return sentences.empty() ? std::nullopt : std::optional(sentences.front());
}

// The sentence that says most of what the subject names; nothing where none says any of it.
std::optional<Found> aboutSubject(const BriefFold& fold, std::uint32_t interaction)
{
    std::set<std::string> subject;
    addWords(fold.view().interaction(interaction).subject, subject);
    std::optional<Found> best;
    std::size_t most = 0;
    if (subject.empty())
        return best;
    for (const Found& sentence : weighedSentences(fold, fold.messagesOf(interaction), true)) {
        std::set<std::string> words;
        addWords(sentence.annotation->span.in(fold.message(sentence.message).text), words);
        const auto shared =
            static_cast<std::size_t>(std::ranges::count_if(subject, [&](const std::string& word) { return words.contains(word); }));
        if (shared > most) {
            most = shared;
            best = sentence;
        }
    }
    return best;
}

const Annotation* sentenceAround(const HistoryMessage& message, Span span)
{
    const auto found = std::ranges::find_if(message.annotations, [&](const Annotation& a) {
        return a.kind == AnnotationKind::sentence && a.span.start <= span.start && span.end <= a.span.end;
    });
    return found == message.annotations.end() ? nullptr : &*found;
}

bool holds(const HistoryMessage& message, const Annotation& sentence, AnnotationKind kind)
{
    return std::ranges::any_of(message.annotations, [&](const Annotation& a) { return a.kind == kind && a.span.overlaps(sentence.span); });
}

// Whether a sentence can tell how a matter ended: what we only promised or asked in it is no end.
bool tellsEnd(const HistoryMessage& message, const Annotation& sentence)
{
    const std::size_t words = FoldedText(sentence.span.in(message.text)).size();
    return words >= fewestEndingWords && words <= mostEndingWords && !holds(message, sentence, AnnotationKind::promise)
        && !holds(message, sentence, AnnotationKind::question);
}

// The last sentence in which something was done or said to be settled.
std::optional<Found> settling(const BriefFold& fold, std::uint32_t interaction)
{
    std::optional<Found> last;
    for (const std::size_t index : fold.messagesOf(interaction)) {
        const HistoryMessage& message = fold.message(index);
        for (const Annotation& annotation : message.annotations) {
            const bool settled = annotation.kind == AnnotationKind::fulfilment
                || (annotation.kind == AnnotationKind::resolution && annotation.label == "resolved");
            const Annotation* sentence = settled ? sentenceAround(message, annotation.span) : nullptr;
            if (sentence && tellsEnd(message, *sentence))
                last = Found{index, sentence};
        }
    }
    return last;
}

// What we said last about it, by its weightiest sentence.
std::optional<Found> lastAnswer(const BriefFold& fold, const Found& first)
{
    const std::vector<std::size_t>& messages = fold.messagesOf(fold.message(first.message).interaction);
    for (auto index = messages.rbegin(); index != messages.rend() && *index > first.message; ++index) {
        const HistoryMessage& message = fold.message(*index);
        if (!BriefFold::fromUs(message))
            continue;
        for (const Found& sentence : weighedSentences(fold, {&*index, 1}, false)) {
            if (tellsEnd(message, *sentence.annotation))
                return sentence;
        }
    }
    return std::nullopt;
}

std::vector<Past> pastMatters(const BriefFold& fold)
{
    std::vector<Past> all;
    for (const std::uint32_t interaction : fold.past()) {
        std::optional<Found> first = all.size() < readClosely ? aboutSubject(fold, interaction) : std::nullopt;
        if (!first)
            first = weightiest(fold, interaction);
        if (!first)
            continue;
        Past past{interaction, *first, settling(fold, interaction), {}};
        if (!past.end)
            past.end = lastAnswer(fold, *first);
        addWords(fold.view().interaction(interaction).subject, past.words);
        addWords(first->annotation->span.in(fold.message(first->message).text), past.words);
        all.push_back(std::move(past));
    }
    return all;
}

bool mayComeAgain(InteractionKind kind)
{
    return kind == InteractionKind::fault || kind == InteractionKind::complaint || kind == InteractionKind::billing;
}

// Matters of one fault, newest first; each matter in one row.
std::vector<std::vector<std::size_t>> sameFault(const BriefFold& fold, const std::vector<Past>& all)
{
    std::vector<std::vector<std::size_t>> rows;
    std::map<std::string, std::vector<std::size_t>> rowsWith;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const InteractionKind kind = fold.view().interaction(all[i].interaction).kind;
        std::map<std::size_t, std::size_t> shared;
        for (const std::string& word : all[i].words) {
            if (const auto rowsOf = rowsWith.find(word); rowsOf != rowsWith.end() && rowsOf->second.size() <= mostSharing) {
                for (const std::size_t row : rowsOf->second)
                    ++shared[row];
            }
        }
        std::optional<std::size_t> same;
        for (const auto& [row, count] : shared) {
            const Past& newest = all[rows[row].front()];
            const bool alike = mayComeAgain(kind) && kind == fold.view().interaction(newest.interaction).kind && count >= fewestShared
                && 2 * count >= std::min(newest.words.size(), all[i].words.size());
            if (alike && (!same || count > shared[*same]))
                same = row;
        }
        if (same) {
            rows[*same].push_back(i);
            continue;
        }
        for (const std::string& word : all[i].words)
            rowsWith[word].push_back(rows.size());
        rows.push_back({i});
    }
    return rows;
}

// The newest of a fault is told; the others are counted, and all are cited.
std::optional<Statement> lineOf(const BriefFold& fold, const std::vector<Past>& all, const std::vector<std::size_t>& row)
{
    const Past& newest = all[row.front()];
    std::optional<Statement> line = fold.statement(newest.first.message, newest.first.annotation->span);
    if (!line)
        return line;
    std::string text = line->text();
    std::vector<Citation> further;
    const bool apart = newest.end
        && !(newest.end->message == newest.first.message && newest.first.annotation->span.overlaps(newest.end->annotation->span));
    if (const auto outcome = apart ? fold.statement(newest.end->message, newest.end->annotation->span) : std::nullopt) {
        text += " → " + outcome->text();
        further = outcome->citations();
    }
    const auto day = [&](const Past& past) { return fold.message(past.first.message).at.toString().substr(0, dateLength); };
    text += row.size() == 1 ? " (" + day(newest) + ")"
                            : " (" + std::to_string(row.size()) + "×, " + day(all[row.back()]) + " – " + day(newest) + ")";
    for (std::size_t i = 1; i < row.size(); ++i) {
        if (auto cited = fold.cite(all[row[i]].first.message, all[row[i]].first.annotation->span))
            further.push_back(*std::move(cited));
    }
    return Statement(std::move(text), line->citations().front(), std::move(further));
}

} // namespace

void foldHistory(const BriefFold& fold, Brief& brief)
{
    const std::vector<Past> all = pastMatters(fold);
    for (const std::vector<std::size_t>& row : sameFault(fold, all)) {
        if (auto line = lineOf(fold, all, row))
            brief.history.push_back(*std::move(line));
    }
}

} // namespace foreword
