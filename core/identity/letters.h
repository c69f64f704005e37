// Letters in a comparable form: lower case, no diacritics, compatibility forms resolved. Scripts
// whose marks are letters (Devanagari, Thai) keep them. Pure, any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace foreword {

// "Sørensen" and "SORENSEN" both become "sorensen", "Groß" becomes "gross".
std::string foldLetters(std::string_view text);

// The runs of letters and digits of folded text; an apostrophe joins ("o'brien" is "obrien").
std::vector<std::string> wordsOf(std::string_view text);

std::string onlyDigits(std::string_view text);

} // namespace foreword
