// The brief as app/CONTRACT.md writes it: every key always present. Pure.
#pragma once

#include <nlohmann/json.hpp>

#include "core/model/brief.h"
#include "core/model/signal.h"

namespace foreword {

nlohmann::ordered_json briefJson(const Brief& brief);

} // namespace foreword
