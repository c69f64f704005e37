// The attributes of a customer record that say which language the customer wants, the first that
// says one counts. Constant, any thread.
#pragma once

#include <array>

namespace foreword {

inline constexpr std::array<const char*, 2> languageAttributes = {"language", "locale"};

} // namespace foreword
