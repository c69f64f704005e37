// What a note at the end of a conversation says: how things stand, what was done, what was
// promised. The words around it are the window's. Plain values, any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/model/brief.h"

namespace foreword {

struct WrapUp {
    // The conversation it is about, an index into History::interactions: the one that is under
    // way and was heard of last, else the newest. Nothing where there is none.
    std::optional<std::uint32_t> interaction;
    std::vector<Statement> situation, done;
    std::vector<Promise> promised;
};

} // namespace foreword
