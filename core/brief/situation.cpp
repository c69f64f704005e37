#include <algorithm>
#include <functional>

#include "core/brief/key_sentences.h"

namespace foreword {
namespace {

constexpr std::size_t sentencesOfFirst = 3;
constexpr std::size_t sentencesOfOthers = 2;
constexpr std::size_t mostStatements = 8;
constexpr int tooLight = 330;   // greetings and thanks, where there is anything else
constexpr int leastChance = 60; // the same, as a chance

void inOrderOfTime(std::vector<Found>& sentences)
{
    std::ranges::stable_sort(sentences, [](const Found& a, const Found& b) {
        return std::make_pair(a.message, a.annotation->span) < std::make_pair(b.message, b.annotation->span);
    });
}

// What the customer said that carries an open matter, or what we said where they said nothing,
// in the order it was said.
std::vector<Found> carrying(const BriefFold& fold, std::uint32_t interaction, std::size_t most)
{
    std::vector<SeenSentence> sentences = seenSentences(fold, fold.messagesOf(interaction));
    if (std::ranges::any_of(sentences, &SeenSentence::customer))
        std::erase_if(sentences, [](const SeenSentence& sentence) { return !sentence.customer; });
    std::ranges::stable_sort(sentences, std::greater(), keyChance);
    std::vector<Found> kept;
    for (const SeenSentence& sentence : sentences) {
        if (kept.size() < most && (kept.empty() || keyChance(sentence) >= leastChance))
            kept.push_back(sentence.found);
    }
    inOrderOfTime(kept);
    return kept;
}

// The weightiest customer sentences of a closed matter, by what was known of each when it came.
std::vector<Found> chosen(const BriefFold& fold, std::uint32_t interaction, std::size_t most)
{
    std::vector<Found> sentences = weighedSentences(fold, fold.messagesOf(interaction), true);
    if (sentences.empty())
        sentences = weighedSentences(fold, fold.messagesOf(interaction), false);
    std::size_t kept = 0;
    while (kept < sentences.size() && kept < most && (kept == 0 || sentences[kept].annotation->weight >= tooLight))
        ++kept;
    sentences.resize(kept);
    inOrderOfTime(sentences);
    return sentences;
}

// How a closed matter ended: the last thing done or said to be settled.
std::optional<Found> ending(const BriefFold& fold, std::uint32_t interaction)
{
    std::optional<Found> last;
    for (const std::size_t index : fold.messagesOf(interaction)) {
        for (const Annotation& annotation : fold.message(index).annotations) {
            const bool settled = annotation.kind == AnnotationKind::fulfilment
                || (annotation.kind == AnnotationKind::resolution && annotation.label == "resolved");
            if (settled)
                last = Found{index, &annotation};
        }
    }
    return last;
}

} // namespace

void foldSituation(const BriefFold& fold, Brief& brief)
{
    for (const std::uint32_t interaction : fold.current()) {
        const std::size_t most = brief.situation.empty() ? sentencesOfFirst : sentencesOfOthers;
        for (const Found& sentence : carrying(fold, interaction, most)) {
            if (brief.situation.size() >= mostStatements)
                return;
            auto statement = fold.statement(sentence.message, sentence.annotation->span);
            if (statement)
                brief.situation.push_back(*std::move(statement));
        }
    }
}

void foldHistory(const BriefFold& fold, Brief& brief)
{
    for (const std::uint32_t interaction : fold.past()) {
        std::optional<Statement> line;
        std::optional<Found> first;
        for (const Found& sentence : chosen(fold, interaction, 1)) {
            first = sentence;
            line = fold.statement(sentence.message, sentence.annotation->span);
        }
        if (!line)
            continue;
        const std::optional<Found> end = ending(fold, interaction);
        const bool apart = end && !(end->message == first->message && first->annotation->span.overlaps(end->annotation->span));
        if (const auto outcome = apart ? fold.statement(end->message, end->annotation->span) : std::nullopt)
            line = Statement(line->text() + " → " + outcome->text(), line->citations().front(), outcome->citations());
        brief.history.push_back(*std::move(line));
    }
}

} // namespace foreword
