#include "core/annotate/signal_tokens.h"

#include <algorithm>
#include <bit>

namespace foreword {
namespace {

constexpr std::size_t shortestWordWithParts = 4;
constexpr std::size_t longestWordWithParts = 24; // longer ones are no words

std::uint32_t scrambled(std::uint32_t value)
{
    value = (value ^ (value >> 16)) * 0x85EBCA6Bu;
    value = (value ^ (value >> 13)) * 0xC2B2AE35u;
    return value ^ (value >> 16);
}

} // namespace

SignalTokens::SignalTokens(std::string_view language) : m_language(hash(language)) {}

void SignalTokens::clear()
{
    m_tokens.clear();
    m_findings.clear();
}

void SignalTokens::addWords(const FoldedText& text, std::size_t first, std::size_t last)
{
    for (std::size_t i = first; i < last && m_tokens.size() < mostTokens; ++i) {
        const TokenKind kind = text.token(i).kind;
        if (kind == TokenKind::handle || kind == TokenKind::link || kind == TokenKind::mail)
            continue;
        // All numbers are one word: which number it is says nothing of a signal.
        const std::string_view word = kind == TokenKind::number ? std::string_view("0") : text.word(i);
        m_tokens.push_back({word, hash(word)});
    }
}

void SignalTokens::addFinding(std::string_view what, std::string_view of)
{
    const FeatureId feature = mixed(hash(what) * 31 + hash(of));
    if (std::ranges::find(m_findings, feature) == m_findings.end())
        m_findings.push_back(feature);
}

std::vector<FeatureId> SignalTokens::features() const
{
    std::vector<FeatureId> all;
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        all.push_back(single(m_tokens[i].hash));
        if (i + 1 < m_tokens.size())
            all.push_back(pair(m_tokens[i].hash, m_tokens[i + 1].hash));
        if (i + 2 < m_tokens.size())
            all.push_back(apart(m_tokens[i].hash, m_tokens[i + 2].hash));
        parts(m_tokens[i].word, [&](FeatureId feature) { all.push_back(feature); });
    }
    all.insert(all.end(), m_findings.begin(), m_findings.end());
    return all;
}

std::uint32_t SignalTokens::hash(std::string_view letters)
{
    std::uint32_t hash = 2166136261u;
    for (const char c : letters)
        hash = extend(hash, c);
    return hash;
}

WordKey SignalTokens::keyOf(std::uint32_t word, std::uint32_t language)
{
    return scrambled(word + language);
}

FeatureId SignalTokens::mixed(std::uint32_t value)
{
    return static_cast<FeatureId>(scrambled(value));
}

FeatureId SignalTokens::single(std::uint32_t word)
{
    return mixed(word + 1);
}

FeatureId SignalTokens::pair(std::uint32_t word, std::uint32_t next)
{
    return mixed(word + std::rotl(next, 13) * 5 + 2);
}

FeatureId SignalTokens::apart(std::uint32_t word, std::uint32_t afterNext)
{
    return mixed(word + std::rotl(afterNext, 13) * 5 + 3);
}

std::size_t SignalTokens::partCount(std::size_t letters)
{
    return letters < shortestWordWithParts || letters > longestWordWithParts ? 0 : 2 * letters - 3;
}

} // namespace foreword
