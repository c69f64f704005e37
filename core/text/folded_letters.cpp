#include "core/text/folded_letters.h"

#include <array>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace foreword {
namespace {

std::string foldLetter(UChar32 letter)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status))
        return {};
    icu::UnicodeString parts = normalizer->normalize(icu::UnicodeString(letter).foldCase(), status);
    icu::UnicodeString kept;
    for (int32_t i = 0; U_SUCCESS(status) && i < parts.length(); i = parts.moveIndex32(i, 1)) {
        if (u_charType(parts.char32At(i)) != U_NON_SPACING_MARK)
            kept.append(parts.char32At(i));
    }
    std::string folded;
    kept.toUTF8String(folded);
    return folded;
}

// The letters of the supported languages, folded by ICU once; the rest is folded when met.
constexpr std::size_t tableSize = 0x250;

const std::array<std::string, tableSize>& foldTable()
{
    static const std::array<std::string, tableSize> table = [] {
        std::array<std::string, tableSize> made;
        for (std::size_t letter = 0; letter < tableSize; ++letter)
            made[letter] = foldLetter(static_cast<UChar32>(letter));
        return made;
    }();
    return table;
}

} // namespace

void appendFolded(std::string& letters, UChar32 letter)
{
    if (letter >= 'a' && letter <= 'z')
        letters.push_back(static_cast<char>(letter));
    else if (letter >= 0 && static_cast<std::size_t>(letter) < tableSize)
        letters += foldTable()[static_cast<std::size_t>(letter)];
    else
        letters += foldLetter(letter);
}

bool isFoldedLetter(UChar32 c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    return c != endOfText && (u_isalpha(c) || u_charType(c) == U_NON_SPACING_MARK);
}

bool isApostrophe(UChar32 c)
{
    return c == '\'' || c == 0x2019 || c == 0x02BC || c == '`' || c == 0x00B4;
}

bool isHyphen(UChar32 c)
{
    return c == '-' || c == 0x2010 || c == 0x2011;
}

bool isPicture(UChar32 c)
{
    return (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF);
}

// The variation selector, the joiner and skin tones.
bool isPicturePart(UChar32 c)
{
    return c == 0xFE0F || c == 0x200D || (c >= 0x1F3FB && c <= 0x1F3FF);
}

} // namespace foreword
