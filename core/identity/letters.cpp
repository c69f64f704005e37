#include "core/identity/letters.h"

#include <algorithm>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

namespace foreword {
namespace {

// Letters that Unicode does not decompose, although readers and keyboards do.
const char* plainForm(UChar32 c)
{
    switch (c) {
    case 0x00F8: // ø
        return "o";
    case 0x00E6: // æ
        return "ae";
    case 0x0153: // œ
        return "oe";
    case 0x0142: // ł
        return "l";
    case 0x0111: // đ
    case 0x00F0: // ð
        return "d";
    case 0x00FE: // þ
        return "th";
    case 0x0131: // ı
        return "i";
    case 0x0127: // ħ
        return "h";
    default: return nullptr;
    }
}

// Accents, and the vowel points that Arabic and Hebrew may leave out.
bool isOptionalMark(UChar32 c)
{
    if (u_charType(c) != U_NON_SPACING_MARK)
        return false;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    return script == USCRIPT_INHERITED || script == USCRIPT_HEBREW;
}

bool isApostrophe(UChar32 c)
{
    return c == '\'' || c == 0x2019 || c == 0x02BC || c == '`' || c == 0x00B4;
}

bool isWordPart(UChar32 c)
{
    const auto type = u_charType(c);
    return u_isalnum(c) || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK;
}

icu::UnicodeString folded(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto* decompose = icu::Normalizer2::getNFKDInstance(status);
    const auto* compose = icu::Normalizer2::getNFCInstance(status);
    auto letters = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))).foldCase();
    if (U_FAILURE(status))
        return letters;
    const auto parts = decompose->normalize(letters, status);
    icu::UnicodeString kept;
    for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
        const UChar32 c = parts.char32At(i);
        if (const char* plain = plainForm(c))
            kept.append(icu::UnicodeString::fromUTF8(plain));
        else if (!isOptionalMark(c))
            kept.append(c);
    }
    return U_SUCCESS(status) ? compose->normalize(kept, status) : letters;
}

std::string utf8(const icu::UnicodeString& text)
{
    std::string out;
    text.toUTF8String(out);
    return out;
}

} // namespace

std::string foldLetters(std::string_view text)
{
    return utf8(folded(text));
}

std::vector<std::string> wordsOf(std::string_view text)
{
    // The acute accent as an apostrophe would not survive folding.
    icu::UnicodeString source = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    source.findAndReplace(icu::UnicodeString(UChar32(0x00B4)), icu::UnicodeString(u"'"));
    const auto letters = folded(utf8(source));
    std::vector<std::string> words;
    icu::UnicodeString word;
    for (int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
        const UChar32 c = letters.char32At(i);
        if (isWordPart(c)) {
            word.append(c);
        } else if (!isApostrophe(c) && !word.isEmpty()) {
            words.push_back(utf8(word));
            word.remove();
        }
    }
    if (!word.isEmpty())
        words.push_back(utf8(word));
    return words;
}

std::string onlyDigits(std::string_view text)
{
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

} // namespace foreword
