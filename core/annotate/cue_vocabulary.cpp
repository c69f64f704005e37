#include "core/annotate/cue_vocabulary.h"

#include <algorithm>

namespace foreword {
namespace {

// By TokenKind; a plain word has no class of its own.
constexpr std::array<std::string_view, 6> kindNames = {"", "number", "emoji", "handle", "link", "mail"};

} // namespace

std::vector<std::string> splitAt(std::string_view text, char separator)
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

void CueVocabulary::readClasses(const toml::table& root)
{
    const toml::node* there = root.get("words");
    if (!there)
        return;
    const toml::table* words = there->as_table();
    if (!words)
        return m_reader->bad(*there, "words", "", "a table of word lists");
    for (const auto& [key, value] : *words) {
        const std::string name(key.str());
        if (!m_classes.emplace(name, m_reader->texts(*words, "words", name)).second)
            m_reader->note(ErrorCode::charter_duplicate_id, value, {{"field", "words"}, {"value", name}});
    }
}

AtomId CueVocabulary::atom(const std::string& element, const toml::node& where)
{
    if (const auto known = m_atoms.find(element); known != m_atoms.end())
        return known->second;
    const AtomId made = m_pack.atomCount++;
    m_atoms.emplace(element, made);
    for (const std::string& choice : splitAt(element, '|')) {
        if (choice.front() == '<') {
            addClass(choice, made, where);
            continue;
        }
        std::string phrase = choice;
        std::ranges::replace(phrase, '_', ' ');
        addPhrase(phrase, made, where);
    }
    return made;
}

void CueVocabulary::addClass(const std::string& choice, AtomId atom, const toml::node& where)
{
    const std::string name = choice.substr(1, choice.size() - 2);
    const auto kind = std::ranges::find(kindNames, std::string_view(name));
    if (kind != kindNames.end() && !name.empty()) {
        m_pack.m_kindAtoms[static_cast<std::size_t>(kind - kindNames.begin())].push_back(atom);
        return;
    }
    if (name == "ahead")
        return m_pack.aheadAtoms.push_back(atom);
    if (name == "while")
        return m_pack.whileAtoms.push_back(atom);
    const auto found = m_classes.find(name);
    if (choice.back() != '>' || found == m_classes.end())
        return m_reader->bad(where, "patterns", choice, "a class of [words], number, ahead, while, handle, mail, link or emoji");
    for (const std::string& phrase : found->second) {
        if (phrase.front() == '<')
            addClass(phrase, atom, where);
        else
            addEndings(phrase, atom, where);
    }
}

void CueVocabulary::addEndings(const std::string& phrase, AtomId atom, const toml::node& where)
{
    const std::vector<std::string> parts = splitAt(phrase, '/');
    addPhrase(parts.front(), atom, where);
    for (std::size_t i = 1; i < parts.size(); ++i)
        addPhrase(parts.front() + parts[i], atom, where);
}

void CueVocabulary::addPhrase(const std::string& phrase, AtomId atom, const toml::node& where)
{
    if (phrase.size() > 1 && phrase.back() == '*') {
        const FoldedText stem(phrase.substr(0, phrase.size() - 1), m_pack.elision);
        if (stem.size() != 1 || stem.word(0).size() < 3)
            return m_reader->bad(where, "words", phrase, "three letters or more of one word before *");
        m_pack.m_prefixStarts.add(stem.word(0));
        m_pack.m_prefixes[stem.word(0).size()][std::string(stem.word(0))].push_back(atom);
        return;
    }
    // The ending that the folded text keeps apart stands for itself.
    if (phrase == "'s")
        return addWords({phrase}, atom);
    const FoldedText folded(phrase, m_pack.elision);
    std::vector<std::string> words;
    for (std::size_t i = 0; i < folded.size(); ++i)
        words.emplace_back(folded.word(i));
    if (words.empty())
        return m_reader->bad(where, "words", phrase, "words");
    addWords(words, atom);
    if (dropApostrophes(words))
        addWords(words, atom);
}

bool CueVocabulary::dropApostrophes(std::vector<std::string>& words) const
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

std::uint32_t CueVocabulary::symbol(const std::string& word)
{
    m_pack.m_wordStarts.add(word);
    CuePack::Word& known = m_pack.m_words[word];
    if (known.symbol == 0)
        known.symbol = static_cast<std::uint32_t>(m_pack.m_words.size());
    return known.symbol;
}

void CueVocabulary::addWords(const std::vector<std::string>& words, AtomId atom)
{
    if (words.size() == 1) {
        symbol(words.front());
        addOnce(m_pack.m_words[words.front()].atoms, atom);
        return;
    }
    std::uint32_t node = 0;
    for (const std::string& word : words) {
        const auto [next, fresh] =
            m_pack.m_trie.emplace(CuePack::trieKey(node, symbol(word)), static_cast<std::uint32_t>(m_pack.m_nodeAtoms.size()));
        if (fresh)
            m_pack.m_nodeAtoms.emplace_back();
        node = next;
    }
    m_pack.m_words[words.front()].opensPhrase = true;
    addOnce(m_pack.m_nodeAtoms[node], atom);
}

void CueVocabulary::addOnce(std::vector<AtomId>& atoms, AtomId atom)
{
    if (std::ranges::find(atoms, atom) == atoms.end())
        atoms.push_back(atom);
}

} // namespace foreword
