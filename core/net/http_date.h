// The date of RFC 9110 in the one form that servers may send. Pure, any thread.
#pragma once

#include <optional>
#include <string_view>

#include "core/base/timestamp.h"

namespace foreword {

// "Sun, 06 Nov 1994 08:49:37 GMT".
std::optional<Timestamp> parseHttpDate(std::string_view text);

} // namespace foreword
