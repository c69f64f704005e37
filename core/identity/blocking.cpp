#include <algorithm>

#include "core/identity/traits.h"

namespace foreword {
namespace {

std::string joined(std::string_view a, std::string_view b)
{
    return std::string(a).append("|").append(b);
}

class Keys {
public:
    void add(char kind, std::string_view value) { m_keys.push_back(traitKey(kind, value)); }
    // In whatever order the two are written.
    void addPair(char kind, std::string_view a, std::string_view b)
    {
        if (!a.empty() && !b.empty())
            add(kind, a < b ? joined(a, b) : joined(b, a));
    }
    void addKey(TraitKey key) { m_keys.push_back(key); }
    std::vector<TraitKey> take()
    {
        std::ranges::sort(m_keys);
        const auto doubles = std::ranges::unique(m_keys);
        m_keys.erase(doubles.begin(), doubles.end());
        return std::move(m_keys);
    }

private:
    std::vector<TraitKey> m_keys;
};

void addName(Keys& keys, const NameTraits& name, const Traits& traits)
{
    const auto& words = name.words;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        keys.addPair('N', words[i].cologne, words.back().cologne);
        keys.addPair('L', words[i].text.substr(0, 3), words.back().text.substr(0, 3));
    }
    for (const auto& word : words) {
        if (word.initial())
            continue;
        keys.addKey(word.key);
        if (traits.birth) {
            keys.add('Y', joined(word.cologne, std::to_string(traits.birth->year)));
            keys.add('M', joined(word.cologne, std::to_string(traits.birth->month * 32 + traits.birth->day)));
            keys.add('D', joined(word.text.substr(0, 2), std::to_string(traits.birthKey)));
        }
        for (const auto& place : traits.places) {
            if (!place.postcode.empty())
                keys.add('Z', joined(word.cologne, place.postcode));
            if (!place.city.empty())
                keys.add('C', joined(word.cologne, place.city));
        }
    }
}

} // namespace

std::vector<TraitKey> blockingKeys(const Traits& traits)
{
    Keys keys;
    for (const auto& name : traits.names)
        addName(keys, name, traits);
    for (const auto& email : traits.emails) {
        keys.addKey(email.key);
        if (const auto at = email.text.find('@'); at >= 4)
            keys.add('l', std::string_view(email.text).substr(0, at));
    }
    for (const auto& phone : traits.phones)
        keys.addKey(phone.key);
    for (const auto& id : traits.ids)
        keys.add('x', joined(id.kind, id.value));
    if (traits.birth)
        keys.addKey(traits.birthKey);
    for (const auto& place : traits.places) {
        if (!place.number.empty() && !place.postcode.empty())
            keys.add('H', joined(place.number, place.postcode));
        if (!place.longestWord.empty() && !place.number.empty())
            keys.add('S', joined(place.number, place.longestWord));
        if (!place.longestWord.empty() && !place.postcode.empty())
            keys.add('W', joined(place.longestWord, place.postcode));
    }
    return keys.take();
}

std::vector<TraitKey> countedKeys(const Traits& traits)
{
    Keys keys;
    for (const auto& name : traits.names) {
        for (const auto& word : name.words)
            keys.addKey(word.key);
    }
    for (const auto* contacts : {&traits.emails, &traits.phones}) {
        for (const auto& contact : *contacts)
            keys.addKey(contact.key);
    }
    if (traits.birth)
        keys.addKey(traits.birthKey);
    return keys.take();
}

} // namespace foreword
