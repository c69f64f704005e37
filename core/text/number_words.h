// Numbers as people say them, digit by digit or in pairs, in English, German, Spanish and
// French: what redaction reads card numbers from. Words are folded (see lines.h). Pure data.
#pragma once

#include <optional>
#include <string_view>

namespace foreword {

// 0 to 99: "four", "oh", "einundvierzig", "veintidós", "vingt".
std::optional<int> numberWord(std::string_view folded);

// "double", "doppel", "dreimal": how often the next digit stands.
std::optional<int> repeatWord(std::string_view folded);

// What stands between spoken digits and means nothing: "dash", "Strich", "äh", "die".
bool isSpokenFiller(std::string_view folded);

// "forty" and "two" are 42, "quatre" and "vingt" 80, "soixante" and "onze" 71; nothing where
// the two do not make one number.
std::optional<int> joinedNumber(int first, int second, std::string_view secondWord);

} // namespace foreword
