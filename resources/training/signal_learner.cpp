#include "resources/training/signal_learner.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foreword::training {
namespace {

using Shape = SignalShape;

constexpr int rounds = 16;
constexpr std::size_t batch = 64;
constexpr float rate = 3e-3F;        // of Adam, falling to nothing
constexpr float featureRate = 0.05F; // of AdaGrad
constexpr float decay = 1e-4F;
constexpr float forgottenWords = 0.1F; // left out while learning, so that nothing hangs on one
constexpr float forgottenNumbers = 0.5F;
constexpr std::size_t numbers = Shape::wordNumbers;

using Numbers = std::array<float, numbers>;

} // namespace

struct SignalLearner::Pass {
    std::vector<const WordVector*> words; // those kept, sentence after sentence
    std::vector<Numbers> projected;
    // The first and last kept word of the largest window and the largest word, by number; none where 0 is larger.
    struct Source {
        std::size_t first = 0, last = 0;
    };
    std::array<Source, numbers> window{}, word{};
    std::array<float, Shape::pooled> pooled{}, kept{}; // `kept`: what it is multiplied with, 0 where it does not count
    std::array<float, Shape::hidden> hidden{}, keptHidden{};
    std::vector<std::pair<FeatureId, float>> features;
    Scores scores{};
};

SignalLearner::SignalLearner(std::uint64_t seed)
    : m_state(seed), m_features(Shape::features), m_featureSlopes(Shape::features), m_featureSquares(Shape::features),
      m_words(vectorSize * numbers), m_pooledBias(Shape::pooled), m_hidden(Shape::hidden * Shape::pooled), m_hiddenBias(Shape::hidden),
      m_output(Shape::signals * Shape::hidden), m_bias(Shape::signals)
{
    fill(m_words, 0.05F);
    fill(m_hidden, 0.07F);
    fill(m_output, 0.04F);
    std::ranges::fill(m_bias.values, -1.5F);
}

float SignalLearner::uniform()
{
    m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<float>(m_state >> 40) / static_cast<float>(1 << 24);
}

void SignalLearner::fill(Layer& layer, float spread)
{
    for (float& value : layer.values)
        value = (2 * uniform() - 1) * spread;
}

Numbers SignalLearner::numbersOf(const WordVector& word) const
{
    Numbers made{};
    for (std::size_t k = 0; k < vectorSize; ++k) {
        for (std::size_t i = 0; i < numbers; ++i)
            made[i] += word[k] * m_words.values[k * numbers + i];
    }
    return made;
}

void SignalLearner::pool(const Line& line, Pass& pass, bool training)
{
    Numbers windows{}, words{}, sum{};
    for (const Sentence& sentence : line.sentences) {
        const std::size_t begin = pass.words.size();
        for (const WordVector* word : sentence.words) {
            if (training && uniform() < forgottenWords)
                continue;
            pass.words.push_back(word);
            pass.projected.push_back(numbersOf(*word));
        }
        const std::size_t end = pass.words.size();
        // The windows at both ends hold less than three words.
        for (std::size_t last = begin; begin < end && last < end + Shape::window - 1; ++last) {
            const std::size_t first = std::max(begin + Shape::window - 1, last) - (Shape::window - 1);
            const std::size_t stop = std::min(end, last + 1);
            for (std::size_t i = 0; i < numbers; ++i) {
                float value = 0;
                for (std::size_t w = first; w < stop; ++w)
                    value += pass.projected[w][i];
                if (value > windows[i]) {
                    windows[i] = value;
                    pass.window[i] = {first, stop};
                }
            }
            if (last >= end)
                continue;
            for (std::size_t i = 0; i < numbers; ++i) {
                const float value = pass.projected[last][i];
                sum[i] += value;
                if (value > words[i]) {
                    words[i] = value;
                    pass.word[i] = {last, last + 1};
                }
            }
        }
    }
    const float length = std::sqrt(static_cast<float>(pass.words.size() + 1));
    for (std::size_t i = 0; i < numbers; ++i) {
        pass.pooled[i] = windows[i];
        pass.pooled[numbers + i] = words[i];
        pass.pooled[2 * numbers + i] = sum[i] / length;
    }
    for (std::size_t i = 0; i < Shape::pooled; ++i) {
        const float raw = pass.pooled[i] + m_pooledBias.values[i];
        const bool mean = i >= 2 * numbers;
        const bool live = mean ? raw > -1 && raw < 1 : raw > 0;
        const bool forgotten = training && uniform() < forgottenNumbers;
        const float scale = training ? 1 / (1 - forgottenNumbers) : 1;
        pass.pooled[i] = forgotten ? 0 : scale * (mean ? std::clamp(raw, -1.0F, 1.0F) : std::max(raw, 0.0F));
        pass.kept[i] = live && !forgotten ? scale : 0;
    }
}

