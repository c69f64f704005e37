// Facts as views tell them: those of one sentence with the sentence once, and a day that was worked
// out beside the word for it. Pure.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/brief.h"

namespace foreword {

// Neighbours of the list, in its order; refers to it.
inline std::vector<std::span<const ToldFact>> toldTogether(const std::vector<ToldFact>& facts)
{
    const auto together = [](const ToldFact& a, const ToldFact& b) {
        return !a.sentence.empty() && a.sentence == b.sentence
            && a.statement.citations().front().message() == b.statement.citations().front().message();
    };
    std::vector<std::span<const ToldFact>> groups;
    for (const ToldFact& fact : facts) {
        if (!groups.empty() && together(groups.back().back(), fact))
            groups.back() = {groups.back().data(), groups.back().size() + 1};
        else
            groups.push_back({&fact, 1});
    }
    return groups;
}

// "Thursday", and "2026-11-05" where it was worked out which; both refer to the fact.
struct SaidDay {
    std::string_view said, day; // no day where the words are one, or mean none
};

inline SaidDay saidDay(const ToldFact& fact)
{
    const std::string_view words = fact.words;
    const std::string workedOut = " (" + fact.value + ")";
    if (fact.kind != FactKind::dateOrTime || fact.value.empty() || !words.ends_with(workedOut))
        return {words, {}};
    return {words.substr(0, words.size() - workedOut.size()), fact.value};
}

} // namespace foreword
