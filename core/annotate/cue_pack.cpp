#include "core/annotate/cue_pack.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace foreword {
namespace {

constexpr int defaultThreshold = 100;
constexpr std::array<std::string_view, 6> kindNames = {"", "number", "emoji", "handle", "link", "mail"};

struct Mark {
    std::string_view name;
    CueRole role;
    AnnotationKind kind;
    Speaker by;
};
constexpr Mark marks[] = {
    {"signal", CueRole::annotation, AnnotationKind::cue, Speaker::customer},
    {"promise", CueRole::annotation, AnnotationKind::promise, Speaker::agent},
    {"fulfilment", CueRole::annotation, AnnotationKind::fulfilment, Speaker::any},
    {"tried", CueRole::annotation, AnnotationKind::tried, Speaker::any},
    {"question", CueRole::annotation, AnnotationKind::question, Speaker::agent},
    {"resolution", CueRole::annotation, AnnotationKind::resolution, Speaker::customer},
    {"dissatisfaction", CueRole::annotation, AnnotationKind::dissatisfaction, Speaker::customer},
    {"request", CueRole::annotation, AnnotationKind::request, Speaker::customer},
    {"fact", CueRole::annotation, AnnotationKind::fact, Speaker::customer},
    {"ignore", CueRole::ignore, AnnotationKind::cue, Speaker::customer},
    {"offer", CueRole::offer, AnnotationKind::question, Speaker::agent},
    {"accept", CueRole::accept, AnnotationKind::cue, Speaker::customer},
    {"decline", CueRole::decline, AnnotationKind::cue, Speaker::customer},
    {"praise", CueRole::praise, AnnotationKind::cue, Speaker::customer},
    {"greeting", CueRole::greeting, AnnotationKind::cue, Speaker::any},
};

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    std::size_t from = 0;
    while (from <= text.size()) {
        const std::size_t to = std::min(text.find(separator, from), text.size());
        if (to > from)
            parts.emplace_back(text.substr(from, to - from));
        from = to + 1;
    }
    return parts;
}

std::uint64_t trieKey(std::uint32_t node, std::uint32_t symbol)
{
    return (static_cast<std::uint64_t>(node) << 32) | symbol;
}

} // namespace

class CuePackBuilder {
public:
    CuePackBuilder(CuePack& pack, TomlReader& reader, const Dictionary& dictionary)
        : m_pack(pack), m_reader(reader), m_dictionary(dictionary)
    {
    }

    void build(const toml::table& root)
    {
        m_reader.onlyKeys(root, "the cue list",
                          {"language", "elisions", "day_first", "literal_apostrophe", "words", "thresholds", "values", "time", "scope", "cue"});
        m_pack.language = m_reader.text(root, "the cue list", "language");
        m_pack.elision = root["elisions"].value_or(false) ? Elision::split : Elision::keep;
        if (root.contains("literal_apostrophe"))
            m_literal = m_reader.texts(root, "the cue list", "literal_apostrophe");
        readClasses(root);
        readThresholds(root);
        readValues(root);
        m_pack.clauseOpener = classAtom("clause_opener", root);
        m_pack.functionWords = classAtom("function_word", root);
        readFactWords(root);
        if (const toml::table* time = root["time"].as_table())
            m_pack.time.load(m_reader, *time, m_pack.elision, root["day_first"].value_or(true));
        else
            m_reader.missing(root, "time", "the cue list");
        eachTable(root, "scope", [this](const toml::table& table) { readScope(table); });
        eachTable(root, "cue", [this](const toml::table& table) { readCue(table); });
        finish();
    }

private:
    template <class Read>
    void eachTable(const toml::table& root, std::string_view key, Read read)
    {
        const toml::array* list = root[key].as_array();
        if (!list)
            return m_reader.missing(root, key, "the cue list");
        for (const toml::node& node : *list) {
            if (const toml::table* table = node.as_table())
                read(*table);
            else
                m_reader.bad(node, key, "", "tables");
        }
    }

    void readClasses(const toml::table& root)
    {
        const toml::table* words = root["words"].as_table();
        if (!words)
            return m_reader.missing(root, "words", "the cue list");
        for (const auto& [key, value] : *words)
            m_classes.emplace(std::string(key.str()), m_reader.texts(*words, "words", key.str()));
    }

    void readThresholds(const toml::table& root)
    {
        const toml::table* table = root["thresholds"].as_table();
        if (!table)
            return;
        for (const auto& [key, value] : *table) {
            checkSignal(value, key.str());
            m_pack.thresholds.emplace(std::string(key.str()),
                                      static_cast<int>(m_reader.number(*table, key.str(), defaultThreshold, 1, 1000)));
        }
    }

