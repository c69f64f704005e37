// How alike two short words are. Works on bytes: words are folded to Latin letters before
// (comparable_word.h). Pure, any thread.
#pragma once

#include <string>
#include <string_view>

namespace foreword {

// Jaro's similarity with Winkler's bonus for a common beginning, 0 to 1 (Winkler 1990, "String
// Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record Linkage").
double jaroWinkler(std::string_view a, std::string_view b);

// Whether one letter inserted, left out, changed or exchanged with its neighbour makes one the other.
bool oneEditApart(std::string_view a, std::string_view b);

// The Cologne phonetics (Postel 1969, "Die Kölner Phonetik"): equal for words that sound alike in
// German, and in most of English. Digits; empty without a letter that sounds.
std::string cologneSound(std::string_view word);

// NYSIIS (Taft 1970, "Name Search Techniques"): the same for English names.
std::string nysiisSound(std::string_view word);

} // namespace foreword
