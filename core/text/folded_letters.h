// Letters as FoldedText compares them: without case and marks. Pure, any thread.
#pragma once

#include <string>

#include <unicode/utypes.h>

namespace foreword {

inline constexpr UChar32 endOfText = -1;

// Adds the letter without case and marks.
void appendFolded(std::string& letters, UChar32 letter);

bool isFoldedLetter(UChar32 c); // a letter, a combining mark or "_"
inline bool isAsciiDigit(UChar32 c)
{
    return c >= '0' && c <= '9';
}
bool isApostrophe(UChar32 c);
bool isHyphen(UChar32 c);
bool isPicture(UChar32 c);     // an emoji
bool isPicturePart(UChar32 c); // what only shapes the emoji before it

} // namespace foreword
