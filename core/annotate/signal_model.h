// The learned part. It proposes what the patterns do not foresee, one score a signal, two ways
// added together: a linear model over hashed features (signal_tokens.h), and a small network over
// word vectors, which knows words that it was never trained on by those that are used alike:
// each word has 64 numbers; of a sentence count the largest of every three neighbouring words,
// the largest of one word, and the mean; a layer of 64 weighs them. Whole numbers only, so that
// every machine gives the same. Trained by resources/training; sources and figures stand in
// resources/models/README.md. Immutable after loading; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/signal_tokens.h"

namespace foreword {

// The shape of the model and the units of its numbers.
struct SignalShape {
    static constexpr std::size_t signals = 16;
    static constexpr std::size_t features = 65536;
    static constexpr std::size_t wordNumbers = 64; // of one word
    static constexpr std::size_t pooled = 3 * wordNumbers;
    static constexpr std::size_t hidden = 64;
    static constexpr std::size_t window = 3; // words
    static constexpr std::size_t mostWords = 60000;

    static constexpr std::int32_t scoreUnit = 4096;
    static constexpr std::int32_t featureUnit = 32;
    static constexpr std::int32_t rowUnit = 8; // what the features of a whole word come to
    static constexpr std::int32_t layerUnit = 1024;
    static constexpr std::int32_t mostPooled = 2047; // so that no sum leaves 32 bits
    static constexpr std::int32_t mostHiddenWeight = 4095;
    static constexpr std::int32_t mostHiddenBias = 1 << 28;
    static constexpr std::int32_t mostHidden = 8191;
    static constexpr std::int32_t mostOutputWeight = 4095;
};

// What a row of sentences comes to before it is scored. Of two rows it is the sum, so that
// sentences are read once and scored alone and together.
struct SignalEvidence {
    std::array<std::int32_t, SignalShape::signals> linear{};
    std::array<std::int32_t, SignalShape::wordNumbers> sum{};
    std::array<std::int16_t, SignalShape::wordNumbers> window{}, word{}; // never below zero
    std::int32_t features = 0;
    std::int32_t words = 0; // that have numbers

    void join(const SignalEvidence& other);
};

// The numbers of a model; what the trainer makes and the file holds.
struct SignalWeights {
    using Row = std::array<std::int8_t, SignalShape::signals>;
    struct Word {
        WordKey key = 0;
        Row linear{}; // the sum of all that the features of the word say, in rowUnit
        std::array<std::int8_t, SignalShape::wordNumbers> numbers{};
    };

    std::array<std::string, SignalShape::signals> signals;
    std::array<std::int32_t, SignalShape::signals> bias{}, thresholds{};
    std::vector<Row> features = std::vector<Row>(SignalShape::features);
    std::vector<Word> words; // ordered by key
    std::int32_t step = 1;   // steps of a word's numbers in a whole unit
    std::array<std::int16_t, SignalShape::pooled> pooledBias{};
    std::array<std::array<std::int16_t, SignalShape::pooled>, SignalShape::hidden> hidden{};
    std::array<std::int32_t, SignalShape::hidden> hiddenBias{};
    std::array<std::array<std::int16_t, SignalShape::hidden>, SignalShape::signals> output{};

    std::string bytes() const;
    // Nothing where the bytes are no model of this form, or its numbers leave their bounds.
    static std::optional<SignalWeights> read(std::string_view bytes);
};

class SignalModel {
public:
    using Scores = std::array<std::int64_t, SignalShape::signals>; // in scoreUnit

    explicit SignalModel(SignalWeights weights);
    static std::optional<SignalModel> load(std::string_view bytes);

    SignalEvidence evidence(const SignalTokens& sentence) const;
    Scores scores(const SignalEvidence& evidence) const;
    const std::string& signalId(std::size_t index) const { return m_weights.signals[index]; }
    std::int32_t threshold(std::size_t index) const { return m_weights.thresholds[index]; }

private:
    const SignalWeights::Word* word(WordKey key) const;
    void addFeature(FeatureId feature, SignalEvidence& to) const;
    void addNetwork(const SignalEvidence& evidence, Scores& scores) const;

    SignalWeights m_weights;
    std::vector<std::uint16_t> m_slots; // where a word stands, plus one, by its key
};

} // namespace foreword
