// What is looked at to tell how much a sentence carries of its matter: where it stands, how
// long it is, what was read in it when it arrived, what stands before and after it. Yes or no
// questions, one list for sentences of the customer and one for ours. Pure.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/brief/brief_fold.h"

namespace foreword {

// Of those with a number in their name at most one is true; it is the largest that fits.
enum class SentenceTrait : std::uint8_t {
    always,
    words3,
    words6,
    words10,
    words15,
    words20,
    words27,
    message2,
    message3,
    message4,         // of this side in the matter
    messageFromEnd2,
    messageFromEnd3,
    messageFromEnd4,
    sentence2,
    sentence3,                 // in its message
    sentenceFromEnd2,
    sentenceFromEnd3,
    longestOfMessage2,
    longestOfMessage3, // by words
    longestOfSide2,
    longestOfSide3,
    longestOfSide5,
    longestOfSide7,
    share5,
    share10,
    share15,
    share20,
    share30, // percent of all this side's words
    shared1,
    shared2,
    shared3,
    shared5,   // words that other sentences have too
    new1,
    new2,
    new4,
    new7,               // words that no earlier sentence has
    answers,
    thankedAfter,
    askedAfter,    // the other side's message before or after it
    question,
    number,
    link,
    exclaimed,
    greeting,
    apology,
    thanks,
    directMessage,
    you,
    speaker,
    negation,
    sameSideBefore,
    sameSideAfter,
    lastMessage,
    fact,
    fulfilment,
    promise,
    tried,
    asksFor,
    accepted,
    resolved,
    refused,
    count
};
constexpr std::size_t sentenceTraits = static_cast<std::size_t>(SentenceTrait::count);
using SentenceTraitSet = std::bitset<sentenceTraits>;

struct SeenSentence {
    Found found;
    bool customer = false;
    SentenceTraitSet traits;
};

// The body sentences of one matter's messages that everybody may read, in order of time; of
// more than a brief needs to choose from, the weightiest.
std::vector<SeenSentence> seenSentences(const BriefFold& fold, std::span<const std::size_t> messages);

} // namespace foreword
