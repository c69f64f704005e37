// One language's cue list, compiled: word classes, and patterns over them that say who does
// what, with gaps; scope words in the manner of ConText (Harkema et al. 2009, PMC2757457) say
// where a statement is negated, hypothetical, past, or another person's. The format is
// described at the head of resources/cues/en.toml. Immutable after loading; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/dictionary.h"
#include "core/annotate/public_post.h"
#include "core/annotate/time_words.h"
#include "core/annotate/toml_reader.h"
#include "core/annotate/word_map.h"
#include "core/model/annotation.h"
#include "core/text/folded_text.h"

namespace foreword {

using AtomId = std::uint16_t; // what one element of a pattern accepts

enum class Speaker : std::uint8_t { customer, agent, any };
// What a cue stands for: an annotation, or something that only the annotator needs.
enum class CueRole : std::uint8_t {
    annotation,
    ignore, // looks like the signal of the label, or like the kind, and is not
    offer,  // an agent offers what the label names: a "yes" after it is a request
    accept,
    decline,
    praise,
    greeting,
    pointing,  // a promise around it speaks of what the sentence before names
    about,     // a word for what the label names, in a promise or where one is moved
    condition, // what is asked of the customer: a time in it is theirs
};
enum class CueSpan : std::uint8_t { match, clause, sentence };
// `nothing` only looks like a scope ("sorry if") and takes its words away from the others.
enum class ScopeKind : std::uint8_t { negated, hypothetical, past, other, nothing };
constexpr std::size_t scopeKinds = 5;
enum class ScopeReach : std::uint8_t { forward, backward, sentence, message };

struct Cue {
    CueRole role = CueRole::annotation;
    AnnotationKind kind = AnnotationKind::cue;
    std::string label;
    std::string value;
    int points = 100;
    Speaker by = Speaker::customer;
    CueSpan span = CueSpan::match;
    std::array<bool, scopeKinds> cancelledBy{};
};

struct ScopeRule {
    ScopeKind kind = ScopeKind::negated;
    ScopeReach direction = ScopeReach::forward;
    int reach = 6;
    bool crossesComma = false;
    AtomId until = 0; // 0: no word ends it
};

struct CueElement {
    AtomId atom = 0;
    std::uint8_t gap = 0; // words that may stand before it
    bool optional = false;
    bool behindMark = false; // also where a mark ends the clause before it
};

struct CuePattern {
    std::vector<CueElement> elements;
    std::vector<AtomId> needed; // cheap check before matching
    bool atStart = false;
    bool atEnd = false;
    bool atPause = false; // an end, a comma or an emoji
    bool alone = false; // nothing else is in the message
    bool isScope = false;
    std::uint16_t target = 0; // index into cues or scopes
};

// Classes that the fact finder knows by name.
struct FactWords {
    AtomId reference = 0, account = 0, product = 0, productNoun = 0, error = 0, says = 0, currency = 0, route = 0, routeTo = 0,
           placeLead = 0, placeLeadOfTravel = 0, travel = 0, placeNoun = 0, numberedPlace = 0, postcode = 0, nameLead = 0, sent = 0,
           notPlace = 0, often = 0;
    // "Tamworth Rise", "rue de la Paix"; 0 where the language does not name its streets so.
    AtomId street = 0, streetLead = 0, streetLink = 0;
};

// One file of a language's cue list, parsed.
struct CueFile {
    TomlReader reader;
    toml::table root;
};

class CuePack {
public:
    // `files` are of one language: the one with [time] says how it is written, the others add
    // classes, scopes and cues. Notes what is wrong in their readers; the pack is then not to
    // be used.
    static CuePack load(std::span<CueFile> files, const Dictionary& dictionary);

    std::string language;
    Elision elision = Elision::keep;
    std::vector<Cue> cues;
    std::vector<ScopeRule> scopes;
    std::vector<CuePattern> patterns;
    std::vector<std::vector<std::uint16_t>> patternsByFirst; // by atom
    std::map<std::string, int, std::less<>> thresholds;      // by signal, default 100
    std::optional<PostWeights> complaintInPost;              // where posts are judged apart
    // What words around a cue narrow it to, by signal; "all" widens it again.
    std::map<std::string, std::vector<std::pair<std::string, AtomId>>, std::less<>> values;
    TimeWords time;
    bool capitalNouns = false; // a capital does not make a name
    AtomId atomCount = 1;     // 0 is no atom
    AtomId clauseOpener = 0;  // words that open a clause of their own after "and"
    AtomId functionWords = 0; // words that tell the language of a short text
    FactWords factWords;
    std::vector<AtomId> aheadAtoms; // "<ahead>": a time to come, with the words that announce it
    std::vector<AtomId> whileAtoms; // "<while>": an amount of time

    // What a word, or the longest phrase it opens, is.
    struct Word {
        std::vector<AtomId> atoms;
        bool opensPhrase = false;
        std::uint32_t symbol = 0;
    };
    const Word* word(std::string_view folded) const;
    // The atoms of words that start so ("werb*"), added to `found`.
    void prefixAtoms(std::string_view folded, std::vector<AtomId>& found) const;
    // Trie of phrases; 0 is the root and "no such node".
    std::uint32_t nextNode(std::uint32_t node, std::uint32_t symbol) const;
    const std::vector<AtomId>& nodeAtoms(std::uint32_t node) const { return m_nodeAtoms[node]; }
    // The atoms of a token that is no word ("<number>", "<handle>").
    const std::vector<AtomId>& kindAtoms(TokenKind kind) const { return m_kindAtoms[static_cast<std::size_t>(kind)]; }

private:
    friend class CueVocabulary;
    static std::uint64_t trieKey(std::uint32_t node, std::uint32_t symbol) { return (static_cast<std::uint64_t>(node) << 32) | symbol; }

    WordMap<Word> m_words;
    std::map<std::size_t, WordMap<std::vector<AtomId>>> m_prefixes; // by length
    NumberMap m_trie;
    WordStarts m_wordStarts, m_prefixStarts;
    std::vector<std::vector<AtomId>> m_nodeAtoms{{}};
    std::array<std::vector<AtomId>, 6> m_kindAtoms;
};

} // namespace foreword
