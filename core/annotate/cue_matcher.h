// Runs a compiled cue list over one sentence: which cues match, and which words stand in whose
// scope. Holds only scratch memory, so that a message needs few allocations; one thread.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "core/annotate/cue_pack.h"

namespace foreword {

struct CueHit {
    const Cue* cue = nullptr;
    std::size_t first = 0; // tokens, end exclusive
    std::size_t last = 0;
    bool alone = false;    // counts only where the message has no other sentence
    std::uint64_t own = 0; // tokens from `first` on that the pattern names, not what its gaps skip
};

struct ScopeHit {
    ScopeKind kind = ScopeKind::negated;
    bool wholeMessage = false;
    std::size_t first = 0; // tokens it covers, end exclusive
    std::size_t last = 0;
    std::size_t trigger = 0; // first token of the words that open it
    std::size_t triggerEnd = 0;
};

class CueMatcher {
public:
    CueMatcher(const CuePack& pack, const FoldedText& text);

    // Matches the tokens [first, last); hits are added in order of their first token. `times`: those
    // to come that are named there, for patterns that want one.
    void scan(std::size_t first, std::size_t last, Speaker speaker, std::span<const FoundTime> times = {});

    const std::vector<CueHit>& hits() const { return m_hits; }
    const std::vector<ScopeHit>& scopes() const { return m_scopes; }

    // A scope that cancels the cue of `hit`, if there is one.
    static const ScopeHit* cancelling(const CueHit& hit, const std::vector<ScopeHit>& scopes);

    // Whether the atom stands at the token in the sentence scanned last.
    bool hasAtom(std::size_t token, AtomId atom) const { return atomLength(token, atom) > 0; }
    // The words the atom covers from the token on, the most there are; 0 where it does not stand.
    std::size_t atomLength(std::size_t token, AtomId atom) const;
    // The end of the clause that the tokens up to `from` belong to.
    std::size_t clauseEnd(std::size_t from) const;

private:
    struct AtomHit {
        AtomId atom;
        std::uint16_t length;
    };

    void lookUp(std::span<const FoundTime> times);
    void lookUpTimes(std::size_t index, std::span<const FoundTime> times);
    void lookUpToken(std::size_t index);
    void addAtom(AtomId atom, std::size_t length)
    {
        m_atoms.push_back({atom, static_cast<std::uint16_t>(length)});
        m_present[atom / 64] |= std::uint64_t{1} << (atom % 64);
    }
    bool opens(std::size_t token) const;
    // Whether any token of the sentence at hand is of the atom.
    bool present(AtomId atom) const { return ((m_present[atom / 64] >> (atom % 64)) & 1) != 0; }
    bool needsMet(const CuePattern& pattern) const;
    bool mayEnd(const CuePattern& pattern, std::size_t at) const;
    // Where a match ends, 0 for none, and which tokens its elements cover.
    struct Match {
        std::size_t end = 0;
        std::uint64_t own = 0;
    };
    // The match of elements [element, …) at `at`, in a pattern that began at `first`.
    Match match(const CuePattern& pattern, std::size_t element, std::size_t first, std::size_t at) const;
    void matched(const CuePattern& pattern, std::size_t first, const Match& match, Speaker speaker);
    void openScope(const ScopeRule& rule, std::size_t first, std::size_t last);
    void dropPseudoScopes(std::size_t from);

    const CuePack& m_pack;
    const FoldedText& m_text;
    std::size_t m_first = 0;
    std::size_t m_last = 0;
    std::size_t m_begin = 0;                   // m_first without leading handles
    std::vector<const CuePack::Word*> m_words; // by token; null where the list does not know it
    std::vector<AtomHit> m_atoms;
    std::vector<std::uint32_t> m_atomsAt; // by token - m_first, and the end
    std::vector<std::uint64_t> m_present;
    std::vector<AtomId> m_scratch;
    std::vector<CueHit> m_hits;
    std::vector<ScopeHit> m_scopes;
};

} // namespace foreword