void SignalLearner::forward(const Line& line, Pass& pass, bool training)
{
    pool(line, pass, training);
    for (std::size_t h = 0; h < Shape::hidden; ++h) {
        const float* weights = &m_hidden.values[h * Shape::pooled];
        const float raw = std::inner_product(pass.pooled.begin(), pass.pooled.end(), weights, m_hiddenBias.values[h]);
        const bool live = raw > 0 && !(training && uniform() < forgottenNumbers);
        pass.keptHidden[h] = !live ? 0 : training ? 1 / (1 - forgottenNumbers) : 1;
        pass.hidden[h] = raw * pass.keptHidden[h];
    }
    std::size_t count = 0;
    for (const Sentence& sentence : line.sentences)
        count += sentence.features.size();
    const float scale = 1 / std::sqrt(static_cast<float>(std::max<std::size_t>(count, 1)));
    Row linear{};
    for (const Sentence& sentence : line.sentences) {
        for (const FeatureId feature : sentence.features) {
            if (m_forgotten[feature] || (training && uniform() < forgottenWords))
                continue;
            const float weight = training ? scale / (1 - forgottenWords) : scale;
            if (training)
                pass.features.emplace_back(feature, weight);
            for (std::size_t s = 0; s < Shape::signals; ++s)
                linear[s] += weight * m_features[feature][s];
        }
    }
    for (std::size_t s = 0; s < Shape::signals; ++s) {
        const float* weights = &m_output.values[s * Shape::hidden];
        pass.scores[s] = std::inner_product(pass.hidden.begin(), pass.hidden.end(), weights, m_bias.values[s] + linear[s]);
    }
}

void SignalLearner::backward(const Line& line, Pass& pass, float share)
{
    Row slope{};
    for (std::size_t s = 0; s < Shape::signals; ++s) {
        slope[s] = share * line.weight[s] * (1 / (1 + std::exp(-pass.scores[s])) - line.label[s]);
        m_bias.slopes[s] += slope[s];
    }
    for (const auto& [feature, weight] : pass.features) {
        m_touched.push_back(feature);
        for (std::size_t s = 0; s < Shape::signals; ++s)
            m_featureSlopes[feature][s] += weight * slope[s];
    }
    std::array<float, Shape::pooled> toPooled{};
    for (std::size_t h = 0; h < Shape::hidden; ++h) {
        if (pass.keptHidden[h] == 0)
            continue;
        float toHidden = 0;
        for (std::size_t s = 0; s < Shape::signals; ++s) {
            toHidden += slope[s] * m_output.values[s * Shape::hidden + h];
            m_output.slopes[s * Shape::hidden + h] += slope[s] * pass.hidden[h];
        }
        toHidden *= pass.keptHidden[h];
        m_hiddenBias.slopes[h] += toHidden;
        for (std::size_t i = 0; i < Shape::pooled; ++i) {
            m_hidden.slopes[h * Shape::pooled + i] += toHidden * pass.pooled[i];
            toPooled[i] += toHidden * m_hidden.values[h * Shape::pooled + i];
        }
    }
    for (std::size_t i = 0; i < Shape::pooled; ++i) {
        pass.kept[i] *= toPooled[i];
        m_pooledBias.slopes[i] += pass.kept[i];
    }
    backToWords(pass);
}

