// What the learned part reads of a sentence: its words as numbers, and what the cue lists found
// in it. A feature is a word, a pair of words, two words with one between them, four or five
// letters of a word, or a finding, hashed. Refers to the text it was filled from; one thread.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/text/folded_text.h"

namespace foreword {

using FeatureId = std::uint16_t;
using WordKey = std::uint32_t; // a word of a language

class SignalTokens {
public:
    struct Token {
        std::string_view word;
        std::uint32_t hash = 0;
    };
    static constexpr std::size_t mostTokens = 4096; // of a sentence; what follows is not read

    explicit SignalTokens(std::string_view language);

    void clear();
    // The words of the tokens [first, last).
    void addWords(const FoldedText& text, std::size_t first, std::size_t last);
    // A finding of the cue lists: "cue", "ignore" or "scope", and of what. Each counts once.
    void addFinding(std::string_view what, std::string_view of);

    std::span<const Token> tokens() const { return m_tokens; }
    std::span<const FeatureId> findings() const { return m_findings; }
    WordKey key(const Token& token) const { return keyOf(token.hash, m_language); }
    std::vector<FeatureId> features() const;

    static std::uint32_t hash(std::string_view letters);
    static WordKey keyOf(std::uint32_t word, std::uint32_t language);
    static FeatureId single(std::uint32_t word);
    static FeatureId pair(std::uint32_t word, std::uint32_t next);
    static FeatureId apart(std::uint32_t word, std::uint32_t afterNext);
    // How many parts a word of so many letters has.
    static std::size_t partCount(std::size_t letters);
    // Four and five letters of a word, its start and end marked, one after the other.
    template <class Sink>
    static void parts(std::string_view word, Sink sink);

private:
    static FeatureId mixed(std::uint32_t value);
    static std::uint32_t extend(std::uint32_t hash, char letter) { return (hash ^ static_cast<unsigned char>(letter)) * 16777619u; }

    std::uint32_t m_language;
    std::vector<Token> m_tokens;
    std::vector<FeatureId> m_findings;
};

template <class Sink>
void SignalTokens::parts(std::string_view word, Sink sink)
{
    if (partCount(word.size()) == 0)
        return;
    const auto letter = [&](std::size_t at) { return at == 0 ? '^' : at == word.size() + 1 ? '$' : word[at - 1]; };
    const std::size_t length = word.size() + 2;
    for (std::size_t at = 0; at + 4 <= length; ++at) {
        std::uint32_t hash = 2166136261u;
        for (std::size_t i = 0; i < 4; ++i)
            hash = extend(hash, letter(at + i));
        sink(mixed(hash + 4));
        if (at + 5 <= length)
            sink(mixed(extend(hash, letter(at + 4)) + 5));
    }
}

} // namespace foreword
