#include "core/annotate/signal_model.h"

#include <algorithm>

namespace foreword {
namespace {

constexpr std::string_view mark = "foreword signals 1\n";
constexpr std::uint32_t hashStart = 2166136261u;
constexpr std::size_t shortestWordWithParts = 4;

std::uint32_t extend(std::uint32_t hash, std::string_view letters)
{
    for (const char c : letters)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return hash;
}

std::uint32_t kind(char letter)
{
    return extend(hashStart, std::string_view(&letter, 1));
}

// All numbers are one word: which number it is says nothing of a signal.
std::string_view plain(const FoldedText& text, std::size_t token)
{
    return text.token(token).kind == TokenKind::number ? std::string_view("0") : text.word(token);
}

void put32(std::string& out, std::int32_t value)
{
    for (int shift = 0; shift < 32; shift += 8)
        out.push_back(static_cast<char>((static_cast<std::uint32_t>(value) >> shift) & 0xFF));
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
    std::uint32_t number(std::size_t width)
    {
        std::uint32_t value = 0;
        const auto bytes = take(width);
        for (std::size_t i = bytes.size(); i-- > 0;)
            value = (value << 8) | static_cast<unsigned char>(bytes[i]);
        return value;
    }
    bool failed() const { return m_failed; }
    bool empty() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
    bool m_failed = false;
};

} // namespace

void SignalFeatures::clear()
{
    for (const FeatureId feature : m_all)
        m_seen[feature / 64] = 0;
    m_all.clear();
}

void SignalFeatures::addHash(std::uint32_t hash)
{
    const auto feature = static_cast<FeatureId>(hash ^ (hash >> 16));
    std::uint64_t& word = m_seen[feature / 64];
    const std::uint64_t bit = std::uint64_t{1} << (feature % 64);
    if ((word & bit) != 0)
        return;
    word |= bit;
    m_all.push_back(feature);
}

void SignalFeatures::addTokens(const FoldedText& text, std::size_t first, std::size_t last)
{
    static const std::uint32_t single = kind('w'), pair = kind('p'), apart = kind('a');
    for (std::size_t i = first; i < last; ++i) {
        const TokenKind type = text.token(i).kind;
        if (type == TokenKind::handle || type == TokenKind::link || type == TokenKind::mail)
            continue;
        const std::string_view word = plain(text, i);
        addHash(extend(single, word));
        if (i + 1 < last)
            addHash(extend(extend(extend(pair, word), " "), plain(text, i + 1)));
        if (i + 2 < last)
            addHash(extend(extend(extend(apart, word), " "), plain(text, i + 2)));
        if (type == TokenKind::word && word.size() >= shortestWordWithParts)
            addParts(word);
    }
}

// Four and five letters of a word, its start and end marked.
void SignalFeatures::addParts(std::string_view word)
{
    static const std::uint32_t four = kind('4'), five = kind('5');
    const auto letter = [&](std::size_t at) { return at == 0 ? '^' : at == word.size() + 1 ? '$' : word[at - 1]; };
    const std::size_t length = word.size() + 2;
    for (std::size_t at = 0; at + 4 <= length; ++at) {
        std::uint32_t hash = hashStart;
        for (std::size_t i = 0; i < 4; ++i)
            hash = (hash ^ static_cast<unsigned char>(letter(at + i))) * 16777619u;
        addHash(hash ^ four);
        if (at + 5 <= length)
            addHash(((hash ^ static_cast<unsigned char>(letter(at + 4))) * 16777619u) ^ five);
    }
}

void SignalFeatures::add(std::string_view what, std::string_view of)
{
    addHash(extend(extend(extend(kind('f'), what), ":"), of));
}

std::int32_t SignalModel::norm(std::size_t features)
{
    std::int32_t root = 1;
    while (static_cast<std::size_t>(root + 1) * static_cast<std::size_t>(root + 1) <= features * 256)
        ++root;
    return root;
}

std::optional<SignalModel> SignalModel::load(std::string_view bytes)
{
    Bytes in(bytes);
    if (in.take(mark.size()) != mark)
        return std::nullopt;
    SignalModel model;
    for (std::size_t s = 0; s < signalCount; ++s) {
        const std::size_t length = in.number(1);
        model.m_signals.emplace_back(in.take(length));
        model.m_bias[s] = static_cast<std::int32_t>(in.number(4));
        model.m_thresholds[s] = static_cast<std::int32_t>(in.number(4));
    }
    const std::uint32_t rows = in.number(4);
    model.m_weights.resize(featureCount);
    for (std::uint32_t row = 0; row < rows && !in.failed(); ++row) {
        auto& weights = model.m_weights[in.number(2)];
        const std::string_view values = in.take(signalCount);
        for (std::size_t s = 0; s < values.size(); ++s)
            weights[s] = static_cast<std::int8_t>(values[s]);
    }
    if (in.failed() || !in.empty())
        return std::nullopt;
    return model;
}

std::string SignalModel::write(const std::vector<std::string>& signalIds, const Scores& bias, const Scores& thresholds,
                               const std::vector<std::array<std::int8_t, signalCount>>& weights)
{
    std::string out(mark);
    for (std::size_t s = 0; s < signalCount; ++s) {
        out.push_back(static_cast<char>(signalIds[s].size()));
        out += signalIds[s];
        put32(out, bias[s]);
        put32(out, thresholds[s]);
    }
    const auto used = [](const auto& row) { return std::ranges::any_of(row, [](std::int8_t weight) { return weight != 0; }); };
    put32(out, static_cast<std::int32_t>(std::ranges::count_if(weights, used)));
    for (std::size_t feature = 0; feature < weights.size(); ++feature) {
        if (!used(weights[feature]))
            continue;
        out.push_back(static_cast<char>(feature & 0xFF));
        out.push_back(static_cast<char>(feature >> 8));
        for (const std::int8_t weight : weights[feature])
            out.push_back(static_cast<char>(weight));
    }
    return out;
}

SignalModel::Scores SignalModel::scores(std::span<const FeatureId> features) const
{
    Scores sums{};
    for (const FeatureId feature : features) {
        const auto& weights = m_weights[feature];
        for (std::size_t s = 0; s < signalCount; ++s)
            sums[s] += weights[s];
    }
    const std::int32_t length = norm(features.size());
    for (std::size_t s = 0; s < signalCount; ++s)
        sums[s] = sums[s] * 256 / length + m_bias[s];
    return sums;
}

} // namespace foreword