void SignalLearner::backToWords(const Pass& pass)
{
    WordVector sum{};
    for (const WordVector* word : pass.words) {
        for (std::size_t k = 0; k < vectorSize; ++k)
            sum[k] += (*word)[k];
    }
    const float length = std::sqrt(static_cast<float>(pass.words.size() + 1));
    for (std::size_t k = 0; k < vectorSize; ++k) {
        for (std::size_t i = 0; i < numbers; ++i)
            m_words.slopes[k * numbers + i] += pass.kept[2 * numbers + i] * sum[k] / length;
    }
    const auto add = [&](std::size_t number, const Pass::Source& source, float slope) {
        for (std::size_t w = source.first; slope != 0 && w < source.last; ++w) {
            for (std::size_t k = 0; k < vectorSize; ++k)
                m_words.slopes[k * numbers + number] += slope * (*pass.words[w])[k];
        }
    };
    for (std::size_t i = 0; i < numbers; ++i) {
        add(i, pass.window[i], pass.kept[i]);
        add(i, pass.word[i], pass.kept[numbers + i]);
    }
}

// Adam with the decay apart.
void SignalLearner::step(Layer& layer, float now) const
{
    constexpr float keepMean = 0.9F, keepSquare = 0.999F;
    const float meanScale = 1 - std::pow(keepMean, static_cast<float>(m_steps));
    const float squareScale = 1 - std::pow(keepSquare, static_cast<float>(m_steps));
    for (std::size_t i = 0; i < layer.values.size(); ++i) {
        const float slope = layer.slopes[i];
        layer.means[i] = keepMean * layer.means[i] + (1 - keepMean) * slope;
        layer.squares[i] = keepSquare * layer.squares[i] + (1 - keepSquare) * slope * slope;
        layer.values[i] -= now * decay * layer.values[i];
        layer.values[i] -= now * (layer.means[i] / meanScale) / (std::sqrt(layer.squares[i] / squareScale) + 1e-8F);
        layer.slopes[i] = 0;
    }
}

void SignalLearner::stepFeatures()
{
    for (const FeatureId feature : m_touched) {
        for (std::size_t s = 0; s < Shape::signals; ++s) {
            float& slope = m_featureSlopes[feature][s];
            if (slope == 0)
                continue;
            float& square = m_featureSquares[feature][s];
            square += slope * slope;
            m_features[feature][s] -= featureRate * slope / (std::sqrt(square) + 1e-10F);
            slope = 0;
        }
    }
    m_touched.clear();
}

void SignalLearner::learn(const std::vector<const Line*>& lines)
{
    std::vector<const Line*> order = lines;
    for (int round = 0; round < rounds; ++round) {
        const float now = rate * (1 - static_cast<float>(round) / rounds);
        for (std::size_t i = order.size(); i > 1; --i)
            std::swap(order[i - 1], order[std::min(i - 1, static_cast<std::size_t>(uniform() * static_cast<float>(i)))]);
        for (std::size_t from = 0; from < order.size(); from += batch) {
            const std::size_t to = std::min(order.size(), from + batch);
            for (std::size_t i = from; i < to; ++i) {
                Pass pass;
                forward(*order[i], pass, true);
                backward(*order[i], pass, 1 / static_cast<float>(to - from));
            }
            ++m_steps;
            for (Layer* layer : {&m_words, &m_pooledBias, &m_hidden, &m_hiddenBias, &m_output, &m_bias})
                step(*layer, now);
            stepFeatures();
        }
    }
}

SignalLearner::Scores SignalLearner::scores(const Line& line)
{
    Pass pass;
    forward(line, pass, false);
    return pass.scores;
}

} // namespace foreword::training
