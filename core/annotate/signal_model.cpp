#include "core/annotate/signal_model.h"

#include <algorithm>
#include <cmath>

namespace foreword {
namespace {

using Shape = SignalShape;
using Numbers = std::array<std::int16_t, Shape::wordNumbers>;

constexpr std::size_t slotBits = 17; // more than twice the most words
constexpr std::int32_t rowFactor = Shape::featureUnit / Shape::rowUnit;
static_assert(Shape::mostWords * 2 < (std::size_t{1} << slotBits) && Shape::mostWords < 65535);

std::size_t slotOf(WordKey key)
{
    return static_cast<std::uint32_t>(key * 0x9E3779B1u) >> (32 - slotBits);
}

// Sixteen times the root, rounded down; the root of a whole number is the same everywhere.
std::int32_t root16(std::int32_t value)
{
    return static_cast<std::int32_t>(std::sqrt(static_cast<double>(value) * 256));
}

void keepLargest(Numbers& largest, const Numbers& values)
{
    for (std::size_t i = 0; i < Shape::wordNumbers; ++i)
        largest[i] = std::max(largest[i], values[i]);
}

// The words that have numbers, in a row with none between them, three by three.
class Windows {
public:
    explicit Windows(SignalEvidence& to) : m_to(to) {}

    void add(const std::array<std::int8_t, Shape::wordNumbers>& numbers)
    {
        Numbers one, three;
        for (std::size_t i = 0; i < Shape::wordNumbers; ++i) {
            one[i] = std::int16_t{numbers[i]};
            three[i] = static_cast<std::int16_t>(one[i] + m_before[i] + m_first[i]);
            m_to.sum[i] += one[i];
        }
        keepLargest(m_to.word, one);
        keepLargest(m_to.window, three);
        m_first = m_before;
        m_before = one;
        ++m_to.words;
    }
    // The last word and the last two count as rows too, as the first did.
    void end()
    {
        keepLargest(m_to.window, m_before);
        for (std::size_t i = 0; i < Shape::wordNumbers; ++i)
            m_first[i] = static_cast<std::int16_t>(m_first[i] + m_before[i]);
        keepLargest(m_to.window, m_first);
    }

private:
    SignalEvidence& m_to;
    Numbers m_first{}, m_before{};
};

} // namespace

void SignalEvidence::join(const SignalEvidence& other)
{
    for (std::size_t s = 0; s < linear.size(); ++s)
        linear[s] += other.linear[s];
    for (std::size_t i = 0; i < sum.size(); ++i)
        sum[i] += other.sum[i];
    keepLargest(window, other.window);
    keepLargest(word, other.word);
    features += other.features;
    words += other.words;
}

SignalModel::SignalModel(SignalWeights weights) : m_weights(std::move(weights)), m_slots(std::size_t{1} << slotBits)
{
    for (std::size_t i = 0; i < m_weights.words.size(); ++i) {
        std::size_t at = slotOf(m_weights.words[i].key);
        while (m_slots[at] != 0)
            at = (at + 1) % m_slots.size();
        m_slots[at] = static_cast<std::uint16_t>(i + 1);
    }
}

std::optional<SignalModel> SignalModel::load(std::string_view bytes)
{
    std::optional<SignalWeights> weights = SignalWeights::read(bytes);
    if (!weights)
        return std::nullopt;
    return SignalModel(*std::move(weights));
}

const SignalWeights::Word* SignalModel::word(WordKey key) const
{
    for (std::size_t at = slotOf(key); m_slots[at] != 0; at = (at + 1) % m_slots.size()) {
        const SignalWeights::Word& known = m_weights.words[m_slots[at] - 1u];
        if (known.key == key)
            return &known;
    }
    return nullptr;
}

void SignalModel::addFeature(FeatureId feature, SignalEvidence& to) const
{
    const SignalWeights::Row& row = m_weights.features[feature];
    for (std::size_t s = 0; s < Shape::signals; ++s)
        to.linear[s] += row[s];
    ++to.features;
}

SignalEvidence SignalModel::evidence(const SignalTokens& sentence) const
{
    SignalEvidence found;
    Windows windows(found);
    const auto tokens = sentence.tokens();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const SignalTokens::Token& token = tokens[i];
        if (const SignalWeights::Word* known = word(sentence.key(token))) {
            for (std::size_t s = 0; s < Shape::signals; ++s)
                found.linear[s] += known->linear[s] * rowFactor;
            found.features += static_cast<std::int32_t>(1 + SignalTokens::partCount(token.word.size()));
            windows.add(known->numbers);
        } else {
            addFeature(SignalTokens::single(token.hash), found);
            SignalTokens::parts(token.word, [&](FeatureId part) { addFeature(part, found); });
        }
        if (i + 1 < tokens.size())
            addFeature(SignalTokens::pair(token.hash, tokens[i + 1].hash), found);
        if (i + 2 < tokens.size())
            addFeature(SignalTokens::apart(token.hash, tokens[i + 2].hash), found);
    }
    windows.end();
    for (const FeatureId finding : sentence.findings())
        addFeature(finding, found);
    return found;
}

SignalModel::Scores SignalModel::scores(const SignalEvidence& evidence) const
{
    Scores scores;
    std::ranges::copy(m_weights.bias, scores.begin());
    constexpr std::int64_t factor = std::int64_t{16} * Shape::scoreUnit / Shape::featureUnit;
    const std::int64_t length = std::max(root16(evidence.features), 1);
    for (std::size_t s = 0; s < Shape::signals; ++s)
        scores[s] += evidence.linear[s] * factor / length;
    addNetwork(evidence, scores);
    return scores;
}

void SignalModel::addNetwork(const SignalEvidence& evidence, Scores& scores) const
{
    std::array<std::int16_t, Shape::pooled> pooled{};
    const std::int32_t length = root16(evidence.words + 1);
    for (std::size_t i = 0; i < Shape::wordNumbers; ++i) {
        const std::size_t word = i + Shape::wordNumbers, mean = word + Shape::wordNumbers;
        const auto bias = [&](std::size_t at) { return std::int32_t{m_weights.pooledBias[at]}; };
        pooled[i] = static_cast<std::int16_t>(std::clamp(evidence.window[i] + bias(i), 0, Shape::mostPooled));
        pooled[word] = static_cast<std::int16_t>(std::clamp(evidence.word[i] + bias(word), 0, Shape::mostPooled));
        const std::int32_t most = std::min(m_weights.step, Shape::mostPooled);
        pooled[mean] = static_cast<std::int16_t>(std::clamp(evidence.sum[i] * 16 / length + bias(mean), -most, most));
    }
    std::array<std::int16_t, Shape::hidden> hidden{};
    for (std::size_t h = 0; h < Shape::hidden; ++h) {
        std::int32_t sum = 0;
        for (std::size_t i = 0; i < Shape::pooled; ++i)
            sum += m_weights.hidden[h][i] * pooled[i];
        sum = (sum + m_weights.hiddenBias[h]) / Shape::layerUnit;
        hidden[h] = static_cast<std::int16_t>(std::clamp(sum, 0, Shape::mostHidden));
    }
    for (std::size_t s = 0; s < Shape::signals; ++s) {
        std::int32_t sum = 0;
        for (std::size_t h = 0; h < Shape::hidden; ++h)
            sum += m_weights.output[s][h] * hidden[h];
        scores[s] += std::int64_t{sum} * (Shape::scoreUnit / Shape::layerUnit) / m_weights.step;
    }
}

} // namespace foreword
