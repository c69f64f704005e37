// The sentence of a message in which words of it stand. Pure; nothing is owned.
#pragma once

#include "core/model/history.h"

namespace foreword {

// Null where the words stand in none, or in more than one.
const Annotation* sentenceAround(const HistoryMessage& message, Span words);

} // namespace foreword
