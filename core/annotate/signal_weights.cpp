// The form of the model on disk.
#include <algorithm>
#include <concepts>

#include "core/annotate/signal_model.h"

namespace foreword {
namespace {

constexpr std::string_view mark = "foreword signals 2\n";
constexpr std::int32_t mostStep = 4096;

template <std::integral T>
void put(std::string& out, T value)
{
    for (std::size_t i = 0; i < sizeof(T); ++i)
        out.push_back(static_cast<char>((static_cast<std::uint64_t>(value) >> (8 * i)) & 0xFF));
}

template <class Values>
void putAll(std::string& out, const Values& values)
{
    for (const auto value : values)
        put(out, value);
}

class Bytes {
public:
    explicit Bytes(std::string_view bytes) : m_rest(bytes) {}

    std::string_view take(std::size_t count)
    {
        m_failed = m_failed || count > m_rest.size();
        if (m_failed)
            return {};
        const auto taken = m_rest.substr(0, count);
        m_rest.remove_prefix(count);
        return taken;
    }
    template <std::integral T>
    void get(T& value)
    {
        std::uint64_t read = 0;
        const auto bytes = take(sizeof(T));
        for (std::size_t i = bytes.size(); i-- > 0;)
            read = (read << 8) | static_cast<unsigned char>(bytes[i]);
        value = static_cast<T>(read);
    }
    template <class Values>
    void getAll(Values& values)
    {
        for (auto& value : values)
            get(value);
    }
    // Bytes are the same everywhere; there are millions of them.
    template <std::size_t count>
    void getAll(std::array<std::int8_t, count>& values)
    {
        const auto bytes = take(count);
        std::copy_n(reinterpret_cast<const std::int8_t*>(bytes.data()), bytes.size(), values.begin());
    }
    void require(bool condition) { m_failed = m_failed || !condition; }
    bool failed() const { return m_failed; }
    bool empty() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
    bool m_failed = false;
};

template <class Values>
bool within(const Values& values, std::int32_t most)
{
    return std::ranges::all_of(values, [most](std::int32_t value) { return value >= -most && value <= most; });
}

bool used(const SignalWeights::Row& row)
{
    return std::ranges::any_of(row, [](std::int8_t weight) { return weight != 0; });
}

void readFeatures(Bytes& in, SignalWeights& weights)
{
    std::uint32_t count = 0;
    in.get(count);
    in.require(count <= SignalShape::features);
    for (std::uint32_t i = 0; i < count && !in.failed(); ++i) {
        FeatureId feature = 0;
        in.get(feature);
        in.getAll(weights.features[feature]);
    }
}

void readWords(Bytes& in, SignalWeights& weights)
{
    std::uint32_t count = 0;
    in.get(count);
    in.require(count <= SignalShape::mostWords);
    if (in.failed())
        return;
    weights.words.resize(count);
    for (std::uint32_t i = 0; i < count && !in.failed(); ++i) {
        SignalWeights::Word& word = weights.words[i];
        in.get(word.key);
        in.getAll(word.linear);
        in.getAll(word.numbers);
        in.require(i == 0 || word.key > weights.words[i - 1].key);
    }
}

void readNetwork(Bytes& in, SignalWeights& weights)
{
    in.get(weights.step);
    in.require(weights.step >= 1 && weights.step <= mostStep);
    in.getAll(weights.pooledBias);
    in.require(within(weights.pooledBias, SignalShape::mostPooled));
    for (auto& row : weights.hidden) {
        in.getAll(row);
        in.require(within(row, SignalShape::mostHiddenWeight));
    }
    in.getAll(weights.hiddenBias);
    in.require(within(weights.hiddenBias, SignalShape::mostHiddenBias));
    for (auto& row : weights.output) {
        in.getAll(row);
        in.require(within(row, SignalShape::mostOutputWeight));
    }
}

} // namespace

std::string SignalWeights::bytes() const
{
    std::string out(mark);
    for (std::size_t s = 0; s < signals.size(); ++s) {
        put(out, static_cast<std::uint8_t>(signals[s].size()));
        out += signals[s];
        put(out, bias[s]);
        put(out, thresholds[s]);
    }
    put(out, static_cast<std::uint32_t>(std::ranges::count_if(features, used)));
    for (std::size_t feature = 0; feature < features.size(); ++feature) {
        if (!used(features[feature]))
            continue;
        put(out, static_cast<FeatureId>(feature));
        putAll(out, features[feature]);
    }
    put(out, static_cast<std::uint32_t>(words.size()));
    for (const Word& word : words) {
        put(out, word.key);
        putAll(out, word.linear);
        putAll(out, word.numbers);
    }
    put(out, step);
    putAll(out, pooledBias);
    for (const auto& row : hidden)
        putAll(out, row);
    putAll(out, hiddenBias);
    for (const auto& row : output)
        putAll(out, row);
    return out;
}

std::optional<SignalWeights> SignalWeights::read(std::string_view bytes)
{
    Bytes in(bytes);
    if (in.take(mark.size()) != mark)
        return std::nullopt;
    SignalWeights weights;
    for (std::size_t s = 0; s < SignalShape::signals; ++s) {
        std::uint8_t length = 0;
        in.get(length);
        weights.signals[s] = in.take(length);
        in.get(weights.bias[s]);
        in.get(weights.thresholds[s]);
    }
    readFeatures(in, weights);
    readWords(in, weights);
    readNetwork(in, weights);
    if (in.failed() || !in.empty())
        return std::nullopt;
    return weights;
}

} // namespace foreword
