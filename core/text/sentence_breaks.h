// Whether a break that ICU found ends a sentence: abbreviations, initials, ordinals and links
// have full stops and question marks inside. White space as sentences see it. Pure, any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace foreword {

bool isWhiteSpace(char32_t c);

// `text` breaks before the byte `at`, inside it; the piece that ends there starts at `pieceStart`.
bool isSentenceEnd(std::string_view text, std::size_t pieceStart, std::size_t at);

} // namespace foreword
