// How alike two folded words are in spite of typos. Immutable, any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace foreword {

class WordLikeness {
public:
    explicit WordLikeness(std::string word);

    const std::string& word() const { return m_word; }
    // 0 to 1000: the better of shared trigrams (Jaccard, with the word's ends marked) and edits
    // (optimal string alignment: swapped neighbours are one).
    int to(std::string_view other) const;

private:
    std::string m_word;
    std::u32string m_points;
    std::vector<std::uint64_t> m_trigrams;
};

} // namespace foreword
