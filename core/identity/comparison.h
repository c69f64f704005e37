// What agrees and what does not between two records, field by field, in levels. Pure, any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "core/identity/traits.h"

namespace foreword {

// `place` where both tell a street, `town` where one does not.
enum class Field : std::uint8_t { given, family, birth, place, town, email, phone };
inline constexpr std::size_t fieldCount = 7;

// From nothing in common upwards; what each means for a field stands with its comparison. A field
// that one of the two does not tell is `missing` and says nothing.
enum class Level : std::int8_t { missing = -1, different, distant, similar, near, variant, exact };
inline constexpr std::size_t levelCount = 6;

// The strong identifiers of the two, taken together.
enum class Ids { unrelated, shared, contradicting };

struct Comparison {
    std::array<Level, fieldCount> levels{Level::missing, Level::missing, Level::missing, Level::missing,
                                         Level::missing, Level::missing, Level::missing};
    // What agrees exactly there; 0 else. Its frequency weighs the agreement.
    std::array<TraitKey, fieldCount> agreed{};
    bool swappedNames = false; // given and family name stand the other way round
    bool generations = false;  // one is "junior", the other is not
    bool parentAndChild = true; // by their birth dates, they could be
    Ids ids = Ids::unrelated;

    Level operator[](Field field) const { return levels[static_cast<std::size_t>(field)]; }
};

Comparison compare(const Traits& a, const Traits& b);

} // namespace foreword
