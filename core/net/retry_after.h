// The Retry-After header of RFC 9110 in both its forms. Pure, any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "core/base/timestamp.h"

namespace foreword {

// Seconds from `now`, never negative; nothing where the value is neither a number nor a date.
std::optional<std::chrono::seconds> parseRetryAfter(std::string_view value, Timestamp now);

} // namespace foreword
