// A text as lines, and short lines in a comparable form: what zoning and redaction look at.
// Pure, any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace foreword {

// Byte offsets; `end` is after the line's end mark, `contentEnd` before it and before trailing
// white space.
struct TextLine {
    std::uint32_t start = 0;
    std::uint32_t contentEnd = 0;
    std::uint32_t end = 0;

    std::string_view content(std::string_view text) const { return text.substr(start, contentEnd - start); }
    bool blank() const { return start == contentEnd; }
};

// Lines end with LF or CRLF; together they cover the text. White space alone is a blank line.
std::vector<TextLine> linesOf(std::string_view text);

// Lower case without accents for Latin letters ("Prüfziffer" is "prufziffer", "ß" is "ss"),
// typographic quotes, dashes and spaces levelled; other letters as they are.
std::string foldLatin(std::string_view text);

// Without white space, no-break spaces included, at both ends.
std::string_view trimmed(std::string_view text);

} // namespace foreword
