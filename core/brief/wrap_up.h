// Chooses out of a brief what a note about the conversation at hand says. Pure.
#pragma once

#include "core/model/history.h"
#include "core/model/wrap_up.h"

namespace foreword {

// `brief` is that of the history.
WrapUp wrapUpOf(const History& history, const Brief& brief);

} // namespace foreword
