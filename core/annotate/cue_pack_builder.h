// Reads the files of one language's cue list into a pack: patterns, cues, scopes and the classes
// that code knows by name. Notes everything that is wrong in the reader of the file. Used while
// one list is loaded; one thread.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/annotate/cue_vocabulary.h"

namespace foreword {

class CuePackBuilder {
public:
    CuePackBuilder(CuePack& pack, const Dictionary& dictionary, TomlReader& first)
        : m_pack(pack), m_reader(&first), m_dictionary(dictionary), m_words(pack, first)
    {
    }

    void build(std::span<CueFile> files);

private:
    void readFrom(TomlReader& reader);
    // How the language is written, and the words that code knows by name.
    void readMain(const toml::table& root);
    template <class Read>
    void eachTable(const toml::table& root, std::string_view key, Read read);
    void readThresholds(const toml::table& root);
    // Each list of words becomes a class of its own, "values.<signal>.<value>".
    void readPostWeights(const toml::table& root);
    void readValues(const toml::table& root);
    void checkSignal(const toml::node& where, std::string_view id);
    void readFactWords(const toml::table& root);
    void readPatterns(const toml::table& table, std::string_view entry, bool isScope, std::size_t target);
    bool readPattern(const std::string& text, const toml::node& where, CuePattern& pattern);
    void readScope(const toml::table& table);
    ScopeKind scopeNamed(std::string_view name, const toml::node& where);
    void readCue(const toml::table& table);
    Speaker speaker(const toml::table& table, Speaker otherwise);
    // A signal is cancelled by every scope unless its cue says otherwise; the rest by none.
    void readCancels(const toml::table& table, std::string_view mark, Cue& cue);
    void finish();

    CuePack& m_pack;
    TomlReader* m_reader; // of the file at hand
    const Dictionary& m_dictionary;
    CueVocabulary m_words;
};

} // namespace foreword
