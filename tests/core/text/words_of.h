// The folded words of a text, for tests of what stands in what.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "core/text/folded_text.h"

namespace foreword::test {

inline std::set<std::string> wordsOf(std::string_view text)
{
    const FoldedText folded(text);
    std::set<std::string> words;
    for (std::size_t i = 0; i < folded.size(); ++i)
        words.emplace(folded.word(i));
    return words;
}

} // namespace foreword::test
