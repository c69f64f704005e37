// Traits and the model in few bytes, to be kept in the workspace. Reading trusts nothing. Plain
// values, any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/identity/match_model.h"
#include "core/identity/traits.h"

namespace foreword {

// Raised whenever traits, their keys or the model come to mean something else: everything is then
// made anew from the records.
inline constexpr std::int64_t identityVersion = 1;

std::string encodeTraits(const Traits& traits);
// Nothing if the bytes are damaged, or hold what no record has and comparing does not expect: a
// name without a word, an e-mail without an @, a date of too many digits.
std::optional<Traits> decodeTraits(std::string_view bytes);

std::string encodeModel(const MatchModel& model);
std::optional<MatchModel> decodeModel(std::string_view bytes);

} // namespace foreword
