// A hash map over words that strings and views look up alike, so that looking one up makes no
// copy.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace foreword {

struct WordHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
};
template <class T>
using WordMap = std::unordered_map<std::string, T, WordHash, std::equal_to<>>;

} // namespace foreword
