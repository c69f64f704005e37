#include "core/annotate/cue_matcher.h"

#include <algorithm>

namespace foreword {
namespace {

constexpr std::size_t longestPhrase = 8;

} // namespace

void CueMatcher::scan(std::size_t first, std::size_t last, Speaker speaker)
{
    m_first = first;
    m_last = last;
    m_begin = first;
    while (m_begin < last && (m_text.token(m_begin).kind == TokenKind::handle || m_text.token(m_begin).kind == TokenKind::emoji))
        ++m_begin;
    lookUp();
    for (std::size_t at = first; at < last; ++at) {
        for (std::uint32_t i = m_atomsAt[at - first]; i < m_atomsAt[at - first + 1]; ++i) {
            const AtomHit& hit = m_atoms[i];
            for (const std::uint16_t index : m_pack.patternsByFirst[hit.atom]) {
                const CuePattern& pattern = m_pack.patterns[index];
                if ((pattern.atStart && at != m_begin) || !needsMet(pattern))
                    continue;
                if (const std::size_t end = match(pattern, 1, at + hit.length))
                    matched(pattern, at, end, speaker);
            }
        }
    }
}

void CueMatcher::lookUp()
{
    m_atoms.clear();
    m_atomsAt.clear();
    m_present.assign(m_pack.atomCount / 64 + 1, 0);
    for (std::size_t at = m_first; at < m_last; ++at) {
        m_atomsAt.push_back(static_cast<std::uint32_t>(m_atoms.size()));
        lookUpToken(at);
    }
    m_atomsAt.push_back(static_cast<std::uint32_t>(m_atoms.size()));
}

void CueMatcher::lookUpToken(std::size_t index)
{
    for (const AtomId atom : m_pack.kindAtoms(m_text.token(index).kind))
        addAtom(atom, 1);
    m_scratch.clear();
    m_pack.prefixAtoms(m_text.word(index), m_scratch);
    for (const AtomId atom : m_scratch)
        addAtom(atom, 1);
    const CuePack::Word* word = m_pack.word(m_text.word(index));
    if (!word)
        return;
    for (const AtomId atom : word->atoms)
        addAtom(atom, 1);
    if (!word->opensPhrase)
        return;
    std::uint32_t node = m_pack.nextNode(0, word->symbol);
    for (std::size_t length = 2; node != 0 && length <= longestPhrase && index + length <= m_last; ++length) {
        if (m_text.token(index + length - 1).before == TokenBreak::strong)
            return;
        const CuePack::Word* following = m_pack.word(m_text.word(index + length - 1));
        if (!following)
            return;
        node = m_pack.nextNode(node, following->symbol);
        if (node == 0)
            return;
        for (const AtomId atom : m_pack.nodeAtoms(node))
            addAtom(atom, length);
    }
}

void CueMatcher::addAtom(AtomId atom, std::size_t length)
{
    m_atoms.push_back({atom, static_cast<std::uint16_t>(length)});
    m_present[atom / 64] |= std::uint64_t{1} << (atom % 64);
}

bool CueMatcher::needsMet(const CuePattern& pattern) const
{
    return std::ranges::all_of(pattern.needed, [this](AtomId atom) { return (m_present[atom / 64] >> (atom % 64)) & 1; });
}

std::size_t CueMatcher::match(const CuePattern& pattern, std::size_t element, std::size_t at) const
{
    if (element == pattern.elements.size())
        return !pattern.atEnd || at == m_last || m_text.token(at).before == TokenBreak::strong ? at : 0;
    const CueElement& wanted = pattern.elements[element];
    for (std::size_t skipped = 0; skipped <= wanted.gap && at + skipped < m_last; ++skipped) {
        const std::size_t here = at + skipped;
        if (m_text.token(here).before == TokenBreak::strong)
            break;
        for (std::uint32_t i = m_atomsAt[here - m_first]; i < m_atomsAt[here - m_first + 1]; ++i) {
            if (m_atoms[i].atom != wanted.atom)
                continue;
            if (const std::size_t end = match(pattern, element + 1, here + m_atoms[i].length))
                return end;
        }
    }
    return wanted.optional ? match(pattern, element + 1, at) : 0;
}

void CueMatcher::matched(const CuePattern& pattern, std::size_t first, std::size_t last, Speaker speaker)
{
    if (pattern.isScope)
        return openScope(m_pack.scopes[pattern.target], first, last);
    const Cue& cue = m_pack.cues[pattern.target];
    if (cue.by == Speaker::any || speaker == Speaker::any || cue.by == speaker)
        m_hits.push_back({&cue, first, last, pattern.alone});
}

void CueMatcher::openScope(const ScopeRule& rule, std::size_t first, std::size_t last)
{
    ScopeHit scope{rule.kind, rule.direction == ScopeReach::message, m_first, m_last, first, last};
    const auto ends = [&](std::size_t token, std::size_t entering) {
        const TokenBreak before = m_text.token(entering).before;
        return before == TokenBreak::strong || (before == TokenBreak::comma && !rule.crossesComma) ||
               (rule.until != 0 && hasAtom(token, rule.until));
    };
    const std::size_t reach = static_cast<std::size_t>(rule.reach);
    if (rule.direction == ScopeReach::forward) {
        scope.first = last;
        scope.last = last;
        while (scope.last < m_last && scope.last - last < reach && !ends(scope.last, scope.last))
            ++scope.last;
    } else if (rule.direction == ScopeReach::backward) {
        scope.first = first;
        scope.last = first;
        while (scope.first > m_first && first - scope.first < reach && !ends(scope.first - 1, scope.first))
            --scope.first;
    }
    m_scopes.push_back(scope);
}

std::size_t CueMatcher::atomLength(std::size_t token, AtomId atom) const
{
    std::size_t longest = 0;
    if (token < m_first || token >= m_last)
        return longest;
    for (std::uint32_t i = m_atomsAt[token - m_first]; i < m_atomsAt[token - m_first + 1]; ++i) {
        if (m_atoms[i].atom == atom)
            longest = std::max<std::size_t>(longest, m_atoms[i].length);
    }
    return longest;
}

std::size_t CueMatcher::clauseEnd(std::size_t from) const
{
    std::size_t end = from;
    while (end < m_last) {
        const FoldedToken& token = m_text.token(end);
        const bool opens = hasAtom(end, m_pack.clauseOpener);
        if (token.before == TokenBreak::strong || token.kind == TokenKind::link || token.kind == TokenKind::emoji ||
            (opens && end > from))
            break;
        ++end;
    }
    return end;
}

const ScopeHit* CueMatcher::cancelling(const CueHit& hit, const std::vector<ScopeHit>& scopes)
{
    for (const ScopeHit& scope : scopes) {
        if (!hit.cue->cancelledBy[static_cast<std::size_t>(scope.kind)])
            continue;
        if (scope.wholeMessage)
            return &scope;
        const bool ownWords = scope.trigger >= hit.first && scope.triggerEnd <= hit.last;
        if (!ownWords && scope.first < hit.last && hit.first < scope.last)
            return &scope;
    }
    return nullptr;
}

} // namespace foreword
