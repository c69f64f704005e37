// A text as a row of words in a comparable form (case folded, marks removed, hyphens and typo-
// graphic quotes levelled), each with its bytes in the original. What cue lists and fact
// finders compare; never shown. Owns its folded letters, refers to the text only while it is
// built. Pure, any thread.
//
// A word keeps its apostrophe ("don't"), but "'s" is a token of its own, and with Elision::split
// so is what stands before an apostrophe or a hyphen ("j'ai" is "j" and
// "ai", "avez-vous" is "avez" and "vous"). Numbers keep the marks
// between their digits ("14:00", "19,90"). Repeated marks are a token too ("!!", "??").
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/citation.h"

namespace foreword {

enum class Elision : std::uint8_t { keep, split };
enum class TokenKind : std::uint8_t { word, number, emoji, handle, link, mail };
// What stands between a token and the one before it: nothing but space, a comma or the like,
// or a mark that ends a clause.
enum class TokenBreak : std::uint8_t { none, comma, strong };

struct FoldedToken {
    Span span; // in the original
    std::uint32_t start = 0;
    std::uint32_t length = 0; // in the folded letters
    TokenKind kind = TokenKind::word;
    TokenBreak before = TokenBreak::none;
};

class FoldedText {
public:
    // Folds `text`; spans count from `offset`, for a part of a longer text. Bytes that are not
    // UTF-8 separate words.
    explicit FoldedText(std::string_view text, Elision elision = Elision::keep, std::uint32_t offset = 0);

    std::size_t size() const { return m_tokens.size(); }
    const FoldedToken& token(std::size_t index) const { return m_tokens[index]; }
    const std::vector<FoldedToken>& tokens() const { return m_tokens; }
    // The folded letters of a token; valid as long as this object.
    std::string_view word(std::size_t index) const
    {
        return std::string_view(m_letters).substr(m_tokens[index].start, m_tokens[index].length);
    }

private:
    std::string m_letters;
    std::vector<FoldedToken> m_tokens;
};

} // namespace foreword
