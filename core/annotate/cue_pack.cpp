#include "core/annotate/cue_pack.h"

#include "core/annotate/cue_pack_builder.h"

namespace foreword {

CuePack CuePack::load(std::span<CueFile> files, const Dictionary& dictionary)
{
    CuePack pack;
    CuePackBuilder(pack, dictionary, files.front().reader).build(files);
    return pack;
}

const CuePack::Word* CuePack::word(std::string_view folded) const
{
    if (!m_wordStarts.maybe(folded))
        return nullptr;
    const auto found = m_words.find(folded);
    return found == m_words.end() ? nullptr : &found->second;
}

void CuePack::prefixAtoms(std::string_view folded, std::vector<AtomId>& found) const
{
    if (!m_prefixStarts.maybe(folded))
        return;
    for (const auto& [length, words] : m_prefixes) {
        if (length > folded.size())
            return;
        if (const auto atoms = words.find(folded.substr(0, length)); atoms != words.end())
            found.insert(found.end(), atoms->second.begin(), atoms->second.end());
    }
}

std::uint32_t CuePack::nextNode(std::uint32_t node, std::uint32_t symbol) const
{
    return m_trie.at(trieKey(node, symbol));
}

} // namespace foreword