    // Each list of words becomes a class of its own, "values.<signal>.<value>".
    void readValues(const toml::table& root)
    {
        const toml::table* signals = root["values"].as_table();
        if (!signals)
            return;
        for (const auto& [signal, node] : *signals) {
            checkSignal(node, signal.str());
            const toml::table* values = node.as_table();
            if (!values) {
                m_reader.bad(node, "values", signal.str(), "a table of word lists");
                continue;
            }
            for (const auto& [value, words] : *values) {
                const std::string name = "values." + std::string(signal.str()) + "." + std::string(value.str());
                m_classes.emplace(name, m_reader.texts(*values, "values", value.str()));
                m_pack.values[std::string(signal.str())].emplace_back(std::string(value.str()), classAtom(name, words));
            }
        }
    }

    void checkSignal(const toml::node& where, std::string_view id)
    {
        if (!m_dictionary.find(id))
            m_reader.note(ErrorCode::charter_unknown_signal, where, {{"field", "signal"}, {"value", std::string(id)}});
    }

    AtomId classAtom(std::string_view name, const toml::node& where) { return atom("<" + std::string(name) + ">", where); }

    void readFactWords(const toml::table& root)
    {
        FactWords& words = m_pack.factWords;
        words.reference = classAtom("reference_noun", root);
        words.account = classAtom("account_noun", root);
        words.product = classAtom("product", root);
        words.error = classAtom("error_noun", root);
        words.currency = classAtom("currency", root);
        words.route = classAtom("route_noun", root);
        words.routeTo = classAtom("route_to", root);
        words.placeLead = classAtom("place_lead", root);
        words.notPlace = classAtom("not_place", root);
    }

    // The atom of an element such as "<want>|need", made when first met.
    AtomId atom(const std::string& element, const toml::node& where)
    {
        if (const auto known = m_atoms.find(element); known != m_atoms.end())
            return known->second;
        const AtomId made = m_pack.atomCount++;
        m_atoms.emplace(element, made);
        for (const std::string& choice : split(element, '|')) {
            if (choice.front() == '<')
                addClass(choice, made, where);
            else
                addPhrase(choice, made, where);
        }
        return made;
    }

    void addClass(const std::string& choice, AtomId atom, const toml::node& where)
    {
        const std::string name = choice.substr(1, choice.size() - 2);
        const auto kind = std::ranges::find(kindNames, std::string_view(name));
        if (kind != kindNames.end() && !name.empty()) {
            m_pack.m_kindAtoms[static_cast<std::size_t>(kind - kindNames.begin())].push_back(atom);
            return;
        }
        const auto found = m_classes.find(name);
        if (choice.back() != '>' || found == m_classes.end())
            return m_reader.bad(where, "patterns", choice, "a class of [words], number, handle, mail, link or emoji");
        for (const std::string& phrase : found->second) {
            if (phrase.front() == '<')
                addClass(phrase, atom, where);
            else
                addEndings(phrase, atom, where);
        }
    }

    // "complain/s/ed" is complain, complains and complained; only the last word has endings.
    void addEndings(const std::string& phrase, AtomId atom, const toml::node& where)
    {
        const std::vector<std::string> parts = split(phrase, '/');
        addPhrase(parts.front(), atom, where);
        for (std::size_t i = 1; i < parts.size(); ++i)
            addPhrase(parts.front() + parts[i], atom, where);
    }

    void addPhrase(const std::string& phrase, AtomId atom, const toml::node& where)
    {
        if (phrase.size() > 2 && phrase.back() == '*') {
            const FoldedText stem(phrase.substr(0, phrase.size() - 1), m_pack.elision);
            if (stem.size() != 1)
                return m_reader.bad(where, "words", phrase, "one word before *");
            m_pack.m_prefixes[stem.word(0).size()][std::string(stem.word(0))].push_back(atom);
            return;
        }
        const FoldedText folded(phrase, m_pack.elision);
        std::vector<std::string> words;
        for (std::size_t i = 0; i < folded.size(); ++i)
            words.emplace_back(folded.word(i));
        if (words.empty())
            return m_reader.bad(where, "words", phrase, "words");
        addWords(words, atom);
        if (dropApostrophes(words))
            addWords(words, atom);
    }

