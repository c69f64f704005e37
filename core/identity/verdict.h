// What follows from the weight of a pair: link, ask a person, keep apart. Pure, any thread.
#pragma once

#include <map>
#include <set>
#include <utility>

#include "core/identity/comparison.h"
#include "core/model/records.h"

namespace foreword {

enum class MatchVerdict { apart, ask, link };

// Odds in bits. One rule for every workspace: wrong links cost more than missed ones.
inline constexpr double linkWeight = 4;
inline constexpr double askWeight = 0;

// Different strong identifiers and different generations ("junior") are never linked by
// themselves, whatever else agrees, nor is a name alone. Two given names need more than one, the more so the more
// `relatives` the model knows of.
MatchVerdict verdictOf(const Comparison& comparison, double weight, double relatives);

// Whether the two cannot both belong to a person, even if a third record is like both. `relatives`
// is that of the model.
bool contradict(const Comparison& comparison, double weight, double relatives);

// What people have decided about pairs of records. It outweighs every rule.
class Decisions {
public:
    void confirm(const RecordKey& a, const RecordKey& b) { m_confirmed.insert(ordered(a, b)); }
    void forbid(const RecordKey& a, const RecordKey& b) { m_forbidden.insert(ordered(a, b)); }
    bool confirmed(const RecordKey& a, const RecordKey& b) const { return !m_confirmed.empty() && m_confirmed.contains(ordered(a, b)); }
    bool forbidden(const RecordKey& a, const RecordKey& b) const { return !m_forbidden.empty() && m_forbidden.contains(ordered(a, b)); }

    using Pair = std::pair<RecordKey, RecordKey>;
    const std::set<Pair>& confirmedPairs() const { return m_confirmed; }
    static Pair ordered(const RecordKey& a, const RecordKey& b) { return a < b ? Pair{a, b} : Pair{b, a}; }

private:
    std::set<Pair> m_confirmed, m_forbidden;
};

} // namespace foreword
