#include "core/annotate/cue_matcher.h"

#include <algorithm>
#include <iterator>

namespace foreword {
namespace {

constexpr std::size_t longestPhrase = 8;

// `length` tokens from `from` on, as bits; a pattern spans fewer than 64.
std::uint64_t tokenMask(std::size_t from, std::size_t length)
{
    std::uint64_t mask = 0;
    for (std::size_t i = from; i < from + length && i < 64; ++i)
        mask |= std::uint64_t{1} << i;
    return mask;
}

} // namespace

CueMatcher::CueMatcher(const CuePack& pack, const FoldedText& text) : m_pack(pack), m_text(text)
{
    constexpr std::size_t atomsOfToken = 8; // more is seldom
    m_words.reserve(text.size());
    m_atoms.reserve(atomsOfToken * text.size());
    m_atomsAt.reserve(text.size() + 1);
    for (std::size_t i = 0; i < text.size(); ++i)
        m_words.push_back(pack.word(text.word(i)));
}

void CueMatcher::scan(std::size_t first, std::size_t last, Speaker speaker, std::span<const FoundTime> times)
{
    m_first = first;
    m_last = last;
    m_begin = first;
    while (m_begin < last && (m_text.token(m_begin).kind == TokenKind::handle || m_text.token(m_begin).kind == TokenKind::emoji))
        ++m_begin;
    lookUp(times);
    const std::size_t firstScope = m_scopes.size();
    for (std::size_t at = first; at < last; ++at) {
        for (std::uint32_t i = m_atomsAt[at - first]; i < m_atomsAt[at - first + 1]; ++i) {
            const AtomHit& hit = m_atoms[i];
            for (const std::uint16_t index : m_pack.patternsByFirst[hit.atom]) {
                const CuePattern& pattern = m_pack.patterns[index];
                if ((pattern.atStart && !opens(at)) || !needsMet(pattern))
                    continue;
                Match whole = match(pattern, 1, at, at + hit.length);
                whole.own |= tokenMask(0, hit.length);
                if (whole.end > 0)
                    matched(pattern, at, whole, speaker);
            }
        }
    }
    dropPseudoScopes(firstScope);
}

// People do not always start a sentence with a capital, so that several may stand in one.
bool CueMatcher::opens(std::size_t token) const
{
    return token == m_begin || (token > m_begin && m_text.token(token).before == TokenBreak::strong);
}

void CueMatcher::dropPseudoScopes(std::size_t from)
{
    const auto begin = m_scopes.begin() + static_cast<std::ptrdiff_t>(from);
    const std::vector<ScopeHit> pseudo = [&] {
        std::vector<ScopeHit> found;
        std::copy_if(begin, m_scopes.end(), std::back_inserter(found), [](const ScopeHit& s) { return s.kind == ScopeKind::nothing; });
        return found;
    }();
    if (pseudo.empty())
        return;
    const auto dropped = std::remove_if(begin, m_scopes.end(), [&](const ScopeHit& scope) {
        return std::ranges::any_of(pseudo, [&](const ScopeHit& p) { return scope.trigger < p.triggerEnd && p.trigger < scope.triggerEnd; });
    });
    m_scopes.erase(dropped, m_scopes.end());
}

void CueMatcher::lookUp(std::span<const FoundTime> times)
{
    m_atoms.clear();
    m_atomsAt.clear();
    m_present.assign(m_pack.atomCount / 64 + 1, 0);
    for (std::size_t at = m_first; at < m_last; ++at) {
        m_atomsAt.push_back(static_cast<std::uint32_t>(m_atoms.size()));
        lookUpToken(at);
        lookUpTimes(at, times);
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
    const CuePack::Word* word = m_words[index];
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
        const CuePack::Word* following = m_words[index + length - 1];
        if (!following)
            return;
        node = m_pack.nextNode(node, following->symbol);
        if (node == 0)
            return;
        for (const AtomId atom : m_pack.nodeAtoms(node))
            addAtom(atom, length);
    }
}

// "by Friday" is a time as it stands, and so is its "Friday" behind a word that the pattern names.
void CueMatcher::lookUpTimes(std::size_t index, std::span<const FoundTime> times)
{
    for (const FoundTime& time : times) {
        if ((time.first != index && time.core != index) || time.bareHour)
            continue;
        for (const AtomId atom : time.spanOnly ? m_pack.whileAtoms : m_pack.aheadAtoms)
            addAtom(atom, time.last - index);
    }
}

bool CueMatcher::needsMet(const CuePattern& pattern) const
{
    return std::ranges::all_of(pattern.needed, [this](AtomId atom) { return present(atom); });
}

bool CueMatcher::mayEnd(const CuePattern& pattern, std::size_t at) const
{
    if (at == m_last || (!pattern.atEnd && !pattern.atPause))
        return true;
    const FoldedToken& next = m_text.token(at);
    return next.before == TokenBreak::strong || (pattern.atPause && (next.before == TokenBreak::comma || next.kind == TokenKind::emoji));
}

CueMatcher::Match CueMatcher::match(const CuePattern& pattern, std::size_t element, std::size_t first, std::size_t at) const
{
    if (element == pattern.elements.size())
        return {mayEnd(pattern, at) ? at : 0, 0};
    const CueElement& wanted = pattern.elements[element];
    for (std::size_t skipped = 0; skipped <= wanted.gap && at + skipped < m_last; ++skipped) {
        const std::size_t here = at + skipped;
        if (m_text.token(here).before == TokenBreak::strong && !wanted.behindMark)
            break;
        for (std::uint32_t i = m_atomsAt[here - m_first]; i < m_atomsAt[here - m_first + 1]; ++i) {
            if (m_atoms[i].atom != wanted.atom)
                continue;
            const Match rest = match(pattern, element + 1, first, here + m_atoms[i].length);
            if (rest.end > 0)
                return {rest.end, rest.own | tokenMask(here - first, m_atoms[i].length)};
        }
    }
    return wanted.optional ? match(pattern, element + 1, first, at) : Match();
}

void CueMatcher::matched(const CuePattern& pattern, std::size_t first, const Match& match, Speaker speaker)
{
    if (pattern.isScope)
        return openScope(m_pack.scopes[pattern.target], first, match.end);
    const Cue& cue = m_pack.cues[pattern.target];
    if (cue.by == Speaker::any || speaker == Speaker::any || cue.by == speaker)
        m_hits.push_back({&cue, first, match.end, pattern.alone, match.own});
}

void CueMatcher::openScope(const ScopeRule& rule, std::size_t first, std::size_t last)
{
    ScopeHit scope{rule.kind, rule.direction == ScopeReach::message, m_first, m_last, first, last};
    const auto ends = [&](std::size_t token, std::size_t entering) {
        const TokenBreak before = m_text.token(entering).before;
        return before == TokenBreak::strong || (before == TokenBreak::comma && !rule.crossesComma)
            || (rule.until != 0 && hasAtom(token, rule.until));
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
    if (token < m_first || token >= m_last || !present(atom))
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
        if (token.before == TokenBreak::strong || token.kind == TokenKind::link || token.kind == TokenKind::emoji
            || hasAtom(end, m_pack.clauseOpener))
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
        // "not working" is a sign as it stands; in "want (not) to complain" the word is not its own.
        const bool within = scope.trigger >= hit.first && scope.triggerEnd <= hit.last;
        // The "nicht" of "nicht mehr leben" is its own where the pattern skips the "mehr".
        const std::size_t words = scope.kind == ScopeKind::negated ? 1 : scope.triggerEnd - scope.trigger;
        const std::uint64_t trigger = within ? tokenMask(scope.trigger - hit.first, words) : 0;
        const bool ownWords = within && (hit.own & trigger) == trigger;
        if (!ownWords && scope.first < hit.last && hit.first < scope.last)
            return &scope;
    }
    return nullptr;
}

} // namespace foreword