    // "don't" is also typed "dont", but "we'll" is not "well".
    bool dropApostrophes(std::vector<std::string>& words) const
    {
        std::vector<std::string> plain;
        bool dropped = false;
        for (const std::string& word : words) {
            const bool literal = std::ranges::find(m_literal, word) != m_literal.end();
            if (word == "'s" && !plain.empty()) {
                plain.back() += 's';
                dropped = true;
            } else if (!literal && word.find('\'') != std::string::npos) {
                plain.push_back(word);
                std::erase(plain.back(), '\'');
                dropped = true;
            } else {
                plain.push_back(word);
            }
        }
        words = std::move(plain);
        return dropped;
    }

    std::uint32_t symbol(const std::string& word)
    {
        CuePack::Word& known = m_pack.m_words[word];
        if (known.symbol == 0)
            known.symbol = static_cast<std::uint32_t>(m_pack.m_words.size());
        return known.symbol;
    }

    void addWords(const std::vector<std::string>& words, AtomId atom)
    {
        if (words.size() == 1) {
            symbol(words.front());
            addOnce(m_pack.m_words[words.front()].atoms, atom);
            return;
        }
        std::uint32_t node = 0;
        for (const std::string& word : words) {
            const auto [entry, fresh] =
                m_pack.m_trie.emplace(trieKey(node, symbol(word)), static_cast<std::uint32_t>(m_pack.m_nodeAtoms.size()));
            if (fresh)
                m_pack.m_nodeAtoms.emplace_back();
            node = entry->second;
        }
        m_pack.m_words[words.front()].opensPhrase = true;
        addOnce(m_pack.m_nodeAtoms[node], atom);
    }

    static void addOnce(std::vector<AtomId>& atoms, AtomId atom)
    {
        if (std::ranges::find(atoms, atom) == atoms.end())
            atoms.push_back(atom);
    }

    void readPatterns(const toml::table& table, std::string_view entry, bool isScope, std::size_t target)
    {
        for (const std::string& text : m_reader.texts(table, entry, "patterns")) {
            CuePattern pattern;
            pattern.isScope = isScope;
            pattern.target = static_cast<std::uint16_t>(target);
            if (readPattern(text, *table.get("patterns"), pattern))
                m_pack.patterns.push_back(std::move(pattern));
        }
    }

    bool readPattern(const std::string& text, const toml::node& where, CuePattern& pattern)
    {
        int gap = 0;
        for (std::string part : split(text, ' ')) {
            if (part == "^" || part == "^^") {
                pattern.atStart = true;
                pattern.alone = part == "^^";
            } else if (part == "$") {
                pattern.atEnd = true;
            } else if (part.front() == '*') {
                const auto [end, problem] = std::from_chars(part.data() + 1, part.data() + part.size(), gap);
                if (problem != std::errc() || end != part.data() + part.size() || gap < 1 || gap > 15)
                    m_reader.bad(where, "patterns", text, "gaps *1 to *15");
            } else {
                CueElement element;
                element.optional = part.size() > 1 && part.back() == '?';
                if (element.optional)
                    part.pop_back();
                element.gap = static_cast<std::uint8_t>(gap);
                element.atom = atom(part, where);
                gap = 0;
                pattern.elements.push_back(element);
            }
        }
        const bool sound = gap == 0 && !pattern.elements.empty() && !pattern.elements.front().optional && pattern.elements.front().gap == 0;
        if (!sound)
            m_reader.bad(where, "patterns", text, "a first word that is neither optional nor behind a gap, and no gap at the end");
        return sound;
    }

    void readScope(const toml::table& table)
    {
        m_reader.onlyKeys(table, "scope", {"kind", "direction", "reach", "until", "crosses_comma", "patterns"});
        ScopeRule rule;
        rule.kind = scopeNamed(m_reader.text(table, "kind", "", {"negated", "hypothetical", "past", "other"}), table);
        const std::string direction = m_reader.text(table, "direction", "forward", {"forward", "backward", "sentence", "message"});
        rule.direction = direction == "forward"    ? ScopeReach::forward
                         : direction == "backward" ? ScopeReach::backward
                         : direction == "sentence" ? ScopeReach::sentence
                                                   : ScopeReach::message;
        rule.reach = static_cast<int>(m_reader.number(table, "reach", 6, 1, 60));
        rule.crossesComma = table["crosses_comma"].value_or(false);
        if (table.contains("until"))
            rule.until = atom(m_reader.text(table, "scope", "until"), *table.get("until"));
        m_pack.scopes.push_back(rule);
        readPatterns(table, "scope", true, m_pack.scopes.size() - 1);
    }

