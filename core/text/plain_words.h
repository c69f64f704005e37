// Words that name no thing: those that hold sentences together (articles, pronouns, prepositions,
// conjunctions, auxiliaries and verbs as light as they), words of courtesy, and those of days and
// times. In the languages that cue lists exist for; of four letters or more, since shorter words
// are nowhere taken for names of things. Pure, any thread.
#pragma once

#include <string_view>

namespace foreword {

// `folded` as FoldedText gives it; of an elided word ("they'll") the part before the mark counts.
// A language without a list has every word of all of them.
bool isPlainWord(std::string_view folded, std::string_view language);

} // namespace foreword
