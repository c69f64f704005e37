#include <algorithm>
#include <functional>

#include "core/brief/key_sentences.h"

namespace foreword {
namespace {

constexpr std::size_t sentencesOfFirst = 3;
constexpr std::size_t sentencesOfOthers = 2;
constexpr std::size_t mostStatements = 8;
constexpr int leastChance = 60; // greetings and thanks, where there is anything else

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

} // namespace foreword
