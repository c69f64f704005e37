#include "core/store/word_folding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace foreword {
namespace {

constexpr std::size_t longestToken = 64;  // UTF-16 units
constexpr std::size_t longestText = 4096; // bytes looked at

icu::UnicodeString unicodeOf(std::string_view text)
{
    const auto part = text.substr(0, longestText);
    return icu::UnicodeString::fromUTF8({part.data(), static_cast<std::int32_t>(part.size())});
}

icu::UnicodeString decomposed(std::string_view text)
{
    auto folded = unicodeOf(text).foldCase();
    UErrorCode status = U_ZERO_ERROR;
    const auto* form = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status))
        return folded;
    const auto normal = form->normalize(folded, status);
    return U_SUCCESS(status) ? normal : folded;
}

enum class Marks { keep, drop };

std::vector<std::string> split(const icu::UnicodeString& text, std::size_t most, Marks marks)
{
    std::vector<std::string> tokens;
    icu::UnicodeString token;
    const auto flush = [&] {
        if (!token.isEmpty() && tokens.size() < most)
            token.toUTF8String(tokens.emplace_back());
        token.remove();
    };
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 point = text.char32At(i);
        const auto kind = U_GET_GC_MASK(point);
        const bool mark = (kind & U_GC_M_MASK) != 0;
        if (mark && marks == Marks::drop)
            continue;
        if (!mark && (kind & (U_GC_L_MASK | U_GC_N_MASK)) == 0)
            flush();
        else if (static_cast<std::size_t>(token.length()) < longestToken)
            token.append(point);
    }
    flush();
    return tokens;
}

} // namespace

std::vector<std::string> foldedTokens(std::string_view text, std::size_t most)
{
    return split(decomposed(text), most, Marks::drop);
}

std::vector<std::string> wordsOf(std::string_view text, std::size_t most)
{
    return split(unicodeOf(text), most, Marks::keep);
}

std::string joinedTokens(const std::vector<std::string>& tokens)
{
    std::string text;
    for (const auto& token : tokens)
        text.append(text.empty() ? "" : " ").append(token);
    return text;
}

} // namespace foreword
