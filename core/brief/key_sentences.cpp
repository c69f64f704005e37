#include "core/brief/key_sentences.h"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>

namespace foreword {
namespace {

constexpr std::size_t mostSentences = 4;
constexpr std::size_t fewestSentences = 2;
constexpr int usuallyMarked = 4300; // sentences that one person marks, in thousandths

// Of the customer's sentences, then of ours; thousandths of a logarithm of odds, in order of SentenceTrait.
constexpr std::array<std::array<std::int16_t, sentenceTraits>, 2> weights = {{
#include "resources/models/key_sentences.inc"
}};

// The chance at -6000, -5500 … 6000 thousandths of log odds.
constexpr std::array<int, 25> chanceAt = {2,   4,   7,   11,  18,  29,  47,  76,  119, 182, 269, 378, 500,
                                          622, 731, 818, 881, 924, 953, 971, 982, 989, 993, 996, 998};
constexpr int chanceStep = 500;
constexpr int farthest = chanceStep * static_cast<int>(chanceAt.size() / 2);

int chanceOf(int score)
{
    const int from = std::clamp(score, -farthest, farthest - 1) + farthest;
    const auto at = static_cast<std::size_t>(from / chanceStep);
    return chanceAt[at] + (chanceAt[at + 1] - chanceAt[at]) * (from % chanceStep) / chanceStep;
}

} // namespace

int keyChance(const SeenSentence& sentence)
{
    const auto& side = weights[sentence.customer ? 0 : 1];
    int score = 0;
    for (std::size_t i = 0; i < side.size(); ++i)
        score += sentence.traits[i] ? side[i] : 0;
    return chanceOf(score);
}

// Against a person who marks m sentences, n sentences of which s are expected to be among them
// reach an F1 of 2 s / (n + m): one more is worth it while that grows.
std::vector<std::size_t> keySet(std::span<const int> chances)
{
    std::vector<std::size_t> order(chances.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return chances[i]; });
    std::size_t kept = 0;
    int expected = 0;
    while (kept < order.size() && kept < mostSentences) {
        const int chance = chances[order[kept]];
        const bool grows = chance * (static_cast<int>(kept) * 1000 + usuallyMarked) > expected * 1000;
        if (kept >= fewestSentences && !grows)
            break;
        expected += chance;
        ++kept;
    }
    order.resize(kept);
    return order;
}

std::vector<Found> keySentences(std::span<const SeenSentence> sentences)
{
    std::vector<int> chances;
    for (const SeenSentence& sentence : sentences)
        chances.push_back(keyChance(sentence));
    std::vector<Found> chosen;
    for (const std::size_t i : keySet(chances))
        chosen.push_back(sentences[i].found);
    return chosen;
}

} // namespace foreword
