// Names of people: their comparable words, and how one is shown. Pure, any thread. Case,
// diacritics, titles and punctuation do not count.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace foreword {

// Without titles, unless nothing else is there; in the order they are written.
std::vector<std::string> nameWords(std::string_view name);

// "soerensen" as "sorensen": how umlauts are written where the keyboard has none.
std::string withoutUmlautE(const std::string& word);

// "jr" as "junior", "II" as "ii": they tell father from son where nothing else does. Empty for
// any other word, which must be folded.
std::string generationOf(std::string_view word);

// "Hoffmann, Maria" as "Maria Hoffmann"; other names as they are, trimmed.
std::string inReadingOrder(std::string_view name);

// Which of two spellings is fuller: more words written out, then mixed case, then the one with
// letters beyond ASCII. Negative if `a` is, positive if `b` is, 0 if they are alike.
int compareFullness(std::string_view a, std::string_view b);

} // namespace foreword
