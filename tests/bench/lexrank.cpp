#include "tests/bench/lexrank.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>

#include "core/store/word_folding.h"

namespace foreword::bench {
namespace {

constexpr double leastLikeness = 0.1, damping = 0.85, tolerance = 1e-4;
constexpr std::size_t mostWords = 200; // of a sentence

// Word numbers in order, with their weights; of length one.
using Vector = std::vector<std::pair<std::uint32_t, double>>;

std::vector<Vector> vectorsOf(const std::vector<std::string>& sentences)
{
    std::unordered_map<std::string, std::uint32_t> numbers;
    std::vector<double> sentencesWith;
    std::vector<Vector> vectors;
    for (const auto& sentence : sentences) {
        std::unordered_map<std::uint32_t, double> counts;
        for (const auto& word : foldedTokens(sentence, mostWords)) {
            const auto number = numbers.emplace(word, static_cast<std::uint32_t>(numbers.size())).first->second;
            sentencesWith.resize(numbers.size());
            if (++counts[number] == 1)
                ++sentencesWith[number];
        }
        vectors.emplace_back(counts.begin(), counts.end());
    }
    for (auto& vector : vectors) {
        double squares = 0;
        for (auto& [word, weight] : vector) {
            weight *= std::log(static_cast<double>(sentences.size()) / sentencesWith[word]);
            squares += weight * weight;
        }
        for (auto& entry : vector)
            entry.second /= squares > 0 ? std::sqrt(squares) : 1;
        std::ranges::sort(vector);
    }
    return vectors;
}

double cosine(const Vector& a, const Vector& b)
{
    double sum = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (i->first == j->first)
            sum += i++->second * j++->second;
        else
            ++(i->first < j->first ? i : j);
    }
    return sum;
}

} // namespace

std::vector<double> lexRank(const std::vector<std::string>& sentences)
{
    const auto vectors = vectorsOf(sentences);
    const auto count = sentences.size();
    std::vector<std::vector<std::uint32_t>> neighbours(count);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = i; j < count; ++j) {
            if (i == j || cosine(vectors[i], vectors[j]) > leastLikeness) {
                neighbours[i].push_back(static_cast<std::uint32_t>(j));
                if (i != j)
                    neighbours[j].push_back(static_cast<std::uint32_t>(i));
            }
        }
    }
    std::vector<double> weights(count, count == 0 ? 0 : 1.0 / static_cast<double>(count)), next(count);
    for (double moved = 1; moved > tolerance;) {
        std::ranges::fill(next, count == 0 ? 0 : (1 - damping) / static_cast<double>(count));
        for (std::size_t i = 0; i < count; ++i) {
            for (const auto j : neighbours[i])
                next[j] += damping * weights[i] / static_cast<double>(neighbours[i].size());
        }
        moved = 0;
        for (std::size_t i = 0; i < count; ++i)
            moved += std::abs(next[i] - weights[i]);
        std::swap(weights, next);
    }
    return weights;
}

} // namespace foreword::bench
