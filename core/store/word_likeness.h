// How alike two folded words are in spite of typos. Immutable, any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace foreword {

class WordLikeness {
public:
    // Letters of a word that are compared; no word that is kept is longer.
    static constexpr std::size_t mostLetters = 64;

    explicit WordLikeness(std::string word);

    const std::string& word() const { return m_word; }
    // 0 to 1000: the better of shared trigrams (Jaccard, with the word's ends marked) and edits
    // (optimal string alignment: swapped neighbours are one). 0 where it is less than `least`: most
    // words are told to be unlike by their letters alone, without being aligned.
    int to(std::string_view other, int least = 0) const;

private:
    struct Letters {
        std::array<char32_t, mostLetters> points{};
        std::size_t size = 0;
        std::uint64_t kinds = 0; // a bit for each letter there is; some share one
    };
    struct Trigrams {
        std::array<std::uint64_t, mostLetters + 1> values{}; // sorted, each once
        std::size_t size = 0;
    };
    static Letters lettersOf(std::string_view utf8);
    static Trigrams trigramsOf(const Letters& letters);
    int byEdits(const Letters& other, int least) const;
    int byTrigrams(const Letters& other, int least) const;

    std::string m_word;
    Letters m_letters;
    Trigrams m_trigrams;
};

} // namespace foreword
