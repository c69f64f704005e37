// The learned part: a linear model over hashed words, pairs of words, parts of words, and what
// the cue lists found, one score a signal. It proposes what the patterns do not foresee; each
// signal has a threshold of its own. Whole numbers only, so that every machine gives the same.
// Trained by resources/training; sources and figures stand in resources/models/README.md.
// Immutable after loading; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/cue_pack.h"
#include "core/text/folded_text.h"

namespace foreword {

using FeatureId = std::uint16_t;

// What the model sees of a row of tokens; each feature once.
class SignalFeatures {
public:
    void clear();
    // Words, pairs and parts of words of the tokens [first, last).
    void addTokens(const FoldedText& text, std::size_t first, std::size_t last);
    // A finding of the cue lists: "cue", "ignore" or "scope", and of what.
    void add(std::string_view what, std::string_view of);

    std::span<const FeatureId> all() const { return m_all; }

private:
    void addHash(std::uint32_t hash);
    void addParts(std::string_view word);

    std::vector<FeatureId> m_all;
    std::vector<std::uint64_t> m_seen = std::vector<std::uint64_t>(1024); // a bit a feature
};

class SignalModel {
public:
    static constexpr std::size_t featureCount = 65536;
    static constexpr std::size_t signalCount = 16;
    using Scores = std::array<std::int32_t, signalCount>;

    // Nothing where the bytes are no model of this form.
    static std::optional<SignalModel> load(std::string_view bytes);
    static std::string write(const std::vector<std::string>& signalIds, const Scores& bias, const Scores& thresholds,
                             const std::vector<std::array<std::int8_t, signalCount>>& weights);

    Scores scores(std::span<const FeatureId> features) const;
    const std::string& signalId(std::size_t index) const { return m_signals[index]; }
    std::int32_t threshold(std::size_t index) const { return m_thresholds[index]; }

    // The length of a row of features that its score is divided by, times 16.
    static std::int32_t norm(std::size_t features);

private:
    std::vector<std::string> m_signals;
    Scores m_bias{}, m_thresholds{};
    std::vector<std::array<std::int8_t, signalCount>> m_weights;
};

} // namespace foreword
