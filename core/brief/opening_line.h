// A sentence an agent may open with, in the customer's language, so that nobody has to begin by
// telling it all again: what we promised, or what was written last, in the words it was said in.
// Made of quoted words and fixed frames, nothing else; its citations are what it quotes. Pure.
#pragma once

#include <optional>
#include <span>

#include "core/model/brief.h"
#include "core/model/history.h"
#include "core/model/signal.h"

namespace foreword {

// Nothing where no matter is open and no promise was lately missed, and nothing that could be
// wrong to say: where somebody is in danger or may be (what is written in a language that is not
// read leaves that unknown), or it may not be the customer who speaks. Grief, illness and hardship
// are never read out; there the sentence only says that it was read. Frames exist in English,
// German, Spanish and French. `brief` is that of the history at `asOf`.
std::optional<Statement> openingLine(const History& history, const Brief& brief, std::span<const Signal> signals, Timestamp asOf);

} // namespace foreword
