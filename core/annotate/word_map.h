// A hash map over words that strings and views look up alike, so that looking one up makes no
// copy.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace foreword {

struct WordHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
};
template <class T>
using WordMap = std::unordered_map<std::string, T, WordHash, std::equal_to<>>;

// Says quickly that no known word starts like this one; "maybe" otherwise.
class WordStarts {
public:
    void add(std::string_view word) { m_bits[slot(word) / 64] |= std::uint64_t{1} << (slot(word) % 64); }
    bool maybe(std::string_view word) const { return ((m_bits[slot(word) / 64] >> (slot(word) % 64)) & 1) != 0; }

private:
    // Of the first three letters.
    static std::size_t slot(std::string_view word)
    {
        std::size_t value = 0;
        for (std::size_t i = 0; i < 3 && i < word.size(); ++i)
            value = value * 31 + static_cast<unsigned char>(word[i]);
        return value % 16384;
    }
    std::vector<std::uint64_t> m_bits = std::vector<std::uint64_t>(256);
};

// A map over 64-bit numbers other than 0, for many look-ups of what mostly is not there.
class NumberMap {
public:
    // The value at the key, made with `value` where there was none; whether it was made.
    std::pair<std::uint32_t, bool> emplace(std::uint64_t key, std::uint32_t value)
    {
        if (2 * (m_count + 1) > m_slots.size())
            grow();
        Slot& slot = m_slots[find(key)];
        if (slot.key == key)
            return {slot.value, false};
        slot = {key, value};
        ++m_count;
        return {value, true};
    }
    std::uint32_t at(std::uint64_t key) const { return m_slots[find(key)].value; } // 0 where it is not there

private:
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t value = 0;
    };
    std::size_t find(std::uint64_t key) const
    {
        std::size_t at = (key * 0x9E3779B97F4A7C15ULL) >> m_shift;
        while (m_slots[at].key != 0 && m_slots[at].key != key)
            at = (at + 1) & (m_slots.size() - 1);
        return at;
    }
    void grow()
    {
        const std::vector<Slot> old = std::exchange(m_slots, std::vector<Slot>(2 * m_slots.size()));
        --m_shift;
        for (const Slot& slot : old) {
            if (slot.key != 0)
                m_slots[find(slot.key)] = slot;
        }
    }

    std::vector<Slot> m_slots = std::vector<Slot>(64);
    unsigned m_shift = 58;
    std::size_t m_count = 0;
};

} // namespace foreword
