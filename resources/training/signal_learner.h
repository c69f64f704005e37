// What the trainer learns: a linear model over hashed features and a small network over word
// vectors, together, in the shape of core/annotate/signal_model.h but in whole precision. One
// thread, a seed of its own, the same numbers every time.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/annotate/signal_model.h"
#include "resources/training/word_vectors.h"

namespace foreword::training {

struct Sentence {
    std::vector<FeatureId> features;
    std::vector<const WordVector*> words;
};

struct Line {
    std::vector<Sentence> sentences;
    std::array<float, SignalShape::signals> label{}, weight{};
};

// Numbers of the same use, with what Adam keeps of each.
struct Layer {
    std::vector<float> values, slopes, means, squares;

    explicit Layer(std::size_t size) : values(size), slopes(size), means(size), squares(size) {}
};

class SignalLearner {
public:
    using Scores = std::array<float, SignalShape::signals>;
    using Row = std::array<float, SignalShape::signals>;

    explicit SignalLearner(std::uint64_t seed);

    // Features that say nothing: their weights stay 0.
    void forget(std::vector<bool> features) { m_forgotten = std::move(features); }
    void learn(const std::vector<const Line*>& lines);
    Scores scores(const Line& line);

    const std::vector<Row>& features() const { return m_features; }
    std::array<float, SignalShape::wordNumbers> numbersOf(const WordVector& word) const;
    const std::vector<float>& pooledBias() const { return m_pooledBias.values; }
    const std::vector<float>& hidden() const { return m_hidden.values; }
    const std::vector<float>& hiddenBias() const { return m_hiddenBias.values; }
    const std::vector<float>& output() const { return m_output.values; }
    const std::vector<float>& bias() const { return m_bias.values; }

private:
    // Where the numbers of a line came from, for the way back.
    struct Pass;

    float uniform(); // from 0 to 1
    void fill(Layer& layer, float spread);
    void forward(const Line& line, Pass& pass, bool training);
    void pool(const Line& line, Pass& pass, bool training);
    void backward(const Line& line, Pass& pass, float share);
    void backToWords(const Pass& pass);
    void step(Layer& layer, float rate) const;
    void stepFeatures();

    std::uint64_t m_state;
    std::int64_t m_steps = 0;
    std::vector<Row> m_features, m_featureSlopes, m_featureSquares;
    std::vector<FeatureId> m_touched;
    std::vector<bool> m_forgotten = std::vector<bool>(SignalShape::features);
    Layer m_words; // [number of the vector][number of the word]
    Layer m_pooledBias, m_hidden, m_hiddenBias, m_output, m_bias;
};

} // namespace foreword::training
