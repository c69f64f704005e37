// What an agent reads before the first word. Every statement carries its citations; see
// app/CONTRACT.md for the meaning of each section.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/timestamp.h"
#include "core/model/citation.h"

namespace foreword {

enum class PromiseStatus { kept, due, missed, open };
enum class FactKind {
    orderOrBookingRef,
    accountOrDeviceId,
    deviceOrProduct,
    placeOrRoute,
    dateOrTime,
    amount,
    errorText,
    contactDetail,
    otherFact
};
enum class Resolution { resolved, partial, unresolved, none };
enum class Satisfaction { dissatisfied, notDissatisfied };

struct Promise {
    Statement statement;
    PromiseStatus status = PromiseStatus::open;
    std::optional<Timestamp> due;
    std::optional<Timestamp> before; // when it was due before it was moved
    bool standing = false;           // holds until it is due, and is not owed then
};

// What was promised holds now, and nothing is owed for it.
inline bool isRunning(const Promise& promise)
{
    return promise.standing && promise.due && promise.status == PromiseStatus::due;
}

struct ToldFact {
    Statement statement;
    FactKind kind = FactKind::otherFact;
    std::string value;    // normalised
    std::string words;    // as it was said, with its day where it is one
    std::string sentence; // that it was said in; empty where that says no more
};

struct Brief {
    std::vector<Statement> situation; // open matters first, most pressing first
    std::vector<Statement> history;
    std::vector<Statement> tried;
    std::vector<Promise> promised;
    std::vector<ToldFact> told;
    std::vector<Statement> askedAgain;
    std::vector<Statement> openQuestions;
    Resolution resolution = Resolution::none;
    Satisfaction satisfaction = Satisfaction::notDissatisfied;
    std::vector<Citation> keySentences; // two to four, most important first
    std::string dictionaryVersion;      // of the annotations it rests on; oldest if several
};

} // namespace foreword