    ScopeKind scopeNamed(std::string_view name, const toml::node& where)
    {
        constexpr std::string_view names[] = {"negated", "hypothetical", "past", "other"};
        const auto found = std::ranges::find(names, name);
        if (found == std::end(names)) {
            m_reader.missing(where, "kind", "scope");
            return ScopeKind::negated;
        }
        return static_cast<ScopeKind>(found - std::begin(names));
    }

    void readCue(const toml::table& table)
    {
        m_reader.onlyKeys(table, "cue", {"marks", "value", "points", "by", "span", "cancelled_by", "patterns"});
        Cue cue;
        const std::string mark = m_reader.text(table, "cue", "marks");
        const std::size_t colon = std::min(mark.find(':'), mark.size());
        const auto known = std::ranges::find(marks, std::string_view(mark).substr(0, colon), &Mark::name);
        if (known == std::end(marks))
            return m_reader.bad(table, "marks", mark, "signal:…, promise:…, tried, question:… and so on");
        cue.role = known->role;
        cue.kind = known->kind;
        cue.label = colon < mark.size() ? mark.substr(colon + 1) : "";
        if (mark.starts_with("signal:") || cue.role == CueRole::ignore || cue.role == CueRole::offer)
            checkSignal(table, cue.label);
        cue.value = table.contains("value") ? m_reader.text(table, mark, "value") : "";
        cue.points = static_cast<int>(m_reader.number(table, "points", defaultThreshold, -200, 200));
        cue.by = speaker(table, known->by);
        const std::string span = m_reader.text(table, "span", "match", {"match", "clause", "sentence"});
        cue.span = span == "match" ? CueSpan::match : span == "clause" ? CueSpan::clause : CueSpan::sentence;
        readCancels(table, mark, cue);
        m_pack.cues.push_back(std::move(cue));
        readPatterns(table, mark, false, m_pack.cues.size() - 1);
    }

    Speaker speaker(const toml::table& table, Speaker otherwise)
    {
        if (!table.contains("by"))
            return otherwise;
        const std::string by = m_reader.text(table, "by", "any", {"customer", "agent", "any"});
        return by == "customer" ? Speaker::customer : by == "agent" ? Speaker::agent : Speaker::any;
    }

    // A signal is cancelled by every scope unless its cue says otherwise; the rest by none.
    void readCancels(const toml::table& table, std::string_view mark, Cue& cue)
    {
        cue.cancelledBy.fill(mark.starts_with("signal:"));
        if (!table.contains("cancelled_by"))
            return;
        cue.cancelledBy.fill(false);
        for (const std::string& name : m_reader.texts(table, mark, "cancelled_by"))
            cue.cancelledBy[static_cast<std::size_t>(scopeNamed(name, table))] = true;
    }

    void finish()
    {
        m_pack.patternsByFirst.resize(m_pack.atomCount);
        for (std::size_t i = 0; i < m_pack.patterns.size(); ++i) {
            CuePattern& pattern = m_pack.patterns[i];
            m_pack.patternsByFirst[pattern.elements.front().atom].push_back(static_cast<std::uint16_t>(i));
            for (std::size_t e = 1; e < pattern.elements.size(); ++e) {
                if (!pattern.elements[e].optional)
                    pattern.needed.push_back(pattern.elements[e].atom);
            }
        }
    }

    CuePack& m_pack;
    TomlReader& m_reader;
    const Dictionary& m_dictionary;
    std::map<std::string, std::vector<std::string>, std::less<>> m_classes;
    std::map<std::string, AtomId> m_atoms;
    std::vector<std::string> m_literal;
};

CuePack CuePack::load(TomlReader& reader, const toml::table& root, const Dictionary& dictionary)
{
    CuePack pack;
    CuePackBuilder(pack, reader, dictionary).build(root);
    return pack;
}

const CuePack::Word* CuePack::word(std::string_view folded) const
{
    const auto found = m_words.find(folded);
    return found == m_words.end() ? nullptr : &found->second;
}

void CuePack::prefixAtoms(std::string_view folded, std::vector<AtomId>& found) const
{
    for (const auto& [length, words] : m_prefixes) {
        if (length > folded.size())
            return;
        if (const auto atoms = words.find(folded.substr(0, length)); atoms != words.end())
            found.insert(found.end(), atoms->second.begin(), atoms->second.end());
    }
}

std::uint32_t CuePack::nextNode(std::uint32_t node, std::uint32_t symbol) const
{
    const auto found = m_trie.find(trieKey(node, symbol));
    return found == m_trie.end() ? 0 : found->second;
}

} // namespace foreword
