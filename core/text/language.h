// The language of a text by CLD2, as ISO 639-1. Short texts say little: `hint` (the
// conversation's or the customer's language) decides where CLD2 is not reliable; without one
// the answer may be empty, which means unknown, never English. A language that has no cue list is
// believed only where there are words enough. Pure, any thread.
#pragma once

#include <string>
#include <string_view>

namespace foreword {

struct LanguageGuess {
    std::string language; // empty: unknown
    int letters = 0;      // bytes of letters that it rests on

    // Words enough to say what else is written around them.
    bool tells() const;
};

// By the words alone.
LanguageGuess guessLanguage(std::string_view text);
std::string detectLanguage(std::string_view text, std::string_view hint = {});

} // namespace foreword
