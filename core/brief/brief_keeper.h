// A brief that is kept while its history grows. Each matter is folded once and again only when it
// is touched; what the matters say together is put together anew only where one of them, the set
// of open matters or the time changed it. A brief that is made once is made in the same way, so
// that both cannot differ. Refers to the view, which must outlive it; one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/brief/sections.h"

namespace foreword {

class BriefKeeper {
public:
    explicit BriefKeeper(const HistoryView& view);

    // A message of the interaction came, or its record changed; also of one that is new.
    void touch(std::uint32_t interaction);
    // At the time of the view. Stands until the next call.
    const Brief& brief();

private:
    bool isCurrent(std::uint32_t interaction) const { return m_isCurrent[interaction]; }
    // Current, or an earlier one of the same fault, order or complaint by its number.
    bool belongs(std::uint32_t interaction) const { return m_belongs[interaction]; }
    void findMoves();
    void foldTouched();
    void foldPromises();
    void chooseCurrent();
    void findBelonging();
    std::vector<std::uint32_t> past() const;
    const Course& courseOf(std::uint32_t interaction);
    const Carried& carriedOf(std::uint32_t interaction);
    std::vector<const Carried*> earlierOf(std::uint32_t interaction);

    void tellSituation();
    void tellCourse();
    void tellOutcome();
    void tellHistory();
    void tellFacts();
    Timestamp saidOfLate(const SaidFact& fact) const;
    bool isOfLate(const SaidFact& fact) const;
    void tellPromises();
    void tellVersion();

    BriefFold m_fold;
    std::vector<Matter> m_matters;           // by interaction
    std::vector<std::uint32_t> m_touched;
    std::vector<std::uint32_t> m_current;    // the open matters, most pressing first, or the newest one
    std::vector<bool> m_isCurrent, m_belongs; // by interaction
    LastingFacts m_lasting;
    FactTeller m_facts;
    // What promises were folded with: as many marks and changes of the view.
    std::optional<MovedPromises> m_moves;
    std::size_t m_given = 0, m_toldElsewhere = 0;
    int m_movesChanges = 0, m_viewChanges = 0;
    // What has changed since the last brief.
    bool m_pastChanged = true, m_factsChanged = true, m_promisesChanged = true;
    std::optional<Timestamp> m_factsUntil, m_promisesUntil; // when time changes what is told of them
    Brief m_brief;
};

} // namespace foreword
