// Facts that were told in one sentence, for views that show the sentence once. Pure.
#pragma once

#include <span>
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

} // namespace foreword
