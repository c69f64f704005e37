// The form in which SQLCipher takes a raw key, x'…64 digits…', without deriving one from it.
#pragma once

#include "core/base/secret.h"

namespace foreword {

inline constexpr std::size_t keyBytes = 32;

Secret rawKeyText(const Secret& key); // `key` has keyBytes

} // namespace foreword
