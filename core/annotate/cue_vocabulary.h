// Turns the word classes of a cue list into the atoms that its patterns are made of, inside the
// pack. Notes unknown classes and bad words in the reader. Refers to both; used while one list
// is loaded; one thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/cue_pack.h"

namespace foreword {

// The parts of `text` between separators, empty ones left out.
std::vector<std::string> splitAt(std::string_view text, char separator);

class CueVocabulary {
public:
    CueVocabulary(CuePack& pack, TomlReader& reader) : m_pack(pack), m_reader(&reader) {}

    // Where from now on problems are noted: the file at hand.
    void readFrom(TomlReader& reader) { m_reader = &reader; }
    void keepApostrophes(std::vector<std::string> words) { m_literal = std::move(words); }
    // The classes of [words]; each name stands once in all files of a language.
    void readClasses(const toml::table& root);
    void addClassOf(std::string name, std::vector<std::string> words) { m_classes.emplace(std::move(name), std::move(words)); }

    // The atom of an element such as "<want>|need", made when first met.
    AtomId atom(const std::string& element, const toml::node& where);
    bool hasClass(std::string_view name) const { return m_classes.contains(name); }
    AtomId classAtom(std::string_view name, const toml::node& where) { return atom("<" + std::string(name) + ">", where); }

private:
    void addClass(const std::string& choice, AtomId atom, const toml::node& where);
    // "complain/s/ed" is complain, complains and complained; only the last word has endings.
    void addEndings(const std::string& phrase, AtomId atom, const toml::node& where);
    void addPhrase(const std::string& phrase, AtomId atom, const toml::node& where);
    // "don't" is also typed "dont", but "we'll" is not "well".
    bool dropApostrophes(std::vector<std::string>& words) const;
    std::uint32_t symbol(const std::string& word);
    void addWords(const std::vector<std::string>& words, AtomId atom);
    static void addOnce(std::vector<AtomId>& atoms, AtomId atom);

    CuePack& m_pack;
    TomlReader* m_reader;
    std::map<std::string, std::vector<std::string>, std::less<>> m_classes;
    std::map<std::string, AtomId> m_atoms;
    std::vector<std::string> m_literal;
};

} // namespace foreword
