// What matters say together: the sections of a brief that go across them. Pure; refer to what
// they are given; one thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/brief/matter.h"
#include "core/model/brief.h"

namespace foreword {

// What the current matters are about, the most pressing one first.
class Situation {
public:
    explicit Situation(const BriefFold& fold) : m_fold(fold) {}

    bool wantsMore() const;
    // `earlier` are closed matters of the same number, whose last answer is told where we have not answered in this one.
    void add(const Carried& carried, std::span<const Carried* const> earlier);
    std::vector<Statement> takeStatements() { return std::move(m_statements); }
    std::vector<Citation> takeKey() { return std::move(m_key); }

private:
    void addStatements(const Carried& carried, std::span<const Carried* const> earlier);
    std::vector<Found> newestOf(std::span<const Carried* const> matters) const;

    const BriefFold& m_fold;
    std::vector<Statement> m_statements;
    std::vector<Citation> m_key;
};

// One line for each closed matter, one for all where the same fault came again. Matters are
// added newest first; what is added must outlive it.
class PastMatters {
public:
    explicit PastMatters(const BriefFold& fold) : m_fold(fold) {}

    // Whether the next one is among the newest, whose sentences are compared with the subject.
    bool readsClosely() const;
    void add(std::uint32_t interaction, const Ended& ended);
    std::vector<Statement> lines() const;

private:
    struct Past {
        std::uint32_t interaction = 0;
        const Ended* ended = nullptr;
    };
    using Row = std::vector<Past>; // matters of one fault, newest first
    std::vector<Row> rows() const;
    std::optional<Statement> lineOf(const Row& row) const;

    const BriefFold& m_fold;
    std::vector<Past> m_all;
};

// Makes `told` of the statements; what stands in it already, from the beginning, stays.
void retell(std::vector<Statement>& told, std::span<const Statement* const> statements);

// Each step once, in order.
std::vector<const Statement*> toldSteps(std::vector<const TriedStep*> steps);

// Each value once with all that mention it, oldest first; the newest of values that replace each other.
// Of what was told before, a line is made anew only where its mentions or what it replaced changed.
class FactTeller {
public:
    // `told` is what this told last.
    void tell(const BriefFold& fold, std::vector<const SaidFact*> facts, std::vector<ToldFact>& told);

private:
    // What a line rests on.
    struct Line {
        std::vector<Found> mentions; // in order of time
        const Annotation* before = nullptr; // the value it replaced
        bool operator==(const Line&) const = default;
    };

    std::vector<Line> m_lines; // of the facts told last
};

PromiseStatus statusOf(const GivenPromise& promise, Timestamp now);

} // namespace foreword
