// UTF-8 by hand where ICU would be a detour: validity, repair and stepping. Pure, any thread.
// Source: Unicode 15, table 3-7 (well-formed byte sequences).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace foreword {

bool isValidUtf8(std::string_view text);

// Every byte that belongs to no well-formed sequence becomes U+FFFD, NUL as well; the rest
// stays. Valid text without NUL comes back untouched.
std::string repairUtf8(std::string text);

struct CodePoint {
    char32_t value = 0xFFFD;
    std::uint8_t length = 1; // bytes; never 0
};

// The code point at `at` (which must be inside the text); U+FFFD of length 1 where the bytes
// are not well formed.
CodePoint codePointAt(std::string_view text, std::size_t at);

void appendUtf8(std::string& out, char32_t value);

inline bool isUtf8Continuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// Start of the code point that ends before `at`, or 0.
std::size_t previousCodePoint(std::string_view text, std::size_t at);

} // namespace foreword
