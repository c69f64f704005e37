// What an agent said of something the program found: that it is wrong, or true and misleading.
// Known by the words it is about and by what was made of them, so that it holds whenever the
// words are read again. Plain values, any thread.
#pragma once

#include <compare>
#include <string>

#include "core/base/timestamp.h"
#include "core/model/citation.h"

namespace foreword {

// Where a statement stood. Stored as a number: append only.
enum class Section { situation, history, tried, promised, told, askedAgain, openQuestions, opening, signal };
enum class FeedbackVerdict { wrong, misleading };

struct FeedbackSubject {
    MessageKey message;
    Span span; // of the first citation
    Section section = Section::situation;
    std::string signal; // its id, where the section is a signal
    auto operator<=>(const FeedbackSubject&) const = default;
};

struct Feedback {
    FeedbackSubject subject;
    FeedbackVerdict verdict = FeedbackVerdict::wrong;
    std::string reason;    // the agent's words, or none
    std::string statement; // as it was shown
    Timestamp at;
    bool operator==(const Feedback&) const = default;
};

} // namespace foreword
