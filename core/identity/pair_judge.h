// What is to be done with two records, by a model, how frequent values are, and what people
// decided; and records into groups by that. The same whether all records are looked at or the few
// that one more record touches. Plain values, any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/identity/clustering.h"
#include "core/identity/match_model.h"
#include "core/identity/traits.h"
#include "core/identity/verdict.h"

namespace foreword {

struct JudgedPair {
    double weight = 0;
    bool links = false; // else a person is to be asked
};

class PairJudge {
public:
    // All must outlive it.
    PairJudge(const MatchModel& model, const Frequencies& frequencies, const Decisions& decisions)
        : m_model(model), m_frequencies(frequencies), m_decisions(decisions)
    {
    }

    // Nothing: two people, or decided so.
    std::optional<JudgedPair> judge(const Traits& a, const Traits& b) const;
    bool contradicts(const Traits& a, const Traits& b) const;
    // `records` by their keys, `links` between them by their numbers; what people confirmed is added.
    // Records that neither links nor confirmations connect do not change each other's groups.
    Grouping group(std::span<const Traits> records, std::vector<MatchPair> links) const;

private:
    const MatchModel& m_model;
    const Frequencies& m_frequencies;
    const Decisions& m_decisions;
};

} // namespace foreword
